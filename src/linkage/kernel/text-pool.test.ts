import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../names.ts'
import { isWithin, packTexts } from './text-pool.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '7'), maxLength: 12 })

describe('isWithin', () => {
  it('agrees with the plain optimal string alignment distance', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (left, right, limit) => {
        const pool = packTexts([left, right])
        expect(isWithin(pool, 0, 1, limit)).toBe(editDistance(left, right, limit) <= limit)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes texts longer than any name', () => {
    const long = 'muhammad '.repeat(20)
    const pool = packTexts([long, `${long}x`, long.replace('h', 'k')])
    expect(isWithin(pool, 0, 1, 1)).toBe(true)
    expect(isWithin(pool, 0, 2, 1)).toBe(true)
  })
})
