import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'

const Cells = z.array(z.array(z.string()))

/** Which sheet of which file. */
export interface SheetOf {
  readonly fileId: string
  readonly sheetPlace: number
}

/** A row of a sheet as it came, and what people put in place of its cells. */
export interface CellRow {
  readonly row: number
  readonly cells: readonly string[]
  /** By column; the last mend of each that holds. */
  readonly mends: ReadonlyMap<number, string>
}

/**
 * Rows of a sheet, in the order asked for, numbers of persons in full: mask them before they leave.
 *
 * @param rows 1-based numbers; those that the sheet does not have are left out.
 */
export async function findCellRows(
  db: Db,
  secrets: Secrets,
  { fileId, sheetPlace }: SheetOf,
  rows: readonly number[],
): Promise<CellRow[]> {
  if (rows.length === 0) return []
  const chunks = await db
    .selectFrom('intake_cells')
    .select(['first_row', 'cells_cipher'])
    .where('file_id', '=', fileId)
    .where('sheet_place', '=', sheetPlace)
    .where(
      sql<boolean>`exists (select 1 from unnest(${[...rows]}::integer[]) as asked (row)
        where asked.row >= first_row and asked.row < first_row + row_count)`,
    )
    .execute()
  const wanted = new Set(rows)
  const found = new Map<number, readonly string[]>()
  for (const { first_row, cells_cipher } of chunks) {
    for (const [no, cells] of Cells.parse(JSON.parse(secrets.unseal(cells_cipher))).entries()) {
      if (wanted.has(first_row + no)) found.set(first_row + no, cells)
    }
  }
  const mends = await db
    .selectFrom('cell_mend')
    .select(['row', 'column_no', 'value_cipher'])
    .where('file_id', '=', fileId)
    .where('sheet_place', '=', sheetPlace)
    .where('ended_at', 'is', null)
    .where('row', 'in', [...wanted])
    .orderBy('mend_no')
    .execute()
  const mended = new Map<number, Map<number, string>>()
  for (const { row, column_no, value_cipher } of mends) {
    const ofRow = mended.get(row) ?? new Map<number, string>()
    ofRow.set(column_no, secrets.unseal(value_cipher))
    mended.set(row, ofRow)
  }
  return rows.flatMap((row) => {
    const cells = found.get(row)
    return cells ? [{ row, cells, mends: mended.get(row) ?? new Map() }] : []
  })
}

/** What stands in a row now. */
export function cellsNow({ cells, mends }: CellRow): string[] {
  const now = [...cells]
  for (const [column, value] of mends) {
    while (now.length < column) now.push('')
    now[column] = value
  }
  return now
}

/** Stops where a file is not for the viewer, or is gone. @throws AppError `intake-file-not-found`. */
export async function expectFile(scoped: Db, fileId: string) {
  const file = await scoped
    .selectFrom('intake_file')
    .select(['name', 'organisation_id', 'state', 'accept_no', 'replaces'])
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (!file) throw new AppError('intake-file-not-found', { fileId })
  return file
}
