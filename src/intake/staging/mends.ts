import { sql } from 'kysely'
import { type Db, insertMany } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { CellMend } from '../files/mend-sheet.ts'

/** A cell of a file, its value to be. */
export interface PlacedMend {
  readonly sheetPlace: number
  readonly row: number
  readonly column: number
  readonly value: string
}

export interface MendDeed {
  readonly fileId: string
  readonly accountId: string
  readonly way: 'typed' | 'proposal' | 'round-trip'
}

/** The mends of a file that hold, in the order in which they were made. */
export async function findMends(db: Db, secrets: Secrets, fileId: string): Promise<CellMend[]> {
  const rows = await db
    .selectFrom('cell_mend as m')
    .innerJoin('intake_sheet as s', (join) =>
      join.onRef('s.file_id', '=', 'm.file_id').onRef('s.sheet_place', '=', 'm.sheet_place'),
    )
    .select(['s.sheet', 'm.row', 'm.column_no', 'm.value_cipher'])
    .where('m.file_id', '=', fileId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.mend_no')
    .execute()
  return rows.map(({ sheet, row, column_no, value_cipher }) => ({
    sheet,
    row,
    column: column_no,
    value: secrets.unseal(value_cipher),
  }))
}

/** Puts cells right, together; the file counts as read when a reading has seen them. */
export async function insertMends(
  tx: Db,
  secrets: Secrets,
  { fileId, accountId, way }: MendDeed,
  mends: readonly PlacedMend[],
): Promise<void> {
  if (mends.length === 0) return
  const batch = await nextBatch(tx, fileId)
  await insertMany(
    tx,
    'cell_mend',
    ['file_id', 'sheet_place', 'row', 'column_no', 'value_cipher', 'way', 'made_by', 'batch_no'],
    mends.map(({ sheetPlace, row, column, value }) => ({
      file_id: fileId,
      sheet_place: sheetPlace,
      row,
      column_no: column,
      value_cipher: secrets.seal(value),
      way,
      made_by: accountId,
      ended_at: null,
      batch_no: batch,
    })),
  )
}

/** Counts one change of what a reading depends on, under the lock of the file. */
export async function nextBatch(tx: Db, fileId: string): Promise<number> {
  const { mend_batch } = await tx
    .updateTable('intake_file')
    .set({ mend_batch: sql`mend_batch + 1` })
    .where('file_id', '=', fileId)
    .returning('mend_batch')
    .executeTakeFirstOrThrow()
  return mend_batch
}

/** Takes back what an account mended last; how many cells, 0 when there is nothing left. */
export async function endLastMend(tx: Db, fileId: string, accountId: string): Promise<number> {
  await nextBatch(tx, fileId)
  const { rows } = await sql<{ mend_no: number }>`
    update cell_mend set ended_at = now()
    where file_id = ${fileId} and ended_at is null and made_by = ${accountId} and batch_no = (
      select max(batch_no) from cell_mend
      where file_id = ${fileId} and ended_at is null and made_by = ${accountId})
    returning mend_no`.execute(tx)
  return rows.length
}
