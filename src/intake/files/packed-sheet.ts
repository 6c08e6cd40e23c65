import type { MergedRange, RawCell, RawSheet } from './raw-sheet.ts'

/**
 * A sheet in few pieces of memory: each distinct cell once, and for each place which one it is. So a
 * sheet of millions of cells crosses between threads without being copied cell by cell.
 */
export interface PackedSheet {
  readonly sheet: string
  readonly merges: readonly MergedRange[]
  readonly isHidden: boolean
  /** Distinct cells; the first is the empty one. */
  readonly distinct: readonly RawCell[]
  /** Places in `distinct`, row after row. */
  readonly places: Uint32Array<ArrayBuffer>
  /** Where each row ends in `places`. */
  readonly rowEnds: Uint32Array<ArrayBuffer>
}

/** Takes the cells of a sheet row by row and packs them. */
export class SheetPacker {
  readonly #distinct: RawCell[] = [undefined]
  readonly #placeByText = new Map<string, number>()
  readonly #placeByNumber = new Map<number, number>()
  readonly #placeByObject = new Map<string, number>()
  #places = new Uint32Array(1024)
  #length = 0
  #rowEnds = new Uint32Array(256)
  #rows = 0
  /** Up to here rows hold something. */
  #lastFilled = { rows: 0, length: 0 }

  /** The place of a cell among the distinct ones; 0 for an empty cell. */
  placeOf(cell: RawCell): number {
    if (cell === undefined || cell === '') return 0
    if (typeof cell === 'string') return this.#placeIn(this.#placeByText, cell, cell)
    if (typeof cell === 'number') return this.#placeIn(this.#placeByNumber, cell, cell)
    return this.#placeIn(this.#placeByObject, JSON.stringify(cell), cell)
  }

  #placeIn<Key>(known: Map<Key, number>, key: Key, cell: RawCell): number {
    const before = known.get(key)
    if (before !== undefined) return before
    const place = this.#distinct.push(cell) - 1
    known.set(key, place)
    return place
  }

  /** Adds a row of places, blank rows before it where its number (from 0) is beyond the next. */
  addRow(row: number, places: readonly number[]): void {
    let filled = 0
    for (const [column, place] of places.entries()) if (place !== 0) filled = column + 1
    if (filled === 0) return
    while (this.#rows < row) this.#endRow()
    if (this.#length + filled > this.#places.length) {
      this.#places = grown(this.#places, this.#length + filled)
    }
    for (let column = 0; column < filled; column++) {
      this.#places[this.#length + column] = places[column] ?? 0
    }
    this.#length += filled
    this.#endRow()
    this.#lastFilled = { rows: this.#rows, length: this.#length }
  }

  #endRow(): void {
    if (this.#rows === this.#rowEnds.length) this.#rowEnds = grown(this.#rowEnds, this.#rows + 1)
    this.#rowEnds[this.#rows] = this.#length
    this.#rows++
  }

  /** Cells so far, blank ones between filled ones counted. */
  get cells(): number {
    return this.#length
  }

  /** The sheet; blank rows at its end are left out. */
  pack(named: Pick<RawSheet, 'sheet' | 'merges' | 'isHidden'>): PackedSheet {
    const { rows, length } = this.#lastFilled
    return {
      ...named,
      distinct: this.#distinct,
      places: this.#places.slice(0, length),
      rowEnds: this.#rowEnds.slice(0, rows),
    }
  }
}

function grown(full: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, full.length * 2))
  larger.set(full)
  return larger
}

const blank: readonly RawCell[] = []

/** The sheet with its cells in rows; equal texts are one text in memory. */
export function unpackSheet(packed: PackedSheet): RawSheet {
  const { sheet, merges, isHidden, distinct, places, rowEnds } = packed
  const rows: (readonly RawCell[])[] = []
  let start = 0
  for (const end of rowEnds) {
    rows.push(end === start ? blank : Array.from(places.subarray(start, end), (at) => distinct[at]))
    start = end
  }
  return { sheet, rows, merges, isHidden }
}
