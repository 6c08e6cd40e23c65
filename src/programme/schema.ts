import type { IsoDate } from '#platform/dates'

/** Kleene truth: null is unknown. */
export type Tri = true | false | null

export interface ReasonFact {
  /** Field of the rule: `decile`, `age_years`. */
  readonly field: string
  readonly value: string | null
  readonly ref?: { readonly file: string; readonly sheet: string; readonly row: number }
}

/** One named condition of a programme and how it came out. */
export interface ConditionOutcome {
  readonly conditionId: string
  readonly result: Tri
  readonly facts: readonly ReasonFact[]
}

export interface ProgrammeDecision {
  readonly familyId: string
  /** Present when the programme's unit is the person. */
  readonly personId?: string
  readonly programme: string
  readonly ruleVersion: string
  readonly result: 'eligible' | 'ineligible' | 'unknown'
  readonly amountRp?: number
  /** True when a fact is missing that could raise `amountRp`. */
  readonly isAmountMinimum?: boolean
  readonly amountPeriod?: 'month' | 'quarter' | 'year' | 'once'
  /** `ok`, the id of the first failing condition, or the first missing field. */
  readonly reasonCode: string
  /** Decisive conditions only: failing ones of a refusal, unknown ones of an unknown, all of a yes. */
  readonly outcomes: readonly ConditionOutcome[]
  readonly missing: readonly string[]
  /** Plain words, Indonesian and English, built from the outcomes. */
  readonly reasonId: string
  readonly reasonEn: string
  /** Already receives it according to the ledger. */
  readonly isReceiving: boolean
}

export interface ProgrammeSummary {
  readonly code: string
  readonly nameId: string
  readonly nameEn: string
  readonly sector: string
  readonly unit: 'person' | 'family' | 'house'
  readonly decidedBy: string
  readonly decidedByEn: string
  readonly source: string
  readonly validFrom: IsoDate
  /** How often money reaches the family; null where it comes once, or as goods or contributions. */
  readonly paidEvery: 'month' | 'quarter' | 'year' | null
}
