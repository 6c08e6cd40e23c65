import type { WorklistLine } from '#registry/schema'
import { t } from '../../i18n/language.ts'
import type { ShownTable } from '../../ui/table-text.ts'
import { nameOf, officesOf } from './WorklistLines.tsx'

/** The shown records as a spreadsheet takes them. */
export function worklistAsTable(lines: readonly WorklistLine[]): ShownTable {
  return {
    headings: [
      t('quality.name'),
      'NIK',
      t('quality.kk'),
      t('families.column.ward'),
      'RT',
      t('quality.birthDate'),
      t('quality.offices'),
      t('families.column.key'),
    ],
    rows: lines.map((line) => [
      nameOf(line),
      line.nikMasked,
      line.kkMasked,
      line.wardName,
      line.rt,
      line.birthDate,
      officesOf(line),
      line.familyId,
    ]),
  }
}
