import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '#platform/edit-distance'
import { encodeWord, packWords } from './packed-words.ts'
import { visitSlips } from './slips.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 9 })

describe('visitSlips', () => {
  it('visits just the words that the plain distance finds', () =>
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (list, asked) => {
        const sorted = list.toSorted()
        const found = new Map<string, number>()
        visitSlips(
          packWords(sorted),
          encodeWord(asked),
          { limit: 2, takesBeginnings: false },
          (no, distance) => found.set(sorted[no] ?? '', distance),
        )
        const near = sorted
          .map((other) => [other, editDistance(asked, other, 2)] as const)
          .filter(([, distance]) => distance <= 2)
        expect(found).toEqual(new Map(near))
      }),
    ))

  it('takes words whose beginning is near, where that is asked', () => {
    const words = packWords(['nurhaliza', 'sutrisno'])
    const found: unknown[] = []
    visitSlips(words, encodeWord('nurhla'), { limit: 1, takesBeginnings: true }, (...all) =>
      found.push(all),
    )
    expect(found).toEqual([[0, 1, true]])
  })
})
