/** Pairs with their weights, in canonical record numbers. */
export interface WeightedPairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly units: Int32Array
}

/** What people decided about pairs of records. */
export interface DecidedPairs {
  readonly together: readonly (readonly [number, number])[]
  readonly apart: readonly (readonly [number, number])[]
}

export interface ClusterOptions {
  /** Pairs lighter than this join nothing. */
  readonly thresholdUnits: number
  /** Pairs that people joined, and pairs that they parted; these win over every weight. */
  readonly decided: DecidedPairs
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
 * numbers depend on contents only. What people parted stays apart, also through others; then what they
 * joined is joined first.
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
  const apartOf = partnersOf(options.decided.apart)
  const mayJoin = (lefts: readonly number[], right: number): boolean =>
    apartOf.size === 0 ||
    !lefts.some((left) => (apartOf.get(left) ?? []).some((other) => findRoot(other) === right))
  const joinRoots = (left: number, right: number, lefts: readonly number[]): void => {
    const root = Math.min(left, right)
    parent[left] = root
    parent[right] = root
    members.set(root, [...lefts, ...(members.get(right) ?? [right])])
    members.delete(Math.max(left, right))
  }
  for (const [one, other] of options.decided.together) {
    const left = findRoot(one)
    const right = findRoot(other)
    const lefts = members.get(left) ?? [left]
    if (left !== right && mayJoin(lefts, right)) joinRoots(left, right, lefts)
  }
  for (const place of heaviestFirst(pairs, options.thresholdUnits)) {
    const left = findRoot(pairs.left[place] ?? 0)
    const right = findRoot(pairs.right[place] ?? 0)
    if (left === right) continue
    const lefts = members.get(left) ?? [left]
    const rights = members.get(right) ?? [right]
    const isPair = lefts.length === 1 && rights.length === 1
    if (!mayJoin(lefts, right)) continue
    if (!isPair && options.weighJoin(lefts, rights) <= 0) continue
    joinRoots(left, right, lefts)
    joining.push(place)
  }
  const rootOf = new Int32Array(count)
  for (let no = 0; no < count; no++) rootOf[no] = findRoot(no)
  return { rootOf, joining }
}

function partnersOf(pairs: DecidedPairs['apart']): ReadonlyMap<number, readonly number[]> {
  const partners = new Map<number, number[]>()
  const add = (no: number, other: number) => {
    const known = partners.get(no)
    if (known) known.push(other)
    else partners.set(no, [other])
  }
  for (const [left, right] of pairs) {
    add(left, right)
    add(right, left)
  }
  return partners
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
