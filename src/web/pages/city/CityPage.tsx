import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Dashboard } from '#insight/schema'
import { ApiProblem } from '../../api/http.ts'
import { dashboardQuery } from '../../api/queries.ts'
import { day, number, percent } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { MapAndTable } from '../../map/MapAndTable.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { plainCode } from '../page-search.ts'
import { IndicatorBars } from './IndicatorBars.tsx'
import { OverlapBars } from './OverlapBars.tsx'
import { SectorByWard } from './SectorByWard.tsx'
import { ListCountBars, ServedBar } from './ServedAndLists.tsx'
import './city.css'

/** The city at one glance: the finding first, then who is served, what is lacking, and where. */
export function CityPage() {
  const query = useQuery(dashboardQuery)
  const { data } = query
  return (
    <div className="page">
      <PageHead
        title={data && data.on !== null ? headline(data) : t('menu.dashboard')}
        tabTitle={t('menu.dashboard')}
        {...(data?.on ? { note: t('city.note', { day: day(data.on) }) } : {})}
      />
      {query.error instanceof ApiProblem && query.error.code === 'nothing-read-yet' ? (
        <NothingRead />
      ) : (
        <Loaded query={query} shape="cards">
          {(dashboard) => <CityView dashboard={dashboard} />}
        </Loaded>
      )}
    </div>
  )
}

/** The finding: how many families lack something and are served by nobody. */
function headline({ served }: Dashboard): string {
  return served.none === 0
    ? t('city.allServed')
    : t('city.unserved', { count: number(served.none) })
}

function NothingRead() {
  return (
    <div className="card empty">
      <h2>{t('today.noData')}</h2>
      <p className="ink2">{t('today.noDataHow')}</p>
    </div>
  )
}

function CityView({ dashboard }: { readonly dashboard: Dashboard }) {
  const navigate = useNavigate()
  const { on, families, persons, lists, rows, served, wards } = dashboard
  if (on === null) return <NothingRead />
  const needing = served.none + served.one + served.several
  const worst = wards
    .filter(({ familiesInNeed }) => familiesInNeed >= 10)
    .toSorted((a, b) => b.unserved / b.familiesInNeed - a.unserved / a.familiesInNeed)[0]
  return (
    <>
      <p className="lead">
        {t('city.lead', {
          needing: number(needing),
          families: number(families),
          share: percent(needing > 0 ? served.none / needing : 0),
        })}{' '}
        {worst && worst.unserved > 0 && (
          <b>
            {t('city.worst', {
              ward: worst.name,
              share: percent(worst.unserved / worst.familiesInNeed),
            })}
          </b>
        )}
      </p>
      <div className="city-top">
        <MapAndTable
          title={t('city.mapTitle')}
          scale="need"
          shadeName={t('city.mapShade')}
          countName={t('city.mapCount')}
          ofName={t('city.inNeed')}
          fileName={t('menu.dashboard')}
          rows={wards.map((ward) => ({
            code: ward.code,
            name: ward.name,
            share: ward.familiesInNeed > 0 ? ward.unserved / ward.familiesInNeed : null,
            count: ward.unserved,
            of: ward.familiesInNeed,
          }))}
          onOpen={(code) =>
            navigate({ to: '/keluarga', search: { wilayah: plainCode(code), dilayani: 'belum' } })
          }
        />
        <div className="stack">
          <ServedBar served={served} />
          <ListCountBars dashboard={dashboard} />
          <OverlapBars overlaps={dashboard.overlaps} />
        </div>
      </div>
      <IndicatorBars indicators={dashboard.indicators} />
      <SectorByWard wards={wards} />
      <p className="small dim">
        {t('city.source', {
          lists,
          rows: number(rows),
          persons: number(persons),
          families: number(families),
        })}
        {dashboard.familiesWithoutWard > 0 &&
          ` ${t('city.withoutWard', { count: number(dashboard.familiesWithoutWard) })}`}
      </p>
    </>
  )
}
