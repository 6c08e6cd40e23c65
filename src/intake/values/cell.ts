import type { IsoDate } from '#platform/dates'
import type { RowFields } from '../schema.ts'
import type { FindingCode } from './finding-codes.ts'
import type { Normalisation } from './normalisation.ts'

/** One cell as a reader hands it over, whatever the file. */
export interface Cell {
  /** As displayed or written. */
  readonly text: string
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean'
  readonly number?: number
  readonly date?: IsoDate
}

/** What is known about the list, column or row around a cell. */
export interface CellContext {
  /** The list's own date: ages count back from it, two-digit years and futures are judged by it. */
  readonly on?: IsoDate
  /** Decided for the column by `decideDateOrder`; `dmy` where absent. */
  readonly dateOrder?: DateOrder
  /** The column holds the numeric code lists of DTSEN; decided by `decideCodes`. */
  readonly codes?: 'dtsen'
  /** Region code of the row's district, when another column names it: narrows ward names. */
  readonly district?: string
  /** Cells of this kind have lost the last of their 16 digits; decided by `decideDigitLoss`. */
  readonly digitLoss?: 'number' | 'text'
  /** What the codes of a membership status mean here; decided by `decideStatusCodes`. */
  readonly statusCodes?: Readonly<Record<string, 'active' | 'inactive'>>
}

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export interface CellFinding {
  readonly code: FindingCode
  /** Indonesian: what is amiss and what to do. */
  readonly hint: string
}

/** What a cell says: fields that could be read, faults that could not. */
export interface ParsedCell {
  readonly fields: Partial<RowFields>
  readonly findings: readonly CellFinding[]
  /** What changed the fields that differ from the cell's text; a field as written has none. */
  readonly normalisations?: Readonly<Partial<Record<keyof RowFields, Normalisation>>>
}

/** A cell made from text, as a CSV reader or a test needs it. */
export function textCell(text: string): Cell {
  return { text, kind: text.trim() === '' ? 'empty' : 'text' }
}

/** What one parser made of a cell: a value or none, with what is to be said about it. */
export interface Reading<Value> {
  readonly value?: Value
  readonly findings: readonly CellFinding[]
  /** What changed the value, where it is not what usually changes its field. */
  readonly normalisation?: Normalisation
}
