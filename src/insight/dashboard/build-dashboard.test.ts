import fc from 'fast-check'
import { expect, it } from 'vitest'
import { indicatorsBySector } from '#ledger/schema'
import { wards } from '#territory'
import { indicators, sectors } from '../schema.ts'
import { buildDashboard, type DashboardInput } from './build-dashboard.ts'
import { aFamily, aProfile, pahandut, panarung, someRows } from './builders.ts'
import type { CountedRows } from './input-tables.ts'

function aRun(rows: CountedRows): DashboardInput {
  const { families, needs, served, profiles, overlaps } = rows
  return {
    intake: { rows: [] },
    register: { persons: [], families },
    served,
    overlaps,
    assessment: { on: '2025-07-01', needs, profiles },
  }
}

const familyIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const anId = fc.constantFrom(...familyIds)
const anIndicator = fc.constantFrom(...indicators)

/** Small registers in which everything may meet, be missing, or point outside the register. */
const someRegister: fc.Arbitrary<CountedRows> = fc.record({
  families: fc.uniqueArray(
    fc.record(
      {
        familyId: anId,
        ward: fc.constantFrom(pahandut, panarung, '62.71.99.9999'),
        listCount: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: ['familyId', 'listCount'] },
    ),
    { selector: ({ familyId }) => familyId },
  ),
  needs: fc.array(fc.record({ familyId: anId, indicator: anIndicator }), { maxLength: 25 }),
  served: fc.uniqueArray(
    fc.record({
      familyId: anId,
      programmes: fc.uniqueArray(fc.constantFrom('PKH', 'PIP', 'PT A'), { maxLength: 3 }),
    }),
    { selector: ({ familyId }) => familyId },
  ),
  profiles: fc.uniqueArray(
    fc
      .tuple(anId, fc.dictionary(anIndicator, fc.option(fc.boolean())))
      .map(([familyId, lacks]) => aProfile(familyId, lacks)),
    { selector: ({ familyId }) => familyId },
  ),
  overlaps: fc.array(
    fc.record({
      familyId: anId,
      kind: fc.constantFrom('conflict', 'duplicate', 'complementary'),
      isCertain: fc.boolean(),
    }),
  ),
})

/** The same picture, counted family by family. */
function countByHand({ families, needs, served, profiles, overlaps }: CountedRows) {
  const lacksAny = (familyId: string, some: readonly string[]): boolean =>
    needs.some((need) => need.familyId === familyId && some.includes(need.indicator))
  const giversOf = (familyId: string): number =>
    served.find((count) => count.familyId === familyId)?.programmes.length ?? 0
  const inNeed = families.filter(({ familyId }) => lacksAny(familyId, indicators))
  const unserved = inNeed.filter(({ familyId }) => giversOf(familyId) === 0)
  const lacking = (of: CountedRows['families'], some: readonly string[]): number =>
    of.filter(({ familyId }) => lacksAny(familyId, some)).length
  return {
    familiesByListCount: [1, 2, 3, 4].flatMap((lists) => {
      const count = families.filter(({ listCount }) => listCount === lists).length
      return count > 0 ? [{ lists, families: count }] : []
    }),
    served: {
      none: unserved.length,
      one: inNeed.filter(({ familyId }) => giversOf(familyId) === 1).length,
      several: inNeed.filter(({ familyId }) => giversOf(familyId) > 1).length,
    },
    overlaps: (['conflict', 'duplicate', 'complementary'] as const).map((kind) => {
      const pairs = overlaps.filter((overlap) => overlap.kind === kind)
      return {
        kind,
        pairs: pairs.length,
        families: new Set(pairs.map(({ familyId }) => familyId)).size,
        uncertainPairs: pairs.filter(({ isCertain }) => !isCertain).length,
      }
    }),
    indicators: sectors.flatMap((sector) =>
      indicatorsBySector[sector].map((indicator) => ({
        sector,
        indicator,
        families: lacking(families, [indicator]),
        unservedFamilies: lacking(unserved, [indicator]),
        unknownFamilies: profiles.filter(({ lacks }) => lacks[indicator] === null).length,
      })),
    ),
    wards: wards.map(({ code, name }) => {
      const here = families.filter(({ ward }) => ward === code)
      const bySector = sectors.map((sector) => [sector, lacking(here, indicatorsBySector[sector])])
      return {
        code,
        name,
        families: here.length,
        familiesInNeed: lacking(here, indicators),
        unserved: unserved.filter(({ ward }) => ward === code).length,
        needsBySector: Object.fromEntries(bySector),
      }
    }),
    familiesWithoutWard: families.filter(({ ward }) => ward === undefined).length,
  }
}

it('counts as one would by hand, whatever is missing', async () => {
  await fc.assert(
    fc.asyncProperty(someRegister, async (rows) => {
      expect(await buildDashboard(aRun(rows))).toMatchObject({
        families: rows.families.length,
        ...countByHand(rows),
      })
    }),
    { numRuns: 25, seed: 6271 },
  )
}, 60_000)

it('counts persons alive and here, rows and the files they came from', async () => {
  const ref = { sheet: '', row: 1 }
  const dashboard = await buildDashboard({
    ...aRun(someRows({ families: [aFamily({})] })),
    intake: { rows: [{ ref: { ...ref, file: 'a' } }, { ref: { ...ref, file: 'a' } }] },
    register: {
      families: [aFamily({})],
      persons: [{ status: 'active' }, { status: 'dead' }, { status: 'moved-out' }],
    },
  })
  expect(dashboard).toMatchObject({ on: '2025-07-01', persons: 1, families: 1, lists: 1, rows: 2 })
  expect(dashboard.wards[0]).toMatchObject({ name: 'Pahandut', district: 'Pahandut' })
})
