import type { Finding, IntakeRow } from '../schema.ts'
import { findingAt } from './row-finding.ts'

/** Rows of one kind of heading, and what their cells say. */
export interface RepeatScope {
  readonly nikHeading: string
  /** The row's cells as one text, running number left out. */
  readonly signatureOf: (row: number) => string
}

/**
 * Finds rows that say the same as an earlier row of their list, and a NIK that comes twice in one list
 * with other words around it. All of them stay in: people decide, or linkage does.
 *
 * Texts are told apart by a hash and compared only where it agrees, so that a long list is not held in
 * memory a second time.
 */
export function openRepeats() {
  const rowsByHash = new Map<number, { readonly row: number; readonly scope: RepeatScope }>()
  const rowByNik = new Map<string, number>()

  return ({ ref, fields }: IntakeRow, scope: RepeatScope): Finding | undefined => {
    const { file, sheet, row } = ref
    const { nik } = fields
    const signature = scope.signatureOf(row)
    const hash = hashOf(signature)
    const alike = rowsByHash.get(hash)
    const isTwin = alike !== undefined && alike.scope.signatureOf(alike.row) === signature
    const earlier = nik === undefined ? undefined : rowByNik.get(nik)
    if (alike === undefined) rowsByHash.set(hash, { row, scope })
    if (nik !== undefined && earlier === undefined) rowByNik.set(nik, row)
    if (isTwin) {
      const place = { file, sheet, row, column: '', value: '' }
      return findingAt(place, 'row-repeated', `Sama dengan baris ${alike.row}.`)
    }
    if (nik === undefined || earlier === undefined) return undefined
    const place = { file, sheet, row, column: scope.nikHeading, value: nik }
    return findingAt(place, 'nik-repeated', `Lihat juga baris ${earlier}.`)
  }
}

/** A number of 53 bits; two texts of a million share one about once in twenty thousand lists. */
function hashOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 13
  }
  return (high >>> 11) * 4294967296 + (low >>> 0)
}
