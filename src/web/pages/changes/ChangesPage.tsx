import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ownGrantsQuery } from '../../api/queries.ts'
import { type ChangeState, changesQuery } from '../../api/register-calls.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import './changes.css'

const states = ['proposed', 'in-force', 'withdrawn', 'refused'] as const

/** What wards propose and officers decided about the register; each can be taken back. */
export function ChangesPage() {
  const [state, setState] = useState<ChangeState>('proposed')
  const query = useInfiniteQuery(changesQuery(state))
  const { data: own } = useQuery(ownGrantsQuery)
  const changes = query.data?.pages.flatMap((page) => page.changes) ?? []
  const [first] = query.data?.pages ?? []
  return (
    <div className="page">
      <PageHead
        title={t('menu.changes')}
        actions={
          <Link className="button button-main" to="/keluarga/baru">
            {t('change.addFamily')}
          </Link>
        }
      />
      {first && (
        <p className="lead">
          <b>{t(`change.sentence.${state}`, { count: number(first.total) })}</b>{' '}
          {!first.isMade && t('change.beingMade')}
        </p>
      )}
      <Segmented
        name={t('incoming.state')}
        choices={states.map((id) => ({ id, label: t(`change.state.${id}`) }))}
        chosen={state}
        onChoose={setState}
      />
      {query.isError ? (
        <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
      ) : query.isPending ? (
        <Skeleton shape="list" />
      ) : changes.length === 0 ? (
        <div className="card empty">
          <h2>{t(`change.none.${state}`)}</h2>
        </div>
      ) : (
        <ul className="stack plain-list">
          {changes.map((change) => (
            <ChangeCard
              key={change.changeNo}
              change={change}
              mayDecide={own?.actions.includes('decide-changes') === true}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <p>
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {t('change.more')}
          </button>
        </p>
      )}
    </div>
  )
}
