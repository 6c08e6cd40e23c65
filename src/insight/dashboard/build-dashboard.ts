import type { Assessment } from '#assessment/schema'
import type { Intake } from '#intake/schema'
import { type Batch, openBatch } from '#platform/duckdb'
import type { Person } from '#registry/schema'
import { districtOf, regionName } from '#territory'
import { Dashboard } from '../schema.ts'
import { dashboardSteps } from './dashboard-steps.ts'
import { type CountedRows, loadInputTables } from './input-tables.ts'

/** What the city's picture is drawn from; all of one run. */
export interface DashboardInput {
  readonly intake: { readonly rows: readonly Pick<Intake['rows'][number], 'ref'>[] }
  readonly register: {
    readonly persons: readonly Pick<Person, 'status'>[]
    readonly families: CountedRows['families']
  }
  readonly served: CountedRows['served']
  readonly overlaps: CountedRows['overlaps']
  readonly assessment: Pick<Assessment, 'on'> & Pick<CountedRows, 'needs' | 'profiles'>
}

/** A family is a line of a few words: far more than a province fits. One thread is as fast as two. */
const limits = { memoryMb: 512, threads: 1 }

/**
 * The city in counts: lists, families, who lacks what, who is served by none, one or several, where
 * gifts meet.
 *
 * `served` counts only families with a need; a ward's `unserved` are those of them with no programme
 * or giver in the ledger. Unknown deprivations are counted apart, never as "does not lack".
 */
export async function buildDashboard(input: DashboardInput): Promise<Dashboard> {
  const { intake, register, served, overlaps, assessment } = input
  const { families } = register
  const { needs, profiles } = assessment
  const batch = await openBatch(limits)
  try {
    await loadInputTables(batch, { families, needs, served, profiles, overlaps })
    await batch.run(dashboardSteps)
    return Dashboard.parse({
      on: assessment.on,
      persons: register.persons.filter(({ status }) => status === 'active').length,
      families: families.length,
      lists: new Set(intake.rows.map(({ ref }) => ref.file)).size,
      rows: intake.rows.length,
      ...(await readCounts(batch)),
    })
  } finally {
    batch.close()
  }
}

async function readCounts(batch: Batch): Promise<Record<string, unknown>> {
  const [city] = await batch.read('from city_count')
  const overlaps = await batch.read('from overlap_count order by place')
  const indicators = await batch.read('from indicator_count order by place')
  return {
    familiesByListCount: await batch.read('from list_count order by lists'),
    served: {
      none: city?.served_by_none,
      one: city?.served_by_one,
      several: city?.served_by_several,
    },
    overlaps: overlaps.map(({ kind, pairs, families, uncertain_pairs }) => ({
      kind,
      pairs,
      families,
      uncertainPairs: uncertain_pairs,
    })),
    indicators: indicators.map(
      ({ sector, indicator, families, unserved_families, unknown_families }) => ({
        sector,
        indicator,
        families,
        unservedFamilies: unserved_families,
        unknownFamilies: unknown_families,
      }),
    ),
    wards: await readWards(batch),
    familiesWithoutWard: city?.without_ward,
  }
}

async function readWards(batch: Batch): Promise<unknown[]> {
  const needs = Map.groupBy(await batch.read('from ward_sector_need'), ({ code }) => code)
  const wards = await batch.read('from ward_count order by place')
  return wards.map(({ code, families, families_in_need, unserved }) => ({
    code,
    ...namesOf(String(code)),
    families,
    familiesInNeed: families_in_need,
    unserved,
    needsBySector: Object.fromEntries(
      (needs.get(code) ?? []).map((row) => [row.sector, row.families]),
    ),
  }))
}

function namesOf(ward: string): { readonly name: string; readonly district: string } {
  return { name: regionName(ward) ?? ward, district: regionName(districtOf(ward) ?? '') ?? '' }
}
