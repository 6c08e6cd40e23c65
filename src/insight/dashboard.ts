import type { Assessment } from '#assessment/schema'
import type { Intake } from '#intake/schema'
import { type Indicator, indicatorsBySector, type Sector, type ServedCount } from '#ledger/schema'
import type { Family, Register } from '#registry/schema'
import { districtOf, regionName, wards } from '#territory'
import { type Dashboard, type ServedBy, sectors, type WardSummary } from './schema.ts'

/** What the city's picture is drawn from; all of one run. */
export interface DashboardInput {
  readonly intake: Intake
  readonly register: Register
  readonly served: readonly ServedCount[]
  readonly assessment: Assessment
}

/**
 * The city in counts: lists, families, who lacks what, who is served by none, one or several.
 *
 * `served` counts only families with a need; a ward's `unserved` are those of them with no programme
 * or giver in the ledger. Unknown deprivations are counted apart, never as "does not lack".
 */
export function buildDashboard({
  intake,
  register,
  served,
  assessment,
}: DashboardInput): Dashboard {
  const servedBy = new Map(served.map(({ familyId, programmes }) => [familyId, programmes.length]))
  const indicatorsOf = needsByFamily(assessment)
  const counted = register.families.map((family) => ({
    family,
    indicators: indicatorsOf.get(family.familyId) ?? new Set<Indicator>(),
    served: servedGroup(servedBy.get(family.familyId) ?? 0),
  }))
  const inNeed = counted.filter(({ indicators }) => indicators.size > 0)

  return {
    on: assessment.on,
    persons: register.persons.filter(({ status }) => status === 'active').length,
    families: register.families.length,
    lists: new Set(intake.rows.map(({ ref }) => ref.file)).size,
    rows: intake.rows.length,
    familiesByListCount: countByListCount(register.families),
    served: {
      none: inNeed.filter((entry) => entry.served === 'none').length,
      one: inNeed.filter((entry) => entry.served === 'one').length,
      several: inNeed.filter((entry) => entry.served === 'several').length,
    },
    indicators: indicatorCounts(inNeed, assessment),
    wards: wards.map(({ code }) => wardSummary(code, counted)),
    familiesWithoutWard: register.families.filter(({ ward }) => ward === undefined).length,
  }
}

/** Served by none, one or several distinct programmes and givers. */
export function servedGroup(programmeCount: number): ServedBy {
  if (programmeCount === 0) return 'none'
  return programmeCount === 1 ? 'one' : 'several'
}

interface CountedFamily {
  readonly family: Family
  readonly indicators: ReadonlySet<Indicator>
  readonly served: ServedBy
}

function needsByFamily({ needs }: Assessment): Map<string, Set<Indicator>> {
  const byFamily = new Map<string, Set<Indicator>>()
  for (const { familyId, indicator } of needs) {
    const known = byFamily.get(familyId)
    if (known) known.add(indicator)
    else byFamily.set(familyId, new Set([indicator]))
  }
  return byFamily
}

function countByListCount(families: readonly Family[]): Dashboard['familiesByListCount'] {
  const counts = new Map<number, number>()
  for (const { listCount } of families) counts.set(listCount, (counts.get(listCount) ?? 0) + 1)
  return [...counts]
    .map(([lists, count]) => ({ lists, families: count }))
    .sort((left, right) => left.lists - right.lists)
}

function indicatorCounts(
  inNeed: readonly CountedFamily[],
  { profiles }: Assessment,
): Dashboard['indicators'] {
  return sectors.flatMap((sector) =>
    indicatorsBySector[sector].map((indicator) => {
      const lacking = inNeed.filter(({ indicators }) => indicators.has(indicator))
      return {
        sector,
        indicator,
        families: lacking.length,
        unservedFamilies: lacking.filter(({ served }) => served === 'none').length,
        unknownFamilies: profiles.filter(({ lacks }) => lacks[indicator] === null).length,
      }
    }),
  )
}

function wardSummary(code: string, counted: readonly CountedFamily[]): WardSummary {
  const here = counted.filter(({ family }) => family.ward === code)
  const inNeed = here.filter(({ indicators }) => indicators.size > 0)
  return {
    code,
    name: regionName(code) ?? code,
    district: regionName(districtOf(code) ?? '') ?? '',
    families: here.length,
    familiesInNeed: inNeed.length,
    unserved: inNeed.filter(({ served }) => served === 'none').length,
    needsBySector: {
      basic: familiesLacking(inNeed, 'basic'),
      education: familiesLacking(inNeed, 'education'),
      health: familiesLacking(inNeed, 'health'),
      water: familiesLacking(inNeed, 'water'),
      housing: familiesLacking(inNeed, 'housing'),
      livelihood: familiesLacking(inNeed, 'livelihood'),
    },
  }
}

function familiesLacking(inNeed: readonly CountedFamily[], sector: Sector): number {
  const ofSector: readonly string[] = indicatorsBySector[sector]
  return inNeed.filter(({ indicators }) => [...indicators].some((code) => ofSector.includes(code)))
    .length
}
