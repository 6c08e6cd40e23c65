import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AllocationRowsFilter, FamilyFilter } from '#insight/schema'
import { callApi } from './http.ts'

/** Data of a run changes when lists come in, not while an officer reads: five minutes. */
const fresh = 5 * 60_000

type Signal = { readonly signal: AbortSignal }

function pageQuery<Answer>(key: readonly string[], read: (sent: Signal) => Promise<Answer>) {
  return queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => read({ signal }),
    staleTime: fresh,
  })
}

/** Who is signed in; throws `ApiProblem` 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => callApi('GET', '/session'),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The roles one holds, the one in use first, and what that one permits. */
export const ownGrantsQuery = queryOptions({
  queryKey: ['own-grants'],
  queryFn: () => callApi('GET', '/grants'),
  staleTime: fresh,
})

export const todayQuery = pageQuery(['today'], (sent) => callApi('GET', '/today', sent))
export const dashboardQuery = pageQuery(['dashboard'], (sent) => callApi('GET', '/dashboard', sent))
export const allocationQuery = pageQuery(['allocation'], (sent) =>
  callApi('GET', '/allocation', sent),
)
export const filesQuery = pageQuery(['files'], (sent) => callApi('GET', '/files', sent))
export const questionsQuery = pageQuery(['questions'], (sent) => callApi('GET', '/questions', sent))
export const programmesQuery = pageQuery(['programmes'], (sent) =>
  callApi('GET', '/programmes', sent),
)
export const offersQuery = pageQuery(['offers'], (sent) => callApi('GET', '/offers', sent))

/** Which list is believed for which field; it changes with the programme alone. */
export const survivorshipQuery = queryOptions({
  queryKey: ['survivorship'],
  queryFn: ({ signal }) => callApi('GET', '/survivorship', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Shapes of the wards; they do not change in a session. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => callApi('GET', '/map', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function familyQuery(familyId: string) {
  return pageQuery(['family', familyId], (sent) =>
    callApi('GET', '/families/{familyId}', { path: { familyId }, ...sent }),
  )
}

/** Help that would stand twice if two families were one. */
export function joinedHelpQuery(familyId: string, otherId: string) {
  return pageQuery(['family', familyId, 'joined-with', otherId], (sent) =>
    callApi('GET', '/families/{familyId}/joined-with/{otherId}', {
      path: { familyId, otherId },
      ...sent,
    }),
  )
}

/** Help that would stand twice if two persons were one. */
export function mergedHelpQuery(personId: string, otherId: string) {
  return pageQuery(['person', personId, 'joined-with', otherId], (sent) =>
    callApi('GET', '/persons/{personId}/joined-with/{otherId}', {
      path: { personId, otherId },
      ...sent,
    }),
  )
}

export function familyHistoryQuery(familyId: string) {
  return pageQuery(['family', familyId, 'history'], (sent) =>
    callApi('GET', '/families/{familyId}/history', { path: { familyId }, ...sent }),
  )
}

/** A family as it was known on one day, and as it was on another; each may be left out. */
export function familyAsOfQuery(
  familyId: string,
  knownOn: string | undefined,
  validOn: string | undefined,
) {
  const query = { ...(knownOn && { knownOn }), ...(validOn && { validOn }) }
  return pageQuery(['family', familyId, 'as-of', knownOn ?? '', validOn ?? ''], (sent) =>
    callApi('GET', '/families/{familyId}/as-of', { path: { familyId }, query, ...sent }),
  )
}

/** A house as it was known on one day, and who lived in it on another; each may be left out. */
export function dwellingAsOfQuery(
  dwellingId: string,
  knownOn: string | undefined,
  validOn: string | undefined,
) {
  const query = { ...(knownOn && { knownOn }), ...(validOn && { validOn }) }
  return pageQuery(['dwelling', dwellingId, 'as-of', knownOn ?? '', validOn ?? ''], (sent) =>
    callApi('GET', '/dwellings/{dwellingId}/as-of', { path: { dwellingId }, query, ...sent }),
  )
}

/** The line of one person, as known on one day and as it was on another; each may be left out. */
export function personHistoryQuery(
  personId: string,
  knownOn: string | undefined,
  validOn: string | undefined,
) {
  const query = { ...(knownOn && { knownOn }), ...(validOn && { validOn }) }
  return pageQuery(['person', personId, 'history', knownOn ?? '', validOn ?? ''], (sent) =>
    callApi('GET', '/persons/{personId}/history', { path: { personId }, query, ...sent }),
  )
}

export function findingsQuery(sheetNo: number) {
  return pageQuery(['findings', String(sheetNo)], (sent) =>
    callApi('GET', '/files/{sheetNo}/findings', { path: { sheetNo }, ...sent }),
  )
}

/** Families by filter, page after page. By POST: words of a search are no part of an address. */
export function familiesQuery(filter: Partial<Omit<FamilyFilter, 'cursor'>>) {
  return infiniteQueryOptions({
    queryKey: ['families', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi('POST', '/families/search', {
        body: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}

export type AllocationFilter = Omit<AllocationRowsFilter, 'cursor'>

/** Lines of the plan, page after page: who gets what, or who does not and why. */
export function allocationRowsQuery(filter: AllocationFilter) {
  return infiniteQueryOptions({
    queryKey: ['allocation-rows', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi('POST', '/allocation/rows', {
        body: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}

/** Pairs that wait for an answer, those first of which it changes most. */
export const pairsQuery = infiniteQueryOptions({
  queryKey: ['pairs'],
  queryFn: ({ pageParam, signal }) =>
    callApi('GET', '/pairs', {
      query: pageParam === null ? {} : { cursor: pageParam },
      signal,
    }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  staleTime: fresh,
})
