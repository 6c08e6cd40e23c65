import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ownGrantsQuery } from '../../api/queries.ts'
import {
  type ChangeLine,
  type ChangeState,
  changesQuery,
  decideChange,
} from '../../api/register-calls.ts'
import { moment, number, properName } from '../../i18n/format.ts'
import { factName, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { showToast } from '../../ui/toast.ts'
import './changes.css'

const states = ['proposed', 'in-force', 'withdrawn', 'refused'] as const

/** What wards propose and officers decided about the register; each can be taken back. */
export function ChangesPage() {
  const [state, setState] = useState<ChangeState>('proposed')
  const query = useInfiniteQuery(changesQuery(state))
  const { data: own } = useQuery(ownGrantsQuery)
  const changes = query.data?.pages.flatMap((page) => page.changes) ?? []
  const [first] = query.data?.pages ?? []
  return (
    <div className="page">
      <PageHead
        title={t('menu.changes')}
        actions={
          <Link className="button button-main" to="/keluarga/baru">
            {t('change.addFamily')}
          </Link>
        }
      />
      {first && (
        <p className="lead">
          <b>{t(`change.sentence.${state}`, { count: number(first.total) })}</b>{' '}
          {!first.isMade && t('change.beingMade')}
        </p>
      )}
      <Segmented
        name={t('incoming.state')}
        choices={states.map((id) => ({ id, label: t(`change.state.${id}`) }))}
        chosen={state}
        onChoose={setState}
      />
      {query.isError ? (
        <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
      ) : query.isPending ? (
        <Skeleton shape="list" />
      ) : changes.length === 0 ? (
        <div className="card empty">
          <h2>{t(`change.none.${state}`)}</h2>
        </div>
      ) : (
        <ul className="stack plain-list">
          {changes.map((change) => (
            <ChangeCard
              key={change.changeNo}
              change={change}
              mayDecide={own?.actions.includes('decide-changes') === true}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <p>
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {t('change.more')}
          </button>
        </p>
      )}
    </div>
  )
}

type VerdictName = 'approve' | 'refuse' | 'withdraw'

function ChangeCard({
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
        <b>{t(`change.kind.${change.kind}`)}</b>{' '}
        {[change.left?.name, change.right?.name]
          .flatMap((name) => (name ? [properName(name)] : []))
          .join(' · ')}{' '}
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
      <p className="small dim">
        {t('change.madeAt', { at: moment(change.madeAt) })}
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
