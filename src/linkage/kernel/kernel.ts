import type { RuleBlocks } from './blocks.ts'
import type { KernelColumn } from './columns.ts'
import type { SharedInt32 } from './shared-arrays.ts'

/** Records, what is compared of them, and which pairs are; all in memory that threads share. */
export interface Kernel {
  readonly count: number
  /** Number of the list of each record. */
  readonly sources: SharedInt32
  /** Pairs within one list are not compared. */
  readonly isLinkOnly: boolean
  /** 1 for a record that an earlier linkage has compared; pairs of two of them are not compared. */
  readonly isKnown?: Uint8Array<SharedArrayBuffer>
  readonly columns: readonly KernelColumn[]
  readonly rules: readonly RuleBlocks[]
}

/** Blocks `from` to before `to` of one rule. */
export interface BlockRange {
  readonly ruleNo: number
  readonly from: number
  readonly to: number
}

/** Calls `visit` for each pair of the blocks that no earlier rule has found; the lower record is left. */
export function visitPairs(
  kernel: Kernel,
  { ruleNo, from, to }: BlockRange,
  visit: (left: number, right: number) => void,
): void {
  const { sources, isLinkOnly, isKnown, rules } = kernel
  const rule = rules[ruleNo]
  if (!rule) return
  const earlier = rules.slice(0, ruleNo).map(({ keys }) => keys)
  const { order, starts, ends } = rule
  for (let block = from; block < to; block++) {
    const end = ends[block] ?? 0
    for (let first = starts[block] ?? 0; first < end; first++) {
      const left = order[first] ?? 0
      for (let second = first + 1; second < end; second++) {
        const right = order[second] ?? 0
        if (isKnown && isKnown[left] === 1 && isKnown[right] === 1) continue
        if (isLinkOnly && sources[left] === sources[right]) continue
        if (!isFound(earlier, left, right)) visit(left, right)
      }
    }
  }
}

function isFound(earlier: readonly Uint32Array[], left: number, right: number): boolean {
  for (const keys of earlier) {
    const key = keys[left]
    if (key !== 0 && key === keys[right]) return true
  }
  return false
}

/** All blocks cut into ranges of about `pairs` pairs, in order. */
export function blockRanges(kernel: Kernel, pairs: number): readonly BlockRange[] {
  const ranges: BlockRange[] = []
  kernel.rules.forEach(({ starts, ends }, ruleNo) => {
    let from = 0
    let held = 0
    for (let block = 0; block < starts.length; block++) {
      const size = (ends[block] ?? 0) - (starts[block] ?? 0)
      held += (size * (size - 1)) / 2
      if (held < pairs && block + 1 < starts.length) continue
      ranges.push({ ruleNo, from, to: block + 1 })
      from = block + 1
      held = 0
    }
  })
  return ranges
}
