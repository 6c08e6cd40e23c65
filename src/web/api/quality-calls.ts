import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QualityCode, QualityFilter } from '#registry/schema'
import { ApiProblem, callApi, problemOf } from './http.ts'

/** Records change with a run, and with answers of Dukcapil. */
const fresh = 60_000

/** How sound the records are, for a ward, an office or all. */
export function qualityQuery(filter: QualityFilter) {
  return queryOptions({
    queryKey: ['data-quality', filter],
    queryFn: ({ signal }) => callApi('GET', '/data-quality', { query: filter, signal }),
    staleTime: fresh,
  })
}

/** Records to be put right, page after page. */
export function worklistQuery(code: QualityCode, filter: QualityFilter) {
  return infiniteQueryOptions({
    queryKey: ['worklist', code, filter],
    queryFn: ({ pageParam, signal }) =>
      callApi('GET', '/data-quality/worklists/{code}', {
        path: { code },
        query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}

/** A file of the quality of data. @throws ApiProblem `step-up-required` without a fresh proof. */
export async function fetchQualityFile(
  path: `worklists/${QualityCode}` | 'counts',
  words: Readonly<Record<string, string | undefined>>,
): Promise<Blob> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined) query.set(name, value)
  }
  const response = await fetch(`/api/v1/data-quality/${path}/export?${query}`, {
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    throw new ApiProblem('network', 0, undefined, { cause })
  })
  if (!response.ok) throw await problemOf(response)
  return response.blob()
}
