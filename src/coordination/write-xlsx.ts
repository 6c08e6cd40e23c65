import { writeFile } from 'node:fs/promises'
import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'
import { AppError } from '#platform/errors'
import { xlsxCell } from '#platform/xlsx'
import { type Matrix, type MatrixLine, type MatrixSum, matrixColumns } from './schema.ts'
import { strategyNames } from './strategies.ts'
import { fillSupportSheets } from './support-sheets.ts'
import { amountFormat, type Cell, excel, type Sheet, styleHeader } from './workbook-style.ts'

const widths = [
  8, 24, 20, 18, 26, 26, 30, 10, 10, 10, 18, 12, 12, 20, 16, 14, 12, 14, 16, 16, 16, 16, 18,
]
/** Columns that hold rupiah, from 1. */
const amountColumns = [11, 16, 19, 20, 21, 22, 23]

/**
 * Writes the matrix as a workbook: `OPPKPKE` with the 23 columns in order, `Catatan` with the
 * findings, `Capaian` with families reached, and two sheets of sums.
 *
 * @throws AppError `file-not-writable`.
 */
export async function writeMatrixXlsx(matrix: Matrix, path: string): Promise<void> {
  const bytes = await matrixWorkbook(matrix)
  try {
    await writeFile(path, bytes)
  } catch (cause) {
    throw new AppError('file-not-writable', { path }, { cause })
  }
}

/** The workbook's bytes; the same matrix gives the same bytes. */
export async function matrixWorkbook(matrix: Matrix): Promise<Uint8Array> {
  const workbook = new excel.Workbook()
  // A document of a day, not of the moment of writing.
  const day = new Date(`${matrix.on}T00:00:00Z`)
  workbook.creator = 'Betang'
  workbook.lastModifiedBy = 'Betang'
  workbook.created = day
  workbook.modified = day
  fillMatrixSheet(workbook.addWorksheet('OPPKPKE'), matrix)
  fillSupportSheets(workbook, matrix)
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

function fillMatrixSheet(sheet: Sheet, matrix: Matrix): void {
  sheet.columns = matrixColumns.map((header, index) => ({ header, width: widths[index] ?? 14 }))
  styleHeader(sheet, matrixColumns.length)
  for (const { title, lines, sum, strategy } of matrix.groups) {
    styleBand(sheet.addRow(['', title]), 'FFE8EEF4')
    for (const line of lines) styleLine(sheet.addRow(lineCells(line).map(xlsxCell)))
    const letter = strategy === 'unknown' ? '' : ` ${strategy.toUpperCase()}`
    styleBand(sheet.addRow(sumCells(`Jumlah${letter}`, sum, lines)), 'FFF4F6F8')
  }
  const all = matrix.groups.flatMap(({ lines }) => lines)
  styleBand(sheet.addRow(sumCells('JUMLAH', matrix.sum, all)), 'FFDCE5EE')
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }]
  sheet.pageSetup = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  // A3 (8), which the library's types leave out: 23 columns cannot be read on less.
  Object.assign(sheet.pageSetup, { paperSize: 8 })
  sheet.headerFooter = {
    oddHeader: `&C&"Arial,Bold"Matriks OPPKPKE Kota Palangka Raya tahun ${matrix.year}`,
    oddFooter: `&LKeadaan ${matrix.on}&RHalaman &P dari &N`,
  }
}

function lineCells(line: MatrixLine): Cell[] {
  const [quarter1, quarter2, quarter3, quarter4] = line.quartersRp
  const tick = (kind: MatrixLine['involvement'][number]) =>
    line.involvement.includes(kind) ? 'v' : ''
  return [
    line.no,
    strategyNames[line.strategy],
    line.agency,
    line.code,
    line.programme,
    line.activity,
    line.subActivity,
    tick('direct'),
    tick('indirect'),
    tick('supporting'),
    line.budgetRp ?? '',
    line.funding,
    line.nature,
    line.location,
    line.targetText,
    line.benefitRp ?? line.benefitText,
    line.benefitKind,
    line.duration,
    quarter1 ?? '',
    quarter2 ?? '',
    quarter3 ?? '',
    quarter4 ?? '',
    line.totalRp ?? '',
  ]
}

/** Sums of the amounts; a column in which no line says anything stays blank. */
function sumCells(title: string, sum: MatrixSum, lines: readonly MatrixLine[]): Cell[] {
  const said = (amountOf: (line: MatrixLine) => number | undefined) =>
    lines.some((line) => amountOf(line) !== undefined)
  const cells: Cell[] = Array.from({ length: matrixColumns.length }, () => '')
  cells[1] = title
  if (said((line) => line.budgetRp)) cells[10] = sum.budgetRp
  for (const [quarter, amountRp] of sum.quartersRp.entries()) {
    if (said((line) => line.quartersRp[quarter])) cells[18 + quarter] = amountRp
  }
  if (said((line) => line.totalRp)) cells[22] = sum.totalRp
  return cells
}

function styleLine(row: ReturnType<Sheet['addRow']>): void {
  row.alignment = { vertical: 'top', wrapText: true }
  for (const column of amountColumns) row.getCell(column).numFmt = amountFormat
}

function styleBand(row: ReturnType<Sheet['addRow']>, argb: string): void {
  row.font = { bold: true }
  for (let column = 1; column <= matrixColumns.length; column++) {
    row.getCell(column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } }
  }
  for (const column of amountColumns) row.getCell(column).numFmt = amountFormat
}

/** The archive again with one time for all entries, so that equal workbooks are equal bytes. */
function withFixedTimes(bytes: Uint8Array): Uint8Array {
  const entries: Unzipped = unzipSync(bytes)
  const mtime = new Date(1980, 0, 1)
  const fixed: Zippable = {}
  for (const [name, content] of Object.entries(entries)) fixed[name] = [content, { mtime }]
  return zipSync(fixed, { level: 6 })
}
