import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LinkageProposal } from '#registry/schema'
import { adoptThreshold, linkageProposalQuery } from '../../api/pair-calls.ts'
import { moment, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { usePermits } from '../../shell/use-permits.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { showToast } from '../../ui/toast.ts'
import { CalibrationTable, outOf100 } from './CalibrationTable.tsx'

/** How right the model was, and the threshold that this proposes; a person adopts it, or nobody does. */
export function ThresholdProposal() {
  const { data } = useQuery(linkageProposalQuery)
  const queryClient = useQueryClient()
  const maySet = usePermits('start-lists-job')
  const [failure, setFailure] = useState<unknown>(null)
  if (!data) return null
  const { calibration, threshold } = data
  const { presentBits, adoptedAt, proposedBits } = threshold

  async function set(thresholdBits: number | null): Promise<void> {
    setFailure(null)
    try {
      await adoptThreshold(thresholdBits)
      showToast(thresholdBits === null ? t('proposal.ended') : t('proposal.adopted'))
    } catch (error) {
      setFailure(error)
    }
    await queryClient.invalidateQueries({ queryKey: linkageProposalQuery.queryKey })
  }
  return (
    <>
      <h3>{t('calibration.title')}</h3>
      <CalibrationTable calibration={calibration} />
      <h3>{t('proposal.title')}</h3>
      <p>
        {t('proposal.present', { chance: outOf100(presentBits) })}{' '}
        {adoptedAt !== null && t('proposal.since', { at: moment(adoptedAt) })}
      </p>
      <p>{proposalWords(data)}</p>
      {maySet && proposedBits !== null && (
        <button type="button" className="button" onClick={() => void set(proposedBits)}>
          {t('proposal.adopt')}
        </button>
      )}
      {maySet && adoptedAt !== null && (
        <button type="button" className="button" onClick={() => void set(null)}>
          {t('proposal.end')}
        </button>
      )}
      {failure != null && <DeedFailure error={failure} />}
    </>
  )
}

function proposalWords({ calibration, threshold }: LinkageProposal): string {
  const { presentBits, proposedBits, joins } = threshold
  if (calibration.shift === null) return t('proposal.few')
  if (proposedBits === null) return t('proposal.none')
  const chance = outOf100(proposedBits)
  return proposedBits < presentBits
    ? t('proposal.lower', { chance, joins: number(joins) })
    : t('proposal.higher', { chance })
}
