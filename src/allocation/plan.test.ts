import fc from 'fast-check'
import highsLoader from 'highs'
import { describe, expect, it } from 'vitest'
import type { Offer } from '#partner/schema'
import { propertyRuns } from '../../test/property-runs.ts'
import { aFilter, aNeed, anOffer } from './builders.ts'
import { type PlanRequest, planAllocation } from './plan.ts'
import type { NeedInput } from './schema.ts'
import { verifyCertificate } from './verify-certificate.ts'

function plan(request: Omit<PlanRequest, 'compile'>) {
  return planAllocation({ ...request, compile: aFilter })
}

function verified(request: Omit<PlanRequest, 'compile'>) {
  const result = plan(request)
  const faults = verifyCertificate(result.certificate, {
    ...result,
    assignments: result.lines,
    unservedIds: result.unserved.map(({ needId }) => needId),
  })
  return { result, faults }
}

const letters = ['A', 'B', 'C'] as const
const needArb = fc.record({
  score: fc.integer({ min: 0, max: 12 }),
  since: fc.constantFrom('2025-01-01', '2025-02-01', ''),
  indicator: fc.constantFrom(...letters),
  ward: fc.constantFrom('1.1.1', '1.1.2', '1.2.1', ''),
  decile: fc.constantFrom('1', '4', ''),
  lockedOffer: fc.constantFrom('', '', '', 'o0', 'o1'),
  promisedOffer: fc.constantFrom('', '', 'o0', 'o2'),
})
const offerArb = fc.record({
  units: fc.integer({ min: 0, max: 3 }),
  needsPerUnit: fc.constantFrom(1, 1, 2),
  indicator: fc.constantFrom('', ...letters),
  wards: fc.constantFrom<readonly string[]>([], ['1.1'], ['1.1.1', '1.2'], ['1.2.1']),
  filter: fc.constantFrom('', '', 'decile <= 3'),
  unitCostRp: fc.constantFrom(0, 1000),
  budgetRp: fc.constantFrom(undefined, 2500),
})
const caseArb = fc
  .record({
    needs: fc.array(needArb, { maxLength: 12 }),
    offers: fc.array(offerArb, { maxLength: 5 }),
  })
  .map(({ needs, offers }) => ({
    needs: needs.map(({ decile, ...need }, index) =>
      aNeed({ ...need, needId: `n${index}`, fields: { decile } }),
    ),
    offers: offers.map(({ budgetRp, ...offer }, index) =>
      anOffer({ ...offer, offerId: `o${index}`, ...(budgetRp === undefined ? {} : { budgetRp }) }),
    ),
  }))

/** Places and compatibility, worked out a second time in the plainest way. */
function places({ units = 0, unitCostRp, budgetRp, needsPerUnit }: Offer): number {
  const byBudget = budgetRp === undefined || unitCostRp === 0 ? units : budgetRp / unitCostRp
  return Math.floor(Math.min(units, byBudget)) * needsPerUnit
}

function isCompatible(need: NeedInput, offer: Offer): boolean {
  const inWard =
    offer.wards.length === 0 ||
    offer.wards.some((code) => need.ward !== '' && `${need.ward}.`.startsWith(`${code}.`))
  const passes = offer.filter === '' || need.fields.decile === '1'
  return inWard && passes && (offer.indicator === '' || offer.indicator === need.indicator)
}

// The package declares CommonJS types for its ES module: the default import is the loader itself.
const loadHighs = highsLoader as unknown as typeof highsLoader.default
const highs = await loadHighs()

/** The linear programme of the allocation, solved by HiGHS. */
function bestByHighs(needs: readonly NeedInput[], offers: readonly Offer[]): number {
  const pairs = needs.flatMap((need, n) =>
    offers.flatMap((offer, o) => (isCompatible(need, offer) ? [{ n, o, score: need.score }] : [])),
  )
  if (pairs.length === 0) return 0
  const total = (some: typeof pairs) => some.map(({ n, o }) => `x${n}_${o}`).join(' + ')
  const rows = [
    ...needs.map((_, n) => ({ some: pairs.filter((pair) => pair.n === n), limit: 1 })),
    ...offers.map((offer, o) => ({
      some: pairs.filter((pair) => pair.o === o),
      limit: places(offer),
    })),
  ].filter(({ some }) => some.length > 0)
  const text = `Maximize
 obj: ${pairs.map(({ n, o, score }) => `${score} x${n}_${o}`).join(' + ')}
Subject To
${rows.map(({ some, limit }, row) => ` r${row}: ${total(some)} <= ${limit}`).join('\n')}
End`
  return highs.solve(text).ObjectiveValue
}

describe('planAllocation', () => {
  it('moves a served need to another offer rather than turn a lower one away', () => {
    const offers = [
      anOffer({ offerId: 'any', units: 1 }),
      anOffer({ offerId: 'north', units: 1, wards: ['1.1'] }),
    ]
    const needs = [
      aNeed({ needId: 'high', score: 9, ward: '1.1.1', promisedOffer: 'any' }),
      aNeed({ needId: 'low', score: 5, ward: '1.2.1' }),
    ]
    const { lines, value } = plan({ needs, offers })
    expect(lines.map(({ needId, offerId }) => [needId, offerId])).toEqual([
      ['high', 'north'],
      ['low', 'any'],
    ])
    expect(value).toBe(14)
  })

  it('tells the one left behind the score of the last place', () => {
    const needs = [30, 20, 10].map((score, n) => aNeed({ needId: `n${n}`, score }))
    const { unserved, offerPrices } = plan({ needs, offers: [anOffer({ units: 2 })] })
    expect(unserved).toEqual([{ needId: 'n2', reasonCode: 'below-cutoff', cutoff: 20, score: 10 }])
    expect(offerPrices).toEqual({ o1: 10 })
  })

  it('among equal scores serves who has waited longer, then by id', () => {
    const needs = [
      aNeed({ needId: 'a', since: '' }),
      aNeed({ needId: 'c', since: '2025-01-01' }),
      aNeed({ needId: 'b', since: '2025-01-01' }),
      aNeed({ needId: 'd', since: '2025-03-01' }),
    ]
    const { lines } = plan({ needs, offers: [anOffer({ units: 3 })] })
    expect(lines.map(({ needId }) => needId)).toEqual(['b', 'c', 'd'])
  })

  it.each([
    { why: 'no-offer', offer: { indicator: 'B' } },
    { why: 'offer-elsewhere', offer: { wards: ['1.2'] } },
    { why: 'outside-window', offer: { windowTo: '2025-06-30' } },
    { why: 'outside-window', offer: { windowFrom: '2025-07-02' } },
    { why: 'not-eligible', offer: { filter: 'decile <= 3' } },
    { why: 'filter-unknown', offer: { filter: 'age_years >= 60' } },
    { why: 'filter-unknown', offer: { wards: ['1.1.1.7'] } },
    { why: 'filter-unknown', offer: { filter: 'this is no rule' } },
  ])('says $why when $offer', ({ why, offer }) => {
    const needs = [aNeed({ indicator: 'A', ward: '1.1.1', fields: { decile: '5' } })]
    const { unserved } = plan({ needs, offers: [anOffer(offer)], on: '2025-07-01' })
    expect(unserved).toEqual([{ needId: 'n1', reasonCode: why, score: 10 }])
  })

  it('asks for the fact that keeps a filter unknown, and counts the needs', () => {
    const needs = ['a', 'b'].map((needId) => aNeed({ needId }))
    const { questions, served } = plan({ needs, offers: [anOffer({ filter: 'decile <= 3' })] })
    expect(served).toBe(0)
    expect(questions).toEqual([{ offerId: 'o1', field: 'decile', needCount: 2 }])
  })

  it('keeps a lock before higher scores, and breaks one that may not be', () => {
    const needs = [
      aNeed({ needId: 'high', score: 90 }),
      aNeed({ needId: 'locked', score: 1, lockedOffer: 'o1' }),
      aNeed({ needId: 'lost', score: 2, lockedOffer: 'gone' }),
    ]
    const { result, faults } = verified({ needs, offers: [anOffer({ units: 1 })] })
    expect(result.lines.map(({ needId }) => needId)).toEqual(['locked'])
    expect(result.shortfalls).toContainEqual({
      kind: 'lock-broken',
      offerId: 'gone',
      needId: 'lost',
      cause: 'unknown-offer',
      count: 1,
    })
    expect(faults).toEqual([])
    expect(result.gap).toBe(0)
  })

  it('gives an earlier promise extra points only where the policy says so', () => {
    const needs = [
      aNeed({ needId: 'new', score: 20 }),
      aNeed({ needId: 'promised', score: 10, promisedOffer: 'o1' }),
    ]
    const offers = [anOffer({ units: 1 })]
    expect(plan({ needs, offers }).lines[0]?.needId).toBe('new')
    const kept = plan({ needs, offers, policy: { keepBonus: 25 } })
    expect(kept.lines[0]?.needId).toBe('promised')
    expect(kept.value).toBe(35)
  })

  it('splits the cost of a unit among the needs it serves, to the rupiah', () => {
    const needs = [1, 2, 3].map((n) => aNeed({ needId: `n${n}` }))
    const offers = [anOffer({ units: 1, needsPerUnit: 3, unitCostRp: 100 })]
    const { lines } = plan({ needs, offers })
    expect(lines.map(({ amountRp }) => amountRp)).toEqual([33, 33, 34])
    expect(lines[0]?.units).toBeCloseTo(1 / 3, 12)
  })

  it('buys whole units within the budget, and nothing without any limit', () => {
    const needs = [1, 2, 3, 4].map((n) => aNeed({ needId: `n${n}` }))
    const byBudget = { ...anOffer({ unitCostRp: 1000, budgetRp: 2999 }) }
    delete byBudget.units
    expect(plan({ needs, offers: [byBudget] }).served).toBe(2)
    const { budgetRp: _, ...unlimited } = byBudget
    expect(plan({ needs, offers: [unlimited] }).served).toBe(0)
  })

  it('closes a bundle that stays too small, and proves what that may cost', () => {
    const offers = [anOffer({ units: 9, minBundle: 2 })]
    const needs = [
      aNeed({ needId: 'a', ward: '1.1.1' }),
      aNeed({ needId: 'b', ward: '1.1.1' }),
      aNeed({ needId: 'c', ward: '1.2.1' }),
    ]
    const { result, faults } = verified({ needs, offers })
    expect(result.lines.map(({ needId }) => needId)).toEqual(['a', 'b'])
    expect(result.unserved).toEqual([{ needId: 'c', reasonCode: 'bundle-closed', score: 10 }])
    expect(result.gap).toBe(10)
    expect(faults).toEqual([])
  })

  it('counts scores with decimals exactly', () => {
    const needs = [0.1, 0.2].map((score, n) => aNeed({ needId: `n${n}`, score }))
    const { result, faults } = verified({ needs, offers: [anOffer({ units: 5 })] })
    expect(result.value).toBe(0.3)
    expect(faults).toEqual([])
  })
})

describe('any plan', () => {
  it('is worth as much as the linear programme allows, and no lock stands in the way', () => {
    fc.assert(
      fc.property(caseArb, ({ needs, offers }) => {
        const free = needs.map((need) => ({ ...need, lockedOffer: '' }))
        const { value, upperBound } = plan({ needs: free, offers })
        expect(value).toBeCloseTo(bestByHighs(free, offers), 6)
        expect(upperBound).toBe(value)
      }),
      { numRuns: propertyRuns(150), seed: 7 },
    )
  })

  it('can be carried out and carries its proof', () => {
    fc.assert(
      fc.property(caseArb, fc.constantFrom(0, 3), ({ needs, offers }, keepBonus) => {
        const { result, faults } = verified({ needs, offers, policy: { keepBonus } })
        expect(faults).toEqual([])
        expect(result.gap).toBe(0)
        const needById = new Map(needs.map((need) => [need.needId, need]))
        for (const offer of offers) {
          const mine = result.lines.filter(({ offerId }) => offerId === offer.offerId)
          expect(mine.length).toBeLessThanOrEqual(places(offer))
          for (const { needId } of mine) {
            const need = needById.get(needId)
            expect(need && isCompatible(need, offer)).toBe(true)
          }
          if (offer.budgetRp !== undefined) {
            const spentRp = mine.reduce((sum, { amountRp }) => sum + amountRp, 0)
            expect(spentRp).toBeLessThanOrEqual(offer.budgetRp)
          }
        }
        expect(new Set(result.lines.map(({ needId }) => needId)).size).toBe(result.lines.length)
        expect(result.lines.length + result.unserved.length).toBe(needs.length)
      }),
      { numRuns: propertyRuns(300), seed: 8 },
    )
  })

  it('passes nobody over for a lower score at an offer that may serve them', () => {
    fc.assert(
      fc.property(caseArb, ({ needs, offers }) => {
        const free = needs.map((need) => ({ ...need, lockedOffer: '' }))
        const { lines, unserved } = plan({ needs: free, offers })
        const needById = new Map(free.map((need) => [need.needId, need]))
        for (const { needId, score } of unserved) {
          const need = needById.get(needId)
          for (const offer of offers.filter((some) => need && isCompatible(need, some))) {
            for (const line of lines.filter(({ offerId }) => offerId === offer.offerId)) {
              expect(needById.get(line.needId)?.score).toBeGreaterThanOrEqual(score)
            }
          }
        }
      }),
      { numRuns: propertyRuns(200), seed: 9 },
    )
  })

  it('is the same for needs and offers in any order', () => {
    fc.assert(
      fc.property(
        caseArb.chain(({ needs, offers }) =>
          fc.record({
            needs: fc.constant(needs),
            offers: fc.constant(offers),
            mixedNeeds: fc.shuffledSubarray(needs, { minLength: needs.length }),
            mixedOffers: fc.shuffledSubarray(offers, { minLength: offers.length }),
          }),
        ),
        ({ needs, offers, mixedNeeds, mixedOffers }) => {
          const once = plan({ needs, offers })
          expect(plan({ needs: mixedNeeds, offers: mixedOffers })).toEqual(once)
        },
      ),
      { numRuns: propertyRuns(200), seed: 10 },
    )
  })
})

describe('verifyCertificate', () => {
  const needs = [9, 8, 7].map((score, n) => aNeed({ needId: `n${n}`, score }))
  const { result } = verified({ needs, offers: [anOffer({ units: 2 })] })
  const claim = {
    ...result,
    assignments: result.lines,
    unservedIds: result.unserved.map(({ needId }) => needId),
  }

  it.each([
    ['offer-overfull', { assignments: [...result.lines, { needId: 'n2', offerId: 'o1' }] }],
    ['need-twice', { assignments: [...result.lines, { needId: 'n0', offerId: 'o1' }] }],
    ['need-missing', { unservedIds: [] }],
    ['need-unknown', { assignments: [{ needId: 'x', offerId: 'o1' }] }],
    ['offer-unknown', { assignments: [{ needId: 'n0', offerId: 'x' }] }],
    ['value-wrong', { value: 18 }],
    ['bound-wrong', { upperBound: 18 }],
    ['gap-wrong', { gap: 1 }],
    ['served-wrong', { served: 3 }],
  ])('finds %s', (code, change) => {
    const faults = verifyCertificate(result.certificate, { ...claim, ...change })
    expect(faults.map((fault) => fault.code)).toContain(code)
  })

  it('finds a price that is too low to prove anything', () => {
    const { certificate } = result
    const cheap = certificate.offers.map((offer) => ({ ...offer, price: offer.price - 1 }))
    const faults = verifyCertificate({ ...certificate, offers: cheap }, claim)
    expect(faults.map(({ code }) => code)).toContain('dual-infeasible')
  })
})
