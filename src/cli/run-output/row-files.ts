import type { Finding, RowRef } from '#intake/schema'
import { type CsvValue, writeCsv } from '#platform/csv'
import type { RunResult } from '../../flow.ts'
import { evidenceWords } from './evidence-words.ts'
import type { IdMask } from './id-mask.ts'

/** links.csv: one line for every data row of every list; quarantined rows have empty ids. */
export async function writeLinksCsv(path: string, { intake, register }: RunResult): Promise<void> {
  const lines: (readonly [RowRef, string, string])[] = intake.rows.map((row, rowNo) => {
    const link = register.rowLinks[rowNo]
    return [row.ref, link?.personId ?? '', link?.familyId ?? '']
  })
  for (const ref of intake.quarantinedRefs) lines.push([ref, '', ''])
  lines.sort(([left], [right]) => compareRefs(left, right))
  await writeCsv(
    path,
    ['file', 'sheet', 'row', 'person_id', 'family_id'],
    lines.map(([ref, personId, familyId]) => [ref.file, ref.sheet, ref.row, personId, familyId]),
  )
}

/** quarantine.csv and findings.csv: what was wrong, where, and what to do. */
export async function writeFindingsCsv(
  path: string,
  findings: readonly Finding[],
  mask: IdMask,
): Promise<void> {
  const sorted = [...findings].sort(compareRefs)
  await writeCsv(
    path,
    ['file', 'sheet', 'row', 'code', 'column', 'value', 'hint'],
    sorted.map((finding) => [
      finding.file,
      finding.sheet,
      finding.row,
      finding.code,
      finding.column,
      mask(finding.value),
      mask(finding.hint),
    ]),
  )
}

/** received.csv: what was really given. */
export async function writeReceivedCsv(path: string, { received }: RunResult): Promise<void> {
  await writeCsv(
    path,
    [
      'file',
      'sheet',
      'row',
      'person_id',
      'family_id',
      'sector',
      'indicator',
      'programme',
      'amount_rp',
      'date',
      'status',
    ],
    [...received]
      .sort((left, right) => compareRefs(left.ref, right.ref))
      .map((item) => [
        item.ref.file,
        item.ref.sheet,
        item.ref.row,
        item.personId,
        item.familyId,
        item.sector,
        item.indicator,
        item.programme,
        item.amountRp,
        item.date,
        item.status,
      ]),
  )
}

/** review.csv: pairs of rows that a person should look at, with the evidence. */
export async function writeReviewCsv(path: string, { intake, register }: RunResult): Promise<void> {
  const side = (rowNo: number): CsvValue[] => {
    const ref = intake.rows[rowNo]?.ref
    return [ref?.file, ref?.sheet, ref?.row]
  }
  await writeCsv(
    path,
    [
      'left_file',
      'left_sheet',
      'left_row',
      'right_file',
      'right_sheet',
      'right_row',
      'left_person_id',
      'right_person_id',
      'weight_bits',
      'probability',
      'evidence',
    ],
    register.review.map((pair) => [
      ...side(pair.leftRowNo),
      ...side(pair.rightRowNo),
      pair.leftPersonId,
      pair.rightPersonId,
      pair.weightBits.toFixed(2),
      pair.probability.toFixed(4),
      pair.evidence
        .map(({ comparison, level, weightBits }) => evidenceWords(comparison, level, weightBits))
        .join('; '),
    ]),
  )
}

function compareRefs(left: RowRef, right: RowRef): number {
  return (
    compareText(left.file, right.file) ||
    compareText(left.sheet, right.sheet) ||
    left.row - right.row
  )
}

/** By code unit, so that two machines with other languages sort alike. */
function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
