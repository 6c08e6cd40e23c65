import { districtOf } from '#territory'
import type { SearchAsker } from './found.ts'
import type { PackedIndex, SearchScope } from './packed-index.ts'

/** What an asker may find, decided once for each scope and not once for each person. */
export interface SeenScopes {
  /** 1 where what hangs on a family of the scope may be found. */
  readonly family: Uint8Array
  /** 1 where also the minors of such a family may. */
  readonly minor: Uint8Array
  /** Nothing of the index is kept from the asker. */
  readonly isAll: boolean
  /** 2 in the asker's own ward, 1 in its district, else 0. */
  readonly nearness: Uint8Array
}

/** Asks about every scope of an index. */
export function seeScopes({ scopes }: PackedIndex, asker: SearchAsker): SeenScopes {
  const seen = scopes.map(
    (scope) => isInPlace(scope, asker) && asker.isSeen({ ...scope, dataClasses: ['family'] }),
  )
  const minor = scopes.map(
    (scope, no) =>
      seen[no] === true && asker.isSeen({ ...scope, dataClasses: ['family', 'children'] }),
  )
  return {
    family: Uint8Array.from(seen, Number),
    minor: Uint8Array.from(minor, Number),
    isAll: minor.every(Boolean),
    nearness: Uint8Array.from(scopes, (scope) => nearnessOf(scope, asker.ownRegions)),
  }
}

function isInPlace(scope: SearchScope, { ward, district }: SearchAsker): boolean {
  return (
    (ward === undefined || scope.ward === ward) &&
    (district === undefined || scope.district === district)
  )
}

function nearnessOf({ ward, district }: SearchScope, ownRegions: readonly string[]): number {
  if (ward !== null && ownRegions.includes(ward)) return 2
  const around = ward === null ? district : (districtOf(ward) ?? district)
  return around !== null && ownRegions.some((own) => own === around || districtOf(own) === around)
    ? 1
    : 0
}
