import type { RawCell, RawSheet } from './raw-sheet.ts'

/** A cell that a person put right. */
export interface CellMend {
  /** Empty for text files. */
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly column: number
  /** As typed; empty takes the cell away. */
  readonly value: string
}

/** The sheet with mended cells; the later of two mends of a cell stands. */
export function mendSheet(raw: RawSheet, mends: readonly CellMend[]): RawSheet {
  const own = mends.filter(({ sheet }) => sheet === raw.sheet)
  if (own.length === 0) return raw
  const rows: (readonly RawCell[])[] = [...raw.rows]
  for (const { row, column, value } of own) {
    const cells = rows[row - 1]
    if (!cells) continue
    const mended = [...cells]
    mended[column] = value === '' ? undefined : value
    rows[row - 1] = mended
  }
  return { ...raw, rows }
}
