import excel from 'exceljs'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { Secrets } from '#platform/secrets'
import { xlsxText } from '#platform/xlsx'
import { FileFaultError, fileFault } from '../files/file-fault.ts'
import { cellText, type RawSheet } from '../files/raw-sheet.ts'
import { sheetsOf } from '../files/read-file.ts'
import { openWorkbookReader } from '../files/workbook-reader.ts'
import { type CellRow, cellsNow, findCellRows } from './find-cells.ts'
import { findSheets } from './find-sheets.ts'
import type { PlacedMend } from './mends.ts'
import type { IntakeSheet } from './schema.ts'

/** The one column that is added; what stands in it names the row, so that rows may be sorted. */
const addedHeading = 'Yang perlu diperbaiki'
const rowMark = /^Baris (\d+):/
const mostNameLetters = 31

/** Fill of a cell that needs mending, and of the added column. */
const cellFill = 'FFFCE4E4'
const addedFill = 'FFFFF4D6'

/** How many rows a list of rows to mend has. */
export interface HeldWorkbook {
  readonly content: Uint8Array
  readonly rows: number
}

/**
 * The rows of a file that somebody has to put right, as a workbook for the office that wrote them:
 * its sheets, its headings, its values in full, and one column more that says what is amiss.
 *
 * @param severities `held` alone, or rows to look at too.
 */
export async function writeHeldWorkbook(
  db: Db,
  secrets: Secrets,
  fileId: string,
  severities: readonly ('held' | 'look')[],
): Promise<HeldWorkbook> {
  const workbook = new excel.Workbook()
  let rows = 0
  for (const sheet of await findSheets(db, fileId)) {
    const findings = await db
      .selectFrom('intake_finding')
      .select(['row', 'column_no', 'column_heading', 'hint'])
      .where('file_id', '=', fileId)
      .where('sheet_place', '=', sheet.sheetPlace)
      .where('severity', 'in', [...severities])
      .orderBy('row')
      .orderBy('finding_no')
      .execute()
    const byRow = Map.groupBy(findings, ({ row }) => row)
    if (byRow.size === 0) continue
    const at = { fileId, sheetPlace: sheet.sheetPlace }
    const cellRows = await findCellRows(db, secrets, at, [...byRow.keys()])
    addSheet(workbook, sheet, cellRows, (row) => byRow.get(row) ?? [])
    rows += cellRows.length
  }
  if (rows === 0) workbook.addWorksheet(addedHeading)
  return { content: new Uint8Array(await workbook.xlsx.writeBuffer()), rows }
}

interface RowFault {
  readonly column_no: number | null
  readonly column_heading: string
  readonly hint: string
}

function addSheet(
  workbook: excel.Workbook,
  sheet: IntakeSheet,
  rows: readonly CellRow[],
  faultsOf: (row: number) => readonly RowFault[],
): void {
  const width = Math.max(0, ...sheet.columns.map(({ column }) => column + 1))
  const headings = Array.from(
    { length: width },
    (_, column) => sheet.columns.find((one) => one.column === column)?.heading ?? '',
  )
  const page = workbook.addWorksheet(sheetName(sheet), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  page.columns = [...headings.map(() => ({ width: 18 })), { width: 60 }]
  page.addRow([...headings.map((heading) => xlsxText(heading)), addedHeading]).font = { bold: true }
  for (const row of rows) {
    const faults = faultsOf(row.row)
    const now = cellsNow(row)
    const said = faults.map(({ column_heading, hint }) =>
      column_heading === '' ? hint : `${column_heading}: ${hint}`,
    )
    const line = page.addRow([
      ...headings.map((_, column) => xlsxText(now[column] ?? '')),
      xlsxText(`Baris ${row.row}: ${[...new Set(said)].join(' · ')}`),
    ])
    for (let column = 1; column <= width + 1; column++) line.getCell(column).numFmt = '@'
    for (const { column_no } of faults) {
      if (column_no !== null && column_no < width) fill(line.getCell(column_no + 1), cellFill)
    }
    fill(line.getCell(width + 1), addedFill)
    line.getCell(width + 1).alignment = { wrapText: true, vertical: 'top' }
  }
}

function fill(cell: excel.Cell, argb: string): void {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** Begins with the sheet's place, by which it is found again; Excel takes 31 letters, some of them not. */
function sheetName({ sheetPlace, sheet }: IntakeSheet): string {
  return `${sheetPlace + 1} ${sheet.replace(/[[\]*?:/\\']/g, ' ')}`.trim().slice(0, mostNameLetters)
}

/** What a mended list says otherwise than the file, and rows that stand nowhere in it. */
export interface ReturnedMends {
  readonly mends: readonly PlacedMend[]
  readonly leftOut: number
}

/**
 * The cells that an office put right in the workbook of `writeHeldWorkbook`.
 *
 * @throws AppError `mended-file-unfit`, `intake-file-refused`.
 */
export async function readMendedWorkbook(
  db: Db,
  secrets: Secrets,
  fileId: string,
  content: Uint8Array,
): Promise<ReturnedMends> {
  const sheets = await findSheets(db, fileId)
  const mends: PlacedMend[] = []
  let leftOut = 0
  let isFit = false
  for (const raw of await openReturned(content)) {
    const texts = raw.rows.map((row) => Array.from(row, cellText))
    const headingAt = texts.findIndex((row) => row.includes(addedHeading))
    if (headingAt < 0) continue
    isFit = true
    const sheet = sheets.find(({ sheetPlace }) => sheetPlace + 1 === Number.parseInt(raw.sheet, 10))
    const added = texts[headingAt]?.indexOf(addedHeading) ?? 0
    const lines = texts.slice(headingAt + 1).filter((row) => row.some((text) => text !== ''))
    const numbered = lines.map((cells) => ({
      cells: cells.slice(0, added),
      row: Number(rowMark.exec(cells[added] ?? '')?.[1] ?? 0),
    }))
    if (!sheet) {
      leftOut += lines.length
      continue
    }
    const at = { fileId, sheetPlace: sheet.sheetPlace }
    const rows = [...new Set(numbered.map(({ row }) => row))].filter((row) => row > 0)
    const there = new Map(
      (await findCellRows(db, secrets, at, rows)).map((row) => [row.row, cellsNow(row)]),
    )
    for (const { row, cells } of numbered) {
      const now = there.get(row)
      if (!now) leftOut++
      else mends.push(...changedCells(at.sheetPlace, row, now, cells))
    }
  }
  if (!isFit) throw new AppError('mended-file-unfit', {})
  return { mends, leftOut }
}

function changedCells(
  sheetPlace: number,
  row: number,
  now: readonly string[],
  cells: readonly string[],
): PlacedMend[] {
  const width = Math.max(now.length, cells.length)
  return Array.from({ length: width }, (_, column) => ({
    sheetPlace,
    row,
    column,
    value: (cells[column] ?? '').trim(),
  })).filter(({ column, value }) => value !== (now[column] ?? '').trim())
}

async function openReturned(content: Uint8Array): Promise<readonly RawSheet[]> {
  const workbooks = openWorkbookReader()
  try {
    return await sheetsOf(content, workbooks)
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error
    const { code, hintId, hintEn } = fileFault('', error.code)
    throw new AppError('intake-file-refused', { code, hintId, hintEn })
  } finally {
    await workbooks.close()
  }
}
