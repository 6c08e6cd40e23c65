import { z } from 'zod'
import { comparisonKinds, levelsByKind } from '../kernel/levels.ts'
import { bitsOfLevels, patternBits } from '../kernel/patterns.ts'
import { blockingParts, partsOf } from './blocking-parts.ts'

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

const document = z.strictObject({
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
/**
 * The settings of a linkage in splink's vocabulary: a document to be read, kept and given again.
 *
 * `link_type`: `dedupe_only` for one list, `link_only` compares no two records of one list,
 * `link_and_dedupe` compares all.
 */
export const LinkSettings = document.superRefine((settings, context) => {
  const kindOf = new Map(
    settings.comparisons.map(({ output_column_name: name, kind }) => [name, kind]),
  )
  if (kindOf.size < settings.comparisons.length) {
    const message = 'two comparisons have one output_column_name'
    context.addIssue({ code: 'custom', path: ['comparisons'], message })
  }
  settings.blocking_rules_to_generate_predictions.forEach(({ agree_on: agree }, no) => {
    agree.forEach(({ comparison: name, part }, place) => {
      const kind = kindOf.get(name)
      const known = kind ? partsOf(kind) : [...kindOf.keys()]
      const isKnown = kind ? partsOf(kind).includes(part) : false
      if (isKnown) return
      context.addIssue({
        code: 'custom',
        path: [
          'blocking_rules_to_generate_predictions',
          no,
          'agree_on',
          place,
          kind ? 'part' : 'comparison',
        ],
        message: `one of ${known.join(', ')}`,
      })
    })
  })
})
export type LinkSettings = z.infer<typeof LinkSettings>
export type ComparisonSettings = LinkSettings['comparisons'][number]
export type BlockingRuleSettings = LinkSettings['blocking_rules_to_generate_predictions'][number]
