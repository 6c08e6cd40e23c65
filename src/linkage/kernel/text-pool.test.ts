import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../names.ts'
import { isWithin, packTexts } from './text-pool.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '7'), maxLength: 34 })

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

  it('agrees with it on words that a few slips made of each other', () => {
    const slip = fc.tuple(
      fc.nat(33),
      fc.constantFrom('swap', 'drop', 'add', 'other'),
      fc.constantFrom('a', 'é'),
    )
    fc.assert(
      fc.property(word, fc.array(slip, { maxLength: 3 }), (written, slips) => {
        const letters = [...written]
        for (const [place, kind, letter] of slips) {
          if (kind === 'swap')
            letters.splice(place, 2, ...letters.slice(place, place + 2).reverse())
          else letters.splice(place, kind === 'add' ? 0 : 1, ...(kind === 'drop' ? [] : [letter]))
        }
        const slipped = letters.join('')
        const pool = packTexts([written, slipped])
        for (const limit of [1, 2]) {
          const isNear = editDistance(written, slipped, limit) <= limit
          expect(isWithin(pool, 0, 1, limit)).toBe(isNear)
          expect(isWithin(pool, 1, 0, limit)).toBe(isNear)
        }
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
