import type { OfferLine } from '#insight/schema'
import { number, percent, rupiah, rupiahShort } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'

/** What an offer holds and what the plan takes of it: in pieces where it has them, else in rupiah. */
export function offerUse({ units, unitCostRp, used, usedRp }: OfferLine): {
  readonly has: string
  readonly takes: string
  readonly share: number | null
} {
  if (units !== null) {
    return { has: number(units), takes: number(used), share: units > 0 ? used / units : null }
  }
  return {
    has: unitCostRp > 0 ? t('offers.perPiece', { amount: rupiahShort(unitCostRp) }) : '–',
    takes: rupiahShort(usedRp),
    share: null,
  }
}

/** Used up within half a piece. */
export function isUsedUp(offer: OfferLine): boolean {
  return offer.leftReason === null
}

/** Offers with what is there, what is used, and why something is left. */
export function OffersTable({
  offers,
  onShow,
}: {
  readonly offers: readonly OfferLine[]
  readonly onShow: (offer: OfferLine) => void
}) {
  return (
    <div className="table-scroll">
      <table className="table table-cards offers-table">
        <thead>
          <tr>
            <th scope="col">{t('offers.column.provider')}</th>
            <th scope="col">{t('offers.column.what')}</th>
            <th scope="col" className="num">
              {t('offers.column.has')}
            </th>
            <th scope="col" className="num">
              {t('offers.column.used')}
            </th>
            <th scope="col">{t('offers.column.share')}</th>
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <OfferRow key={offer.offerId} offer={offer} onShow={onShow} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OfferRow({
  offer,
  onShow,
}: {
  readonly offer: OfferLine
  readonly onShow: (offer: OfferLine) => void
}) {
  const { has, takes, share } = offerUse(offer)
  return (
    <tr id={offer.offerId}>
      <th scope="row">{offer.provider}</th>
      <td>
        <button type="button" className="row-button" data-row="" onClick={() => onShow(offer)}>
          {offer.what}
        </button>
        {offer.questions.length > 0 && (
          <span className="text-unknown small">
            {' '}
            {t('offers.questions', { count: offer.questions.length })}
          </span>
        )}
      </td>
      <td className="num" data-label={t('offers.column.has')}>
        {has}
      </td>
      <td className="num" data-label={t('offers.column.used')} title={rupiah(offer.usedRp)}>
        {takes}
      </td>
      <td>
        <span className="offer-share">
          {share !== null && (
            <span className="offer-bar">
              <Meter
                max={1}
                parts={[{ tone: 'brand', value: Math.min(1, share), name: percent(share) }]}
              />
            </span>
          )}
          {isUsedUp(offer) ? (
            <b>{t('offers.usedUp')}</b>
          ) : (
            <span className="dim">
              {share !== null && `${percent(share)} · `}
              {codeWords('left', offer.leftReason ?? '')}
            </span>
          )}
        </span>
      </td>
    </tr>
  )
}
