/** A value that a filter may ask for; null is unknown. */
export type FieldValue = string | number | boolean | readonly string[] | null

/** A need as the allocation reads it; unknown further columns are fields for filters. */
export interface NeedInput {
  readonly needId: string
  readonly familyId: string
  readonly personId: string
  readonly ward: string
  readonly sector: string
  readonly indicator: string
  readonly severity: number
  readonly score: number
  readonly since: string
  readonly lockedOffer: string
  readonly promisedOffer: string
  readonly fields: Readonly<Record<string, FieldValue>>
}

export interface AllocationLine {
  readonly needId: string
  readonly offerId: string
  /** Part of a unit that the need takes: 1, or 1 / needs per unit. */
  readonly units: number
  /** Its share of the unit's cost; the shares of a full unit add up to the cost. */
  readonly amountRp: number
  /** Why it is served and by whom, Indonesian and English. */
  readonly reason: string
  readonly reasonEn: string
}

export const unservedReasons = [
  'no-offer', // nobody offers anything for this indicator
  'offer-elsewhere', // offers exist, none reaches this ward
  'outside-window', // an offer reaches the ward, not on this day
  'not-eligible', // open offers reach the ward, their conditions do not hold
  'filter-unknown', // a condition hangs on a fact that nobody knows yet
  'bundle-closed', // too few takers in the ward for the offer's smallest bundle
  'below-cutoff', // compatible offers went to higher scores
] as const
export type UnservedReason = (typeof unservedReasons)[number]

export interface UnservedLine {
  readonly needId: string
  /** One of `unservedReasons`: the furthest that the need came with any offer. */
  readonly reasonCode: string
  /** Score of the last place that compatible offers gave away; absent where none was compatible. */
  readonly cutoff?: number
  readonly score: number
}

/** What a plan could not keep, and why. */
export interface Shortfall {
  readonly kind: 'lock-broken' | 'bundle-closed' | 'window-not-checked'
  readonly offerId: string
  readonly needId?: string
  readonly ward?: string
  /** Why, in a stable word: `unknown-offer`, `not-compatible`, `no-unit`, `few-takers`, `no-date`. */
  readonly cause: string
  readonly count: number
}

/** Rules of the council over the plan. Absent: no coupling rule holds. */
export interface Policy {
  /** Points for a need that was promised help before. */
  readonly keepBonus?: number
}

/**
 * The proof of a plan by linear programming duality, in whole points.
 *
 * For prices and potentials of at least 0 with `potential + price >= points` for each need and each
 * offer that may serve it, no plan is worth more than locked points + sum of free places × price +
 * sum of potentials. Columns of `needs` run in parallel, in order of priority.
 */
export interface Certificate {
  readonly version: 1
  /** Points of the certificate are scores times this, so that they are whole. */
  readonly scale: number
  readonly keepBonus: number
  readonly on: string
  readonly offers: readonly {
    readonly offerId: string
    /** Needs that its units and rupiah can serve. */
    readonly places: number
    /** Places taken by locks, before the others compete. */
    readonly lockedPlaces: number
    readonly price: number
  }[]
  /** Sets of offers, as indexes into `offers`, that may serve the needs of a class. */
  readonly classes: readonly (readonly number[])[]
  readonly needs: {
    readonly needId: readonly string[]
    readonly points: readonly number[]
    /** Index into `classes`, -1 where no offer may serve it. */
    readonly class: readonly number[]
    readonly potential: readonly number[]
    /** Indexes of the needs that a lock holds at their offer. */
    readonly locked: readonly number[]
  }
  readonly upperBound: number
}

export interface AllocationPlan {
  /** Served needs, highest priority first. */
  readonly lines: readonly AllocationLine[]
  readonly unserved: readonly UnservedLine[]
  /** Sum of the scores (with keep bonus) of the needs served. */
  readonly value: number
  /** Proven: no plan is worth more. */
  readonly upperBound: number
  /** upperBound - value; 0 without bundles. */
  readonly gap: number
  readonly served: number
  readonly shortfalls: readonly Shortfall[]
  /** Dual price of each offer in points; what one more place would be worth. */
  readonly offerPrices: Readonly<Record<string, number>>
  readonly certificate: Certificate
  /** Filters that came out unknown, as questions: which fact, how many needs. */
  readonly questions: readonly {
    readonly offerId: string
    readonly field: string
    readonly needCount: number
  }[]
}
