import type { Finding, IntakeRow } from '../schema.ts'
import { findingAt } from './row-finding.ts'

/** Rows of one kind of heading, and what their cells say. */
export interface RepeatScope {
  readonly nikHeading: string
  /** What tells most rows apart: the texts of one or two cells. */
  readonly keyOf: (row: number) => string
  /** The row's cells as one text, running number left out. */
  readonly signatureOf: (row: number) => string
}

/**
 * Finds rows that say the same as an earlier row of their list, and a NIK that comes twice in one list
 * with other words around it. All of them stay in: people decide, or linkage does.
 *
 * Whole texts are made only for rows whose key comes again, so that a long list is not held in memory
 * a second time.
 */
export function openRepeats() {
  const findTwin = openTwins()
  const rowByNik = new Map<string, number>()

  return ({ ref, fields }: IntakeRow, scope: RepeatScope): Finding | undefined => {
    const { file, sheet, row } = ref
    const { nik } = fields
    const twin = findTwin(row, scope)
    const earlier = nik === undefined ? undefined : rowByNik.get(nik)
    if (nik !== undefined && earlier === undefined) rowByNik.set(nik, row)
    if (twin !== undefined) {
      const place = { file, sheet, row, column: '', value: '' }
      return findingAt(place, 'row-repeated', `Sama dengan baris ${twin}.`)
    }
    if (nik === undefined || earlier === undefined) return undefined
    const place = { file, sheet, row, column: scope.nikHeading, value: nik }
    return findingAt(place, 'nik-repeated', `Lihat juga baris ${earlier}.`)
  }
}

/** Finds the first row that says the same as this one. */
function openTwins() {
  const firstByKey = new Map<string, { readonly row: number; readonly scope: RepeatScope }>()
  const rowsBySignature = new Map<string, Map<string, number>>()
  return (row: number, scope: RepeatScope): number | undefined => {
    const key = scope.keyOf(row)
    const first = firstByKey.get(key)
    if (!first) {
      firstByKey.set(key, { row, scope })
      return undefined
    }
    const rows =
      rowsBySignature.get(key) ?? new Map([[first.scope.signatureOf(first.row), first.row]])
    rowsBySignature.set(key, rows)
    const signature = scope.signatureOf(row)
    const twin = rows.get(signature)
    if (twin === undefined) rows.set(signature, row)
    return twin
  }
}
