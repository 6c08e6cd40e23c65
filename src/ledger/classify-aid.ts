import { type AidWord, absorbs, aidWords, fixedProgrammes } from './aid-words.ts'
import { plainWords, wordPattern } from './plain-words.ts'
import type { Indicator } from './schema.ts'

const patterns = aidWords.map((line) => ({ line, pattern: wordPattern(line.words) }))

/**
 * What a text of aid serves, in the order of the word list; empty when it names nothing known.
 * Never twice the same indicator.
 */
export function classifyAid(text: string): readonly Indicator[] {
  const found = matchingLines(plainWords(text)).map((line) => line.indicator)
  const distinct = [...new Set(found)]
  return distinct.filter(
    (indicator) =>
      !absorbs.some((rule) => rule.indicator === indicator && distinct.includes(rule.by)),
  )
}

/** What a family holds after help of these words: food, cash, works; undefined when unreadable. */
export function benefitOfAid(text: string, indicator: Indicator): AidWord['benefit'] | undefined {
  return matchingLines(plainWords(text)).find((line) => line.indicator === indicator)?.benefit
}

/** A city's ledger repeats a few hundred texts a hundred thousand times. */
const fixedByText = new Map<string, (typeof fixedProgrammes)[number] | null>()

/** The programme that a text names, when it is one whose purpose the law fixes. */
export function findFixedProgramme(text: string): (typeof fixedProgrammes)[number] | undefined {
  const known = fixedByText.get(text)
  if (known !== undefined) return known ?? undefined
  const plain = plainWords(text)
  const found = fixedProgrammes.find((programme) => programme.pattern.test(plain))
  if (fixedByText.size > 20_000) fixedByText.clear()
  fixedByText.set(text, found ?? null)
  return found
}

function matchingLines(plain: string): readonly AidWord[] {
  if (plain === '') return []
  const matching = patterns.filter(({ pattern }) => pattern.test(plain)).map(({ line }) => line)
  const strong = matching.filter((line) => line.strength === 'strong')
  return strong.length > 0 ? strong : matching.slice(0, 1)
}
