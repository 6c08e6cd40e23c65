import { sql } from 'kysely'
import type { RowRef } from '#intake/schema'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Side } from './schema.ts'

/** The row that a change names, and the family that it touches. */
export interface NamedRow {
  readonly ref: RowRef
  readonly personId: string | null
  readonly familyId: string | null
  readonly ward: string | null
}

/**
 * The first row of a person or family, in the order of acceptance: it stays theirs for the longest.
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
    where ${condition} order by r.row_no limit 1`.execute(scoped)
  const [row] = rows
  if (!row) throw new AppError('change-subject-unknown', {})
  return {
    ref: { file: row.file, sheet: row.sheet, row: row.row },
    personId: row.person_id,
    familyId: row.family_id,
    ward: row.ward,
  }
}
