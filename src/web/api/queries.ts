import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { GrantsPage, Session } from '#access/schema'
import type {
  AllocationPage,
  AllocationRows,
  Dashboard,
  FamilyFilter,
  FamilyPage,
  FamilyPageOfLines,
  FilesPage,
  FindingGroup,
  MapPage,
  OfferLine,
  PairsPage,
  ProgrammeCard,
  QuestionLine,
  Today,
} from '#insight/schema'
import { callApi } from './http.ts'

/** Data of a run changes when lists come in, not while an officer reads: five minutes. */
const fresh = 5 * 60_000

function pageQuery<Answer>(key: string, path: string) {
  return queryOptions({
    queryKey: [key, path],
    queryFn: ({ signal }) => callApi<Answer>('GET', path, undefined, signal),
    staleTime: fresh,
  })
}

/** Who is signed in; throws `ApiProblem` 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => callApi<Session>('GET', '/session'),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The roles one holds, the one in use first, and what that one permits. */
export const ownGrantsQuery = queryOptions({
  queryKey: ['own-grants'],
  queryFn: () => callApi<GrantsPage>('GET', '/grants'),
  staleTime: fresh,
})

export const todayQuery = pageQuery<Today>('today', '/today')
export const dashboardQuery = pageQuery<Dashboard>('dashboard', '/dashboard')
export const allocationQuery = pageQuery<AllocationPage>('allocation', '/allocation')
export const filesQuery = pageQuery<FilesPage>('files', '/files')
export const questionsQuery = pageQuery<{ questions: QuestionLine[] }>('questions', '/questions')
export const programmesQuery = pageQuery<{ programmes: ProgrammeCard[] }>(
  'programmes',
  '/programmes',
)
export const offersQuery = pageQuery<{ offers: OfferLine[] }>('offers', '/offers')

/** Shapes of the wards; they do not change in a session. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => callApi<MapPage>('GET', '/map', undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export function familyQuery(familyId: string) {
  return pageQuery<FamilyPage>('family', `/families/${familyId}`)
}

export function findingsQuery(sheetNo: number) {
  return pageQuery<{ groups: FindingGroup[] }>('findings', `/files/${sheetNo}/findings`)
}

/** Families by filter, page after page. By POST: words of a search are no part of an address. */
export function familiesQuery(filter: Partial<Omit<FamilyFilter, 'cursor'>>) {
  return infiniteQueryOptions({
    queryKey: ['families', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi<FamilyPageOfLines>(
        'POST',
        '/families/search',
        { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}

export interface AllocationFilter {
  readonly state: 'served' | 'unserved'
  readonly offerId?: string
  readonly ward?: string
  readonly sector?: string
  readonly reasonCode?: string
  readonly familyId?: string
}

/** Lines of the plan, page after page: who gets what, or who does not and why. */
export function allocationRowsQuery(filter: AllocationFilter) {
  return infiniteQueryOptions({
    queryKey: ['allocation-rows', filter],
    queryFn: ({ pageParam, signal }) =>
      callApi<AllocationRows>(
        'POST',
        '/allocation/rows',
        { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: fresh,
  })
}

/** Doubtful pairs, most doubtful first. */
export const pairsQuery = infiniteQueryOptions({
  queryKey: ['pairs'],
  queryFn: ({ pageParam, signal }) =>
    callApi<PairsPage>(
      'GET',
      pageParam === null ? '/pairs' : `/pairs?cursor=${encodeURIComponent(pageParam)}`,
      undefined,
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  staleTime: fresh,
})
