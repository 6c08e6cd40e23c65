import { shareOf } from './agreement.ts'
import type { Calibration, Shift } from './judgement-schema.ts'

/** A pair of which people know whether it is one person. */
export interface JudgedPair {
  /** As the model gave it when it was judged: log2 of the odds; 0 is even. */
  readonly weightBits: number
  readonly isSame: boolean
}

/** Odds of one to four, even, four to one: 20, 50 and 80 of 100. */
const bandEdgesBits = [-2, 0, 2] as const

/** So many pairs of each answer, and no fewer, say how far the model is off. */
export const fewestOfEach = 50

/** What the model said of the pairs that people judged, beside what they said. */
export function calibrationOf(pairs: readonly JudgedPair[]): Calibration {
  const edges = [Number.NEGATIVE_INFINITY, ...bandEdgesBits, Number.POSITIVE_INFINITY]
  const bands = edges.slice(1).map((toBits, no) => {
    const fromBits = edges[no] ?? 0
    const own = pairs.filter(({ weightBits }) => weightBits >= fromBits && weightBits < toBits)
    const same = own.filter(({ isSame }) => isSame).length
    return {
      fromBits: Number.isFinite(fromBits) ? fromBits : null,
      toBits: Number.isFinite(toBits) ? toBits : null,
      pairs: own.length,
      same,
      said: own.length === 0 ? null : toThousandths(sum(own.map(chanceOf)) / own.length),
      share: shareOf(same, own.length),
    }
  })
  const same = pairs.filter(({ isSame }) => isSame).length
  const isEnough = Math.min(same, pairs.length - same) >= fewestOfEach
  return { pairs: pairs.length, same, bands, shift: isEnough ? shiftOf(pairs) : null }
}

const nepersABit = Math.LN2
const z95 = 1.959964
const widestBits = 20

/**
 * Bits that are to be added to the model's weights so that they say as many are the same as people did: the
 * likeliest one, with its 95 % interval.
 *
 * Only how sure the model is in general is corrected, not which fact counts for how much. It holds for the
 * pairs that people are shown, which are the doubtful ones.
 */
export function shiftOf(pairs: readonly JudgedPair[]): Shift {
  const same = pairs.filter(({ isSame }) => isSame).length
  const expected = (shift: number) =>
    sum(pairs.map(({ weightBits, isSame }) => chanceOf({ weightBits: weightBits + shift, isSame })))
  let [low, high] = [-widestBits, widestBits]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (expected(middle) < same) low = middle
    else high = middle
  }
  const bits = (low + high) / 2
  const information = sum(
    pairs.map(({ weightBits, isSame }) => {
      const chance = chanceOf({ weightBits: weightBits + bits, isSame })
      return chance * (1 - chance) * nepersABit ** 2
    }),
  )
  const half = z95 / Math.sqrt(information)
  return {
    bits: toHundredths(bits),
    from: toHundredths(bits - half),
    to: toHundredths(bits + half),
  }
}

function chanceOf({ weightBits }: JudgedPair): number {
  return 1 / (1 + 2 ** -weightBits)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

const toHundredths = (value: number) => Math.round(value * 100) / 100 || 0
const toThousandths = (value: number) => Math.round(value * 1000) / 1000

/** Bits from which the linkage joins a pair by itself, where nobody adopted others. */
export const usualThresholdBits = 1
/** No proposal leaves what people are shown: beyond it nobody has looked. */
const boundsBits = { least: -3, most: 4 } as const

/**
 * The threshold at which a pair is as sure as the usual one was meant to be, by what people said; null where
 * their answers do not refute the one in force.
 */
export function proposedThresholdBits(shift: Shift | null, presentBits: number): number | null {
  if (shift === null) return null
  const fits = (bits: number) => Math.min(boundsBits.most, Math.max(boundsBits.least, bits))
  const [least, most] = [usualThresholdBits - shift.to, usualThresholdBits - shift.from]
  if (presentBits >= least && presentBits <= most) return null
  const proposed = Math.round(fits(usualThresholdBits - shift.bits) * 10) / 10
  return proposed === presentBits ? null : proposed
}
