import { useQuery } from '@tanstack/react-query'
import type { ProgrammeCard } from '#insight/schema'
import { programmesQuery } from '../api/queries.ts'
import { day, number } from '../i18n/format.ts'
import { codeWords, inLanguage, t } from '../i18n/language.ts'
import { DecidedBy } from '../ui/DecidedBy.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Meter } from '../ui/Meter.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { sectorIcon, sectorName } from '../ui/sectors.ts'
import './programmes.css'

/** The programmes as dated rules: who decides, since when, how many can get it, and who is unknown. */
export function ProgrammesPage() {
  const query = useQuery(programmesQuery)
  return (
    <div className="page">
      <PageHead title={t('menu.programmes')} note={t('catalogue.note')} />
      <Loaded query={query}>{({ programmes }) => <Catalogue programmes={programmes} />}</Loaded>
    </div>
  )
}

function Catalogue({ programmes }: { readonly programmes: readonly ProgrammeCard[] }) {
  if (programmes.length === 0) {
    return (
      <div className="card empty">
        <h2>{t('catalogue.none')}</h2>
      </div>
    )
  }
  const canGet = programmes.reduce((sum, card) => sum + card.eligible, 0)
  const unknown = programmes.reduce((sum, card) => sum + card.unknown, 0)
  return (
    <>
      <p className="lead">
        <b>{t('catalogue.lead', { count: programmes.length, canGet: number(canGet) })}</b>{' '}
        {t('catalogue.leadUnknown', { unknown: number(unknown) })}
      </p>
      <p className="legend">
        <span>
          <StateMark state="received" /> {t('catalogue.receiving')}
        </span>
        <span>
          <StateMark state="can-get" /> {t('catalogue.eligible')}
        </span>
        <span>
          <StateMark state="unknown" /> {t('catalogue.unknown')}
        </span>
      </p>
      <div className="programme-cards">
        {programmes.map((card) => (
          <Card key={card.code} card={card} />
        ))}
      </div>
    </>
  )
}

function Card({ card }: { readonly card: ProgrammeCard }) {
  const { code, eligible, unknown, ineligible, receiving } = card
  const all = eligible + unknown + ineligible
  return (
    <article className="card programme-card" id={code}>
      <h2>{inLanguage(card.nameId, card.nameEn)}</h2>
      <p className="row small dim">
        <span className="sector-inline">
          <Icon name={sectorIcon(card.sector)} size={16} /> {sectorName(card.sector)}
        </span>
        <span>{t('catalogue.unit', { unit: codeWords('unit', card.unit) })}</span>
        <DecidedBy who={inLanguage(card.decidedBy, card.decidedByEn)} />
      </p>
      <Meter
        max={all}
        parts={[
          { tone: 'brand', value: eligible, name: t('catalogue.eligible') },
          { tone: 'unknown', value: unknown, name: t('catalogue.unknown') },
        ]}
      />
      <dl className="programme-numbers">
        <div>
          <dt>{t('catalogue.eligible')}</dt>
          <dd className="text-can-get">{number(eligible)}</dd>
        </div>
        <div>
          <dt>{t('catalogue.unknown')}</dt>
          <dd className="text-unknown">{number(unknown)}</dd>
        </div>
        <div>
          <dt>{t('catalogue.ineligible')}</dt>
          <dd>{number(ineligible)}</dd>
        </div>
        <div>
          <dt>{t('catalogue.receiving')}</dt>
          <dd className="text-received">{number(receiving)}</dd>
        </div>
      </dl>
      <p className="tiny dim">
        {t('catalogue.source', { day: day(card.validFrom), source: card.source })}
      </p>
    </article>
  )
}
