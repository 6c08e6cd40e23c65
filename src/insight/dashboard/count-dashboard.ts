import { sql } from 'kysely'
import { indicatorsBySector } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { districtOf, regionName, wards } from '#territory'
import { type Dashboard, sectors, type WardSummary } from '../schema.ts'

/**
 * The picture of what a viewer may see, counted from the rows it sees.
 *
 * The same counts as `buildDashboard` makes of a whole run; overlaps stay out, for a pair of gifts
 * may lie half outside the view.
 */
export async function countDashboard(scoped: Db, on: IsoDate | null): Promise<Dashboard> {
  const [totals] = await rowsOf<{ persons: number; rows: number; lists: number }>(
    scoped,
    sql`select (select count(*)::integer from person where status = 'active') as persons,
      (select count(*)::integer from import_row) as rows,
      (select count(distinct file)::integer from import_row join list_sheet using (sheet_no)) as lists`,
  )
  const familiesByListCount = await rowsOf<Dashboard['familiesByListCount'][number]>(
    scoped,
    sql`select list_count as lists, count(*)::integer as families
      from family_line group by list_count order by list_count`,
  )
  const wardRows = await findWardRows(scoped)
  const sum = (pick: (row: WardRow) => number): number =>
    wardRows.reduce((total, row) => total + pick(row), 0)
  return {
    on,
    persons: totals?.persons ?? 0,
    families: sum(({ families }) => families),
    lists: totals?.lists ?? 0,
    rows: totals?.rows ?? 0,
    familiesByListCount,
    served: {
      none: sum(({ none }) => none),
      one: sum(({ one }) => one),
      several: sum(({ several }) => several),
    },
    indicators: await countIndicators(scoped),
    wards: await summariseWards(scoped, wardRows),
    familiesWithoutWard: wardRows.find(({ ward }) => ward === null)?.families ?? 0,
    overlaps: [],
  }
}

async function rowsOf<Row>(scoped: Db, query: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`${query}`.execute(scoped)
  return rows
}

interface WardRow {
  readonly ward: string | null
  readonly families: number
  readonly in_need: number
  readonly none: number
  readonly one: number
  readonly several: number
}

function findWardRows(scoped: Db): Promise<WardRow[]> {
  return rowsOf(
    scoped,
    sql`select ward, count(*)::integer as families,
        (count(*) filter (where lacking))::integer as in_need,
        (count(*) filter (where lacking and gifts = 0))::integer as none,
        (count(*) filter (where lacking and gifts = 1))::integer as one,
        (count(*) filter (where lacking and gifts > 1))::integer as several
      from (select ward, cardinality(lacks) > 0 as lacking, cardinality(served_by) as gifts
            from family_line) as l
      group by ward`,
  )
}

async function countIndicators(scoped: Db): Promise<Dashboard['indicators']> {
  const lacking = await rowsOf<{ indicator: string; families: number; unserved: number }>(
    scoped,
    sql`select indicator, count(*)::integer as families,
        (count(*) filter (where cardinality(served_by) = 0))::integer as unserved
      from family_line, unnest(lacks) as l (indicator) group by indicator`,
  )
  const unknown = await rowsOf<{ indicator: string; families: number }>(
    scoped,
    sql`select key as indicator, count(*)::integer as families
      from family_profile, jsonb_each(lacks) where value = 'null'::jsonb group by key`,
  )
  const lackingOf = new Map(lacking.map((row) => [row.indicator, row]))
  const unknownOf = new Map(unknown.map((row) => [row.indicator, row.families]))
  return sectors.flatMap((sector) =>
    indicatorsBySector[sector].map((indicator) => ({
      sector,
      indicator,
      families: lackingOf.get(indicator)?.families ?? 0,
      unservedFamilies: lackingOf.get(indicator)?.unserved ?? 0,
      unknownFamilies: unknownOf.get(indicator) ?? 0,
    })),
  )
}

async function summariseWards(scoped: Db, wardRows: readonly WardRow[]): Promise<WardSummary[]> {
  const bySector = await rowsOf<{ ward: string; sector: string; families: number }>(
    scoped,
    sql`select ward, sector, count(*)::integer as families
      from family_line, unnest(sectors) as s (sector) where ward is not null group by ward, sector`,
  )
  const families = new Map(bySector.map((row) => [`${row.ward} ${row.sector}`, row.families]))
  const rowOf = new Map(wardRows.map((row) => [row.ward, row]))
  return wards.map(({ code, name }) => {
    const lacking = (sector: string): number => families.get(`${code} ${sector}`) ?? 0
    return {
      code,
      name,
      district: regionName(districtOf(code) ?? ''),
      families: rowOf.get(code)?.families ?? 0,
      familiesInNeed: rowOf.get(code)?.in_need ?? 0,
      unserved: rowOf.get(code)?.none ?? 0,
      needsBySector: {
        basic: lacking('basic'),
        education: lacking('education'),
        health: lacking('health'),
        water: lacking('water'),
        housing: lacking('housing'),
        livelihood: lacking('livelihood'),
      },
    }
  })
}
