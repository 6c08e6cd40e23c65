import { cellText, type MergedRange, type RawCell, type RawSheet } from '../files/raw-sheet.ts'

/** A sheet with the shown text of each cell at hand; rows and columns count from 0. */
export interface Grid {
  readonly sheet: string
  readonly cells: readonly (readonly RawCell[])[]
  /** Same shape as `cells`. */
  readonly texts: readonly (readonly string[])[]
  readonly merges: readonly MergedRange[]
  /** Columns that hold something anywhere. */
  readonly width: number
}

/** The grid of a raw sheet, trailing blank rows included as the file has them. */
export function toGrid(raw: RawSheet): Grid {
  const texts = raw.rows.map(textsOf)
  const width = texts.reduce((widest, row) => Math.max(widest, lastFilled(row) + 1), 0)
  return { sheet: raw.sheet, cells: raw.rows, texts, merges: raw.merges, width }
}

/** The shown texts of a row; the row itself where every cell is shown as it stands. */
function textsOf(row: readonly RawCell[]): readonly string[] {
  const texts = row.map((cell) => {
    const text = cellText(cell)
    // Not a second copy of what the cell holds.
    return text === cell ? cell : text
  })
  return isText(row) && row.every((cell, column) => cell === texts[column]) ? row : texts
}

function isText(row: readonly RawCell[]): row is readonly string[] {
  return row.every((cell) => typeof cell === 'string')
}

function lastFilled(row: readonly string[]): number {
  for (let column = row.length - 1; column >= 0; column--) if (row[column] !== '') return column
  return -1
}

/** Places of a row that hold something: text, or a cell that lost its value. */
export function filledColumns(grid: Grid, row: number): number[] {
  const cells = grid.cells[row] ?? []
  const filled: number[] = []
  for (let column = 0; column < cells.length; column++) {
    if (textAt(grid, row, column) !== '' || isLost(cells[column])) filled.push(column)
  }
  return filled
}

/** A formula without stored value, or an error such as #REF!. */
export function isLost(cell: RawCell): boolean {
  return typeof cell === 'object' && ('formula' in cell || 'error' in cell)
}

export function textAt(grid: Grid, row: number, column: number): string {
  return grid.texts[row]?.[column] ?? ''
}

/** The merged range that covers a cell, when it is not its top left corner. */
export function coveringMerge(grid: Grid, row: number, column: number): MergedRange | undefined {
  return grid.merges.find(
    (range) =>
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right &&
      !(row === range.top && column === range.left),
  )
}

/** "6E+15": what a narrow column leaves of a number. */
const shortestId = 5

/** An identity number as written, whatever stands between its digits, or what a spreadsheet made of it. */
export function looksLikeIdNumber(text: string): boolean {
  if (text.length < shortestId || !/\d/.test(text)) return false
  if (/^['"`]?\s*\d(?:[.,]\d+)?\s*e\s*\+?\s*1[45]$/i.test(text)) return true
  const digits = text.replace(/[^0-9]/g, '')
  return digits.length >= 14 && digits.length <= 17 && /^['"`\s]*[\d\s.\-'"`]+$/.test(text)
}
