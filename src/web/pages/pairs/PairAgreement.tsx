import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Agreement } from '#registry/schema'
import { pairAgreementQuery } from '../../api/pair-calls.ts'
import { hundredths, number, percent } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { ThresholdProposal } from './ThresholdProposal.tsx'

/** How far two reviewers say the same: one sentence, and all of it in a panel. */
export function PairAgreement() {
  const { data } = useQuery(pairAgreementQuery)
  const [isOpen, setOpen] = useState(false)
  if (!data) return null
  return (
    <section className="card stack">
      <h2>{t('agreement.title')}</h2>
      <p>
        {agreementWords(data)}{' '}
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t('agreement.more')}
        </button>
      </p>
      {isOpen && (
        <SidePanel title={t('agreement.title')} onClose={() => setOpen(false)}>
          <div className="stack">
            <AgreementDetails agreement={data} />
            <ThresholdProposal />
          </div>
        </SidePanel>
      )}
    </section>
  )
}

function agreementWords({ pairs, agreed }: Agreement): string {
  if (pairs === 0) return t('agreement.none')
  return t('agreement.words', { pairs: number(pairs), agreed: number(agreed) })
}

function AgreementDetails({ agreement }: { readonly agreement: Agreement }) {
  const { share, kappa, waiting, open, settled } = agreement
  return (
    <div className="stack">
      <p>{agreementWords(agreement)}</p>
      <p>{t('agreement.how')}</p>
      <dl className="figures">
        {share && (
          <Fact name={t('agreement.share')}>
            {t('agreement.shareIs', {
              share: percent(share.value),
              from: percent(share.from),
              to: percent(share.to),
            })}
          </Fact>
        )}
        {share && (
          <Fact name={t('agreement.kappa')}>
            {kappa
              ? t('agreement.kappaIs', {
                  kappa: hundredths(kappa.value),
                  from: hundredths(kappa.from),
                  to: hundredths(kappa.to),
                })
              : t('agreement.kappaUnknown')}
            <span className="small dim"> {t('agreement.kappaWhy')}</span>
          </Fact>
        )}
        <Fact name={t('agreement.waiting')}>{number(waiting)}</Fact>
        <Fact name={t('agreement.open')}>{number(open)}</Fact>
        <Fact name={t('agreement.settled')}>{number(settled)}</Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
