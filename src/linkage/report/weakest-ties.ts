import { heaviestFirst } from '../kernel/sort-pairs.ts'
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
  const ties = weakestTies(linkage)
  const byTie = [...ties].sort((one, other) => one.tieBits - other.tieBits || one.root - other.root)
  return {
    largest: ties
      .filter(({ size }) => size > 2)
      .sort((one, other) => other.size - one.size || one.root - other.root)
      .slice(0, mostShown),
    doubtful: byTie.filter(({ size }) => size > 2).slice(0, mostShown),
    doubtfulPairs: byTie.filter(({ size }) => size === 2).slice(0, mostShown),
  }
}

/** The weakest edge of each cluster's maximum spanning tree. */
function weakestTies({ rootOf, pairs }: TableLinkage): readonly ClusterTie[] {
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
  const ties = new Map<number, ClusterTie>()
  for (const place of heaviestFirst(pairs)) {
    const left = pairs.left[place] ?? 0
    const right = pairs.right[place] ?? 0
    const root = rootOf[left] ?? 0
    if (root !== rootOf[right]) continue
    const [one, other] = [findRoot(left), findRoot(right)]
    if (one === other) continue
    parent[one] = other
    const tieBits = (pairs.units[place] ?? 0) / unitsPerBit
    ties.set(root, { root, size: sizeOf[root] ?? 0, tieBits, left, right })
  }
  return [...ties.values()]
}
