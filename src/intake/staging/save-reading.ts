import { type Db, insertMany, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { RowFields } from '../schema.ts'
import type { FileReading } from './file-reading.ts'
import type { StagedReading, StagedSheet } from './staged-reading.ts'

/** Rows of cells sealed together. */
export const cellsTogether = 500

interface ReadOf {
  readonly fileId: string
  /** The last batch of mends that this reading knows. */
  readonly batch: number
  readonly counts: FileReading
}

/**
 * Replaces what was read of a file, in one transaction; a reading of older mends than the stored one
 * changes nothing. False where it changed nothing.
 */
export async function saveReading(
  db: Db,
  secrets: Secrets,
  reading: StagedReading,
  { fileId, batch, counts }: ReadOf,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const file = await tx
      .selectFrom('intake_file')
      .select(['state', 'read_batch'])
      .where('file_id', '=', fileId)
      .forUpdate()
      .executeTakeFirst()
    if (!file || file.read_batch > batch) return false
    await replaceSheets(tx, fileId, reading.sheets)
    for (const [place, sheet] of reading.sheets.entries()) {
      await insertSheet(tx, secrets, { fileId, place }, sheet)
    }
    const isOpen = file.state === 'received' || file.state === 'read' || file.state === 'faulty'
    const state = reading.faultCode === null ? 'read' : 'faulty'
    await tx
      .updateTable('intake_file')
      .set({
        reading: JSON.stringify(counts),
        fault_code: reading.faultCode,
        read_batch: batch,
        ...(isOpen && counts.isWhole ? { state } : {}),
      })
      .where('file_id', '=', fileId)
      .execute()
    return true
  })
}

/** Sheets keep what officers said of their columns; all else goes and comes anew. */
async function replaceSheets(
  tx: Db,
  fileId: string,
  sheets: readonly StagedSheet[],
): Promise<void> {
  for (const table of ['intake_finding', 'intake_row', 'intake_cells'] as const) {
    await tx.deleteFrom(table).where('file_id', '=', fileId).execute()
  }
  await tx
    .deleteFrom('intake_sheet')
    .where('file_id', '=', fileId)
    .where('sheet_place', '>=', sheets.length)
    .execute()
  for (const [place, { sheet, samples }] of sheets.entries()) {
    const proposal = JSON.stringify({ ...sheet, samples })
    await tx
      .insertInto('intake_sheet')
      .values({ file_id: fileId, sheet_place: place, sheet: sheet.sheet, proposal, mapping: null })
      .onConflict((conflict) =>
        conflict.columns(['file_id', 'sheet_place']).doUpdateSet({ sheet: sheet.sheet, proposal }),
      )
      .execute()
  }
}

interface SheetPlace {
  readonly fileId: string
  readonly place: number
}

async function insertSheet(
  tx: Db,
  secrets: Secrets,
  { fileId, place }: SheetPlace,
  { cells, rows, findings }: StagedSheet,
): Promise<void> {
  const at = { file_id: fileId, sheet_place: place }
  await insertMany(
    tx,
    'intake_cells',
    ['file_id', 'sheet_place', 'first_row', 'row_count', 'cells_cipher'],
    cellRows(secrets, at, cells),
  )
  await insertMany(
    tx,
    'intake_row',
    [
      'file_id',
      'sheet_place',
      'row',
      'row_hmac',
      'nik_hmac',
      'kk_hmac',
      'person_hmac',
      'fields_cipher',
    ],
    made(rows, ({ row, fields }) => ({ ...at, row, ...toRowMarks(secrets, fields) })),
  )
  await insertMany(
    tx,
    'intake_finding',
    [
      'file_id',
      'sheet_place',
      'row',
      'column_no',
      'code',
      'severity',
      'column_heading',
      'value',
      'hint',
      'proposal_cipher',
    ],
    made(findings, ({ row, column, code, severity, heading, value, hint, proposal }) => ({
      ...at,
      row,
      column_no: column,
      code,
      severity,
      column_heading: heading,
      value,
      hint,
      proposal_cipher: proposal === undefined ? null : secrets.seal(proposal),
    })),
  )
}

/** One after the other, as they are asked for: sealing a long file at once would hold up the server. */
function* made<From, To>(all: readonly From[], make: (one: From) => To): Generator<To> {
  for (const one of all) yield make(one)
}

function* cellRows<At>(secrets: Secrets, at: At, cells: StagedSheet['cells']) {
  for (let start = 0; start < cells.length; start += cellsTogether) {
    const chunk = cells.slice(start, start + cellsTogether)
    yield {
      ...at,
      first_row: start + 1,
      row_count: chunk.length,
      cells_cipher: secrets.seal(JSON.stringify(chunk)),
    }
  }
}

/** What a row says, sealed, and the keyed hashes by which it is known again. */
function toRowMarks(secrets: Secrets, fields: RowFields) {
  const { nik, kk } = fields
  const entries = Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1))
  const person = personText(fields)
  return {
    row_hmac: secrets.textHmacOf('intake row', JSON.stringify(entries)),
    nik_hmac: nik === undefined ? null : secrets.hmacOf(nik),
    kk_hmac: kk === undefined ? null : secrets.hmacOf(kk),
    person_hmac: person === undefined ? null : secrets.textHmacOf('intake person', person),
    fields_cipher: secrets.seal(JSON.stringify(fields)),
  }
}

/** Name and day of birth; undefined where one of them is not known. */
function personText({ name, birthDate, birthPrecision }: RowFields): string | undefined {
  if (name === undefined || birthDate === undefined) return undefined
  if (birthPrecision === 'year' || birthPrecision === 'month') return undefined
  return `${name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} ${birthDate}`
}
