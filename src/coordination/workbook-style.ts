import excel from 'exceljs'
import { xlsxCell } from '#platform/xlsx'

export { excel }
export type Cell = string | number
export type Sheet = ReturnType<InstanceType<typeof excel.Workbook>['addWorksheet']>

/** Whole rupiah and counts with thousands marks of the reader's own settings. */
export const amountFormat = '#,##0'
export const shareFormat = '0.0%'

/** Bold, shaded, wrapped headings with a line under them. */
export function styleHeader(sheet: Sheet, columnCount: number): void {
  const row = sheet.getRow(1)
  row.font = { bold: true, color: { argb: 'FFFFFFFF' } }
  row.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  row.height = 42
  for (let column = 1; column <= columnCount; column++) {
    row.getCell(column).fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: 'FF1F4E79' },
    }
  }
}

export interface TableColumn<Row> {
  readonly header: string
  readonly width: number
  readonly cell: (row: Row) => Cell | undefined
  readonly format?: string
}

/** A sheet with one table: headings in row 1, absent values as empty cells. */
export function fillTable<Row>(
  sheet: Sheet,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): void {
  sheet.columns = columns.map(({ header, width }) => ({ header, width }))
  styleHeader(sheet, columns.length)
  for (const row of rows) {
    const line = sheet.addRow(columns.map(({ cell }) => xlsxCell(cell(row) ?? '')))
    line.alignment = { vertical: 'top', wrapText: true }
    for (const [index, { format }] of columns.entries()) {
      if (format !== undefined) line.getCell(index + 1).numFmt = format
    }
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  }
}
