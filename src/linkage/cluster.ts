import { unitsPerBit, vetoUnits } from './score.ts'

/** Pairs with their weights, in canonical record numbers. */
export interface WeightedPairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly units: Int32Array
}

export interface ClusterOptions {
  /** Pairs lighter than this join nothing. */
  readonly thresholdUnits: number
  /** What a pair of records, compared before or not, says to a join of their clusters, in units. */
  readonly vote: (left: number, right: number) => number
}

export interface Clusters {
  /** Lowest record of the cluster of each record. */
  readonly rootOf: Int32Array
  /** Places in the pairs that joined two clusters. */
  readonly joining: readonly number[]
}

/** One pair cannot speak louder than this in the vote on joining two clusters. */
const clipUnits = 12 * unitsPerBit

/**
 * Clusters by union of pairs, heaviest first, where the records of both sides agree on the whole.
 *
 * A join must be carried by the sum of the weights of all pairs across: a record that resembles one
 * member by chance (the NIK of another family member typed by mistake) does not pull two persons
 * into one. Ties are broken by record number, and record numbers depend on contents only.
 */
export function clusterPairs(
  count: number,
  pairs: WeightedPairs,
  options: ClusterOptions,
): Clusters {
  const parent = Int32Array.from({ length: count }, (_, no) => no)
  const members = new Map<number, number[]>()
  const joining: number[] = []
  const findRoot = (no: number): number => {
    let root = no
    while (parent[root] !== root) root = parent[root] ?? root
    let step = no
    while (parent[step] !== root) {
      const next = parent[step] ?? root
      parent[step] = root
      step = next
    }
    return root
  }
  for (const place of heaviestFirst(pairs, options.thresholdUnits)) {
    const left = findRoot(pairs.left[place] ?? 0)
    const right = findRoot(pairs.right[place] ?? 0)
    if (left === right) continue
    const lefts = members.get(left) ?? [left]
    const rights = members.get(right) ?? [right]
    if (!agreeOnTheWhole(lefts, rights, options)) continue
    const root = Math.min(left, right)
    parent[left] = root
    parent[right] = root
    members.set(root, [...lefts, ...rights])
    members.delete(Math.max(left, right))
    joining.push(place)
  }
  const rootOf = new Int32Array(count)
  for (let no = 0; no < count; no++) rootOf[no] = findRoot(no)
  return { rootOf, joining }
}

function heaviestFirst(pairs: WeightedPairs, thresholdUnits: number): number[] {
  const places: number[] = []
  for (let place = 0; place < pairs.units.length; place++) {
    if ((pairs.units[place] ?? 0) >= thresholdUnits) places.push(place)
  }
  return places.sort(
    (first, second) =>
      (pairs.units[second] ?? 0) - (pairs.units[first] ?? 0) ||
      (pairs.left[first] ?? 0) - (pairs.left[second] ?? 0) ||
      (pairs.right[first] ?? 0) - (pairs.right[second] ?? 0),
  )
}

function agreeOnTheWhole(
  lefts: readonly number[],
  rights: readonly number[],
  { vote }: ClusterOptions,
): boolean {
  if (lefts.length === 1 && rights.length === 1) return true
  let sum = 0
  for (const left of lefts) {
    for (const right of rights) {
      const units = vote(left, right)
      if (units <= vetoUnits) return false
      sum += Math.max(-clipUnits, Math.min(clipUnits, units))
    }
  }
  return sum > 0
}
