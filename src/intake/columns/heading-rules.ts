import type { Meaning } from '../values/index.ts'
import { aidHeadings } from './aid-headings.ts'
import { assetHeadings, dwellingHeadings } from './dwelling-headings.ts'
import { familyHeadings } from './family-headings.ts'
import { strong } from './heading-rule.ts'
import { headingPhrase } from './heading-words.ts'
import { personHeadings } from './person-headings.ts'

const headingRules = [...personHeadings, ...familyHeadings, ...dwellingHeadings, ...aidHeadings]

export interface HeadingMeaning {
  readonly meaning: Meaning
  readonly weight: number
}

/** Headings come again in every sheet; data rows that are tried as headings must not pile up. */
const known = new Map<string, readonly HeadingMeaning[]>()
const maxKnown = 5000

/**
 * What a heading may mean, strongest first; empty for one that no rule knows.
 *
 * A heading over two rows comes as `KOMPONEN | BUMIL`: the whole counts, and its lower part alone a
 * little less. Brackets ("NIK (kalau ada)") are tried with and without.
 */
export function headingMeanings(heading: string): readonly HeadingMeaning[] {
  const before = known.get(heading)
  if (before) return before

  const weights = new Map<Meaning, number>()
  const lower = heading.split(' | ').at(-1) ?? heading
  tryPhrase(headingPhrase(heading.replace(/ \| /g, ' ').replace(/\([^)]*\)/g, ' ')), 1, weights)
  tryPhrase(headingPhrase(heading.replace(/ \| /g, ' ')), 0.98, weights)
  if (lower !== heading) tryPhrase(headingPhrase(lower.replace(/\([^)]*\)/g, ' ')), 0.9, weights)

  const found = [...weights]
    .map(([meaning, weight]) => ({ meaning, weight }))
    .sort((left, right) => right.weight - left.weight)
  if (known.size < maxKnown) known.set(heading, found)
  return found
}

function tryPhrase(phrase: string, factor: number, weights: Map<Meaning, number>) {
  if (phrase === '') return
  const note = (meaning: Meaning, weight: number) => {
    if (weight * factor > (weights.get(meaning) ?? 0)) weights.set(meaning, weight * factor)
  }
  for (const { meaning, pattern, weight } of headingRules) {
    if (pattern.test(phrase)) note(meaning, weight)
  }
  for (const [asset, pattern] of assetHeadings) {
    if (pattern.test(phrase)) note(asset, strong)
  }
}
