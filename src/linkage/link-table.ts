import { type LinkModel, learnModel } from './em.ts'
import { buildBlocks, type RuleBlocks } from './kernel/blocks.ts'
import { clusterPairs } from './kernel/cluster-pairs.ts'
import type { Kernel } from './kernel/kernel.ts'
import { classLimits, levelsByKind } from './kernel/levels.ts'
import { randomPatterns } from './kernel/random-patterns.ts'
import { type KernelRunner, openKernelRunner } from './kernel/run-kernel.ts'
import type { KeptPairs, LevelWeights } from './kernel/run-ranges.ts'
import { heaviestFirst } from './kernel/sort-pairs.ts'
import { disagreeingAtMostZero, unitsPerBit, weightsOf } from './score.ts'
import { partNumbers } from './settings/blocking-parts.ts'
import { chooseRules } from './settings/choose-rules.ts'
import type {
  BlockingRuleSettings,
  ComparisonSettings,
  LinkSettings,
} from './settings/link-settings.ts'
import { proposeComparisons } from './settings/propose-comparisons.ts'
import type { ColumnProfile } from './tables/column-kind.ts'
import {
  joinColumns,
  type NormalColumn,
  normaliseColumn,
  toKernelColumn,
} from './tables/encode-column.ts'
import type { LinkTable } from './tables/read-tables.ts'

/** Pairs that learning looks at; of more, a share chosen by the records' numbers. */
const pairsLearned = 2_000_000
const pairsDrawn = 500_000
const defaultThresholdBits = 0
/** Bits below the threshold down to which pairs are kept, for review. */
export const keptBelowBits = 4

export interface TableLinkage {
  readonly settings: LinkSettings
  /** Every column as it was understood; empty where settings were given. */
  readonly profiles: readonly ColumnProfile[]
  readonly kernel: Kernel
  readonly model: LinkModel
  readonly weights: LevelWeights
  /** Heaviest first. */
  readonly pairs: KeptPairs
  /** Lowest record of the cluster of each record. */
  readonly rootOf: Int32Array
  /** Wall seconds a stage. */
  readonly seconds: Readonly<Record<string, number>>
}

export interface LinkTableOptions {
  /** Absent, they are proposed from the columns. */
  readonly settings?: LinkSettings | undefined
  /** Learned before, by these settings; absent, it is learned from the table. */
  readonly model?: LinkModel | undefined
  /** Default as many as there are processors, 8 at most. */
  readonly threads?: number | undefined
}

/** Links the records of a table; those that an earlier linkage knows are compared with new ones alone. */
export async function linkTable(
  table: LinkTable,
  { settings: given, model: learned, threads }: LinkTableOptions = {},
): Promise<TableLinkage> {
  const seconds: Record<string, number> = {}
  const timed = <Result>(stage: string, run: () => Result): Result => {
    const start = performance.now()
    const result = run()
    seconds[stage] = (performance.now() - start) / 1000
    return result
  }
  const timedWait = async <Result>(stage: string, run: () => Promise<Result>): Promise<Result> => {
    const start = performance.now()
    const result = await run()
    seconds[stage] = (performance.now() - start) / 1000
    return result
  }
  const proposed = given
    ? { comparisons: given.comparisons, profiles: [] }
    : timed('propose', () => proposeComparisons(table))
  const columns = timed('encode', () => normalColumns(table, proposed.comparisons))
  const linkType =
    given?.link_type ?? (table.sourceNames.length > 1 ? 'link_and_dedupe' : 'dedupe_only')
  const records = timed('encode_kernel', () => ({
    count: table.count,
    sources: table.sources,
    isLinkOnly: linkType === 'link_only',
    ...(table.earlier ? { isKnown: knownMarks(table.earlier) } : {}),
    columns: [...columns.values()].map(toKernelColumn),
  }))
  const rules =
    given?.blocking_rules_to_generate_predictions ??
    timed('choose_rules', () => chooseRules(columns, records))
  const kernel: Kernel = {
    ...records,
    rules: timed('block', () => rules.map((rule) => ruleBlocks(rule, columns, table.count))),
  }
  const settings: LinkSettings = given ?? {
    version: 1,
    link_type: linkType,
    comparisons: [...proposed.comparisons],
    blocking_rules_to_generate_predictions: [...rules],
    threshold_match_weight: defaultThresholdBits,
  }
  const runner = openKernelRunner(kernel, threads)
  try {
    const model = learned ?? (await timedWait('learn', () => learn(kernel, runner)))
    const weights = disagreeingAtMostZero(weightsOf(model))
    const thresholdUnits = Math.round(settings.threshold_match_weight * unitsPerBit)
    const pairs = await timedWait('score', async () =>
      heaviestFirst(await runner.scorePairs(weights, thresholdUnits - keptBelowBits * unitsPerBit)),
    )
    const rootOf = timed('cluster', () =>
      clusterPairs(kernel, pairs, { weights, thresholdUnits, earlier: table.earlier }),
    )
    return { settings, profiles: proposed.profiles, kernel, model, weights, pairs, rootOf, seconds }
  } finally {
    await runner.close()
  }
}

function knownMarks(earlier: Int32Array): Uint8Array<SharedArrayBuffer> {
  const marks = new Uint8Array(new SharedArrayBuffer(earlier.length))
  earlier.forEach((number, record) => {
    if (number >= 0) marks[record] = 1
  })
  return marks
}

function normalColumns(
  table: LinkTable,
  comparisons: readonly ComparisonSettings[],
): ReadonlyMap<string, NormalColumn> {
  const byName = new Map(table.columns.map((column) => [column.name, column]))
  return new Map(
    comparisons.map(({ output_column_name: name, kind, input_columns: inputs, month_first }) => [
      name,
      joinColumns(
        kind,
        inputs.flatMap((input) => {
          const column = byName.get(input)
          return column ? [normaliseColumn(column, kind, month_first)] : []
        }),
      ),
    ]),
  )
}

function ruleBlocks(
  { agree_on: agree, max_block: maxBlock }: BlockingRuleSettings,
  columns: ReadonlyMap<string, NormalColumn>,
  count: number,
): RuleBlocks {
  const parts = agree.flatMap(({ comparison, part }) => {
    const column = columns.get(comparison)
    return column ? [partNumbers(column, part)] : []
  })
  return buildBlocks(parts, count, maxBlock)
}

async function learn(kernel: Kernel, runner: KernelRunner): Promise<LinkModel> {
  const pairs = kernel.rules.reduce((sum, { pairCount }) => sum + pairCount, 0)
  const totalPairs = (kernel.count * (kernel.count - 1)) / 2
  const stride = Math.max(1, Math.ceil(pairs / pairsLearned))
  const counting = runner.countPatterns(stride)
  // Where all pairs are candidates they are counted already; else this thread draws meanwhile.
  const drawn =
    stride === 1 && pairs === totalPairs ? undefined : randomPatterns(kernel, pairsDrawn)
  const counted = await counting
  return learnModel({
    comparisons: kernel.columns.map(({ kind }) => levelsByKind[kind]),
    ...classLimits(kernel.columns.map(({ kind }) => kind)),
    candidates: counted.map(({ levels, count }) => ({ levels, count: count * stride })),
    random: drawn ?? counted,
    totalPairs: Math.max(1, totalPairs),
    recordCount: kernel.count,
  })
}
