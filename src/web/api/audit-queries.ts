import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AnchorsPage, AuditFilter, AuditPage, UnusualPage } from '#access/schema'
import { callApi } from './http.ts'

/** Each call is an event in the trail: what was read is shown again for a minute. */
const fresh = 60_000

/** Looks that stand out in the last days. */
export function unusualQuery(days: number) {
  return queryOptions({
    queryKey: ['audit', 'unusual', days],
    queryFn: ({ signal }) =>
      callApi<UnusualPage>('GET', `/audit/unusual?days=${days}`, undefined, signal),
    staleTime: fresh,
  })
}

export const anchorsQuery = queryOptions({
  queryKey: ['audit', 'anchors'],
  queryFn: ({ signal }) => callApi<AnchorsPage>('GET', '/audit/anchors', undefined, signal),
  staleTime: fresh,
})

/** Events, newest first, page after page. */
export function auditQuery(filter: Omit<AuditFilter, 'cursor'>) {
  return infiniteQueryOptions({
    queryKey: ['audit', 'search', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi<AuditPage>(
        'POST',
        '/audit/search',
        { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}
