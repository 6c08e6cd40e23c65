import type { IsoDate } from '#platform/dates'

/** An offer in the contract's terms; one line of offers.csv. */
export interface Offer {
  readonly offerId: string
  readonly provider: string
  readonly sector: string
  /** Empty: any of the sector. */
  readonly indicator: string
  /** Absent: limited by budget only. */
  readonly units?: number
  readonly unitCostRp: number
  readonly budgetRp?: number
  /** Region codes; empty: all. */
  readonly wards: readonly string[]
  /** Rule text over the need's fields; empty: all. */
  readonly filter: string
  readonly windowFrom?: IsoDate
  readonly windowTo?: IsoDate
  readonly needsPerUnit: number
  readonly minBundle?: number
  /** What is given, the office's words. */
  readonly what: string
}

/** Something about an offer that Betang could not read and asks instead of guessing. */
export interface OfferQuestion {
  readonly offerId: string
  /** `territory-unknown`, `condition-unknown`, `unit-unclear`, … */
  readonly code: string
  /** The question, Indonesian and English. */
  readonly text: string
  readonly textEn: string
  /** What happens until it is answered, Indonesian and English. */
  readonly effect: string
  readonly effectEn: string
}

export interface OfferReading {
  readonly offers: readonly Offer[]
  readonly questions: readonly OfferQuestion[]
}
