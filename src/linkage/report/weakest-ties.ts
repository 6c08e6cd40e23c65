import type { TableLinkage } from '../link-table.ts'
import { unitsPerBit } from '../score.ts'

/** A cluster of two records or more. */
export interface ClusterTie {
  /** Lowest record. */
  readonly root: number
  readonly size: number
  /** The weakest of the heaviest pairs that hold it together: without it the cluster falls apart. */
  readonly tieBits: number
  readonly left: number
  readonly right: number
}

/** Clusters to look at, a few of each kind. */
export interface NotableClusters {
  readonly largest: readonly ClusterTie[]
  /** Three records or more on the weakest ties. */
  readonly doubtful: readonly ClusterTie[]
  /** Pairs on the weakest ties. */
  readonly doubtfulPairs: readonly ClusterTie[]
}

const mostShown = 5

export function notableClusters(linkage: TableLinkage): NotableClusters {
  const largest = new FirstFew((one, other) => other.size - one.size || one.root - other.root)
  const byTie = (one: ClusterTie, other: ClusterTie) =>
    one.tieBits - other.tieBits || one.root - other.root
  const doubtful = new FirstFew(byTie)
  const doubtfulPairs = new FirstFew(byTie)
  for (const tie of weakestTies(linkage)) {
    if (tie.size === 2) doubtfulPairs.offer(tie)
    else for (const few of [largest, doubtful]) few.offer(tie)
  }
  return { largest: largest.all, doubtful: doubtful.all, doubtfulPairs: doubtfulPairs.all }
}

/** The first few clusters of an order. */
class FirstFew {
  readonly all: ClusterTie[] = []
  readonly #compare: (one: ClusterTie, other: ClusterTie) => number

  constructor(compare: (one: ClusterTie, other: ClusterTie) => number) {
    this.#compare = compare
  }

  offer(tie: ClusterTie): void {
    const last = this.all[mostShown - 1]
    if (last && this.#compare(last, tie) < 0) return
    this.all.push(tie)
    this.all.sort(this.#compare)
    this.all.length = Math.min(mostShown, this.all.length)
  }
}

/** The weakest edge of each cluster's maximum spanning tree, by the cluster's lowest record. */
function* weakestTies({ rootOf, pairs }: TableLinkage): Generator<ClusterTie> {
  const sizeOf = new Int32Array(rootOf.length)
  for (const root of rootOf) sizeOf[root] = (sizeOf[root] ?? 0) + 1
  const parent = Int32Array.from(rootOf, (_, record) => record)
  const findRoot = (record: number): number => {
    let root = record
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root
      root = parent[root] ?? root
    }
    return root
  }
  const tiePlaceOf = new Int32Array(rootOf.length).fill(-1)
  for (let place = 0; place < pairs.units.length; place++) {
    const left = pairs.left[place] ?? 0
    const right = pairs.right[place] ?? 0
    const root = rootOf[left] ?? 0
    if (root !== rootOf[right]) continue
    const [one, other] = [findRoot(left), findRoot(right)]
    if (one === other) continue
    parent[one] = other
    tiePlaceOf[root] = place
  }
  for (const [root, place] of tiePlaceOf.entries()) {
    if (place < 0) continue
    yield {
      root,
      size: sizeOf[root] ?? 0,
      tieBits: (pairs.units[place] ?? 0) / unitsPerBit,
      left: pairs.left[place] ?? 0,
      right: pairs.right[place] ?? 0,
    }
  }
}
