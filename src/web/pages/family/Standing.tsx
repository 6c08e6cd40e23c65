import type { FamilyPage } from '#insight/schema'
import { number } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { DecidedBy } from '../../ui/DecidedBy.tsx'
import { standingParts } from './family-words.ts'

/** How the family stands: a sentence, then three numbers side by side that are never blended. */
export function Standing({ family }: { readonly family: FamilyPage }) {
  return (
    <section className="card standing" aria-label={t('family.standing')}>
      <StandingSentence family={family} />
      <ThreeNumbers family={family} />
    </section>
  )
}

/** The sentence that can be read out to the family. */
export function StandingSentence({ family }: { readonly family: FamilyPage }) {
  const { lacks, urgent, received, amount, promised } = standingParts(family)
  return (
    <p className="lead">
      <b>{lacks}</b>
      {urgent && `, ${urgent}`}. {received}
      {amount && (
        <>
          , <b>{amount}</b>
        </>
      )}
      .{promised && ` ${promised}.`}
    </p>
  )
}

/** Decile, deprivations, area: three views of a family, each with who decides it. */
export function ThreeNumbers({ family }: { readonly family: FamilyPage }) {
  const { decile, decileSource, deprivation, area } = family
  const access = inLanguage(area.accessId ?? '', area.accessEn ?? '')
  return (
    <div className="three-numbers">
      <div>
        <p className="small">{t('family.decile')}</p>
        {decile === null ? (
          <p className="text-unknown">{t('state.unknown')}</p>
        ) : (
          <p className="key-figure">{decile}</p>
        )}
        {decileSource && <p className="tiny dim">{decileSource}</p>}
        <DecidedBy who="BPS" />
      </div>
      <div>
        <p className="small">{t('family.deprivation')}</p>
        <p>
          <span className="key-figure">{deprivation.lacks}</span>{' '}
          <span className="small ink2">{t('family.deprivationOf', { of: deprivation.of })}</span>
        </p>
        <Ticks {...deprivation} />
        {deprivation.known < deprivation.of && (
          <p className="tiny text-unknown">
            {t('family.deprivationUnknown', { count: number(deprivation.of - deprivation.known) })}
          </p>
        )}
      </div>
      <div>
        <p className="small">{t('family.area')}</p>
        {access === '' ? (
          <p className="text-unknown">{t('state.unknown')}</p>
        ) : (
          <p>
            <b>{access}</b>
          </p>
        )}
        {area.floodTimes !== null && area.floodTimes > 0 && (
          <p className="tiny dim">{t('family.flood', { count: area.floodTimes })}</p>
        )}
        <DecidedBy who="TKPK" />
      </div>
    </div>
  )
}

const tickWidth = 5
const tickStep = 6.5

/** One tick an indicator: lacking filled, not lacking pale, unknown hatched. */
function Ticks({ lacks, known, of }: FamilyPage['deprivation']) {
  const kindAt = (index: number) => (index < lacks ? 'lacks' : index < known ? 'none' : 'unknown')
  return (
    <svg className="ticks" width={of * tickStep} height="12" aria-hidden>
      {Array.from({ length: of }, (_, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
          key={index}
          className={`tick-${kindAt(index)}`}
          x={index * tickStep}
          y="1"
          width={tickWidth}
          height="10"
          rx="1"
        />
      ))}
    </svg>
  )
}
