import { blockRanges, type Kernel, visitPairs } from '../kernel/kernel.ts'
import { levelFunctions } from '../kernel/pair-comparer.ts'
import type { LevelWeights } from '../kernel/run-ranges.ts'
import type { TableLinkage } from '../link-table.ts'
import { unitsPerBit } from '../score.ts'

export type ExampleKind = 'sure' | 'above' | 'below' | 'household' | 'cluster'

/** A pair with what each comparison says, in bits. */
export interface PairExample {
  readonly kind: ExampleKind
  readonly left: number
  readonly right: number
  /** Level of each comparison; 0 where it says nothing. */
  readonly levels: readonly number[]
  readonly isSameCluster: boolean
  /** The explanation that is harder to rule out: its weight is the pair's. */
  readonly isHousehold: boolean
  readonly strangerBits: number
  readonly householdBits: number
}

/** Heaviest pairs in which one with a difference is looked for. */
const mostLooked = 2000
/** Kept pairs below the threshold, and pairs of blocks, in which a pair is looked for that only the household explanation refuses. */
const mostBelow = 20_000
const mostVisited = 200_000

/** A few pairs that show how the linkage decides; a kind that does not occur is left out. */
export function chooseExamples(linkage: TableLinkage): readonly PairExample[] {
  const { kernel, weights, pairs, rootOf, settings } = linkage
  const weigh = pairWeigher(kernel, weights)
  const threshold = Math.round(settings.threshold_match_weight * unitsPerBit)
  const joined = pairs.units.subarray(0, countJoined(pairs.units, threshold))
  const pairAt = (place: number) =>
    place < 0 || place >= pairs.units.length
      ? undefined
      : ([pairs.left[place] ?? 0, pairs.right[place] ?? 0] as const)
  const isTogether = (place: number) =>
    rootOf[pairs.left[place] ?? 0] === rootOf[pairs.right[place] ?? 0]

  const unequal = joined
    .subarray(0, mostLooked)
    .findIndex((_, place) => isUnequal(kernel, pairAt(place)))
  const found: Partial<Record<ExampleKind, readonly [number, number] | undefined>> = {
    sure: joined.length === 0 ? undefined : pairAt(Math.max(0, unequal)),
    above: pairAt(joined.findLastIndex((_, place) => isTogether(place))),
    below: pairAt(joined.length),
    household: refusedByHousehold(linkage, { weigh, threshold, joined: joined.length }),
    cluster: pairAt(joined.findIndex((_, place) => !isTogether(place))),
  }
  const examples: PairExample[] = []
  for (const kind of ['sure', 'above', 'below', 'household', 'cluster'] as const) {
    const pair = found[kind]
    if (!pair) continue
    const [left, right] = pair
    if (examples.some((known) => known.left === left && known.right === right)) continue
    const { levels, stranger, household } = weigh(left, right)
    examples.push({
      kind,
      left,
      right,
      levels,
      isSameCluster: rootOf[left] === rootOf[right],
      isHousehold: household < stranger,
      strangerBits: stranger / unitsPerBit,
      householdBits: household / unitsPerBit,
    })
  }
  return examples
}

/** How many pairs, heaviest first, reach the threshold. */
function countJoined(units: Int32Array, threshold: number): number {
  const below = units.findIndex((weight) => weight < threshold)
  return below < 0 ? units.length : below
}

type Weigh = (
  left: number,
  right: number,
) => {
  readonly levels: readonly number[]
  readonly stranger: number
  readonly household: number
}

function pairWeigher(kernel: Kernel, weights: LevelWeights): Weigh {
  const functions = levelFunctions(kernel.columns)
  return (left, right) => {
    const levels = functions.map((levelOf) => levelOf(left, right))
    const sum = (tables: readonly Int32Array[], prior: number) =>
      levels.reduce((units, level, place) => units + (tables[place]?.[level] ?? 0), prior)
    return {
      levels,
      stranger: sum(weights.againstStranger, weights.priorStranger),
      household: sum(weights.againstHousehold, weights.priorHousehold),
    }
  }
}

/** Whether the records say different things of something. */
function isUnequal(kernel: Kernel, pair: readonly [number, number] | undefined): boolean {
  if (!pair) return false
  const [left, right] = pair
  return kernel.columns.some(({ codes }) => {
    const [one = -1, other = -1] = [codes[left], codes[right]]
    return one >= 0 && other >= 0 && one !== other
  })
}

/**
 * The pair that would be joined most surely if households did not exist: among the kept pairs below
 * the threshold and a share of all blocks.
 */
function refusedByHousehold(
  { kernel, pairs }: TableLinkage,
  {
    weigh,
    threshold,
    joined,
  }: { readonly weigh: Weigh; readonly threshold: number; readonly joined: number },
): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined
  let bestUnits = threshold - 1
  const consider = (left: number, right: number) => {
    const { stranger, household } = weigh(left, right)
    if (household >= threshold || stranger <= bestUnits) return
    bestUnits = stranger
    best = [left, right]
  }
  const end = Math.min(pairs.units.length, joined + mostBelow)
  for (let place = joined; place < end; place++) {
    consider(pairs.left[place] ?? 0, pairs.right[place] ?? 0)
  }
  const ranges = blockRanges(kernel, 2000)
  const all = kernel.rules.reduce((sum, { pairCount }) => sum + pairCount, 0)
  const step = Math.max(1, Math.ceil(all / mostVisited))
  let visited = 0
  for (let no = 0; no < ranges.length && visited < mostVisited; no += step) {
    const range = ranges[no]
    if (!range) continue
    visitPairs(kernel, range, (left, right) => {
      if (visited++ < mostVisited) consider(left, right)
    })
  }
  return best
}
