import {
  comparisons,
  levelIn,
  nameComparison,
  nameLevel,
  nikComparison,
  nikLevel,
} from './comparisons.ts'
import type { LinkModel } from './em.ts'
import type { PairEvidence } from './schema.ts'

/** Units of the fixed-point weights in one bit. Weights are compared as whole numbers. */
export const unitsPerBit = 1024

/** Weights of levels against strangers and against household members, and the priors, in units. */
export interface Weights {
  readonly againstStranger: readonly Int32Array[]
  readonly againstHousehold: readonly Int32Array[]
  readonly priorStranger: number
  readonly priorHousehold: number
}

/** Fixed-point weights of a model. */
export function weightsOf(model: LinkModel): Weights {
  const table = (other: readonly Float64Array[]) =>
    model.m.map((shares, place) =>
      Int32Array.from(shares, (share, level) => toUnits(share / (other[place]?.[level] ?? 1))),
    )
  return {
    againstStranger: table(model.u),
    againstHousehold: table(model.h),
    priorStranger: toUnits(model.matchCount / model.strangerCount),
    priorHousehold: toUnits(model.matchCount / model.householdCount),
  }
}

/**
 * Weights in which what disagrees altogether never speaks for a pair: a level that random pairs do not
 * show would otherwise weigh as if it were rare.
 */
export function disagreeingAtMostZero(weights: Weights): Weights {
  return {
    ...weights,
    againstStranger: weights.againstStranger.map((levels) =>
      levels.map((units, level) => (level === 1 ? Math.min(0, units) : units)),
    ),
  }
}

function toUnits(ratio: number): number {
  return Math.round(Math.log2(Math.max(ratio, 1e-12)) * unitsPerBit)
}

/**
 * Two whole NIK, each with its own record's birth date in it, that differ by more than a slip are two
 * persons or one person with two numbers: never joined without a human. Twins bear neighbouring
 * numbers and names, so a slip in the serial forbids a join too unless the names are the same.
 */
function isForbidden(pattern: number): boolean {
  const nik = levelIn(pattern, nikComparison)
  if (nik === nikLevel.otherSure) return true
  return nik === nikLevel.nearSerial && levelIn(pattern, nameComparison) < nameLevel.full
}
const forbiddenUnits = -unitsPerBit / 2

/** Sum over the comparisons of the mean weight of the patterns that say something. */
function meanUnits(patterns: readonly number[], tables: readonly Int32Array[]): number {
  let units = 0
  comparisons.forEach((comparison, place) => {
    let sum = 0
    let count = 0
    for (const pattern of patterns) {
      const level = levelIn(pattern, comparison)
      if (level === 0) continue
      sum += tables[place]?.[level] ?? 0
      count++
    }
    if (count > 0) units += Math.round(sum / count)
  })
  return units
}

/** Scores patterns, remembering each. */
export class PatternScorer {
  readonly #weights: Weights
  readonly #known = new Map<number, number>()

  constructor(weights: Weights) {
    this.#weights = weights
  }

  /** Weight in units: the smaller of the two, so that both other explanations must be ruled out. */
  units(pattern: number): number {
    const known = this.#known.get(pattern)
    if (known !== undefined) return known
    const sum = Math.min(this.#sum(pattern, true), this.#sum(pattern, false))
    const units = isForbidden(pattern) ? Math.min(sum, forbiddenUnits) : sum
    this.#known.set(pattern, units)
    return units
  }

  /**
   * Weight of the join of two clusters in units, from the patterns of all pairs across.
   *
   * Each comparison speaks once, with the mean of the pairs in which both records say something:
   * ten copies of one mistake weigh no more than the mistake, and a record that resembles one member
   * by chance does not pull two persons into one.
   */
  joinUnits(patterns: readonly number[]): number {
    if (patterns.some(isForbidden)) return forbiddenUnits
    const { againstHousehold, againstStranger, priorHousehold, priorStranger } = this.#weights
    const stranger = priorStranger + meanUnits(patterns, againstStranger)
    return Math.min(stranger, priorHousehold + meanUnits(patterns, againstHousehold))
  }

  #sum(pattern: number, isHousehold: boolean): number {
    const { againstHousehold, againstStranger, priorHousehold, priorStranger } = this.#weights
    const tables = isHousehold ? againstHousehold : againstStranger
    let units = isHousehold ? priorHousehold : priorStranger
    for (let place = 0; place < comparisons.length; place++) {
      const comparison = comparisons[place]
      if (comparison) units += tables[place]?.[levelIn(pattern, comparison)] ?? 0
    }
    return units
  }

  /** What spoke for and against, in bits, against the explanation that is harder to rule out. */
  evidence(pattern: number): PairEvidence[] {
    const isHousehold = this.#sum(pattern, true) < this.#sum(pattern, false)
    const tables = isHousehold ? this.#weights.againstHousehold : this.#weights.againstStranger
    return comparisons.flatMap((comparison, place) => {
      const no = levelIn(pattern, comparison)
      const level = comparison.levels[no]
      if (no === 0 || !level) return []
      const weightBits = (tables[place]?.[no] ?? 0) / unitsPerBit
      return [{ comparison: comparison.name, level: level.name, weightBits }]
    })
  }
}

/** Probability of a match from a weight in units. */
export function probabilityOf(units: number): number {
  return 1 / (1 + 2 ** (-units / unitsPerBit))
}
