import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ChangeLine, decideChange } from '../../api/register-calls.ts'
import { moment, properName } from '../../i18n/format.ts'
import { factName, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { showToast } from '../../ui/toast.ts'
import { MergedHelp } from '../groups/DoubledHelp.tsx'

type VerdictName = 'approve' | 'refuse' | 'withdraw'

/** A decision or proposal, and what may be done about it. */
export function ChangeCard({
  change,
  mayDecide,
}: {
  readonly change: ChangeLine
  readonly mayDecide: boolean
}) {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  async function decide(verdict: VerdictName): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await decideChange(change.changeNo, { verdict })
      showToast(t(`change.done.${verdict}`))
      await queryClient.invalidateQueries({ queryKey: ['register-changes'] })
      await queryClient.invalidateQueries({ queryKey: ['family'] })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const isOpen = change.state === 'proposed'
  const verdicts: readonly VerdictName[] = isOpen
    ? mayDecide
      ? ['approve', 'refuse']
      : ['withdraw']
    : change.state === 'in-force' && mayDecide
      ? ['withdraw']
      : []
  const [familyId] = change.familyIds
  return (
    <li className="card stack">
      <p>
        <b>{t(`change.kind.${change.kind}`)}</b> {sidesWords(change)}{' '}
        {familyId && (
          <Link to="/keluarga/$familyId" params={{ familyId }}>
            {t('change.openFamily')}
          </Link>
        )}
      </p>
      {change.written.map((fields, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person written by hand is its place
        <p key={place}>
          {Object.entries(fields)
            .map(([name, value]) => `${factName(name)}: ${value}`)
            .join(' · ')}
          {change.present !== null && (
            <span className="dim"> ({t('change.present', { value: change.present })})</span>
          )}
        </p>
      ))}
      {change.reason !== '' && (
        <p className="ink2">{t('change.because', { why: change.reason })}</p>
      )}
      {change.kind === 'same-person' && isOpen && mayDecide && (
        <Doubled left={change.left} right={change.right} />
      )}
      <p className="small dim">
        {t('change.madeBy', { office: change.organisation, at: moment(change.madeAt) })}
        {change.decidedAt && ` · ${t('change.decidedAt', { at: moment(change.decidedAt) })}`}
      </p>
      {verdicts.length > 0 && (
        <p className="row-wrap">
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => void decide(verdict)}
            >
              {t(`change.verdict.${verdict}`)}
            </button>
          ))}
        </p>
      )}
      {failure != null && <DeedFailure error={failure} />}
    </li>
  )
}

/** Before two persons are said to be one: what would stand twice. */
function Doubled({ left, right }: Pick<ChangeLine, 'left' | 'right'>) {
  const [personId, otherId] = [left?.personId, right?.personId]
  if (!personId || !otherId || personId === otherId) return null
  return (
    <div className="notice">
      <MergedHelp personId={personId} otherId={otherId} />
    </div>
  )
}

/** `Ani, Budi · Citra`: of a family that was parted, who stays and who left. */
function sidesWords({ kind, left, leftWith, right, rightWith }: ChangeLine): string {
  const namesOf = (one: ChangeLine['left'], others: ChangeLine['leftWith']) =>
    [one, ...others].flatMap((person) => (person?.name ? [properName(person.name)] : [])).join(', ')
  const stays = namesOf(left, leftWith)
  const leaves = namesOf(right, rightWith)
  if (kind === 'other-family' && stays !== '' && leaves !== '')
    return t('change.parted', { stays, leaves })
  return [stays, leaves].filter(Boolean).join(' · ')
}
