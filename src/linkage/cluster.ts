/** Pairs with their weights, in canonical record numbers. */
export interface WeightedPairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly units: Int32Array
}

export interface ClusterOptions {
  /** Pairs lighter than this join nothing. */
  readonly thresholdUnits: number
  /** Weight of the join of two clusters, in units. */
  readonly weighJoin: (lefts: readonly number[], rights: readonly number[]) => number
}

export interface Clusters {
  /** Lowest record of the cluster of each record. */
  readonly rootOf: Int32Array
  /** Places in the pairs that joined two clusters. */
  readonly joining: readonly number[]
}

/**
 * Clusters by union of pairs, heaviest first, where the records of both sides agree on the whole.
 *
 * A pair proposes a join; all pairs across decide. Ties are broken by record number, and record
 * numbers depend on contents only.
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
    const isPair = lefts.length === 1 && rights.length === 1
    if (!isPair && options.weighJoin(lefts, rights) <= 0) continue
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
