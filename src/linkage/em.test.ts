import { describe, expect, it } from 'vitest'
import {
  comparisons,
  nameComparison,
  nameLevel,
  nikComparison,
  nikLevel,
  patternRows,
} from './comparisons.ts'
import { learnModel } from './em.ts'
import { PatternScorer, weightsOf } from './score.ts'

const pattern = (name: number, nik: number) =>
  (name << nameComparison.shift) | (nik << nikComparison.shift)
const same = pattern(nameLevel.full + 2, nikLevel.exact)
const other = pattern(nameLevel.none, nikLevel.otherUnsure)
const levels = comparisons.map((comparison) => comparison.levels)

describe('learnModel', () => {
  it('keeps the starting shares with nothing to learn from', () => {
    const model = learnModel({
      comparisons: levels,
      candidates: [],
      random: [],
      totalPairs: 1,
      recordCount: 2,
    })
    const scorer = new PatternScorer(weightsOf(model))
    expect(scorer.units(same)).toBeGreaterThan(0)
    expect(scorer.units(other)).toBeLessThan(0)
  })

  it('counts the pairs of one person', () => {
    const model = learnModel({
      comparisons: levels,
      candidates: patternRows(
        new Map([
          [same, 400],
          [other, 600],
        ]),
      ),
      random: patternRows(new Map([[other, 5000]])),
      totalPairs: 500_000,
      recordCount: 1000,
    })
    expect(model.matchCount).toBeGreaterThan(380)
    expect(model.matchCount).toBeLessThan(420)
  })

  it('has shares that add to one', () => {
    const { m, u, h } = learnModel({
      comparisons: levels,
      candidates: patternRows(new Map([[same, 10]])),
      random: patternRows(new Map([[other, 100]])),
      totalPairs: 5000,
      recordCount: 100,
    })
    for (const shares of [...m, ...u, ...h]) {
      const sum = shares.slice(1).reduce((total, share) => total + share, 0)
      expect(sum).toBeCloseTo(1, 9)
    }
  })
})

describe('comparisons', () => {
  it('fit side by side into one positive whole number', () => {
    let shift = 0
    for (const comparison of comparisons) {
      expect(comparison.shift).toBe(shift)
      expect(comparison.levels.length).toBeLessThanOrEqual(2 ** comparison.bits)
      shift += comparison.bits
    }
    expect(shift).toBeLessThanOrEqual(30)
  })
})
