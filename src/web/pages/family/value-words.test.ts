import { describe, expect, it } from 'vitest'
import { valueWords } from './value-words.ts'

describe('valueWords', () => {
  it.each([
    ['latitude', '-2.147923', '-2.147923'],
    ['address', 'Jl. G. Obos XII-A', 'Jl. G. Obos XII-A'],
    ['floor', 'a-code-of-tomorrow', 'a code of tomorrow'],
  ])('tells a %s of %s as %s', (field, value, words) => {
    expect(valueWords(field, value)).toBe(words)
  })
})
