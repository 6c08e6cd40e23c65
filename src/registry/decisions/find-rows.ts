import { sql } from 'kysely'
import type { RowRef } from '#intake/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { FamilyGroup, Side } from './schema.ts'

/** The row that a change names, and the family that it touches. */
export interface NamedRow {
  readonly ref: RowRef
  readonly personId: string | null
  readonly familyId: string | null
  readonly ward: string | null
}

/**
 * The first row of a person, a family or a place in a list, in the order of acceptance: it stays
 * theirs for the longest.
 *
 * @param scoped the asker's view: what it does not hold does not exist.
 * @throws AppError `change-subject-unknown`.
 */
export async function getNamedRow(scoped: Db, side: Side): Promise<NamedRow> {
  const condition =
    'row' in side
      ? sql`s.file = ${side.file} and s.sheet = ${side.sheet} and r.row = ${side.row}`
      : 'personId' in side
        ? sql`r.person_id = ${side.personId}`
        : sql`r.family_id = ${side.familyId}`
  const [row] = await findRows(scoped, sql`${condition} order by r.row_no limit 1`)
  if (!row) throw new AppError('change-subject-unknown', {})
  return row
}

/**
 * The first row of each member of a family, or of each person named; of a row, that row.
 *
 * @throws AppError `change-subject-unknown` where one of them is not known to the asker.
 */
export async function getNamedGroup(
  scoped: Db,
  group: FamilyGroup,
): Promise<readonly [NamedRow, ...NamedRow[]]> {
  if (!('familyId' in group || 'personIds' in group)) return [await getNamedRow(scoped, group)]
  const whose =
    'familyId' in group
      ? sql`r.family_id = ${group.familyId}`
      : sql`r.person_id = any(${[...group.personIds]}::text[])`
  const [first, ...others] = await findRows(
    scoped,
    sql`r.row_no in (select min(row_no) from import_row r where ${whose} group by person_id)
      order by r.row_no`,
  )
  const isShort = 'personIds' in group && 1 + others.length < new Set(group.personIds).size
  if (!first || isShort) throw new AppError('change-subject-unknown', {})
  return [first, ...others]
}

async function findRows(scoped: Db, condition: ReturnType<typeof sql>): Promise<NamedRow[]> {
  const { rows } = await sql<{
    file: string
    sheet: string
    row: number
    person_id: string | null
    family_id: string | null
    ward: string | null
  }>`
    select s.file, s.sheet, r.row, r.person_id, r.family_id, f.ward
    from import_row r
    join list_sheet s using (sheet_no)
    left join family f on f.family_id = r.family_id
    where ${condition}`.execute(scoped)
  return rows.map((row) => ({
    ref: { file: row.file, sheet: row.sheet, row: row.row },
    personId: row.person_id,
    familyId: row.family_id,
    ward: row.ward,
  }))
}
