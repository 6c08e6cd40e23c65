import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { RawCell } from '../files/raw-sheet.ts'
import type { Meaning } from '../values/index.ts'
import type { Block } from './class-rows.ts'
import { type Grid, textAt } from './grid.ts'

/** A cell of a data row after merged and once-written cells were carried down. */
export interface FilledCell {
  readonly text: string
  readonly raw: RawCell
  /** It stands in another row, written once for several. */
  readonly isCarried?: true
}

/** Reads cells of a block with what its shape carries down. */
export type CellReader = (row: number, column: number) => FilledCell

/** What may be written once for a block of rows: places and givers. */
const groupMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  'ward',
  'district',
  'wardAndDistrict',
  'regionCode',
  'provider',
  'rt',
  'rw',
  'rtRw',
  'schoolName',
])

/** What is written once for a family over the rows of its members. */
const familyMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  ...groupMeanings,
  'kk',
  'headName',
  'address',
  'coordinates',
])

/**
 * A reader of the block's cells that carries down what the sheet's shape says is meant for several
 * rows: merged ranges, a ward written once over its rows, a family's number over its members.
 *
 * A blank in a column that is usually filled stays blank.
 */
export function readerOf(
  grid: Grid,
  block: Block,
  columns: readonly Pick<AssignedColumn, 'column' | 'meaning'>[],
): CellReader {
  const carried = new CarriedCells()
  carryMerges(grid, block, carried)
  for (const column of onceColumns(grid, block, columns, carried)) {
    carryDown(grid, block.rows, column, carried)
  }
  return (row, column) =>
    carried.get(row, column) ?? {
      text: textAt(grid, row, column),
      raw: grid.cells[row]?.[column],
    }
}

/** Cells that rows have from another row, by column and row: few columns have any. */
class CarriedCells {
  readonly #byColumn = new Map<number, Map<number, FilledCell>>()

  get(row: number, column: number): FilledCell | undefined {
    return this.#byColumn.get(column)?.get(row)
  }

  has(row: number, column: number): boolean {
    return this.get(row, column) !== undefined
  }

  set(row: number, column: number, cell: FilledCell): void {
    const byRow = this.#byColumn.get(column) ?? new Map<number, FilledCell>()
    this.#byColumn.set(column, byRow.set(row, cell))
  }
}

function carriedCell(grid: Grid, row: number, column: number): FilledCell {
  return { text: textAt(grid, row, column), raw: grid.cells[row]?.[column], isCarried: true }
}

function carryMerges(grid: Grid, block: Block, carried: CarriedCells) {
  const rows = new Set(block.rows)
  for (const { top, left, bottom, right } of grid.merges) {
    if (bottom === top || right - left > 2) continue
    const cell = carriedCell(grid, top, left)
    if (cell.text === '') continue
    for (let row = top + 1; row <= bottom; row++) {
      if (rows.has(row) && textAt(grid, row, left) === '') carried.set(row, left, cell)
    }
  }
}

function onceColumns(
  grid: Grid,
  block: Block,
  columns: readonly Pick<AssignedColumn, 'column' | 'meaning'>[],
  carried: CarriedCells,
): number[] {
  const members = memberRows(grid, block, columns)
  const blankAt = (row: number, column: number) =>
    textAt(grid, row, column) === '' && !carried.has(row, column)

  return columns
    .filter(({ column, meaning }) => {
      if (!meaning) return false
      if (members && familyMeanings.has(meaning)) {
        return members.filter((row) => blankAt(row, column)).length >= members.length * 0.95
      }
      return groupMeanings.has(meaning) && isWrittenOnce(grid, block, column, blankAt)
    })
    .map(({ column }) => column)
}

/** Each value stands once, at the head of its rows, and most cells below are blank. */
function isWrittenOnce(
  grid: Grid,
  block: Block,
  column: number,
  blankAt: (row: number, column: number) => boolean,
): boolean {
  const [first] = block.rows
  if (first === undefined || blankAt(first, column)) return false
  const filled = block.rows.filter((row) => !blankAt(row, column))
  if (filled.length > block.rows.length * 0.5) return false
  const values = new Set(filled.map((row) => textAt(grid, row, column).toLowerCase()))
  return values.size >= filled.length * 0.9
}

/**
 * Rows of further members of the family above: no running number where the list counts families.
 * Undefined for a list that does not do so.
 */
function memberRows(
  grid: Grid,
  block: Block,
  columns: readonly Pick<AssignedColumn, 'column' | 'meaning'>[],
): readonly number[] | undefined {
  const number = columns.find(({ meaning }) => meaning === 'rowNumber')?.column
  const kk = columns.find(({ meaning }) => meaning === 'kk')?.column
  const [first] = block.rows
  if (number === undefined || kk === undefined || first === undefined) return undefined
  if (textAt(grid, first, number) === '') return undefined
  const members = block.rows.filter((row) => textAt(grid, row, number) === '')
  return members.length >= block.rows.length * 0.2 ? members : undefined
}

function carryDown(grid: Grid, rows: readonly number[], column: number, carried: CarriedCells) {
  let last: FilledCell | undefined
  for (const row of rows) {
    const text = textAt(grid, row, column)
    if (text !== '') last = carriedCell(grid, row, column)
    else if (last && !carried.has(row, column)) carried.set(row, column, last)
  }
}
