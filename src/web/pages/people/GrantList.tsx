import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account, HeldGrant } from '#access/schema'
import { accountQuery, changeGrantEnd, previewQuery } from '../../api/people-calls.ts'
import { day } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { showToast } from '../../ui/toast.ts'
import { periodWords, roleName, scopeWords, todayHere } from './grant-words.ts'
import { PreviewView } from './PreviewView.tsx'

/** The roles of an account: those that hold or will hold, and behind a fold those that ended. */
export function GrantList({
  account,
  grants,
  onGiveAgain,
}: {
  readonly account: Account
  readonly grants: readonly HeldGrant[]
  readonly onGiveAgain: (grant: HeldGrant) => void
}) {
  const [seen, setSeen] = useState<HeldGrant | null>(null)
  const { isBusy, failure, moveEnd } = useGrantEnd(account)
  const running = grants.filter(({ state }) => state !== 'ended')
  const ended = grants.filter(({ state }) => state === 'ended')

  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('grants.title')}</h2>
      </div>
      {failure !== null && (
        <div className="card-part">
          <DeedFailure error={failure} />
        </div>
      )}
      {running.length === 0 && <p className="card-foot">{t('grants.none')}</p>}
      {running.map((grant) => (
        <GrantCard key={grant.grantId} grant={grant}>
          <button type="button" className="button button-small" onClick={() => setSeen(grant)}>
            {t('grants.see')}
          </button>
          <button
            type="button"
            className="button button-small"
            aria-disabled={isBusy}
            aria-label={`${t('grants.end')}: ${roleName(grant.role)}`}
            onClick={() => moveEnd(grant, todayHere())}
          >
            {t('grants.end')}
          </button>
        </GrantCard>
      ))}
      {ended.length > 0 && (
        <details>
          <summary className="card-foot">{t('grants.ended', { count: ended.length })}</summary>
          {ended.map((grant) => (
            <GrantCard key={grant.grantId} grant={grant}>
              {!account.isMine && grant.lentBy === null && (
                <button
                  type="button"
                  className="button button-small"
                  aria-label={`${t('grants.giveAgain')}: ${roleName(grant.role)}`}
                  onClick={() => onGiveAgain(grant)}
                >
                  {t('grants.giveAgain')}
                </button>
              )}
            </GrantCard>
          ))}
        </details>
      )}
      {seen && <GrantPreview account={account} grant={seen} onClose={() => setSeen(null)} />}
    </section>
  )
}

/** Ends a role, with the way back, or lets it hold again. */
function useGrantEnd(account: Account) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()
  const { accountId } = account

  function moveEnd(grant: HeldGrant, validTo: string | null): void {
    void send(async () => {
      const moved = await changeGrantEnd(accountId, grant.grantId, validTo)
      await queryClient.invalidateQueries({ queryKey: accountQuery(accountId).queryKey })
      void queryClient.invalidateQueries({ queryKey: ['accounts'] })
      const role = roleName(grant.role)
      if (moved.state === 'ended') {
        // Nobody prolongs a role of one's own, so there is nothing to take back.
        const undo = account.isMine ? undefined : () => moveEnd(moved, grant.validTo)
        showToast(t('grants.endedNow', { role }), undo)
      } else {
        showToast(t('grants.restored', { role }))
      }
    })
  }
  return { isBusy, failure, moveEnd }
}

function GrantCard({
  grant,
  children,
}: {
  readonly grant: HeldGrant
  readonly children: React.ReactNode
}) {
  const { role, purpose, validFrom, validTo, state, grantedBy, grantedOn, lentBy } = grant
  return (
    <article className="grant-card">
      <div>
        <h3>
          {roleName(role)}
          <span className="dim">{periodWords(validFrom, validTo, state === 'coming')}</span>
        </h3>
        <p>{scopeWords(grant)}</p>
        <p className="chips">
          {grant.dataClasses.map((name) => (
            <span key={name} className="class-chip">
              {t(`class.${name}`)}
            </span>
          ))}
        </p>
        <p className="small dim">
          {t('grants.for', { purpose: codeWords('purpose', purpose) })} ·{' '}
          {lentBy === null
            ? t('grants.by', { name: grantedBy ?? t('grants.atStart'), day: day(grantedOn) })
            : t('grants.lentBy', { name: lentBy })}
        </p>
      </div>
      <div className="page-actions">{children}</div>
    </article>
  )
}

function GrantPreview({
  account,
  grant,
  onClose,
}: {
  readonly account: Account
  readonly grant: HeldGrant
  readonly onClose: () => void
}) {
  const query = useQuery(previewQuery(account.accountId, { grantId: grant.grantId }))
  return (
    <SidePanel title={`${account.displayName}: ${roleName(grant.role)}`} onClose={onClose}>
      <Loaded query={query} shape="list">
        {(preview) => <PreviewView preview={preview} />}
      </Loaded>
    </SidePanel>
  )
}
