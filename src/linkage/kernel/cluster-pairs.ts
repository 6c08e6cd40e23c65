import type { Kernel } from './kernel.ts'
import { levelFunctions } from './pair-comparer.ts'
import type { KeptPairs, LevelWeights } from './run-ranges.ts'

/** Members of each side that a join of two clusters looks at. */
const mostLooked = 16

function inOrder(lefts: readonly number[], rights: readonly number[]): readonly number[] {
  return [...lefts, ...rights].sort((one, other) => one - other)
}

/**
 * Lowest record of the cluster of each record.
 *
 * Pairs propose joins in their order, heaviest first; all pairs across decide: each comparison speaks once, with the
 * mean of the pairs in which both records say something. Ten copies of one mistake weigh no more than
 * the mistake, and a record that resembles one member by chance does not pull two into one.
 */
export function clusterPairs(
  kernel: Kernel,
  pairs: Omit<KeptPairs, 'compared'>,
  {
    weights,
    thresholdUnits,
    earlier,
  }: {
    readonly weights: LevelWeights
    readonly thresholdUnits: number
    /** Number of the cluster that an earlier linkage gave each record, -1 for none: they stay together. */
    readonly earlier?: Int32Array | undefined
  },
): Int32Array {
  const parent = Int32Array.from({ length: kernel.count }, (_, record) => record)
  const members = earlierMembers(earlier, parent)
  const weigh = joinWeigher(kernel, weights)
  const findRoot = (record: number): number => {
    let root = record
    while (parent[root] !== root) root = parent[root] ?? root
    let step = record
    while (parent[step] !== root) {
      const next = parent[step] ?? root
      parent[step] = root
      step = next
    }
    return root
  }
  for (let place = 0; (pairs.units[place] ?? -Infinity) >= thresholdUnits; place++) {
    const left = findRoot(pairs.left[place] ?? 0)
    const right = findRoot(pairs.right[place] ?? 0)
    if (left === right) continue
    const lefts = members.get(left) ?? [left]
    const rights = members.get(right) ?? [right]
    const isPair = lefts.length === 1 && rights.length === 1
    if (!isPair && weigh(lefts, rights) < thresholdUnits) continue
    const root = Math.min(left, right)
    parent[left] = root
    parent[right] = root
    members.set(root, isPair ? [root, left + right - root] : inOrder(lefts, rights))
    members.delete(Math.max(left, right))
  }
  return parent.map((_, record) => findRoot(record))
}

/** Members of each earlier cluster of two or more by its lowest record, which becomes their parent. */
function earlierMembers(
  earlier: Int32Array | undefined,
  parent: Int32Array,
): Map<number, readonly number[]> {
  const members = new Map<number, number[]>()
  const firstOf = new Map<number, number>()
  earlier?.forEach((number, record) => {
    if (number < 0) return
    const first = firstOf.get(number)
    if (first === undefined) {
      firstOf.set(number, record)
      return
    }
    parent[record] = first
    const known = members.get(first)
    if (known) known.push(record)
    else members.set(first, [first, record])
  })
  return members
}

function joinWeigher(kernel: Kernel, weights: LevelWeights) {
  const functions = levelFunctions(kernel.columns)
  return (allLefts: readonly number[], allRights: readonly number[]): number => {
    const lefts = allLefts.slice(0, mostLooked)
    const rights = allRights.slice(0, mostLooked)
    let stranger = weights.priorStranger
    let household = weights.priorHousehold
    functions.forEach((levelOf, place) => {
      const strangers = weights.againstStranger[place]
      const households = weights.againstHousehold[place]
      let strangerSum = 0
      let householdSum = 0
      let told = 0
      for (const left of lefts) {
        for (const right of rights) {
          const level = levelOf(left, right)
          if (level === 0) continue
          told++
          strangerSum += strangers?.[level] ?? 0
          householdSum += households?.[level] ?? 0
        }
      }
      if (told === 0) return
      stranger += Math.round(strangerSum / told)
      household += Math.round(householdSum / told)
    })
    return Math.min(stranger, household)
  }
}
