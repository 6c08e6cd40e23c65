import type { ComparisonKind } from './levels.ts'
import type { SharedInt32 } from './shared-arrays.ts'
import type { TextPool } from './text-pool.ts'
import type { WordColumn } from './word-column.ts'

/**
 * The values of one comparison in shared memory: a code a record, -1 for none, and what is known of
 * each distinct value by its code.
 */
export type KernelColumn = {
  readonly kind: ComparisonKind
  readonly codes: SharedInt32
} & (
  | { readonly form: 'words'; readonly words: WordColumn }
  /** `dates[code]` is a packed date. */
  | { readonly form: 'dates'; readonly dates: SharedInt32 }
  | {
      readonly form: 'values'
      readonly texts: TextPool
      /** -log2 of the share of records with the value, sixteenths of a bit. */
      readonly bits16: SharedInt32
    }
)
