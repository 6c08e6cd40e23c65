import * as XLSX from '@e965/xlsx'
import { toIsoDate } from '#platform/dates'
import { keepable } from './decode-text.ts'
import { FileFaultError, maxColumns, maxRows } from './file-fault.ts'
import { numberText, type RawCell } from './raw-sheet.ts'

/**
 * The rows of a parsed sheet that have cells, by 0-based place; a link over blank cells is none.
 *
 * @param lost addresses of formulas without a stored value.
 * @throws FileFaultError `file-too-complex` for a cell where no sheet has one.
 */
export function filledRows(
  work: XLSX.WorkSheet | undefined,
  lost: Iterable<string>,
): Map<number, RawCell[]> {
  const rows = new Map<number, RawCell[]>()
  const dense: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] =
    work?.['!data'] ?? []
  // Only places that were set: a piece of a sheet begins far down.
  for (const key of Object.keys(dense)) {
    const cells = dense[Number(key)] ?? []
    const width = cells.findLastIndex((cell) => cell !== undefined && cell.t !== 'z') + 1
    if (width === 0) continue
    refuseFarPlace(Number(key), width - 1)
    // The parser leaves holes for blank cells; `map` would keep them.
    rows.set(Number(key), Array.from(cells.slice(0, width), readCell))
  }
  for (const address of lost) {
    const { r: row, c: column } = XLSX.utils.decode_cell(address)
    refuseFarPlace(row, column)
    const cells = rows.get(row) ?? []
    rows.set(row, cells)
    while (cells.length <= column) cells.push(undefined)
    cells[column] = { formula: true }
  }
  return rows
}

function refuseFarPlace(row: number, column: number) {
  if (row >= maxRows || column >= maxColumns) throw new FileFaultError('file-too-complex')
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
