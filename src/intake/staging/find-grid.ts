import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import { maskId } from '../mask-id.ts'
import { findingTexts } from '../values/index.ts'
import { type CellRow, cellsNow, findCellRows, type SheetOf } from './find-cells.ts'
import { columnLetter, getSheet } from './find-sheets.ts'
import type { GridPage, GridQuery, GridRow } from './schema.ts'

const englishHints: Readonly<Record<string, { readonly en: string }>> = findingTexts

/** English words of a finding; what is known of one case stands only behind the Indonesian ones. */
export function englishHint(code: string): string {
  return englishHints[code]?.en ?? code
}

/**
 * A page of a sheet as its office wrote it: its letters, its row numbers, what stands in its cells
 * now and what is to be said of them. Numbers of persons are masked.
 *
 * @throws AppError `intake-sheet-not-found`.
 */
export async function findGrid(
  db: Db,
  secrets: Secrets,
  at: SheetOf,
  query: GridQuery,
): Promise<GridPage> {
  const sheet = await getSheet(db, at)
  const { rows: numbers, total } = await findRowNumbers(db, at, query, sheet)
  const shown = numbers.slice(0, query.count)
  const cells = await findCellRows(db, secrets, at, shown)
  const findings = await findFindings(db, secrets, at, shown)
  return {
    headings: sheet.columns.map(({ column, heading }) => ({
      column,
      letter: columnLetter(column),
      text: heading,
    })),
    headerRow: sheet.headerRow,
    rows: cells.map((row) => toGridRow(row, findings.get(row.row) ?? [])),
    total,
    nextFrom: numbers[query.count] ?? null,
  }
}

interface SheetSize {
  readonly headerRow: number
  readonly lastRow: number
}

/** One number more than the page holds, so that the next one is known. */
async function findRowNumbers(
  db: Db,
  { fileId, sheetPlace }: SheetOf,
  { show, code, column, from, count }: GridQuery,
  { headerRow, lastRow }: SheetSize,
): Promise<{ rows: number[]; total: number }> {
  if (show === 'all' && code === undefined && column === undefined) {
    const first = Math.max(from, headerRow + 1)
    const length = Math.max(0, Math.min(count + 1, lastRow - first + 1))
    return {
      rows: Array.from({ length }, (_, no) => first + no),
      total: Math.max(0, lastRow - headerRow),
    }
  }
  let query = db
    .selectFrom('intake_finding')
    .where('file_id', '=', fileId)
    .where('sheet_place', '=', sheetPlace)
  if (show === 'attention') query = query.where('severity', '<>', 'tidied')
  else if (show !== 'all') query = query.where('severity', '=', show)
  if (code !== undefined) query = query.where('code', '=', code)
  if (column !== undefined) query = query.where('column_no', '=', column)
  const rows = await query
    .select('row')
    .distinct()
    .where('row', '>=', from)
    .orderBy('row')
    .limit(count + 1)
    .execute()
  const { total } = await query
    .select(sql<number>`count(distinct row)::integer`.as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(({ row }) => row), total }
}

async function findFindings(
  db: Db,
  secrets: Secrets,
  { fileId, sheetPlace }: SheetOf,
  rows: readonly number[],
): Promise<Map<number, GridRow['findings']>> {
  const found = new Map<number, GridRow['findings']>()
  if (rows.length === 0) return found
  const lines = await db
    .selectFrom('intake_finding')
    .select(['row', 'column_no', 'code', 'severity', 'hint', 'proposal_cipher'])
    .where('file_id', '=', fileId)
    .where('sheet_place', '=', sheetPlace)
    .where('row', 'in', [...rows])
    .orderBy('finding_no')
    .execute()
  for (const line of lines) {
    const ofRow = found.get(line.row) ?? []
    ofRow.push({
      column: line.column_no,
      code: line.code,
      severity: line.severity,
      hintId: line.hint,
      hintEn: englishHint(line.code),
      proposal: line.proposal_cipher === null ? null : maskId(secrets.unseal(line.proposal_cipher)),
    })
    found.set(line.row, ofRow)
  }
  return found
}

function toGridRow(row: CellRow, findings: GridRow['findings']): GridRow {
  return {
    row: row.row,
    cells: cellsNow(row).map(maskId),
    mended: [...row.mends.keys()].map((column) => ({
      column,
      before: maskId(row.cells[column] ?? ''),
    })),
    findings,
  }
}
