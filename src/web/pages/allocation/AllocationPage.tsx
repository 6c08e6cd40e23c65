import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { AllocationPage as Allocation, AllocationRow, OfferLine } from '#insight/schema'
import { allocationQuery } from '../../api/queries.ts'
import { day } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { MapAndTable } from '../../map/MapAndTable.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { OfferPanel } from '../offers/OfferPanel.tsx'
import { OffersTable } from '../offers/OffersTable.tsx'
import { plainCode } from '../page-search.ts'
import { AllocationLists } from './AllocationLists.tsx'
import { FiveNumbers } from './FiveNumbers.tsx'
import { NeedPanel } from './NeedPanel.tsx'
import { SectorBars } from './SectorBars.tsx'
import { WhyUnserved } from './WhyUnserved.tsx'
import '../offers/offers.css'
import './allocation.css'

const route = getRouteApi('/officer/alokasi')
type Plan = NonNullable<Allocation['plan']>
type Opened =
  | { readonly kind: 'row'; readonly row: AllocationRow }
  | { readonly kind: 'offer'; readonly offer: OfferLine }

/** The plan: who gets what from whom, who does not yet, and the proof that it is the best use. */
export function AllocationPage() {
  const query = useQuery(allocationQuery)
  const plan = query.data?.plan
  return (
    <div className="page">
      <PageHead
        title={t('allocation.title')}
        tabTitle={t('menu.allocation')}
        {...(plan ? { note: t('allocation.note', { day: day(plan.on) }) } : {})}
      />
      <Loaded query={query} shape="cards">
        {(allocation) =>
          allocation.plan ? (
            <PlanView allocation={allocation} plan={allocation.plan} />
          ) : (
            <div className="card empty">
              <h2>{t('allocation.none')}</h2>
              <p className="ink2">{t('offers.noneHow')}</p>
            </div>
          )
        }
      </Loaded>
    </div>
  )
}

const mostOffers = 8

function PlanView({ allocation, plan }: { readonly allocation: Allocation; readonly plan: Plan }) {
  const navigate = route.useNavigate()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isAllOffers, setAllOffers] = useState(false)
  const { offers, sectors, wards, unservedReasons } = allocation
  const byUse = offers.toSorted((a, b) => b.usedRp - a.usedRp)

  function showUnserved(part: { readonly kelurahan?: string; readonly alasan?: string }): void {
    void navigate({ search: { daftar: 'belum', ...part }, hash: 'daftar' })
  }

  return (
    <>
      <FiveNumbers plan={plan} offers={offers} />
      <div className="allocation-top">
        <MapAndTable
          title={t('allocation.mapTitle')}
          scale="cover"
          shadeName={t('allocation.mapShade')}
          countName={t('allocation.mapCount')}
          ofName={t('allocation.needs')}
          fileName={t('menu.allocation')}
          rows={wards.map(({ code, name, needs, served }) => ({
            code,
            name,
            share: needs > 0 ? served / needs : null,
            count: needs - served,
            of: needs,
          }))}
          onOpen={(code) => showUnserved({ kelurahan: plainCode(code) })}
        />
        <SectorBars sectors={sectors} />
        <WhyUnserved
          reasons={unservedReasons}
          onShow={(reasonCode) => showUnserved({ alasan: reasonCode })}
        />
      </div>
      <section className="card card-flush">
        <div className="card-head">
          <h2>{t('offers.use')}</h2>
          {offers.length > mostOffers && !isAllOffers && (
            <button type="button" className="link-button" onClick={() => setAllOffers(true)}>
              {t('allocation.allOffers', { count: offers.length })}
            </button>
          )}
        </div>
        <OffersTable
          offers={isAllOffers ? byUse : byUse.slice(0, mostOffers)}
          onShow={(offer) => setOpened({ kind: 'offer', offer })}
        />
        <p className="card-foot">{t('allocation.leftWhy')}</p>
      </section>
      <AllocationLists allocation={allocation} onShow={(row) => setOpened({ kind: 'row', row })} />
      {opened?.kind === 'row' && <NeedPanel row={opened.row} onClose={() => setOpened(null)} />}
      {opened?.kind === 'offer' && (
        <OfferPanel offer={opened.offer} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
