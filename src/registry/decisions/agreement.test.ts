import { describe, expect, it } from 'vitest'
import { agreementOf, kappaOf, shareOf } from './agreement.ts'

const table = (sameSame: number, sameOther: number, otherSame: number, otherOther: number) => ({
  sameSame,
  sameOther,
  otherSame,
  otherOther,
})

/** Numbers between 0 and 1, the same on each run. */
function makeNumbers(): () => number {
  let state = 17
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

describe('agreementOf', () => {
  it('counts how often two said the same, with the interval of a share', () => {
    expect(agreementOf(table(30, 2, 1, 7))).toMatchObject({
      pairs: 40,
      agreed: 37,
      share: { value: 0.925, from: 0.801, to: 0.974 },
      kappa: { value: 0.776, from: 0.445, to: 0.922 },
    })
  })

  it('says nothing where nobody looked twice', () => {
    expect(agreementOf(table(0, 0, 0, 0))).toEqual({
      pairs: 0,
      agreed: 0,
      share: null,
      kappa: null,
    })
  })
})

describe('kappaOf', () => {
  // The example of the textbooks: 20 and 15 agreed, 5 and 10 not.
  it('is 0.4 where 35 of 50 agree and chance gives half', () => {
    expect(kappaOf(table(20, 5, 10, 15))).toEqual({ value: 0.4, from: 0.118, to: 0.614 })
  })

  it('is unknown where everybody always gave one answer', () => {
    expect(kappaOf(table(12, 0, 0, 0))).toBeNull()
  })

  it('is 1 where all agree, and the fewer they were the less it is sure', () => {
    expect(kappaOf(table(20, 0, 0, 20))).toEqual({ value: 1, from: 0.825, to: 1 })
    expect(kappaOf(table(2, 0, 0, 2))?.from).toBeLessThan(0.2)
  })

  it.each([
    { same: 0.5, kappa: 0.8, pairs: 40 },
    { same: 0.7, kappa: 0.6, pairs: 60 },
    { same: 0.3, kappa: 0.4, pairs: 100 },
  ])('holds the true kappa in 95 of 100 samples: $kappa of $pairs pairs', (truth) => {
    const next = makeNumbers()
    const { same, kappa, pairs } = truth
    const bothSame = same * same + same * (1 - same) * kappa
    const half = same * (1 - same) * (1 - kappa)
    let held = 0
    for (let sample = 0; sample < 2000; sample++) {
      const counts = [0, 0, 0, 0]
      for (let pair = 0; pair < pairs; pair++) {
        const at = next()
        const cell = at < bothSame ? 0 : at < bothSame + half ? 1 : at < bothSame + 2 * half ? 2 : 3
        counts[cell] = (counts[cell] ?? 0) + 1
      }
      const [a = 0, b = 0, c = 0, d = 0] = counts
      const found = kappaOf(table(a, b, c, d))
      if (found && found.from <= kappa + 0.0005 && kappa - 0.0005 <= found.to) held++
    }
    expect(held / 2000).toBeGreaterThan(0.92)
    expect(held / 2000).toBeLessThan(0.98)
  })
})

describe('shareOf', () => {
  it('is Wilson’s interval, which stays within 0 and 1', () => {
    expect(shareOf(10, 10)).toEqual({ value: 1, from: 0.722, to: 1 })
    expect(shareOf(0, 10)).toEqual({ value: 0, from: 0, to: 0.278 })
  })
})
