import * as XLSX from '@e965/xlsx'
import { zipSync } from 'fflate'
import { toIsoDate } from '#platform/dates'
import { keepable } from './decode-text.ts'
import { expandZip, zipNames } from './expand-zip.ts'
import { FileFaultError, maxCells } from './file-fault.ts'
import { findLostFormulas } from './lost-formulas.ts'
import { type MergedRange, numberText, type RawCell, type RawSheet } from './raw-sheet.ts'

/**
 * The sheets of a workbook (XLSX, XLSM, XLSB, ODS, XLS, or a table saved as HTML).
 *
 * A zip is expanded here under limits and handed on stored, so that the parser never expands
 * anything itself. Runs in a worker: it blocks, and a sick file may exhaust its memory.
 *
 * @throws FileFaultError with the file's fault.
 */
export function readWorkbook(content: Uint8Array, form: 'zip' | 'ole' | 'markup'): RawSheet[] {
  if (form === 'ole') refuseLockedOrForeign(content)
  const parts = form === 'zip' ? expandZip(content, isNeeded) : {}
  if (form === 'zip') refuseNoWorkbook(zipNames(content))
  const safe = form === 'zip' ? zipSync(parts, { level: 0 }) : content

  const book = parse(safe, form === 'markup')
  const lostBySheet = findLostFormulas(parts)
  let cells = 0
  return book.SheetNames.map((sheet, sheetNo) => {
    const work = book.Sheets[sheet]
    const rows = work ? readRows(work, lostBySheet.get(sheet)) : []
    for (const row of rows) cells += row.length
    if (cells > maxCells) throw new FileFaultError('file-too-complex')
    return {
      sheet,
      rows,
      merges: work ? readMerges(work) : [],
      isHidden: (book.Workbook?.Sheets?.[sheetNo]?.Hidden ?? 0) !== 0,
    }
  })
}

function parse(content: Uint8Array, isMarkup: boolean): XLSX.WorkBook {
  try {
    return XLSX.read(content, {
      type: 'buffer',
      dense: true,
      // Without UTC a birth moves a day back for readers east of Greenwich.
      UTC: true,
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // Cells of an HTML table are text: a guess would lose zeros, and days by time zone.
      raw: isMarkup,
    })
  } catch (cause) {
    const isLocked = cause instanceof Error && /password|encrypt/i.test(cause.message)
    throw new FileFaultError(isLocked ? 'file-password-protected' : 'file-corrupt', { cause })
  }
}

/** Parts that hold cells, names and number formats; pictures, comments, macros and caches stay packed. */
function isNeeded(name: string): boolean {
  if (/^xl\/(worksheets|chartsheets|dialogsheets|macrosheets)\/[^/]+$/.test(name)) return true
  if (/^xl\/[^/]+\.(xml|bin)$/.test(name)) return !/vbaProject/i.test(name)
  if (/^(xl\/)?_rels\//.test(name)) return true
  if (/^xl\/theme\//.test(name)) return true
  return /^(\[Content_Types\]\.xml|docProps\/app\.xml|mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(
    name,
  )
}

function refuseNoWorkbook(names: readonly string[]) {
  if (names.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name) || name === 'content.xml')) return
  if (names.includes('EncryptedPackage')) throw new FileFaultError('file-password-protected')
  throw new FileFaultError(
    names.some((name) => name.startsWith('xl/')) ? 'file-corrupt' : 'file-is-not-a-list',
  )
}

/** A locked XLSX is an OLE file with the encrypted zip inside; an old XLS has a Workbook stream. */
function refuseLockedOrForeign(content: Uint8Array) {
  let names: readonly string[]
  try {
    names = XLSX.CFB.read(Buffer.from(content), { type: 'buffer' }).FullPaths
  } catch (cause) {
    throw new FileFaultError('file-corrupt', { cause })
  }
  const has = (part: RegExp) => names.some((name) => part.test(name))
  if (has(/Encrypt(edPackage|ionInfo)$/i)) throw new FileFaultError('file-password-protected')
  if (!has(/\/(Workbook|Book)$/i)) throw new FileFaultError('file-is-not-a-list')
}

function readRows(work: XLSX.WorkSheet, lost: ReadonlySet<string> | undefined): RawCell[][] {
  const dense: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] =
    work['!data'] ?? []
  // The parser leaves holes for blank rows and cells; `map` would keep them.
  const rows = Array.from(dense, (source) => Array.from(source ?? [], readCell))
  for (const address of lost ?? []) {
    const { r: row, c: column } = XLSX.utils.decode_cell(address)
    while (rows.length <= row) rows.push([])
    const cells = rows[row] ?? []
    while (cells.length <= column) cells.push(undefined)
    cells[column] = { formula: true }
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === undefined)) rows.pop()
  return rows
}

function readCell(cell: XLSX.CellObject | undefined): RawCell {
  if (!cell) return undefined
  const { t: type, v: value } = cell
  if (type === 'e') return { error: String(cell.w ?? value ?? '') }
  if (value instanceof Date) return readDate(value)
  if (typeof value === 'string') return value === '' ? undefined : keepable(value)
  if (typeof value === 'boolean') return value
  if (typeof value !== 'number' || Number.isNaN(value)) return undefined
  const shown = cell.w?.trim()
  const isPlain = cell.z === undefined || cell.z === 'General' || cell.z === '@'
  if (isPlain || !shown || /e[+-]?\d/i.test(shown) || shown === numberText(value)) return value
  return { number: value, text: shown }
}

function readDate(value: Date): RawCell {
  const date = toIsoDate(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate())
  return date ? { date, text: date } : undefined
}

function readMerges(work: XLSX.WorkSheet): MergedRange[] {
  const merges = work['!merges'] ?? []
  return merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
}
