import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { number } from '../i18n/format.ts'
import { t } from '../i18n/language.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Skeleton } from './Skeleton.tsx'

/**
 * Inside a card, a list that comes page by page: its waiting and failing states, `empty` where nothing
 * fits, else its rows, how many stand here, and a button for more.
 */
export function Paged({
  query,
  count,
  empty,
  children,
}: {
  readonly query: UseInfiniteQueryResult
  /** Lines of all pages so far. */
  readonly count: number
  readonly empty: ReactNode
  readonly children: ReactNode
}) {
  if (query.isError || query.isPending) {
    return (
      <div className="card-part">
        {query.isError ? (
          <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Skeleton shape="list" />
        )}
      </div>
    )
  }
  if (count === 0) return empty
  return (
    <>
      {children}
      <p className="card-foot row">
        <span>{t('table.shown', { count: number(count) })}</span>
        {query.hasNextPage && (
          <button
            type="button"
            className="button button-small"
            aria-disabled={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t('table.more')}
          </button>
        )}
      </p>
    </>
  )
}
