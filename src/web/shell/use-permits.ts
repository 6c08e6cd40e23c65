import { useQuery } from '@tanstack/react-query'
import type { Action } from '#access/schema'
import { ownGrantsQuery } from '../api/queries.ts'

/** Whether the role in use carries an action: what it does not is not shown. The server decides. */
export function usePermits(action: Action): boolean {
  const { data } = useQuery(ownGrantsQuery)
  return data?.actions.includes(action) ?? false
}
