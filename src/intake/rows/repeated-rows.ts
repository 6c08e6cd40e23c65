import type { Finding, IntakeRow } from '../schema.ts'
import { findingAt } from './row-finding.ts'

/** A row with the text of its cells, running number left out. */
export interface SignedRow {
  readonly row: IntakeRow
  readonly signature: string
  readonly nikHeading: string
}

/**
 * Findings for rows that say the same as an earlier row of their list, and for a NIK that comes
 * twice in one list with other words around it. All of them stay in: people decide, or linkage does.
 */
export function findRepeats(rows: readonly SignedRow[]): Finding[] {
  const findings: Finding[] = []
  const rowBySignature = new Map<string, number>()
  const rowByNik = new Map<string, number>()
  for (const { row, signature, nikHeading } of rows) {
    const { file, sheet, row: rowNo } = row.ref
    const { nik } = row.fields
    const twin = rowBySignature.get(signature)
    const earlier = nik === undefined ? undefined : rowByNik.get(nik)
    if (twin !== undefined) {
      const place = { file, sheet, row: rowNo, column: '', value: '' }
      findings.push(findingAt(place, 'row-repeated', `Sama dengan baris ${twin}.`))
    } else if (nik !== undefined && earlier !== undefined) {
      const place = { file, sheet, row: rowNo, column: nikHeading, value: nik }
      findings.push(findingAt(place, 'nik-repeated', `Lihat juga baris ${earlier}.`))
    }
    if (twin === undefined) rowBySignature.set(signature, rowNo)
    if (nik !== undefined && earlier === undefined) rowByNik.set(nik, rowNo)
  }
  return findings
}
