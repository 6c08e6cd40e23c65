import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as leaked } from '@zxcvbn-ts/language-common'
import { dictionary as indonesian } from '@zxcvbn-ts/language-id'
import { localWords } from './local-words.ts'

/** Safe against someone who has the store and 10,000 guesses a second for hours. */
const leastScore = 3

// A module of its own, loaded at the first password: the lists are 50,000 words.
const estimator = new ZxcvbnFactory({
  dictionary: { ...leaked, ...indonesian, local: [...localWords] },
  graphs: adjacencyGraphs,
})

/**
 * Whether a password would be found soon, by leaked passwords, Indonesian words, names, dates,
 * keyboard paths, repeats and what is known of its owner.
 *
 * @source Wheeler (2016), "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security.
 */
export function isGuessable(password: string, ownWords: readonly string[]): boolean {
  const own = ownWords.flatMap((words) => [words, ...words.split(/[\s.,_-]+/)])
  // Signs between words cost a guesser nothing, and the estimator counts them as guesses.
  const bare = password.replace(/[\s\p{P}\p{S}]+/gu, '')
  return [password, bare].some((text) => estimator.check(text, own).score < leastScore)
}
