import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { AllocationPage, OfferLine } from '#insight/schema'
import { number, percent, rupiah, rupiahShort } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { isUsedUp } from '../offers/OffersTable.tsx'

/** The plan in one strip: served, rupiah, how near the proven best, waiting, offers used up. */
export function FiveNumbers({
  plan,
  offers,
}: {
  readonly plan: NonNullable<AllocationPage['plan']>
  readonly offers: readonly OfferLine[]
}) {
  const { needs, served, amountRp, budgetRp, value, upperBound } = plan
  const share = upperBound > 0 ? Math.min(1, value / upperBound) : 1
  return (
    <section className="card card-flush strip" aria-label={t('allocation.strip')}>
      <div className="strip-wide">
        <p>
          <span className="key-figure">{number(served)}</span>{' '}
          <span className="ink2">{t('allocation.ofNeeds', { needs: number(needs) })}</span>
        </p>
        <Meter
          max={needs}
          height={7}
          parts={[{ tone: 'brand', value: served, name: percent(needs > 0 ? served / needs : 0) }]}
        />
      </div>
      <div>
        <p className="strip-figure" title={rupiah(amountRp)}>
          {rupiahShort(amountRp)}
        </p>
        <p className="small ink2" title={rupiah(budgetRp)}>
          {t('allocation.ofBudget', { budget: rupiahShort(budgetRp) })}
        </p>
      </div>
      <div>
        <p className="strip-figure">{percent(share)}</p>
        <Proof value={value} upperBound={upperBound} />
      </div>
      <div>
        <p className="strip-figure">{number(needs - served)}</p>
        <p className="small ink2">{t('allocation.waiting')}</p>
      </div>
      <div>
        <p className="strip-figure">{number(offers.filter(isUsedUp).length)}</p>
        <p className="small ink2">{t('allocation.offersUsedUp', { count: offers.length })}</p>
      </div>
    </section>
  )
}

/** What "proven" means, in words. */
function Proof({ value, upperBound }: { readonly value: number; readonly upperBound: number }) {
  return (
    <DialogTrigger>
      <Button className="proof small">
        {t('allocation.proven')} <Icon name="check" size={13} />
      </Button>
      <Popover className="popover" placement="bottom">
        <Dialog className="popover-body stack" aria-label={t('allocation.proofTitle')}>
          <p>{t('allocation.proof', { value: number(value), upperBound: number(upperBound) })}</p>
          <p className="small dim">{t('allocation.proofFile')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
