import { useQuery } from '@tanstack/react-query'
import type { Action } from '#access/schema'
import { ownGrantsQuery } from '../api/queries.ts'

const none: readonly Action[] = []

/** What the role in use permits. The server decides; this is for what is shown and asked. */
export function usePermitted(): readonly Action[] {
  const { data } = useQuery(ownGrantsQuery)
  return data?.actions ?? none
}

/** Whether the role in use carries an action: what it does not is not shown. The server decides. */
export function usePermits(action: Action): boolean {
  return usePermitted().includes(action)
}
