import type { FamilyFields, ListKind, PersonFields, RowFields, RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import type { Instant } from '#platform/tables'
import type { Person } from '../schema.ts'

/** Which row a value came from at that time, and which rows said otherwise. */
export interface KnownOrigin {
  readonly field: string
  readonly ref: RowRef
  readonly others: readonly RowRef[]
}

/** A row of a list as it was read then. */
export interface KnownRow {
  /** Place among all rows of its run: their order decides between equals. */
  readonly place: number
  readonly ref: RowRef
  readonly kind: ListKind
  readonly title: string
  readonly provider: string | null
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null
  readonly fields: RowFields
}

/** Half open; the present has no end. */
interface Recorded {
  readonly recordedFrom: Instant
  readonly recordedTo: Instant | null
}

export interface KnownPerson extends Recorded {
  readonly personId: string
  readonly familyId: string
  /** What the register said, with numbers as they are. */
  readonly fields: PersonFields
  readonly birthYear: number | null
  readonly status: Person['status']
  readonly statusDate: IsoDate | null
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly origins: readonly KnownOrigin[]
  readonly rows: readonly KnownRow[]
}

export interface KnownFamilyRecord extends Recorded {
  readonly familyId: string
  readonly headPersonId: string | null
  readonly fields: FamilyFields
  readonly listCount: number
  readonly memberCount: number
  readonly origins: readonly KnownOrigin[]
}

/** A family with its members as the register knew them at one moment. */
export interface KnownFamily extends KnownFamilyRecord {
  readonly persons: readonly KnownPerson[]
}

/** Every version of a family, and of whoever was with it in any of them, oldest first. */
export interface FamilyVersions {
  readonly families: readonly KnownFamilyRecord[]
  readonly persons: readonly KnownPerson[]
}
