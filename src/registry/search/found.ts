import type { FoundScope } from './packed-index.ts'

/** By what a family was found. */
export type FoundPart = 'name' | 'address' | 'phone' | 'nik' | 'kk'

/** A family that an answer holds. */
export interface FoundFamily {
  readonly familyId: string
  readonly parts: readonly FoundPart[]
  /** Whose name, NIK or telephone was hit. */
  readonly personId: string | null
}

/** Who asks, as far as it decides what is found and in which order. */
export interface SearchAsker {
  readonly isSeen: (scope: FoundScope) => boolean
  /** Narrows the search to a place. */
  readonly ward?: string | undefined
  readonly district?: string | undefined
  /** Codes of the asker's own wards and districts: of equals, those come first. */
  readonly ownRegions: readonly string[]
  /** Families at most. */
  readonly limit: number
}
