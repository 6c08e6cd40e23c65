import { levelsByKind } from './kernel/levels.ts'
import type { TableLinkage } from './link-table.ts'
import { unitsPerBit } from './score.ts'
import type { LinkTable } from './tables/read-tables.ts'

/** What a linkage did, for people and programs to read: `model.json`. Splink's words. */
export interface ModelDocument {
  readonly settings: TableLinkage['settings']
  /** Each column, what it was taken for, or why it was left out. */
  readonly columns: readonly {
    readonly column: string
    readonly kind: string | null
    readonly left_out: string | null
    readonly filled: number
    readonly distinct: number
  }[]
  readonly probability_two_random_records_match: number
  readonly comparisons: readonly {
    readonly output_column_name: string
    readonly comparison_levels: readonly {
      readonly label_for_charts: string
      readonly m_probability: number
      readonly u_probability: number
      /** Share among two members of one household. */
      readonly household_probability: number
      readonly match_weight: number
      readonly match_weight_against_household: number
    }[]
  }[]
  readonly blocking_rules: readonly {
    readonly blocking_rule: string
    readonly pairs: number
    /** Of these, pairs that no earlier rule had found. */
    readonly pairs_first_found: number
    readonly skipped_blocks: number
    readonly skipped_records: number
    readonly skipped_pairs: number
  }[]
  readonly pairs_compared: number
  readonly pairs_kept: number
  /** Records, then clusters of each size: `{ "1": 20, "2": 4 }`. */
  readonly records: number
  readonly cluster_sizes: Readonly<Record<string, number>>
  /** Pairs that the model takes for one person, for one household and for strangers. */
  readonly expected_pairs: {
    readonly one_person: number
    readonly household: number
    readonly strangers: number
  }
  readonly iterations: number
  /** Pairs of one person that the model saw: below `fewMatches` its starting values decide. */
  readonly matches_learned_from: number
}

/** So few matches teach little: starting values weigh as much as 30 of them. */
export const fewMatches = 100

/** The model and counts of a linkage as one document. */
export function describeLinkage(table: LinkTable, linkage: TableLinkage): ModelDocument {
  const { settings, profiles, model, weights, kernel, pairs } = linkage
  return {
    settings,
    columns: profiles.map(({ name, kind, reason, filled, distinct }) => ({
      column: name,
      kind: kind ?? null,
      left_out: reason ?? null,
      filled,
      distinct,
    })),
    probability_two_random_records_match:
      model.matchCount / (model.matchCount + model.strangerCount + model.householdCount),
    comparisons: settings.comparisons.map(({ output_column_name: name, kind }, place) => ({
      output_column_name: name,
      comparison_levels: levelsByKind[kind].slice(1).map(({ label }, no) => ({
        label_for_charts: label,
        m_probability: model.m[place]?.[no + 1] ?? 0,
        u_probability: model.u[place]?.[no + 1] ?? 0,
        household_probability: model.h[place]?.[no + 1] ?? 0,
        match_weight: (weights.againstStranger[place]?.[no + 1] ?? 0) / unitsPerBit,
        match_weight_against_household:
          (weights.againstHousehold[place]?.[no + 1] ?? 0) / unitsPerBit,
      })),
    })),
    blocking_rules: settings.blocking_rules_to_generate_predictions.map((rule, no) => {
      const blocks = kernel.rules[no]
      return {
        blocking_rule: ruleText(rule),
        pairs: blocks?.pairCount ?? 0,
        pairs_first_found: pairs.compared[no] ?? 0,
        skipped_blocks: blocks?.skippedBlocks ?? 0,
        skipped_records: blocks?.skippedRecords ?? 0,
        skipped_pairs: blocks?.skippedPairs ?? 0,
      }
    }),
    pairs_compared: pairs.compared.reduce((sum, count) => sum + count, 0),
    pairs_kept: pairs.left.length,
    records: table.count,
    cluster_sizes: clusterSizes(linkage.rootOf),
    expected_pairs: {
      one_person: model.matchCount,
      household: model.householdCount,
      strangers: model.strangerCount,
    },
    iterations: model.iterations,
    matches_learned_from: Math.round(model.matchCount),
  }
}

/** A blocking rule as one line: what must agree. */
export function ruleText({
  agree_on: agree,
}: TableLinkage['settings']['blocking_rules_to_generate_predictions'][number]): string {
  if (agree.length === 0) return 'all pairs'
  return agree.map(({ comparison, part }) => `${comparison}.${part}`).join(' and ')
}

function clusterSizes(rootOf: Int32Array): Record<string, number> {
  const sizeOf = new Int32Array(rootOf.length)
  for (const root of rootOf) sizeOf[root] = (sizeOf[root] ?? 0) + 1
  const counts = new Map<number, number>()
  for (const size of sizeOf) if (size > 0) counts.set(size, (counts.get(size) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([one], [other]) => one - other))
}
