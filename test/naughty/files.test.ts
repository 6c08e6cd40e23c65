import * as XLSX from '@e965/xlsx'
import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toCsv } from '#platform/csv'
import { neutralCell } from '#platform/inert-cell'
import { xlsxTable, xlsxText } from '#platform/xlsx'
import { isText, naughtyStrings } from './strings.ts'

const texts = naughtyStrings.filter(isText)

/** The cells of one column, and every formula of a workbook. */
function readBack(bytes: Uint8Array | string, separator?: string) {
  const book =
    typeof bytes === 'string'
      ? XLSX.read(bytes, { type: 'string', raw: true, ...(separator ? { FS: separator } : {}) })
      : XLSX.read(bytes, { cellFormula: true })
  const [sheet] = Object.values(book.Sheets)
  if (!sheet) throw new Error('no sheet')
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    blankrows: true,
    defval: '',
  })
  const Formula = z.object({ f: z.string() })
  const formulas = Object.values(sheet).flatMap((cell) => {
    const found = Formula.safeParse(cell)
    return found.success ? [found.data.f] : []
  })
  return { cells: rows.map((row) => row[1] ?? ''), formulas }
}

/** XML and spreadsheets know one kind of line end. */
const lineEnds = (text: unknown) => String(text).replace(/\r\n?/g, '\n')

describe('naughty strings in files', () => {
  it('are as many as the list has, and ours', () => {
    expect(naughtyStrings.length).toBeGreaterThan(520)
  })

  it('come back from a workbook character by character, and none is a formula', async () => {
    async function* batches() {
      for (const text of texts) yield [['x', text]] as const
    }
    const parts: Uint8Array[] = []
    for await (const part of xlsxTable({
      sheet: 'a',
      headings: ['h', 'text'],
      batches: batches(),
    })) {
      parts.push(part)
    }
    const { cells, formulas } = readBack(Buffer.concat(parts))
    expect(formulas).toEqual([])
    expect(cells.slice(1).map(lineEnds)).toEqual(texts.map(lineEnds))
    // Another reader, which refuses a file that XML does not allow.
    const workbook = new excel.Workbook()
    const bytes = Buffer.concat(parts)
    await workbook.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    )
    expect(workbook.worksheets[0]?.rowCount).toBe(texts.length + 1)
  })

  it('come back from a workbook that a library writes', async () => {
    const workbook = new excel.Workbook()
    const sheet = workbook.addWorksheet('a')
    for (const text of texts) sheet.addRow(['x', xlsxText(text)])
    const { cells, formulas } = readBack(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(formulas).toEqual([])
    expect(cells.map(lineEnds)).toEqual(texts.map(lineEnds))
  })

  it('come back from CSV, with an apostrophe where they could run', () => {
    const { cells } = readBack(
      toCsv(
        ['h', 'text'],
        texts.map((text) => ['x', text]),
      ),
      ',',
    )
    expect(cells.slice(1).map(lineEnds)).toEqual(texts.map(neutralCell).map(lineEnds))
  })

  it('run in no spreadsheet, whichever separator it knows', () => {
    for (const separator of [',', ';', '\t']) {
      const csv = toCsv(
        ['h', 'text'],
        texts.map((text) => ['x', text]),
      )
      const book = XLSX.read(csv, { type: 'string', FS: separator, cellFormula: true })
      const formulas = Object.values(book.Sheets).flatMap((sheet) =>
        Object.values(sheet).filter((cell) => typeof cell === 'object' && cell.f !== undefined),
      )
      expect(formulas).toEqual([])
    }
  })
})
