import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AllocationPage, AllocationRow } from '#insight/schema'
import { type AllocationFilter, allocationRowsQuery } from '../../api/queries.ts'
import { number } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Paged } from '../../ui/Paged.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { sectorName, sectorOrder } from '../../ui/sectors.ts'
import { TableActions } from '../../ui/TableActions.tsx'
import {
  type AllocationSearch,
  dottedCode,
  plainCode,
  readAllocationSearch,
  sectorOfWord,
  sectorWord,
} from '../page-search.ts'
import { RowsTable, rowsAsTable } from './RowsTable.tsx'
import '../../ui/sentence.css'

const route = getRouteApi('/officer/alokasi')

function filterOf(search: AllocationSearch): AllocationFilter {
  const sector = sectorOfWord(search.bidang)
  const isUnserved = search.daftar === 'belum'
  return {
    state: isUnserved ? 'unserved' : 'served',
    ...(search.kelurahan ? { ward: dottedCode(search.kelurahan) } : {}),
    ...(sector ? { sector } : {}),
    ...(search.penawaran && !isUnserved ? { offerId: search.penawaran } : {}),
    ...(search.alasan && isUnserved ? { reasonCode: search.alasan } : {}),
    ...(search.keluarga ? { familyId: search.keluarga } : {}),
  }
}

/** Who gets what, and who does not yet: two lists by a filter that reads as a sentence. */
export function AllocationLists({
  allocation,
  onShow,
}: {
  readonly allocation: AllocationPage
  readonly onShow: (row: AllocationRow) => void
}) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(allocationRowsQuery(filterOf(search)))
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const isUnserved = search.daftar === 'belum'

  function set(part: Record<string, unknown>): void {
    void navigate({
      search: readAllocationSearch({ ...search, ...part }),
      replace: true,
      resetScroll: false,
    })
  }

  return (
    <section className="card card-flush" id="daftar">
      <div className="allocation-lists-head stack">
        <div className="card-head">
          <h2>{isUnserved ? t('allocation.listUnserved') : t('allocation.listServed')}</h2>
          <Segmented
            name={t('allocation.list')}
            choices={[
              { id: 'dapat', label: t('allocation.tabServed') },
              { id: 'belum', label: t('allocation.tabUnserved') },
            ]}
            chosen={search.daftar ?? 'dapat'}
            onChoose={(daftar) => set({ daftar })}
          />
        </div>
        <ListSentence allocation={allocation} search={search} set={set} />
        <div className="row list-count">
          <p role="status" className="ink2">
            {query.data
              ? t('allocation.found', { count: number(query.data.pages[0]?.total ?? 0) })
              : t('state.counting')}
          </p>
          {rows.length > 0 && (
            <TableActions
              fileName={isUnserved ? 'belum-kebagian' : 'alokasi'}
              table={() => rowsAsTable(rows, isUnserved)}
            />
          )}
        </div>
      </div>
      <Paged
        query={query}
        count={rows.length}
        empty={<p className="empty dim">{t('allocation.noRows')}</p>}
      >
        <RowsTable rows={rows} isUnserved={isUnserved} onShow={onShow} />
      </Paged>
    </section>
  )
}

function ListSentence({
  allocation,
  search,
  set,
}: {
  readonly allocation: AllocationPage
  readonly search: AllocationSearch
  readonly set: (part: Record<string, unknown>) => void
}) {
  const isUnserved = search.daftar === 'belum'
  return (
    <div className="sentence">
      <span>{t('allocation.show')}</span>
      <ChoiceMenu
        name={t('family.sector')}
        chosen={search.bidang ?? ''}
        choices={[
          { id: '', label: t('allocation.anySector') },
          ...sectorOrder.map((sector) => ({
            id: sectorWord(sector) ?? sector,
            label: sectorName(sector).toLowerCase(),
          })),
        ]}
        onChoose={(bidang) => set({ bidang })}
      />
      <ChoiceMenu
        name={t('filter.place')}
        chosen={search.kelurahan ?? ''}
        choices={[
          { id: '', label: t('filter.place.any') },
          ...allocation.wards.map(({ code, name }) => ({
            id: plainCode(code),
            label: t('filter.place.ward', { name }),
          })),
        ]}
        onChoose={(kelurahan) => set({ kelurahan })}
      />
      {isUnserved ? (
        <ChoiceMenu
          name={t('allocation.reason')}
          chosen={search.alasan ?? ''}
          choices={[
            { id: '', label: t('allocation.anyReason') },
            ...allocation.unservedReasons.map(({ reasonCode }) => ({
              id: reasonCode,
              label: codeWords('unserved', reasonCode),
            })),
          ]}
          onChoose={(alasan) => set({ alasan })}
        />
      ) : (
        <ChoiceMenu
          name={t('menu.offers')}
          chosen={search.penawaran ?? ''}
          choices={[
            { id: '', label: t('allocation.anyOffer') },
            ...allocation.offers.map(({ offerId, provider, what }) => ({
              id: offerId,
              label: `${provider}: ${what}`,
            })),
          ]}
          onChoose={(penawaran) => set({ penawaran })}
        />
      )}
    </div>
  )
}
