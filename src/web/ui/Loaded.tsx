import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Skeleton } from './Skeleton.tsx'

/** A query's data shown by `children`, or its waiting and failing states. */
export function Loaded<Data>({
  query,
  shape = 'page',
  children,
}: {
  readonly query: UseQueryResult<Data>
  readonly shape?: 'page' | 'cards' | 'list'
  readonly children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
  return <Skeleton shape={shape} />
}
