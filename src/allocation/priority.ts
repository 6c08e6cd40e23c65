import type { NeedInput } from './schema.ts'

/** Needs in the order in which they are served, with their points as whole numbers. */
export interface PriorityOrder {
  /** Highest priority first. */
  readonly needs: readonly NeedInput[]
  /** Score and keep bonus times `scale`, parallel to `needs`. */
  readonly points: Float64Array
  readonly scale: number
}

/**
 * The published order: points downwards, then the longer wait, then the need's id.
 *
 * Scores with decimals are counted in thousandths, so that sums are exact on every machine. An
 * absent date of waiting comes last.
 */
export function orderByPriority(needs: readonly NeedInput[], keepBonus: number): PriorityOrder {
  const isWhole = Number.isInteger(keepBonus) && needs.every((need) => Number.isInteger(need.score))
  const scale = isWhole ? 1 : 1000
  const pointsOf = (need: NeedInput) =>
    Math.round((need.score + (need.promisedOffer === '' ? 0 : keepBonus)) * scale)

  const sorted: NeedInput[] = []
  const points = new Float64Array(needs.length)
  for (const [level, atLevel] of levels(needs, pointsOf, (a, b) => b - a)) {
    const sinceOf = (need: NeedInput) => need.since || never
    for (const [, waiting] of levels(atLevel, sinceOf, (a, b) => (a < b ? -1 : 1))) {
      if (waiting.length > 1) waiting.sort((a, b) => (a.needId < b.needId ? -1 : 1))
      for (const need of waiting) points[sorted.push(need) - 1] = level
    }
  }
  return { needs: sorted, points, scale }
}

/** Later than any date. */
const never = '9999'

/** Groups by key, in order of the keys: few keys are sorted where many needs would be. */
function levels<Key>(
  needs: readonly NeedInput[],
  keyOf: (need: NeedInput) => Key,
  compare: (a: Key, b: Key) => number,
): readonly [Key, NeedInput[]][] {
  return [...Map.groupBy(needs, keyOf)].sort(([a], [b]) => compare(a, b))
}
