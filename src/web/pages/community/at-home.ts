import { useQuery } from '@tanstack/react-query'
import type { GroupView } from '#registry/schema'
import { ownGrantsQuery } from '../../api/queries.ts'

/** Whether a ward lies in the places of a grant; null is the whole city. */
export function isInPlaces(regions: readonly string[] | null, ward: string): boolean {
  return regions === null || regions.some((code) => ward === code || ward.startsWith(`${code}.`))
}

/** Whether the role in use may write about a group: where the group is at home. The server decides. */
export function useMayChange({ ward }: GroupView): boolean {
  const { data: own } = useQuery(ownGrantsQuery)
  const grant = own?.grants[0]
  if (!own?.actions.includes('propose-changes') || !grant) return false
  return isInPlaces(grant.regions, ward)
}
