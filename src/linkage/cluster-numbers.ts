import type { LinkTable } from './tables/read-tables.ts'

/** What a row is now that earlier linked rows are not compared again. */
export type ClusterChange = 'joined' | 'new' | 'merged'

/**
 * The number of each record's cluster. Clusters of an earlier linkage keep theirs, the lowest of two
 * that became one; the others follow behind, in the order of their lowest records.
 */
export function numberClusters(rootOf: Int32Array, earlier?: Int32Array): Int32Array {
  const numberOf = new Int32Array(rootOf.length)
  let highest = 0
  earlier?.forEach((number, record) => {
    if (number < 0) return
    const root = rootOf[record] ?? 0
    const known = numberOf[root] ?? 0
    if (known === 0 || number < known) numberOf[root] = number
    if (number > highest) highest = number
  })
  return rootOf.map((root) => {
    if (numberOf[root] === 0) numberOf[root] = ++highest
    return numberOf[root] ?? 0
  })
}

/** Rows of `changes.csv`: each new row, and each earlier one whose cluster became another's. */
export function* changedRows(
  { count, sources, sourceNames, ids, earlier }: LinkTable,
  clusters: Int32Array,
): Generator<readonly [string, string, number, ClusterChange]> {
  if (!earlier) return
  const known = new Set<number>()
  for (let record = 0; record < count; record++) {
    if ((earlier[record] ?? -1) >= 0) known.add(clusters[record] ?? 0)
  }
  for (let record = 0; record < count; record++) {
    const before = earlier[record] ?? -1
    const cluster = clusters[record] ?? 0
    if (before === cluster) continue
    const change = before >= 0 ? 'merged' : known.has(cluster) ? 'joined' : 'new'
    yield [sourceNames[sources[record] ?? 0] ?? '', ids[record] ?? '', cluster, change]
  }
}
