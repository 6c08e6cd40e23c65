import type { NumberLists } from './number-lists.ts'
import type { NumberOwners, PackedKeys } from './packed-keys.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What decides who may find a family, and a person in it. */
export interface SearchScope {
  /** Kemendagri code; null where no list says. */
  readonly ward: string | null
  readonly district: string | null
  readonly organisationIds: readonly string[]
}

/** Who may find a member, or what hangs on the family. */
export interface FoundScope extends SearchScope {
  readonly dataClasses: readonly ('family' | 'children')[]
}

/**
 * The register as the search reads it: arrays of numbers, which a thread hands over without a copy.
 * Persons and families are called by their place here; only keys lead out of it.
 */
export interface PackedIndex {
  readonly familyIds: PackedKeys
  readonly personIds: PackedKeys
  readonly familyOfPerson: Uint32Array<ArrayBuffer>
  readonly personsOfFamily: NumberLists
  readonly scopes: readonly SearchScope[]
  readonly scopeOfFamily: Uint32Array<ArrayBuffer>
  readonly familiesOfScope: NumberLists
  /** 1 for a person under 18, whom only the class of children shows. */
  readonly isMinor: Uint8Array<ArrayBuffer>
  /** 0 where no list says. */
  readonly rt: Uint16Array<ArrayBuffer>
  readonly rw: Uint16Array<ArrayBuffer>
  readonly names: Vocabulary
  readonly namesOfPerson: NumberLists
  readonly personsOfName: NumberLists
  readonly streets: Vocabulary
  readonly streetsOfFamily: NumberLists
  readonly familiesOfStreet: NumberLists
  /** Persons by the first 52 bits of the HMAC of their NIK, families by those of their KK. */
  readonly niks: NumberOwners
  readonly kks: NumberOwners
  /** Persons by their telephone number without the leading zero. */
  readonly phones: NumberOwners
}

/** Bytes that an index holds, and the buffers that a thread hands over with it. */
export function buffersOf(index: PackedIndex): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const collect = (part: unknown): void => {
    if (
      part instanceof Float64Array ||
      part instanceof Uint32Array ||
      part instanceof Uint16Array
    ) {
      if (part.buffer instanceof ArrayBuffer) buffers.add(part.buffer)
    } else if (part instanceof Uint8Array) {
      if (part.buffer instanceof ArrayBuffer) buffers.add(part.buffer)
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      Object.values(part).forEach(collect)
    }
  }
  collect(index)
  return [...buffers]
}
