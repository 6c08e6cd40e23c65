import { describe, expect, it } from 'vitest'
import { calibrationOf, type JudgedPair, proposedThresholdBits, shiftOf } from './calibration.ts'

/** So many pairs of one weight, of which so many are the same. */
function judged(weightBits: number, pairs: number, same: number): JudgedPair[] {
  return Array.from({ length: pairs }, (_, no) => ({ weightBits, isSame: no < same }))
}

/** Pairs as often the same as a model says whose weights lack `bits`. */
function offBy(bits: number): JudgedPair[] {
  return [-3, -2, -1, 0, 1, 2, 3].flatMap((weightBits) =>
    judged(weightBits, 1000, Math.round(1000 / (1 + 2 ** -(weightBits + bits)))),
  )
}

describe('calibrationOf', () => {
  it('tells by band how many the model held to be the same, and how many were', () => {
    const calibration = calibrationOf([
      ...judged(1, 12, 9),
      ...judged(-3, 6, 0),
      ...judged(2, 4, 4),
    ])
    expect(calibration).toMatchObject({ pairs: 22, same: 13, shift: null })
    expect(calibration.bands).toEqual([
      {
        fromBits: null,
        toBits: -2,
        pairs: 6,
        same: 0,
        said: 0.111,
        share: { value: 0, from: 0, to: 0.39 },
      },
      { fromBits: -2, toBits: 0, pairs: 0, same: 0, said: null, share: null },
      {
        fromBits: 0,
        toBits: 2,
        pairs: 12,
        same: 9,
        said: 0.667,
        share: { value: 0.75, from: 0.468, to: 0.911 },
      },
      {
        fromBits: 2,
        toBits: null,
        pairs: 4,
        same: 4,
        said: 0.8,
        share: { value: 1, from: 0.51, to: 1 },
      },
    ])
  })

  it('says how far the model is off from fifty pairs of each answer on', () => {
    expect(calibrationOf(judged(0, 99, 49)).shift).toBeNull()
    expect(calibrationOf(judged(0, 99, 50)).shift).toBeNull()
    expect(calibrationOf(judged(0, 100, 50)).shift).toMatchObject({ bits: 0 })
  })
})

describe('shiftOf', () => {
  it.each([-2, -0.5, 0, 1, 2.5])('finds the %d bits that the weights lack', (bits) => {
    const found = shiftOf(offBy(bits))
    expect(found.bits).toBeCloseTo(bits, 1)
    expect(found.from).toBeLessThan(found.bits)
    expect(found.to).toBeGreaterThan(found.bits)
  })

  it('is the surer the more pairs there are', () => {
    const width = ({ from, to }: ReturnType<typeof shiftOf>) => to - from
    expect(width(shiftOf(judged(0, 400, 200)))).toBeCloseTo(
      width(shiftOf(judged(0, 100, 50))) / 2,
      1,
    )
  })
})

describe('proposedThresholdBits', () => {
  it('goes as far down as the model is too careful, and up where it is too sure', () => {
    expect(proposedThresholdBits({ bits: 1.52, from: 1, to: 2 }, 1)).toBe(-0.5)
    expect(proposedThresholdBits({ bits: -1, from: -1.4, to: -0.6 }, 1)).toBe(2)
  })

  it('is none where the answers do not refute the threshold in force', () => {
    expect(proposedThresholdBits(null, 1)).toBeNull()
    expect(proposedThresholdBits({ bits: 0.3, from: -0.1, to: 0.7 }, 1)).toBeNull()
    expect(proposedThresholdBits({ bits: 1.52, from: 1, to: 2 }, -0.5)).toBeNull()
  })

  it('never leaves the band in which people look', () => {
    expect(proposedThresholdBits({ bits: 9, from: 8, to: 10 }, 1)).toBe(-3)
    expect(proposedThresholdBits({ bits: 9, from: 8, to: 10 }, -3)).toBeNull()
    expect(proposedThresholdBits({ bits: -9, from: -10, to: -8 }, 1)).toBe(4)
  })
})
