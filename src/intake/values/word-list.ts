import { editDistance } from '#platform/edit-distance'
import { plainWords } from './plain-words.ts'

export type WordMatch<Value> =
  | { readonly result: 'found'; readonly value: Value; readonly isGuessed: boolean }
  | { readonly result: 'several'; readonly values: readonly Value[] }
  | { readonly result: 'unknown' }

/** Finds which of a closed list of values a text names. */
export interface WordList<Value> {
  readonly find: (text: string) => WordMatch<Value>
}

/** Slips that a phrase of this length can carry and still be itself. */
function slipLimit(length: number): number {
  if (length < 5) return 0
  return length < 10 ? 1 : 2
}

/**
 * A word list: each value with the phrases that mean it, in plain lower case with short forms
 * spelled out as `plainWords` does.
 *
 * A text matches the phrase that it is, else the longest phrases that stand in it, else the phrase
 * one or two slips away, else a single word one slip away. A longer phrase hides a shorter one
 * inside it, so "tidak tamat sd" is not "sd". A phrase given to two values leaves open which is meant.
 */
export function createWordList<Value extends string | number | boolean>(
  phrasesByValue: readonly (readonly [Value, readonly string[]])[],
): WordList<Value> {
  const valuesByPhrase = new Map<string, readonly Value[]>()
  for (const [value, phrases] of phrasesByValue) {
    for (const phrase of phrases.map(plainWords)) {
      const others = (valuesByPhrase.get(phrase) ?? []).filter((other) => other !== value)
      valuesByPhrase.set(phrase, [...others, value])
    }
  }
  const phrases = [...valuesByPhrase.keys()].sort((a, b) => b.length - a.length)

  const foundOf = (values: ReadonlySet<Value>, isGuessed: boolean): WordMatch<Value> => {
    const [first] = values
    if (first === undefined) return { result: 'unknown' }
    return values.size === 1
      ? { result: 'found', value: first, isGuessed }
      : { result: 'several', values: [...values] }
  }
  const valuesOf = (found: readonly string[]): ReadonlySet<Value> =>
    new Set(found.flatMap((phrase) => valuesByPhrase.get(phrase) ?? []))

  const search = (words: string): WordMatch<Value> => {
    const contained = containedPhrases(words, phrases)
    if (contained.length > 0) return foundOf(valuesOf(contained), false)
    const near = nearestPhrases(words, phrases)
    if (near.length > 0) return foundOf(valuesOf(near), true)
    const nearWords = words
      .split(' ')
      .filter((word) => word.length >= 5)
      .flatMap((word) => nearestPhrases(word, phrases))
    return foundOf(valuesOf(nearWords), true)
  }
  const matchByWords = new Map<string, WordMatch<Value>>()

  return {
    find: (text) => {
      const words = plainWords(text)
      const exact = valuesByPhrase.get(words)
      if (exact) return foundOf(new Set(exact), false)
      const known = matchByWords.get(words)
      if (known) return known
      const match = search(words)
      if (matchByWords.size > 5000) matchByWords.clear()
      matchByWords.set(words, match)
      return match
    },
  }
}

/** Phrases that stand in the text as whole words, those inside a longer one left out. */
function containedPhrases(words: string, longestFirst: readonly string[]): readonly string[] {
  let rest = ` ${words} `
  const found: { phrase: string; at: number }[] = []
  for (const phrase of longestFirst) {
    const at = rest.indexOf(` ${phrase} `)
    if (at < 0) continue
    found.push({ phrase, at })
    rest = `${rest.slice(0, at)} ${'|'.repeat(phrase.length)} ${rest.slice(at + phrase.length + 2)}`
  }
  return found.sort((a, b) => a.at - b.at).map(({ phrase }) => phrase)
}

/** The phrases fewest slips away, within what their length allows. */
function nearestPhrases(words: string, phrases: readonly string[]): readonly string[] {
  let best = slipLimit(words.length)
  if (best === 0) return []
  let nearest: string[] = []
  for (const phrase of phrases) {
    const limit = Math.min(best, slipLimit(phrase.length))
    const distance = editDistance(words, phrase, limit)
    if (distance > limit) continue
    if (distance < best) nearest = []
    best = distance
    nearest.push(phrase)
  }
  return nearest
}
