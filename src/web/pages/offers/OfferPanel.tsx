import { Link } from '@tanstack/react-router'
import type { OfferLine } from '#insight/schema'
import type { Indicator } from '#ledger/schema'
import { regionName } from '#territory/schema'
import { number, rupiah } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { indicatorName, indicatorOrder, sectorName } from '../../ui/sectors.ts'

function knownIndicator(code: string): Indicator | undefined {
  return indicatorOrder.find(({ indicator }) => indicator === code)?.indicator
}

/** One offer: for whom it is, where, what it costs, what is left and why, and what is still asked. */
export function OfferPanel({
  offer,
  onClose,
}: {
  readonly offer: OfferLine
  readonly onClose: () => void
}) {
  const indicator = knownIndicator(offer.indicator)
  return (
    <SidePanel title={offer.what} onClose={onClose}>
      <p className="ink2">{offer.provider}</p>
      <dl className="offer-facts">
        <dt>{t('offers.for')}</dt>
        <dd>
          {sectorName(offer.sector)}
          {indicator ? `, ${indicatorName(indicator)}` : `, ${t('offers.anyOfSector')}`}
        </dd>
        <dt>{t('offers.where')}</dt>
        <dd>
          {offer.wards.length === 0
            ? t('offers.everywhere')
            : offer.wards.map((code) => regionName(code)).join(', ')}
        </dd>
        <dt>{t('offers.cost')}</dt>
        <dd>{rupiah(offer.unitCostRp)}</dd>
        <dt>{t('offers.usedMoney')}</dt>
        <dd>{rupiah(offer.usedRp)}</dd>
        {offer.filter !== '' && (
          <>
            <dt>{t('offers.filter')}</dt>
            <dd>
              <code className="offer-filter">{offer.filter}</code>
            </dd>
          </>
        )}
      </dl>
      <p className="panel-part">
        {offer.leftReason === null
          ? t('offers.usedUpWhy', { points: number(offer.pricePoints) })
          : codeWords('leftWhy', offer.leftReason)}
      </p>
      {offer.questions.length > 0 && (
        <div className="panel-part stack">
          <h3>{t('offers.asked')}</h3>
          {offer.questions.map((question) => (
            <p key={question.textId}>
              <StateMark state="unknown" />{' '}
              <b className="text-unknown">{inLanguage(question.textId, question.textEn)}</b>
              <br />
              <span className="small dim">{inLanguage(question.effectId, question.effectEn)}</span>
            </p>
          ))}
        </div>
      )}
      <p className="panel-part">
        <Link to="/alokasi" search={{ daftar: 'dapat', penawaran: offer.offerId }}>
          {t('offers.whoGets')}
        </Link>
      </p>
    </SidePanel>
  )
}
