import { Link } from '@tanstack/react-router'
import type { AllocationRow } from '#insight/schema'
import { number, properName, rupiah } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { indicatorName, sectorName } from '../../ui/sectors.ts'

/** Why this family gets it, or why not yet: score, cut-off, and what would change it. */
export function NeedPanel({
  row,
  onClose,
}: {
  readonly row: AllocationRow
  readonly onClose: () => void
}) {
  const isServed = row.offerId !== null
  const name = properName(row.headName)
  const what = indicatorName(row.indicator)
  return (
    <SidePanel
      title={isServed ? t('need.whyServed', { name, what }) : t('need.whyNot', { name, what })}
      onClose={onClose}
    >
      <p className="row">
        <StateMark state={isServed ? 'promised' : 'lacks'} />
        <b className={isServed ? 'text-promised' : 'text-lacks'}>
          {isServed ? t('need.planned') : codeWords('unserved', row.reasonCode ?? '')}
        </b>
        <span className="dim">
          {[sectorName(row.sector), row.personName && properName(row.personName), row.wardName]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {isServed && (
        <p className="panel-part">
          <b>{row.provider}</b>: {row.what}
          {row.amountRp !== null && ` · ${rupiah(row.amountRp)}`}
        </p>
      )}
      <p className="panel-part">
        {t('need.score', { score: number(row.score) })}{' '}
        {row.cutoff !== null && t('need.cutoff', { cutoff: number(row.cutoff) })}
      </p>
      <p className="panel-part">{inLanguage(row.reasonId, row.reasonEn)}</p>
      {!isServed && row.reasonCode && (
        <p className="small dim">{codeWords('unservedChange', row.reasonCode)}</p>
      )}
      <p className="panel-part row">
        <Link to="/keluarga/$familyId" params={{ familyId: row.familyId }} className="button">
          {t('need.openFamily')}
        </Link>
      </p>
    </SidePanel>
  )
}
