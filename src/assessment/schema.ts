import type { RowRef } from '#intake/schema'
import type { Indicator, Sector } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'

/** A fact behind a need, with the row that says it. */
export interface EvidenceFact {
  /** Field name of the register: `wasteDisposal`, `schoolParticipation`. */
  readonly fact: string
  readonly value: string
  readonly ref?: RowRef
  /** Day of the visit or list that says it, where one is told. */
  readonly seenOn?: IsoDate
}

/**
 * Facts about the person and family of a need that an offer's filter may ask for. Null is unknown.
 * Each is also a column of needs.csv, in this order.
 */
export interface NeedFacts {
  readonly decile: number | null
  readonly age_years: number | null
  readonly sex: 'L' | 'P' | null
  readonly in_school: boolean | null
  readonly school_level: string | null
  readonly disability: string | null
  readonly disability_severity: string | null
  readonly pregnant: boolean | null
  readonly chronic_illness: boolean | null
  readonly woman_head: boolean | null
  readonly lone_elderly: boolean | null
  readonly own_house: boolean | null
  readonly land_title: string | null
  readonly house_condition: string | null
  readonly has_nik: boolean | null
  readonly jkn_active: boolean | null
  readonly owns_business: boolean | null
  readonly power_va: number | null
  readonly faith: string | null
  readonly area_type: string | null
  readonly flooded: boolean | null
  /** Programme codes that the family receives. */
  readonly receives: readonly string[]
}

export interface Need {
  readonly needId: string
  readonly familyId: string
  readonly personId?: string
  /** Region code, dotted; absent when no list says. */
  readonly ward?: string
  readonly sector: Sector
  readonly indicator: Indicator
  /** 1 light to 4 urgent. */
  readonly severity: 1 | 2 | 3 | 4
  /** Sum of published points. */
  readonly score: number
  readonly since?: IsoDate
  readonly facts: NeedFacts
  readonly evidence: readonly EvidenceFact[]
  /** The points that make the score, largest first. */
  readonly points: readonly { readonly reason: string; readonly points: number }[]
}

/** A missing fact that would settle whether there is a need. */
export interface Question {
  readonly familyId: string
  readonly personId?: string
  readonly indicator: Indicator
  /** Field name that is unknown. */
  readonly fact: string
}

/** Three-valued: true lacks, false does not, null unknown. One entry an indicator. */
export interface FamilyProfile {
  readonly familyId: string
  readonly lacks: Readonly<Record<Indicator, boolean | null>>
}

export interface Assessment {
  readonly on: IsoDate
  readonly needs: readonly Need[]
  readonly questions: readonly Question[]
  readonly profiles: readonly FamilyProfile[]
}
