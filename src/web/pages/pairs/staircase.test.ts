import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staircaseOf } from './staircase.ts'

const evidence = fc.array(
  fc.record({
    comparison: fc.string(),
    level: fc.constantFrom('exact', 'missing', 'other'),
    weightBits: fc.double({ min: -30, max: 30, noNaN: true }),
  }),
  { maxLength: 9 },
)

describe('staircaseOf', () => {
  it('walks from its start to its end without a gap, inside the drawing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), evidence, (percentSame, facts) => {
        const stairs = staircaseOf({ percentSame, evidence: facts })
        let at = stairs.start
        for (const step of stairs.steps) {
          expect(step.from).toBeCloseTo(at, 6)
          at = step.to
        }
        expect(at).toBeCloseTo(stairs.end, 6)
        for (const place of [stairs.start, stairs.end, ...stairs.steps.map(({ to }) => to)]) {
          expect(place).toBeGreaterThanOrEqual(2.99)
          expect(place).toBeLessThanOrEqual(97.01)
        }
      }),
    )
  })

  it('counts what is missing neither for nor against', () => {
    const [step] = staircaseOf({
      percentSame: 50,
      evidence: [{ comparison: 'phone', level: 'missing', weightBits: 0 }],
    }).steps
    expect(step?.verdict).toBe('unknown')
  })
})
