import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { FamilyHistory } from '#registry/schema'
import { familyAsOfQuery, familyHistoryQuery } from '../../api/queries.ts'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import type { HistorySearch } from '../page-search.ts'
import { AsOfCard } from './AsOfCard.tsx'
import { FamilyDecisions } from './FamilyDecisions.tsx'
import { PersonChoice, PersonLine } from './PersonLine.tsx'
import { TimelineStep } from './TimelineStep.tsx'
import { TwoDays } from './TwoDays.tsx'
import './history.css'

const route = getRouteApi('/officer/keluarga/$familyId/riwayat')

/** What became of a family from run to run, and how it stood on a past day, in two times. */
export function HistoryPage() {
  const { familyId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const history = useQuery(familyHistoryQuery(familyId))
  const name = history.data?.headName
  return (
    <div className="page">
      <PageHead
        title={name ? t('history.of', { name: properName(name) }) : t('history.title')}
        crumbs={
          <>
            <Link to="/keluarga">{t('menu.families')}</Link>
            {' › '}
            <Link to="/keluarga/$familyId" params={{ familyId }}>
              {name ? properName(name) : t('history.family')}
            </Link>
          </>
        }
        note={t('history.note')}
      />
      {history.data?.mergedInto && (
        <p className="notice">
          {t('history.merged')}{' '}
          <Link to="/keluarga/$familyId" params={{ familyId: history.data.mergedInto }}>
            {t('history.openMerged')}
          </Link>
        </p>
      )}
      <FamilyDecisions familyId={familyId} />
      <TwoDays
        key={`${search.diketahui} ${search.keadaan}`}
        search={search}
        onSearch={(next) => navigate({ search: next })}
      />
      <PersonChoice familyId={familyId} search={search} />
      {search.orang && <PersonLine personId={search.orang} search={search} />}
      {(search.diketahui || search.keadaan) && <AsOf familyId={familyId} search={search} />}
      <Loaded query={history} shape="list">
        {(data) => <Timeline history={data} />}
      </Loaded>
    </div>
  )
}

function AsOf({ familyId, search }: { readonly familyId: string; readonly search: HistorySearch }) {
  const query = useQuery(familyAsOfQuery(familyId, search.diketahui, search.keadaan))
  return (
    <Loaded query={query} shape="cards">
      {(family) => <AsOfCard family={family} />}
    </Loaded>
  )
}

function Timeline({ history }: { readonly history: FamilyHistory }) {
  return (
    <section className="card card-flush" aria-labelledby="timeline">
      <div className="card-head">
        <h2 id="timeline">{t('history.timeline', { count: history.steps.length })}</h2>
      </div>
      <ol className="timeline">
        {history.steps.map((step) => (
          <TimelineStep key={step.at} step={step} />
        ))}
      </ol>
    </section>
  )
}
