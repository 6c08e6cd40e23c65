import { learnModel } from '../em.ts'
import { buildBlocks, type RuleBlocks } from '../kernel/blocks.ts'
import { blockRanges, type Kernel } from '../kernel/kernel.ts'
import { classLimits, levelsByKind } from '../kernel/levels.ts'
import { randomPatterns } from '../kernel/random-patterns.ts'
import { countPatterns, scorePairs } from '../kernel/run-ranges.ts'
import { shareInt32 } from '../kernel/shared-arrays.ts'
import { disagreeingAtMostZero, unitsPerBit, weightsOf } from '../score.ts'
import type { NormalColumn } from '../tables/encode-column.ts'
import { partNumbers, partsOf } from './blocking-parts.ts'
import type { BlockingRuleSettings } from './link-settings.ts'

/** Records that the choice is made on; of more, a sample by number. */
const mostSampled = 30_000
/** Pairs a record, matches not counted, that all chosen rules may make together. */
const pairsPerRecord = 10
/** Pairs a record of one rule. */
const pairsPerRecordOfRule = 12
/** So few records are all compared with each other. */
const fewRecords = 2500
/** The same settings hold when the lists have grown to this. */
const mostAllCompared = 10_000
const mostRules = 16
/** A rule that finds a smaller share of new matches is not worth its pairs. */
const leastGain = 0.0002
/** Pairs a record of the rules that the sample learns from, for each comparison that they do without. */
const trainingPairsPerRecord = 10
const mostTrainingRules = 100
const largestBlock = 1000
/** What a match is worth when it is found once more. */
const worthAgain = 0.1
/** Pairs a record that a rule counts as besides its own: few rules of many matches are wanted. */
const ruleCost = 3

interface Candidate {
  readonly rule: BlockingRuleSettings
  readonly blocks: RuleBlocks
  /** Pairs a record over all records. */
  readonly cost: number
}

/**
 * Blocking rules by counted pairs and estimated recall.
 *
 * All single parts and pairs of parts are tried on a sample. The tightest of them find pairs from
 * which a first model learns; its matches show which rules would find whom, and rules are taken one
 * after the other, most new matches for a pair first, until little is gained or the budget is used.
 */
export function chooseRules(
  columns: ReadonlyMap<string, NormalColumn>,
  kernel: Omit<Kernel, 'rules'>,
): readonly BlockingRuleSettings[] {
  if (kernel.count <= fewRecords) return [{ agree_on: [], max_block: mostAllCompared }]
  const picked = pickRecords(kernel.count)
  const sample: Omit<Kernel, 'rules'> = {
    ...kernel,
    count: picked.length,
    sources: shareInt32(picked.map((record) => kernel.sources[record] ?? 0)),
    columns: kernel.columns.map((column) => ({
      ...column,
      codes: shareInt32(picked.map((record) => column.codes[record] ?? -1)),
    })),
  }
  const candidates = findCandidates(columns, picked, kernel.count)
  const matches = findMatches(sample, candidates)
  return takeRules(candidates, matches)
}

/** Every nth record would follow the order of the values: numbers are hashed. */
function pickRecords(count: number): Int32Array {
  const records = Int32Array.from({ length: count }, (_, record) => record)
  if (count <= mostSampled) return records
  return records.filter((record) => mixed(record) % count < mostSampled)
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** All rules of one or two parts that make few enough pairs, fewest first. */
function findCandidates(
  columns: ReadonlyMap<string, NormalColumn>,
  picked: Int32Array,
  count: number,
): readonly Candidate[] {
  const parts = [...columns].flatMap(([comparison, column]) =>
    partsOf(column.kind).map((part) => {
      const numbers = partNumbers(column, part)
      return { agree: { comparison, part }, numbers: picked.map((record) => numbers[record] ?? -1) }
    }),
  )
  const share = picked.length / count
  const candidates: Candidate[] = []
  parts.forEach((first, place) => {
    for (const second of [undefined, ...parts.slice(place + 1)]) {
      if (second?.agree.comparison === first.agree.comparison && !isNamePair(first, second))
        continue
      const both = second ? [first, second] : [first]
      const blocks = buildBlocks(
        both.map(({ numbers }) => numbers),
        picked.length,
        Math.max(2, Math.round(largestBlock * share)),
      )
      const cost = blocks.pairCount / share / picked.length
      if (cost === 0 || cost > pairsPerRecordOfRule) continue
      const rule = { agree_on: both.map(({ agree }) => agree), max_block: largestBlock }
      candidates.push({ rule, blocks, cost })
    }
  })
  return candidates.sort((one, other) => one.cost - other.cost)
}

/** Two words of one name are two facts. */
function isNamePair(
  first: { readonly agree: { readonly part: string } },
  second: { readonly agree: { readonly part: string } },
): boolean {
  const both = `${first.agree.part} ${second.agree.part}`
  return both === 'rarest second_rarest' || both === 'first_letters last_letters'
}

interface Matches {
  readonly left: Int32Array
  readonly right: Int32Array
}

function findMatches(sample: Omit<Kernel, 'rules'>, candidates: readonly Candidate[]): Matches {
  const kernel: Kernel = { ...sample, rules: trainingRules(sample, candidates) }
  const ranges = blockRanges(kernel, Number.POSITIVE_INFINITY)
  const model = learnModel({
    comparisons: kernel.columns.map(({ kind }) => levelsByKind[kind]),
    ...classLimits(kernel.columns.map(({ kind }) => kind)),
    candidates: countPatterns(kernel, ranges, 1),
    random: randomPatterns(kernel, 200_000),
    totalPairs: Math.max(1, (sample.count * (sample.count - 1)) / 2),
    recordCount: sample.count,
  })
  return scorePairs(kernel, ranges, {
    weights: disagreeingAtMostZero(weightsOf(model)),
    keepUnits: 2 * unitsPerBit,
  })
}

/**
 * The tightest rules that do without each comparison in turn: matches found by one fact alone would
 * make it look as if it never failed.
 */
function trainingRules(
  sample: Omit<Kernel, 'rules'>,
  candidates: readonly Candidate[],
): readonly RuleBlocks[] {
  const names = new Set(
    candidates.flatMap(({ rule }) => rule.agree_on.map(({ comparison }) => comparison)),
  )
  const rules = new Set<RuleBlocks>()
  for (const name of names) {
    let pairs = 0
    for (const { rule, blocks } of candidates) {
      if (rule.agree_on.some(({ comparison }) => comparison === name)) continue
      if (pairs + blocks.pairCount > trainingPairsPerRecord * sample.count) break
      rules.add(blocks)
      pairs += blocks.pairCount
    }
  }
  return [...rules].slice(0, mostTrainingRules)
}

function takeRules(
  candidates: readonly Candidate[],
  { left, right }: Matches,
): readonly BlockingRuleSettings[] {
  // A match is worth less each time it is found again, yet something: what finds it twice will find
  // those that no rule of the sample has shown.
  const worthOf = new Float64Array(left.length).fill(1)
  const finds = candidates.map(({ blocks: { keys } }) =>
    Uint8Array.from(left, (record, match) =>
      keys[record] !== 0 && keys[record] === keys[right[match] ?? 0] ? 1 : 0,
    ),
  )
  // Matches are what is looked for: only the other pairs cost.
  const costs = candidates.map(({ cost, blocks: { pairCount } }, place) => {
    const found = finds[place]?.reduce((sum, one) => sum + one, 0) ?? 0
    return (cost * (pairCount - found)) / pairCount
  })
  const chosen: BlockingRuleSettings[] = []
  let cost = 0
  while (chosen.length < mostRules) {
    let best = -1
    let bestWorth = 0
    candidates.forEach(({ rule }, place) => {
      const own = costs[place] ?? 0
      if (cost + own > pairsPerRecord || chosen.includes(rule)) return
      let gain = 0
      finds[place]?.forEach((found, match) => {
        if (found === 1) gain += worthOf[match] ?? 0
      })
      const worth = gain < leastGain * left.length ? 0 : gain / (own + ruleCost)
      if (worth > bestWorth) {
        best = place
        bestWorth = worth
      }
    })
    const taken = candidates[best]
    if (!taken) break
    chosen.push(taken.rule)
    cost += costs[best] ?? 0
    finds[best]?.forEach((found, match) => {
      if (found === 1) worthOf[match] = (worthOf[match] ?? 0) * worthAgain
    })
  }
  return chosen.length > 0 ? chosen : candidates.slice(0, 1).map(({ rule }) => rule)
}
