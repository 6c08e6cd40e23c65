import { type CandidatePairs, candidatePairs } from './block.ts'
import { clusterPairs, type DecidedPairs, type WeightedPairs } from './cluster.ts'
import { PairComparer } from './compare.ts'
import { comparisons, patternRows } from './comparisons.ts'
import { type LinkModel, learnModel } from './em.ts'
import { encodeRecords } from './encode.ts'
import { numberStream } from './hash.ts'
import type { Linkage, LinkRecord, ScoredPair } from './schema.ts'
import { PatternScorer, probabilityOf, unitsPerBit, weightsOf } from './score.ts'

export interface LinkOptions {
  /** Bits from which a pair joins; 0 is even odds. Default 1. */
  readonly thresholdBits?: number
  /** Pairs within this many bits of even odds are doubtful. Default 4. */
  readonly doubtBits?: number
  /** Hand back all pairs of this weight or more, in bits; none by default. */
  readonly keepBits?: number
  /** Random pairs for the shares among strangers. Default 300 thousand. */
  readonly randomPairs?: number
  /** What people decided about pairs of records; they are doubtful no more. */
  readonly decided?: DecidedPairs
}

/**
 * Which records are the same person: clusters, and the pairs that a person should look at.
 *
 * Depends on what the records say only: any order of the records gives the same clusters.
 */
export function link(records: readonly LinkRecord[], options: LinkOptions = {}): Linkage {
  const encoded = encodeRecords(records)
  const comparer = new PairComparer(encoded)
  const candidates = candidatePairs(encoded)
  const patterns = new Int32Array(candidates.count)
  const counts = new Map<number, number>()
  for (let pair = 0; pair < candidates.count; pair++) {
    const pattern = comparer.pattern(candidates.left[pair] ?? 0, candidates.right[pair] ?? 0)
    patterns[pair] = pattern
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  const random = randomPatterns(encoded.count, comparer, options.randomPairs ?? 300_000)
  const model = learnModel({
    comparisons: comparisons.map(({ levels }) => levels),
    candidates: patternRows(counts),
    random: patternRows(random),
    totalPairs: Math.max(1, (encoded.count * (encoded.count - 1)) / 2),
    recordCount: encoded.count,
  })
  const scorer = new PatternScorer(weightsOf(model))
  const units = Int32Array.from(patterns, (pattern) => scorer.units(pattern))
  const pairs = { left: candidates.left, right: candidates.right, units }
  const decided = inOwnOrder(encoded.order, options.decided)
  const clusters = clusterPairs(encoded.count, pairs, {
    decided,
    thresholdUnits: Math.round((options.thresholdBits ?? 1) * unitsPerBit),
    weighJoin: (lefts, rights) =>
      scorer.joinUnits(
        lefts.flatMap((left) => rights.map((right) => comparer.pattern(left, right))),
      ),
  })

  const { clusterOf, clusterCount } = inCallersOrder(encoded.order, clusters.rootOf)
  const doubtful = doubtfulPairs({
    candidates,
    units,
    patterns,
    scorer,
    rootOf: clusters.rootOf,
    joining: new Set(clusters.joining),
    decided,
    order: encoded.order,
    doubtUnits: (options.doubtBits ?? 4) * unitsPerBit,
  })
  return {
    clusterOf,
    clusterCount,
    doubtful,
    ...(options.keepBits === undefined
      ? {}
      : { pairs: keptPairs(pairs, encoded.order, options.keepBits * unitsPerBit) }),
    pairsCompared: candidates.count,
    model: describeModel(model),
  }
}

/** Patterns of pairs drawn at random, or of all pairs when there are fewer than asked for. */
function randomPatterns(
  count: number,
  comparer: PairComparer,
  wanted: number,
): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (left: number, right: number) => {
    const pattern = comparer.pattern(left, right)
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  if ((count * (count - 1)) / 2 <= wanted) {
    for (let left = 0; left < count; left++) {
      for (let right = left + 1; right < count; right++) add(left, right)
    }
    return counts
  }
  const next = numberStream(20250701)
  for (let drawn = 0; drawn < wanted; ) {
    const left = next() % count
    const right = next() % count
    if (left === right) continue
    add(left, right)
    drawn++
  }
  return counts
}

/** The caller's decided pairs in canonical record numbers. */
function inOwnOrder(
  order: Int32Array,
  { together, apart }: DecidedPairs = { together: [], apart: [] },
): DecidedPairs {
  if (together.length + apart.length === 0) return { together, apart }
  const placeOf = new Int32Array(order.length)
  order.forEach((record, no) => {
    placeOf[record] = no
  })
  const own = ([left, right]: readonly [number, number]) =>
    [placeOf[left] ?? 0, placeOf[right] ?? 0] as const
  return { together: together.map(own), apart: apart.map(own) }
}

function inCallersOrder(order: Int32Array, rootOf: Int32Array) {
  const rootOfPlace = new Int32Array(order.length)
  for (let no = 0; no < order.length; no++) rootOfPlace[order[no] ?? 0] = rootOf[no] ?? 0
  const numberByRoot = new Map<number, number>()
  const clusterOf = rootOfPlace.map((root) => {
    const known = numberByRoot.get(root)
    if (known !== undefined) return known
    numberByRoot.set(root, numberByRoot.size)
    return numberByRoot.size - 1
  })
  return { clusterOf, clusterCount: numberByRoot.size }
}

function keptPairs(
  { left, right, units }: WeightedPairs,
  order: Int32Array,
  leastUnits: number,
): NonNullable<Linkage['pairs']> {
  const kept: number[] = []
  units.forEach((weight, pair) => {
    if (weight >= leastUnits) kept.push(pair)
  })
  const ofCaller = (column: Int32Array) =>
    Int32Array.from(kept, (pair) => order[column[pair] ?? 0] ?? 0)
  return {
    left: ofCaller(left),
    right: ofCaller(right),
    weightBits: Float64Array.from(kept, (pair) => (units[pair] ?? 0) / unitsPerBit),
  }
}

interface DoubtInput {
  readonly candidates: CandidatePairs
  readonly units: Int32Array
  readonly patterns: Int32Array
  readonly scorer: PatternScorer
  readonly rootOf: Int32Array
  readonly joining: ReadonlySet<number>
  readonly decided: DecidedPairs
  readonly order: Int32Array
  readonly doubtUnits: number
}

/** Pairs near even odds across clusters, and those that alone joined two clusters, most doubtful first. */
function doubtfulPairs(input: DoubtInput): ScoredPair[] {
  const { candidates, units, rootOf, joining, order } = input
  const found: number[] = []
  const settled = new Set(
    [...input.decided.together, ...input.decided.apart].flatMap(([left, right]) => [
      `${left} ${right}`,
      `${right} ${left}`,
    ]),
  )
  for (let pair = 0; pair < candidates.count; pair++) {
    if (Math.abs(units[pair] ?? 0) > input.doubtUnits) continue
    if (settled.has(`${candidates.left[pair]} ${candidates.right[pair]}`)) continue
    const isAcross = rootOf[candidates.left[pair] ?? 0] !== rootOf[candidates.right[pair] ?? 0]
    if (isAcross || joining.has(pair)) found.push(pair)
  }
  found.sort(
    (first, second) => Math.abs(units[first] ?? 0) - Math.abs(units[second] ?? 0) || first - second,
  )
  return found.map((pair) => ({
    left: order[candidates.left[pair] ?? 0] ?? 0,
    right: order[candidates.right[pair] ?? 0] ?? 0,
    weightBits: (units[pair] ?? 0) / unitsPerBit,
    probability: probabilityOf(units[pair] ?? 0),
    evidence: input.scorer.evidence(input.patterns[pair] ?? 0),
  }))
}

/** The model with the names of its levels, for people to read. */
function describeModel(model: LinkModel): Linkage['model'] {
  return {
    comparisons: comparisons.map((comparison, place) => ({
      name: comparison.name,
      levels: comparison.levels.slice(1).map((level, no) => ({
        name: level.name,
        m: model.m[place]?.[no + 1] ?? 0,
        u: model.u[place]?.[no + 1] ?? 0,
        household: model.h[place]?.[no + 1] ?? 0,
      })),
    })),
    priorBits: Math.log2(model.matchCount / model.strangerCount),
  }
}
