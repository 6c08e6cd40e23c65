import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { groupKinds } from '#registry/schema'
import { wards } from '#territory/schema'
import { groupsQuery } from '../../api/community-calls.ts'
import { t } from '../../i18n/language.ts'
import { usePermits } from '../../shell/use-permits.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Paged } from '../../ui/Paged.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { moveRow, usePageKeys } from '../../ui/page-keys.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { TableActions } from '../../ui/TableActions.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { dottedCode, type GroupsSearch, plainCode, readGroupsSearch } from '../page-search.ts'
import { GroupsTable } from './GroupsTable.tsx'
import { groupsAsTable } from './groups-as-table.ts'
import '../../ui/sentence.css'
import './community.css'

const route = getRouteApi('/officer/kelompok')

/** Groups of residents, by a filter that reads as a sentence. */
export function GroupsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [words, setWords] = useState('')
  const q = useSettled(words.trim(), 250)
  const query = useInfiniteQuery(
    groupsQuery({
      ...(q === '' ? {} : { q }),
      ...(search.jenis && { kind: search.jenis }),
      ...(search.kelurahan && { ward: dottedCode(search.kelurahan) }),
      state: search.keadaan === 'tutup' ? 'closed' : 'open',
    }),
  )
  const groups = query.data?.pages.flatMap((page) => page.groups) ?? []
  const total = query.data?.pages[0]?.total
  const mayWrite = usePermits('propose-changes')
  usePageKeys([
    { key: 'arrowdown', label: t('keys.next'), run: () => moveRow(1) },
    { key: 'arrowup', label: t('keys.previous'), run: () => moveRow(-1) },
  ])
  const change = (next: GroupsSearch) => void navigate({ search: next, replace: true })
  const create = mayWrite && (
    <Link to="/kelompok/baru" className="button button-main">
      {t('community.new')}
    </Link>
  )
  const isNarrowed = words !== '' || Object.keys(search).length > 0
  return (
    <div className="page">
      <PageHead title={t('menu.community')} note={t('community.note')} actions={create} />
      <div className="card card-flush">
        <div className="list-head">
          <SearchField
            label={t('community.searchLabel')}
            hint={t('community.searchHint')}
            words={words}
            onChange={setWords}
          />
          <GroupsSentence search={search} onChange={change} />
          <div className="row list-count">
            <p role="status" className="ink2">
              {total === undefined ? t('state.counting') : t('community.found', { count: total })}
            </p>
            {groups.length > 0 && (
              <TableActions table={() => groupsAsTable(groups)} fileName="kelompok" />
            )}
          </div>
        </div>
        <Paged
          query={query}
          count={groups.length}
          empty={
            <div className="empty">
              <h2>{isNarrowed ? t('community.none') : t('community.empty')}</h2>
              {!isNarrowed && mayWrite && <p className="ink2">{t('community.emptyHow')}</p>}
              {isNarrowed ? (
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    setWords('')
                    change({})
                  }}
                >
                  {t('community.all')}
                </button>
              ) : null}
            </div>
          }
        >
          <GroupsTable groups={groups} />
        </Paged>
      </div>
    </div>
  )
}

/** "Tampilkan kelompok tani di Menteng yang masih ada". */
function GroupsSentence(props: {
  readonly search: GroupsSearch
  readonly onChange: (search: GroupsSearch) => void
}) {
  const { search } = props
  const set = (part: Record<string, unknown>) =>
    props.onChange(readGroupsSearch({ ...search, ...part }))
  return (
    <div className="sentence">
      <span>{t('community.show')}</span>
      <ChoiceMenu
        name={t('community.kind')}
        choices={[
          { id: '', label: t('community.kindAny') },
          ...groupKinds.map((kind) => ({ id: kind, label: t(`groupKind.${kind}`) })),
        ]}
        chosen={search.jenis ?? ''}
        onChoose={(jenis) => set({ jenis })}
      />
      <span>{t('community.in')}</span>
      <ChoiceMenu
        name={t('community.ward')}
        choices={[
          { id: '', label: t('community.wardAny') },
          ...wards.map(({ code, name }) => ({ id: plainCode(code), label: name })),
        ]}
        chosen={search.kelurahan ?? ''}
        onChoose={(kelurahan) => set({ kelurahan })}
      />
      <span>{t('community.that')}</span>
      <ChoiceMenu
        name={t('community.stateName')}
        choices={[
          { id: '', label: t('community.state.open') },
          { id: 'tutup', label: t('community.state.closed') },
        ]}
        chosen={search.keadaan ?? ''}
        onChoose={(keadaan) => set({ keadaan })}
      />
    </div>
  )
}
