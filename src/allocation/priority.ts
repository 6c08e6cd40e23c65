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
  const pointsOf = needs.map((need) =>
    Math.round((need.score + (need.promisedOffer === '' ? 0 : keepBonus)) * scale),
  )
  const order = Uint32Array.from(needs.keys())
  order.sort((left, right) => {
    const byPoints = (pointsOf[right] ?? 0) - (pointsOf[left] ?? 0)
    return byPoints !== 0 ? byPoints : byWaiting(needs[left], needs[right])
  })

  const sorted: NeedInput[] = []
  const points = new Float64Array(needs.length)
  for (const [place, index] of order.entries()) {
    const need = needs[index]
    if (!need) continue
    sorted.push(need)
    points[place] = pointsOf[index] ?? 0
  }
  return { needs: sorted, points, scale }
}

function byWaiting(left: NeedInput | undefined, right: NeedInput | undefined): number {
  if (!left || !right) return 0
  if (left.since !== right.since) {
    if (left.since === '') return 1
    if (right.since === '') return -1
    return left.since < right.since ? -1 : 1
  }
  return left.needId < right.needId ? -1 : left.needId > right.needId ? 1 : 0
}
