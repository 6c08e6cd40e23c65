import type { Meaning } from '../values/index.ts'

/** How strongly a heading speaks for a meaning, 0 to 1. `pattern` is tried on the canonical phrase. */
export interface HeadingRule {
  readonly meaning: Meaning
  readonly pattern: RegExp
  readonly weight: number
}

/** The heading says just this. */
export const strong = 0.95
/** It says this and more. */
export const fair = 0.8
/** It may say this among others. */
export const weak = 0.55

/** One rule a pattern, all for one meaning with one weight. */
export function rules(
  meaning: Meaning,
  weight: number,
  ...patterns: readonly RegExp[]
): HeadingRule[] {
  return patterns.map((pattern) => ({ meaning, pattern, weight }))
}
