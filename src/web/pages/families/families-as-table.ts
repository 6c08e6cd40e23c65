import type { FamilyLine } from '#insight/schema'
import { properName, threeDigits } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { indicatorName } from '../../ui/sectors.ts'
import type { ShownTable } from '../../ui/table-text.ts'

/** The shown families as a spreadsheet takes them. */
export function familiesAsTable(lines: readonly FamilyLine[]): ShownTable {
  return {
    headings: [
      t('families.column.family'),
      t('families.column.members'),
      t('families.column.ward'),
      'RT',
      t('families.column.lacks'),
      t('families.column.served'),
      t('families.column.decile'),
      t('families.column.score'),
      t('families.column.lists'),
      t('families.column.key'),
    ],
    rows: lines.map((line) => [
      properName(line.headName),
      line.memberCount,
      line.wardName,
      line.rt === null ? null : threeDigits(line.rt),
      line.lacks.map(indicatorName).join('; '),
      line.servedBy.join('; '),
      line.decile,
      line.topScore,
      line.listCount,
      line.familyId,
    ]),
  }
}
