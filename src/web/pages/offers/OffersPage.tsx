import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfferLine } from '#insight/schema'
import { offersQuery } from '../../api/queries.ts'
import { number } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { TableActions } from '../../ui/TableActions.tsx'
import { OfferPanel } from './OfferPanel.tsx'
import { isUsedUp, OffersTable, offerUse } from './OffersTable.tsx'
import './offers.css'

/** What agencies and partners offer, how much of it the plan uses, and what they still have to say. */
export function OffersPage() {
  const query = useQuery(offersQuery)
  return (
    <div className="page">
      <PageHead title={t('menu.offers')} />
      <Loaded query={query}>{({ offers }) => <OffersView offers={offers} />}</Loaded>
    </div>
  )
}

function OffersView({ offers }: { readonly offers: readonly OfferLine[] }) {
  const [shown, setShown] = useState<OfferLine | null>(null)
  if (offers.length === 0) {
    return (
      <div className="card empty">
        <h2>{t('offers.none')}</h2>
        <p className="ink2">{t('offers.noneHow')}</p>
      </div>
    )
  }
  const usedUp = offers.filter(isUsedUp).length
  const asking = offers.filter(({ questions }) => questions.length > 0)
  return (
    <>
      <p className="lead">
        <b>
          {t('offers.lead', {
            count: offers.length,
            providers: new Set(offers.map(({ provider }) => provider)).size,
          })}
        </b>{' '}
        {t('offers.leadUsed', { usedUp: number(usedUp), asking: number(asking.length) })}
      </p>
      <section className="card card-flush">
        <div className="card-head">
          <h2>{t('offers.use')}</h2>
          <TableActions fileName={t('menu.offers')} table={() => offersAsTable(offers)} />
        </div>
        <OffersTable
          offers={[...asking, ...offers.filter((offer) => !asking.includes(offer))]}
          onShow={setShown}
        />
      </section>
      {shown && <OfferPanel offer={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function offersAsTable(offers: readonly OfferLine[]) {
  return {
    headings: [
      t('offers.column.provider'),
      t('offers.column.what'),
      t('offers.column.has'),
      t('offers.column.used'),
      t('offers.usedMoney'),
      t('offers.column.left'),
    ],
    rows: offers.map((offer) => [
      offer.provider,
      offer.what,
      offerUse(offer).has,
      offerUse(offer).takes,
      offer.usedRp,
      offer.leftReason === null ? t('offers.usedUp') : codeWords('left', offer.leftReason),
    ]),
  }
}
