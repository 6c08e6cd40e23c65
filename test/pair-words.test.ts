import { describe, expect, it } from 'vitest'
import { evidenceEn, evidenceId } from '#registry/schema'
import { comparisons } from '../src/linkage/comparisons.ts'

/** Levels that are told in words of their own: nothing known, and equal. */
const toldOtherwise = ['missing', 'exact', 'same']

/** What the page says of a comparison and of each of its levels. */
function keysOfWords(): string[] {
  return comparisons.flatMap(({ name, levels }) => [
    `compare.${name}`,
    ...levels
      .map((level) => level.name.replace(/, (?:common|\d+ bits)$/, ''))
      .filter((level) => !toldOtherwise.includes(level))
      .map((level) => `level.${name}.${level}`),
  ])
}

describe('the evidence of a pair', () => {
  it.each([
    ['Indonesian', evidenceId],
    ['English', evidenceEn],
  ])('has words for every comparison and level in %s', (_language, words) => {
    expect(keysOfWords().filter((key) => !(key in words))).toEqual([])
  })
})
