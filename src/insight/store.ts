import { sql } from 'kysely'
import type { Assessment, Need } from '#assessment/schema'
import type { ServedCount } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import { type Db, insertMany, inTransaction } from '#platform/db'
import type { ProgrammeSummary } from '#programme/schema'
import type { Register } from '#registry/schema'
import { countDashboard } from './dashboard/count-dashboard.ts'
import { Dashboard } from './schema.ts'

export interface InsightInput {
  readonly on: IsoDate
  readonly dashboard: Dashboard
  readonly register: Register
  readonly served: readonly ServedCount[]
  readonly assessment: Assessment
  readonly programmes: readonly ProgrammeSummary[]
}

const lineColumns = [
  'family_id',
  'head_name',
  'ward',
  'district',
  'rt',
  'member_count',
  'decile',
  'lacks',
  'sectors',
  'top_score',
  'served_by',
  'list_count',
  'served_indicators',
] as const

/** Replaces the lines of families and the city's picture with those of one run. */
export async function saveInsight(db: Db, input: InsightInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('family_line').execute()
    await insertMany(tx, 'family_line', lineColumns, familyLines(input))
    await saveState(tx, 'run-day', input.on)
    await saveState(tx, 'dashboard', input.dashboard)
    await saveState(tx, 'programmes', input.programmes)
  })
}

function familyLines({ register, served, assessment }: InsightInput) {
  const servedBy = new Map(served.map((count) => [count.familyId, count]))
  const needs = needsByFamily(assessment.needs)
  const nameOf = new Map(register.persons.map(({ personId, name }) => [personId, name]))
  return register.families.map((family) => {
    const own = needs.get(family.familyId) ?? []
    const headName = family.headPersonId === undefined ? undefined : nameOf.get(family.headPersonId)
    return {
      family_id: family.familyId,
      head_name: headName ?? family.headName ?? '',
      ward: family.ward ?? null,
      district: family.district ?? null,
      rt: family.rt ?? null,
      member_count: family.memberIds.length,
      decile: family.decile ?? null,
      lacks: [...new Set(own.map(({ indicator }) => indicator))],
      sectors: [...new Set(own.map(({ sector }) => sector))],
      top_score: own[0]?.score ?? 0,
      served_by: servedBy.get(family.familyId)?.programmes ?? [],
      list_count: family.listCount,
      served_indicators: servedBy.get(family.familyId)?.indicators ?? [],
    }
  })
}

/** Needs of each family, highest score first. */
function needsByFamily(needs: readonly Need[]): Map<string, Need[]> {
  const byFamily = new Map<string, Need[]>()
  for (const need of needs) {
    const own = byFamily.get(need.familyId)
    if (own) own.push(need)
    else byFamily.set(need.familyId, [need])
  }
  for (const own of byFamily.values()) {
    own.sort((left, right) => right.score - left.score || (left.needId < right.needId ? -1 : 1))
  }
  return byFamily
}

async function saveState(db: Db, key: string, value: unknown): Promise<void> {
  await sql`
    insert into run_state (key, value) values (${key}, ${JSON.stringify(value)}::text::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db)
}

/** The day of the last run; null before the first. */
export async function findRunDay(scoped: Db): Promise<IsoDate | null> {
  const row = await scoped
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'run-day')
    .executeTakeFirst()
  return typeof row?.value === 'string' ? row.value : null
}

/**
 * The picture of all that the viewer may see; undefined before the first run.
 *
 * Stored with the run for those who see everything, counted for those who see a part.
 */
export async function findDashboard(scoped: Db): Promise<Dashboard | undefined> {
  const stored = await scoped
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'dashboard')
    .executeTakeFirst()
  if (stored) return Dashboard.parse(stored.value)
  const on = await findRunDay(scoped)
  return on === null ? undefined : countDashboard(scoped, on)
}
