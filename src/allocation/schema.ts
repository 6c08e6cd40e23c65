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
  readonly fields: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
}

export interface AllocationLine {
  readonly needId: string
  readonly offerId: string
  readonly units: number
  readonly amountRp: number
  readonly reason: string
}

export interface UnservedLine {
  readonly needId: string
  /** `no-offer`, `filter-unknown`, `not-eligible`, `below-cutoff`, … */
  readonly reasonCode: string
  /** Score at which the last compatible offer closed; absent where none was compatible. */
  readonly cutoff?: number
  readonly score: number
}

export interface AllocationPlan {
  readonly lines: readonly AllocationLine[]
  readonly unserved: readonly UnservedLine[]
  readonly value: number
  readonly upperBound: number
  readonly gap: number
  readonly served: number
  readonly shortfalls: readonly unknown[]
  /** Dual price of each offer in points; what one more unit would be worth. */
  readonly offerPrices: Readonly<Record<string, number>>
  readonly certificate: unknown
  /** Filters that came out unknown, as questions: which fact, how many needs. */
  readonly questions: readonly {
    readonly offerId: string
    readonly field: string
    readonly needCount: number
  }[]
}
