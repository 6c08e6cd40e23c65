import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { GroupKind, GroupView, NewGroup, NewGroupChange } from '#registry/schema'
import { callApi } from './http.ts'

/** What a list of groups is narrowed to. */
export interface GroupsFilter {
  readonly q?: string
  readonly kind?: GroupKind
  readonly ward?: string
  readonly state: 'open' | 'closed'
}

/** Groups of residents by name, page by page. */
export const groupsQuery = (filter: GroupsFilter) =>
  infiniteQueryOptions({
    queryKey: ['groups', filter],
    queryFn: ({ signal, pageParam }) =>
      callApi('GET', '/groups', { query: { ...filter, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** One group on a day; today where none is named. */
export const groupQuery = (groupId: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['group', groupId, on ?? ''],
    queryFn: ({ signal }) =>
      callApi('GET', '/groups/{groupId}', {
        path: { groupId },
        query: on === undefined ? {} : { on },
        signal,
      }),
  })

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId],
    queryFn: ({ signal }) => callApi('GET', '/persons/{personId}', { path: { personId }, signal }),
  })

export function createGroup(body: z.input<typeof NewGroup>, key: string): Promise<GroupView> {
  return callApi('POST', '/groups', { body, key })
}

export function changeGroup(
  groupId: string,
  body: z.input<typeof NewGroupChange>,
  key: string,
): Promise<GroupView> {
  return callApi('POST', '/groups/{groupId}/changes', { path: { groupId }, body, key })
}

export async function undoGroupChange(changeNo: number): Promise<void> {
  await callApi('DELETE', '/group-changes/{changeNo}', { path: { changeNo } })
}

/** Everything that tells of groups is asked for again. */
export async function forgetGroups(queryClient: QueryClient): Promise<void> {
  for (const first of ['groups', 'group', 'person']) {
    await queryClient.invalidateQueries({ queryKey: [first] })
  }
}
