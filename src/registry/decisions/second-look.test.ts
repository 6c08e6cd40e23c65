import { describe, expect, it } from 'vitest'
import { makeSecrets } from '#platform/secrets'
import { testSecrets } from '../../../test/api.ts'
import { drawOf, readSecondShare } from './second-look.ts'

const at = (file: string, row: number) => ({ file, sheet: 'A', row })
const pairs = Array.from({ length: 4000 }, (_, no) => [at('a.csv', no), at('b.csv', no)] as const)

describe('the draw of pairs for a second look', () => {
  it('takes the share that is asked for, and all of a lesser share among a greater', () => {
    const draws = pairs.map((pair) => drawOf(testSecrets, pair))
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true)
    const shareBelow = (share: number) => draws.filter((draw) => draw < share).length / draws.length
    expect(shareBelow(0.1)).toBeCloseTo(0.1, 1)
    expect(shareBelow(0.5)).toBeCloseTo(0.5, 1)
  })

  it('is the same on every run and whichever row is first, and another under another key', () => {
    const [left, right] = [at('a.csv', 7), at('b.csv', 9)]
    const draw = drawOf(testSecrets, [left, right])
    expect(drawOf(makeSecrets(new Uint8Array(32).fill(7)), [right, left])).toBe(draw)
    expect(drawOf(makeSecrets(new Uint8Array(32).fill(8)), [left, right])).not.toBe(draw)
  })
})

describe('readSecondShare', () => {
  it('is one in ten by itself, and what is written else', () => {
    expect(readSecondShare({})).toBe(0.1)
    expect(readSecondShare({ BETANG_SECOND_LOOK_PERCENT: '0' })).toBe(0)
    expect(readSecondShare({ BETANG_SECOND_LOOK_PERCENT: '25' })).toBe(0.25)
  })

  it.each(['ten', '-1', '101', '10.5', '1e1'])('refuses %s', (written) => {
    expect(() => readSecondShare({ BETANG_SECOND_LOOK_PERCENT: written })).toThrow(
      expect.objectContaining({ code: 'second-look-unreadable' }),
    )
  })
})
