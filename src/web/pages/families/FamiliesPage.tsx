import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { FamilyPageOfLines } from '#insight/schema'
import { familiesQuery } from '../../api/queries.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Paged } from '../../ui/Paged.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { moveRow, usePageKeys } from '../../ui/page-keys.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { TableActions } from '../../ui/TableActions.tsx'
import { downloadTable } from '../../ui/table-text.ts'
import { useSettled } from '../../ui/use-settled.ts'
import type { FamiliesSearch } from '../page-search.ts'
import { FamiliesTable } from './FamiliesTable.tsx'
import { FilterSentence } from './FilterSentence.tsx'
import { familiesAsTable } from './families-as-table.ts'
import { filterOfSearch } from './filter-of-search.ts'
import './families.css'

const route = getRouteApi('/officer/keluarga')

/** All families, by a filter that reads as a sentence and a search that forgives typing. */
export function FamiliesPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [words, setWords] = useState('')
  // Kept out of the address: it may be a name or a NIK.
  const typed = useSettled(words.trim(), 250)
  const query = useInfiniteQuery(familiesQuery(filterOfSearch(search, typed)))

  const lines = query.data?.pages.flatMap((page) => page.lines) ?? []
  const first = query.data?.pages[0]
  const table = () => familiesAsTable(lines)
  usePageKeys([
    { key: 'x', label: t('table.download'), run: () => downloadTable(table(), 'keluarga') },
    { key: 'arrowdown', label: t('keys.next'), run: () => moveRow(1) },
    { key: 'arrowup', label: t('keys.previous'), run: () => moveRow(-1) },
  ])

  function change(next: FamiliesSearch): void {
    void navigate({ search: next, replace: true })
  }

  return (
    <div className="page">
      <PageHead title={t('menu.families')} note={t('families.note')} />
      <div className="card card-flush">
        <div className="list-head">
          <SearchField
            label={t('families.searchLabel')}
            hint={t('families.searchHint')}
            words={words}
            onChange={setWords}
          />
          <FilterSentence search={search} onChange={change} />
          <div className="row list-count">
            <p role="status" className="ink2">
              {query.isPending ? t('state.counting') : countWords(first)}
            </p>
            {lines.length > 0 && <TableActions table={table} fileName="keluarga" />}
          </div>
        </div>
        <Paged
          query={query}
          count={lines.length}
          empty={
            <NothingFits
              search={search}
              words={typed}
              onChange={change}
              onClear={() => setWords('')}
            />
          }
        >
          <FamiliesTable lines={lines} />
        </Paged>
      </div>
    </div>
  )
}

function countWords(page: FamilyPageOfLines | undefined): string {
  const total = page?.total
  if (total === null || total === undefined) return t('families.manyFound')
  if (page?.isCut) return t('families.foundBest', { count: number(total) })
  return t('families.found', { count: number(total) })
}

/** Nothing found: which part of the filter to loosen. */
function NothingFits({
  search,
  words,
  onChange,
  onClear,
}: {
  readonly search: FamiliesSearch
  readonly words: string
  readonly onChange: (search: FamiliesSearch) => void
  readonly onClear: () => void
}) {
  const hasFilter = Object.keys(search).some((key) => key !== 'urut')
  return (
    <div className="empty">
      <h2>{t('families.none')}</h2>
      {!hasFilter && words === '' && <p className="ink2">{t('today.noDataHow')}</p>}
      <div className="row">
        {words !== '' && (
          <button type="button" className="button" onClick={onClear}>
            {t('families.clearWords')}
          </button>
        )}
        {hasFilter && (
          <button type="button" className="button" onClick={() => onChange({})}>
            {t('families.clearFilter')}
          </button>
        )}
      </div>
    </div>
  )
}
