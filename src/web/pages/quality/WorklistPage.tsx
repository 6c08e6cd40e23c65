import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type QualityCode, qualityCodes } from '#registry/schema'
import { fetchQualityFile, qualityQuery, worklistQuery } from '../../api/quality-calls.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { PageMissing } from '../../shell/RouteStates.tsx'
import { usePermits } from '../../shell/use-permits.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Paged } from '../../ui/Paged.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { TableActions } from '../../ui/TableActions.tsx'
import type { QualitySearch } from '../page-search.ts'
import { QualitySentence } from './QualitySentence.tsx'
import { filterOfQuality } from './quality-search.ts'
import { saveFile } from './save-file.ts'
import { WorklistLines } from './WorklistLines.tsx'
import { worklistAsTable } from './worklist-as-table.ts'
import './quality.css'

const route = getRouteApi('/officer/mutu-data/$code')

/** The records of one worklist, with what to do about them. */
export function WorklistPage() {
  const { code: asked } = route.useParams()
  const code = qualityCodes.find((known) => known === asked)
  return code === undefined ? <PageMissing /> : <Worklist code={code} />
}

function Worklist({ code }: { readonly code: QualityCode }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filter = filterOfQuality(search)
  const query = useInfiniteQuery(worklistQuery(code, filter))
  const quality = useQuery(qualityQuery({}))
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? []
  const total = query.data?.pages[0]?.total
  const change = (next: QualitySearch) => void navigate({ search: next, replace: true })
  return (
    <div className="page">
      <PageHead
        title={t(`quality.code.${code}`)}
        crumbs={
          <Link to="/mutu-data" search={search}>
            {t('menu.quality')}
          </Link>
        }
        note={t(`quality.fix.${code}`)}
        actions={<WholeFile code={code} search={search} />}
      />
      <div className="card card-flush">
        <div className="list-head">
          <QualitySentence
            search={search}
            offices={quality.data?.offices.map(({ office }) => office) ?? []}
            onChange={change}
          />
          <div className="row list-count">
            <p role="status" className="ink2">
              {query.isPending
                ? t('state.counting')
                : typeof total === 'number'
                  ? t('quality.found', { count: number(total) })
                  : t('quality.manyFound')}
            </p>
            {lines.length > 0 && (
              <TableActions table={() => worklistAsTable(lines)} fileName={code} />
            )}
          </div>
        </div>
        <Paged
          query={query}
          count={lines.length}
          empty={
            <div className="empty">
              <h2>{t('quality.listEmpty')}</h2>
            </div>
          }
        >
          <WorklistLines code={code} lines={lines} />
        </Paged>
      </div>
    </div>
  )
}

/** All lines of the filter as a file, not only those on the screen. */
function WholeFile({
  code,
  search,
}: {
  readonly code: QualityCode
  readonly search: QualitySearch
}) {
  const mayExport = usePermits('export-families')
  const { isBusy, failure, send } = useSend()
  if (!mayExport) return null
  const save = (format: 'csv' | 'xlsx') => async () => {
    const blob = await fetchQualityFile(`worklists/${code}`, {
      ...filterOfQuality(search),
      format,
    })
    saveFile(blob, `${code}.${format}`)
  }
  return (
    <>
      {failure !== null && <DeedFailure error={failure} />}
      {(['xlsx', 'csv'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() => void send(save(format))}
        >
          <Icon name="download" size={18} />
          {t('quality.whole', { format: format.toUpperCase() })}
        </button>
      ))}
    </>
  )
}
