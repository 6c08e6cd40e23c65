import type { TableLinkage } from '../link-table.ts'
import { probabilityOf, unitsPerBit } from '../score.ts'
import type { LinkTable } from '../tables/read-tables.ts'

/** Kept pairs whose weight lies from `lowBits` to less than `highBits`. */
export interface WeightBand {
  readonly lowBits: number
  readonly highBits: number
  readonly pairs: number
  /** Pairs of one person by the known answer; 0 where none is known. */
  readonly truePairs: number
  /** Sum of the pairs' probabilities. */
  readonly expected: number
}

/** Kept pairs in bands of one bit, lightest first; the threshold is an edge. */
export function weightBands(table: LinkTable, linkage: TableLinkage): readonly WeightBand[] {
  const { left, right, units } = linkage.pairs
  const threshold = linkage.settings.threshold_match_weight
  const bandOf = (weight: number) =>
    Math.floor((weight - Math.round(threshold * unitsPerBit)) / unitsPerBit)
  let lowest = 0
  let highest = -1
  for (const weight of units) {
    const band = bandOf(weight)
    if (band < lowest) lowest = band
    if (band > highest) highest = band
  }
  const bands = Array.from({ length: Math.max(0, highest - lowest + 1) }, () => ({
    pairs: 0,
    truePairs: 0,
    expected: 0,
  }))
  units.forEach((weight, place) => {
    const band = bands[bandOf(weight) - lowest]
    if (!band) return
    band.pairs++
    band.expected += probabilityOf(weight)
    const answer = table.truth?.[left[place] ?? 0] ?? -1
    if (answer >= 0 && answer === table.truth?.[right[place] ?? 0]) band.truePairs++
  })
  return bands.map((band, no) => ({
    lowBits: threshold + lowest + no,
    highBits: threshold + lowest + no + 1,
    ...band,
  }))
}

/** Bands of `width` bits made of bands of one bit; the threshold stays an edge. */
export function wider(
  bands: readonly WeightBand[],
  width: number,
  thresholdBits: number,
): readonly WeightBand[] {
  const joined = new Map<number, WeightBand>()
  for (const band of bands) {
    const step = Math.floor(Math.round(band.lowBits - thresholdBits) / width)
    const low = thresholdBits + step * width
    const known = joined.get(step)
    joined.set(step, {
      lowBits: low,
      highBits: low + width,
      pairs: band.pairs + (known?.pairs ?? 0),
      truePairs: band.truePairs + (known?.truePairs ?? 0),
      expected: band.expected + (known?.expected ?? 0),
    })
  }
  return [...joined.values()]
}
