import type { IsoDate } from '#platform/dates'

/**
 * One cell as a file holds it, before any meaning: text, number and date stay apart, because a NIK
 * kept as a number has lost digits and a date kept as a number has lost its form.
 *
 * Plain strings and numbers are bare, so that a sheet of a million cells crosses between threads
 * cheaply; the rare kinds are objects.
 */
export type RawCell =
  | undefined
  | string
  | number
  | boolean
  | { readonly date: IsoDate; readonly text: string }
  /** A number whose shown text differs from its digits: "Rp 1.500.000", "0812…" by a format. */
  | { readonly number: number; readonly text: string }
  /** A formula without a stored value: the file does not say what it shows. */
  | { readonly formula: true }
  | { readonly error: string }

/** 0-based, ends included. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The cells of one sheet or text file; `rows[0]` is row or record 1. */
export interface RawSheet {
  /** Empty for text files. */
  readonly sheet: string
  readonly rows: readonly (readonly RawCell[])[]
  readonly merges: readonly MergedRange[]
  readonly isHidden: boolean
}

/** What the cell shows, spaces collapsed and trimmed; empty for nothing, errors and lost formulas. */
export function cellText(cell: RawCell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return collapseSpaces(cell)
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if ('date' in cell) return cell.text
  if ('number' in cell) return collapseSpaces(cell.text)
  return ''
}

/** Digits in full, never in powers of ten: 6.27101e15 as 6271010000000000. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 1e15 && Math.abs(value) < 1e21) {
    return BigInt(value).toString()
  }
  return String(value)
}

function collapseSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
