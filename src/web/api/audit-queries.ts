import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AuditFilter } from '#access/schema'
import { callApi } from './http.ts'

/** Each call is an event in the trail: what was read is shown again for a minute. */
const fresh = 60_000

/** Looks that stand out in the last days. */
export function unusualQuery(days: number) {
  return queryOptions({
    queryKey: ['audit', 'unusual', days],
    queryFn: ({ signal }) => callApi('GET', '/audit/unusual', { query: { days }, signal }),
    staleTime: fresh,
  })
}

export const anchorsQuery = queryOptions({
  queryKey: ['audit', 'anchors'],
  queryFn: ({ signal }) => callApi('GET', '/audit/anchors', { signal }),
  staleTime: fresh,
})

/** Events, newest first, page after page. */
export function auditQuery(filter: Omit<AuditFilter, 'cursor'>) {
  return infiniteQueryOptions({
    queryKey: ['audit', 'search', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi('POST', '/audit/search', {
        body: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}
