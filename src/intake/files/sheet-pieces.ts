import { FileFaultError, maxCells } from './file-fault.ts'
import type { MergedRange, RawCell, RawSheet } from './raw-sheet.ts'
import { SameTexts } from './same-texts.ts'

/** Rows of one sheet that have cells, with the 0-based place of each. */
export interface SheetRows {
  readonly sheetNo: number
  readonly places: readonly number[]
  readonly rows: readonly (readonly RawCell[])[]
}

/** What is known of a sheet besides its rows. */
export interface SheetHead {
  readonly sheet: string
  readonly merges: readonly MergedRange[]
  readonly isHidden: boolean
}

/** Takes rows as they are read; after `restart` all rows come again, from the first sheet on. */
export type TellRows = (told: SheetRows | 'restart') => void

/** Rows of one portion: few messages, none of them large. */
const rowsTogether = 2000

/**
 * Hands on the rows of sheets in portions.
 *
 * @throws FileFaultError `file-too-complex` when all have more cells than a file may.
 */
export function openRowTeller(
  tell: TellRows,
): (sheetNo: number, rows: ReadonlyMap<number, readonly RawCell[]>) => void {
  let cells = 0
  return (sheetNo, rows) => {
    for (const row of rows.values()) cells += row.length
    if (cells > maxCells) throw new FileFaultError('file-too-complex')
    const entries = [...rows]
    for (let at = 0; at < entries.length; at += rowsTogether) {
      const portion = entries.slice(at, at + rowsTogether)
      tell({
        sheetNo,
        places: portion.map(([place]) => place),
        rows: portion.map(([, row]) => row),
      })
    }
  }
}

const blankRow: readonly RawCell[] = []

/** Puts together what a teller tells; texts and days that come again in a column are kept once. */
export class SheetGatherer {
  #rowsBySheet: (readonly RawCell[])[][] = []
  #same = new SameCells()
  #sheetNo = -1

  readonly take: TellRows = (told) => {
    if (told === 'restart') {
      this.#rowsBySheet = []
      return
    }
    const { sheetNo, places, rows } = told
    if (sheetNo !== this.#sheetNo) this.#same = new SameCells()
    this.#sheetNo = sheetNo
    const all = this.#rowsBySheet[sheetNo] ?? []
    this.#rowsBySheet[sheetNo] = all
    for (const [at, place] of places.entries()) {
      while (all.length < place) all.push(blankRow)
      all[place] = (rows[at] ?? blankRow).map((cell, column) => this.#same.of(column, cell))
    }
  }

  /** The sheets, when all their rows were taken. */
  finish(heads: readonly SheetHead[]): RawSheet[] {
    return heads.map((head, sheetNo) => {
      const rows = this.#rowsBySheet[sheetNo] ?? []
      while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === undefined)) rows.pop()
      return { ...head, rows }
    })
  }
}

/** Days that are looked up: more than a hundred years of them. */
const mostDays = 40_000

class SameCells {
  readonly #texts = new SameTexts()
  readonly #days = new Map<string, RawCell>()

  of(column: number, cell: RawCell): RawCell {
    if (typeof cell === 'string') return this.#texts.of(column, cell)
    if (typeof cell !== 'object' || !('date' in cell)) return cell
    const before = this.#days.get(cell.date)
    if (before === undefined && this.#days.size < mostDays) this.#days.set(cell.date, cell)
    return before ?? cell
  }
}
