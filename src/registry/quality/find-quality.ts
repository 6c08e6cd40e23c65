import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { regionName, wards } from '#territory'
import { calibrationOf } from '../decisions/calibration.ts'
import { findJudgedPairs } from '../decisions/judgement-store.ts'
import { findAnswered } from '../dukcapil/store.ts'
import { type Criterion, criteria, type QualityCode, qualityCodes, severityOf } from './codes.ts'
import type { DataQuality, QualityCounts, QualityFilter } from './schema.ts'

const columnOf = {
  unique: 'is_unique',
  confirmed: 'is_confirmed',
  'one-family': 'is_in_one_family',
  complete: 'is_complete',
} as const satisfies Record<Criterion, string>

/** True, false or null: null in SQL is just what is not known, and `and` knows it too. */
const sound = sql.raw(criteria.map((criterion) => columnOf[criterion]).join(' and '))

/** Persons, then met and not met of each criterion and of all together. */
const counted = sql.join([
  sql`count(*)::integer as persons`,
  sql`(count(*) filter (where ${sound}))::integer as sound_yes`,
  sql`(count(*) filter (where not (${sound})))::integer as sound_no`,
  ...criteria.flatMap((criterion) => {
    const column = sql.ref(columnOf[criterion])
    return [
      sql`(count(*) filter (where ${column}))::integer as ${sql.ref(`${criterion} yes`)}`,
      sql`(count(*) filter (where not ${column}))::integer as ${sql.ref(`${criterion} no`)}`,
    ]
  }),
])

const CountRow = z.record(z.string(), z.union([z.number(), z.string(), z.null()]))
type CountRow = z.infer<typeof CountRow>

/** Lines that a filter takes, of a table with `ward` and `offices`. */
export function filterSql({ ward, office }: QualityFilter): RawBuilder<boolean> {
  return sql<boolean>`
    (${ward ?? null}::text is null or ward = ${ward ?? null}::text)
    and (${office ?? null}::text is null or offices @> array[${office ?? null}::text])`
}

/**
 * How sound the records are that the viewer sees, with what is to be put right.
 *
 * Judged set-wise with each run, line by line; what is counted here is what the view lets through, so
 * that whoever sees a part gets the counts of that part.
 */
export async function findQuality(
  scoped: Db,
  filter: QualityFilter,
  isConnected: boolean,
): Promise<DataQuality> {
  const isFiltered = filter.ward !== undefined || filter.office !== undefined
  const byWard = await findByWard(scoped)
  const [own] = isFiltered
    ? await countRows(scoped, sql`select ${counted} from person_quality where ${filterSql(filter)}`)
    : [byWard.all]
  const { answered, last_at } = await findAnswered(scoped)
  return {
    counts: toCounts(own ?? {}),
    wards: byWard.wards,
    offices: await findByOffice(scoped),
    missing: await findMissing(scoped, filter),
    worklists: await findWorklists(scoped, filter, toCounts(own ?? {})),
    dukcapil: { isConnected, answered, lastAt: last_at },
    linkage: calibrationOf(await findJudgedPairs(scoped)),
  }
}

async function findByWard(scoped: Db) {
  const rows = await countRows(
    scoped,
    sql`select ward, grouping(ward) as is_all, ${counted}
      from person_quality group by grouping sets ((ward), ())`,
  )
  const rowOf = new Map(rows.map((row) => [row.is_all === 1 ? 'all' : row.ward, row]))
  const known = wards.flatMap(({ code, name }) => {
    const row = rowOf.get(code)
    return row ? [{ code, name, ...toCounts(row) }] : []
  })
  const elsewhere = rows.flatMap((row) => {
    if (row.is_all === 1 || wards.some(({ code }) => code === row.ward)) return []
    const code = row.ward === null || row.ward === undefined ? null : String(row.ward)
    return [{ code, name: code === null ? null : (regionName(code) ?? code), ...toCounts(row) }]
  })
  return { all: rowOf.get('all') ?? {}, wards: [...known, ...elsewhere] }
}

async function findByOffice(scoped: Db): Promise<DataQuality['offices']> {
  const rows = await countRows(
    scoped,
    sql`select office, ${counted}
      from person_quality, unnest(offices) as o (office) group by office order by office`,
  )
  return rows.map((row) => ({ office: String(row.office), ...toCounts(row) }))
}

async function countRows(scoped: Db, query: RawBuilder<unknown>): Promise<CountRow[]> {
  const { rows } = await query.execute(scoped)
  return z.array(CountRow).parse(rows)
}

function toCounts(row: CountRow): QualityCounts {
  const persons = Number(row.persons ?? 0)
  const answers = (yesName: string, noName: string) => {
    const yes = Number(row[yesName] ?? 0)
    const no = Number(row[noName] ?? 0)
    return { yes, no, unknown: persons - yes - no }
  }
  const of = (criterion: Criterion) => answers(`${criterion} yes`, `${criterion} no`)
  return {
    persons,
    sound: answers('sound_yes', 'sound_no'),
    criteria: {
      unique: of('unique'),
      confirmed: of('confirmed'),
      'one-family': of('one-family'),
      complete: of('complete'),
    },
  }
}

async function findMissing(scoped: Db, filter: QualityFilter): Promise<DataQuality['missing']> {
  const { rows } = await sql<{ variable: string; persons: number }>`
    select variable, count(*)::integer as persons
    from person_quality, unnest(missing) as m (variable)
    where ${filterSql(filter)} group by variable order by persons desc, variable`.execute(scoped)
  return rows
}

async function findWorklists(
  scoped: Db,
  filter: QualityFilter,
  { criteria: { confirmed } }: QualityCounts,
): Promise<DataQuality['worklists']> {
  const { rows } = await sql<{ code: string; persons: number; families: number }>`
    select code, sum(persons)::integer as persons, count(*)::integer as families
    from (
      select code, family_id, count(nullif(person_id, '')) as persons
      from quality_finding where ${filterSql(filter)} group by code, family_id) as f
    group by code`.execute(scoped)
  const { rows: asked } = await sql<{ unknown: number; refuted: number }>`
    select (count(*) filter (where has_unknown))::integer as unknown,
      (count(*) filter (where has_refuted))::integer as refuted
    from (
      select bool_or(is_confirmed is null) as has_unknown,
        coalesce(bool_or(not is_confirmed), false) as has_refuted
      from person_quality where ${filterSql(filter)} group by family_id) as f`.execute(scoped)
  const found = new Map<string, { readonly persons: number; readonly families: number }>([
    ...rows.map((row) => [row.code, row] as const),
    ['not-confirmed', { persons: confirmed.unknown, families: asked[0]?.unknown ?? 0 }],
    ['dukcapil-differs', { persons: confirmed.no, families: asked[0]?.refuted ?? 0 }],
  ])
  return qualityCodes.map((code: QualityCode) => ({
    code,
    severity: severityOf[code],
    persons: found.get(code)?.persons ?? 0,
    families: found.get(code)?.families ?? 0,
  }))
}
