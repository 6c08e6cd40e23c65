import type { AllocationRow } from '#insight/schema'
import { number, properName, rupiah } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { indicatorName, sectorIcon, sectorName } from '../../ui/sectors.ts'
import type { ShownTable } from '../../ui/table-text.ts'

/** Needs with their offers, or with why they wait; a row opens its explanation. */
export function RowsTable({
  rows,
  isUnserved,
  onShow,
}: {
  readonly rows: readonly AllocationRow[]
  readonly isUnserved: boolean
  readonly onShow: (row: AllocationRow) => void
}) {
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t('families.column.family')}</th>
            <th scope="col">{t('families.column.ward')}</th>
            <th scope="col">{t('allocation.need')}</th>
            <th scope="col">{isUnserved ? t('allocation.reason') : t('allocation.gets')}</th>
            <th scope="col" className="num">
              {isUnserved ? t('allocation.cutoff') : t('allocation.amount')}
            </th>
            <th scope="col" className="num">
              {t('families.column.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.needId}>
              <th scope="row">
                <button
                  type="button"
                  className="row-button"
                  data-row=""
                  onClick={() => onShow(row)}
                >
                  {properName(row.headName)}
                </button>
                {row.personName && row.personName !== row.headName && (
                  <span className="cell-note"> {properName(row.personName)}</span>
                )}
              </th>
              <td>{row.wardName ?? t('family.noWard')}</td>
              <td>
                <span className="sector-inline" title={sectorName(row.sector)}>
                  <Icon name={sectorIcon(row.sector)} size={16} /> {indicatorName(row.indicator)}
                </span>
              </td>
              <td>
                {isUnserved ? (
                  codeWords('unserved', row.reasonCode ?? '')
                ) : (
                  <>
                    <b>{row.provider}</b> <span className="ink2">{row.what}</span>
                  </>
                )}
              </td>
              <td className="num">{lastCell(row, isUnserved)}</td>
              <td className="num" data-label={t('families.column.score')}>
                {number(row.score)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function lastCell({ cutoff, amountRp }: AllocationRow, isUnserved: boolean): string {
  if (isUnserved) return cutoff === null ? '–' : number(cutoff)
  return amountRp === null ? '–' : rupiah(amountRp)
}

/** The shown rows as a spreadsheet takes them. */
export function rowsAsTable(rows: readonly AllocationRow[], isUnserved: boolean): ShownTable {
  return {
    headings: [
      t('families.column.family'),
      t('allocation.person'),
      t('families.column.ward'),
      t('family.sector'),
      t('allocation.need'),
      ...(isUnserved
        ? [t('allocation.reason'), t('allocation.cutoff')]
        : [t('offers.column.provider'), t('allocation.gets'), t('allocation.amount')]),
      t('families.column.score'),
      t('allocation.whyColumn'),
    ],
    rows: rows.map((row) => [
      properName(row.headName),
      row.personName && properName(row.personName),
      row.wardName,
      sectorName(row.sector),
      indicatorName(row.indicator),
      ...(isUnserved
        ? [codeWords('unserved', row.reasonCode ?? ''), row.cutoff]
        : [row.provider, row.what, row.amountRp]),
      row.score,
      inLanguage(row.reasonId, row.reasonEn),
    ]),
  }
}
