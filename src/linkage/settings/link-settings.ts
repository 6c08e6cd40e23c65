import { z } from 'zod'
import { comparisonKinds, levelsByKind } from '../kernel/levels.ts'
import { bitsOfLevels, patternBits } from '../kernel/patterns.ts'

/** Parts of a value that records may be blocked on. */
export const blockingParts = [
  'whole',
  'start',
  'end',
  'rarest',
  'second_rarest',
  'first_letters',
  'last_letters',
  'year',
  'year_month',
  'month_day',
] as const
export type BlockingPart = (typeof blockingParts)[number]

const comparison = z.strictObject({
  output_column_name: z.string().min(1),
  /** What the columns hold; decides the levels. */
  kind: z.enum(comparisonKinds),
  /** Columns that are compared as one text: given name and surname. */
  input_columns: z.array(z.string().min(1)).min(1),
  /** Dates such as 03/04/1990 are March 4. */
  month_first: z.boolean().default(false),
})

function bitsTaken(all: readonly { readonly kind: keyof typeof levelsByKind }[]): number {
  return all.reduce((sum, { kind }) => sum + bitsOfLevels(levelsByKind[kind].length), 0)
}

const blockingRule = z.strictObject({
  /** A pair is made where all of these agree. */
  agree_on: z.array(
    z.strictObject({ comparison: z.string().min(1), part: z.enum(blockingParts).default('whole') }),
  ),
  /** Larger blocks are left out and counted in the report. */
  max_block: z.int().min(2),
})

/**
 * The settings of a linkage in splink's vocabulary: a document to be read, kept and given again.
 *
 * `link_type`: `dedupe_only` for one list, `link_only` compares no two records of one list,
 * `link_and_dedupe` compares all.
 */
export const LinkSettings = z.strictObject({
  version: z.literal(1),
  link_type: z.enum(['dedupe_only', 'link_only', 'link_and_dedupe']),
  comparisons: z
    .array(comparison)
    .min(1)
    .refine((all) => bitsTaken(all) <= patternBits, { error: 'too many comparisons' }),
  blocking_rules_to_generate_predictions: z.array(blockingRule).min(1).max(31),
  /** Bits from which a pair joins; 0 is even odds. */
  threshold_match_weight: z.number().min(-20).max(60),
})
export type LinkSettings = z.infer<typeof LinkSettings>
export type ComparisonSettings = LinkSettings['comparisons'][number]
export type BlockingRuleSettings = LinkSettings['blocking_rules_to_generate_predictions'][number]
