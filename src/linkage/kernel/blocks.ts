import { type SharedInt32, type SharedUint32, sharedUint32, shareInt32 } from './shared-arrays.ts'

/** The blocks of one blocking rule: records that bear the same key stand together. */
export interface RuleBlocks {
  /** Key of each record; 0 where it has none or its block was too large. */
  readonly keys: SharedUint32
  /** Records by key, ascending within a block. */
  readonly order: SharedInt32
  /** Block b is `order[starts[b]]` to before `order[ends[b]]`; only blocks of two records or more. */
  readonly starts: SharedInt32
  readonly ends: SharedInt32
  /** Pairs in these blocks, whichever rule finds them first. */
  readonly pairCount: number
  /** Blocks that were larger than allowed: left out, never silently. */
  readonly skippedBlocks: number
  readonly skippedRecords: number
  readonly skippedPairs: number
}

/**
 * Blocks of records that agree on all parts.
 *
 * @param parts a number a record for each part, -1 where the record has none.
 * @param maxBlock records in the largest block that is used.
 */
export function buildBlocks(
  parts: readonly ArrayLike<number>[],
  count: number,
  maxBlock: number,
): RuleBlocks {
  const keys = sharedUint32(count)
  for (let record = 0; record < count; record++) keys[record] = keyOf(parts, record)
  const order = sortByKey(keys)
  const starts: number[] = []
  const ends: number[] = []
  const found = { pairCount: 0, skippedBlocks: 0, skippedRecords: 0, skippedPairs: 0 }
  for (let start = 0; start < order.length; ) {
    const key = keys[order[start] ?? 0]
    let end = start + 1
    while (end < order.length && keys[order[end] ?? 0] === key) end++
    const size = end - start
    const pairs = (size * (size - 1)) / 2
    if (size > maxBlock) {
      found.skippedBlocks++
      found.skippedRecords += size
      found.skippedPairs += pairs
      for (let place = start; place < end; place++) keys[order[place] ?? 0] = 0
    } else if (size > 1) {
      starts.push(start)
      ends.push(end)
      found.pairCount += pairs
    }
    start = end
  }
  return {
    keys,
    order: shareInt32(order),
    starts: shareInt32(starts),
    ends: shareInt32(ends),
    ...found,
  }
}

/** 32 bits of all parts, never 0; 0 where a part is missing. */
function keyOf(parts: readonly ArrayLike<number>[], record: number): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    const value = part[record] ?? -1
    if (value < 0) return 0
    hash = Math.imul(hash ^ value, 0x9e3779b1)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return hash >>> 0 || 1
}

/** Records with a key, by key and then by number: a radix sort in two passes. */
export function sortByKey(keys: Uint32Array): Int32Array {
  const counts = new Int32Array(65_536)
  let keyed = 0
  for (const key of keys) {
    if (key === 0) continue
    keyed++
    counts[key & 0xffff] = (counts[key & 0xffff] ?? 0) + 1
  }
  const byLow = new Int32Array(keyed)
  toStarts(counts)
  for (let record = 0; record < keys.length; record++) {
    const key = keys[record] ?? 0
    if (key === 0) continue
    const low = key & 0xffff
    const place = counts[low] ?? 0
    byLow[place] = record
    counts[low] = place + 1
  }
  counts.fill(0)
  for (const record of byLow) {
    const high = (keys[record] ?? 0) >>> 16
    counts[high] = (counts[high] ?? 0) + 1
  }
  toStarts(counts)
  const sorted = new Int32Array(keyed)
  for (const record of byLow) {
    const high = (keys[record] ?? 0) >>> 16
    const place = counts[high] ?? 0
    sorted[place] = record
    counts[high] = place + 1
  }
  return sorted
}

function toStarts(counts: Int32Array): void {
  let start = 0
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] ?? 0
    counts[place] = start
    start += count
  }
}
