import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Colleagues, GrantLine, Loan } from '#access/schema'
import { colleaguesQuery, endLoan, lendGrant, loansQuery } from '../../api/people-calls.ts'
import { ownGrantsQuery } from '../../api/queries.ts'
import { day } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { useActAs } from '../../shell/use-act-as.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import { dayAfter, dayBefore, roleName, scopeWords, todayHere } from '../people/grant-words.ts'
import '../people/people.css'

/** The roles that one holds: which is in use, and which to lend to a colleague for a while. */
export function OwnRolesPage() {
  const grants = useQuery(ownGrantsQuery)
  const loans = useQuery(loansQuery)
  return (
    <div className="page">
      <PageHead title={t('ownRole.title')} note={t('ownRole.lead')} />
      <Loaded query={grants} shape="cards">
        {(page) =>
          page.grants.length === 0 ? (
            <p className="card empty">{t('refusedPage.noRole')}</p>
          ) : (
            <section className="card card-flush">
              {page.grants.map((grant, place) => (
                <OwnGrant key={grant.grantId} grant={grant} isInUse={place === 0} />
              ))}
            </section>
          )
        }
      </Loaded>
      <Loaded query={loans} shape="list">
        {({ loans: lent }) => (lent.length === 0 ? null : <LoansCard loans={lent} />)}
      </Loaded>
    </div>
  )
}

function OwnGrant({ grant, isInUse }: { readonly grant: GrantLine; readonly isInUse: boolean }) {
  const [isLending, setLending] = useState(false)
  const { failure, actAs } = useActAs()
  return (
    <article className="grant-card">
      <div>
        <h2>
          {roleName(grant.role)} {isInUse && <span className="dim">{t('ownRole.inUse')}</span>}
        </h2>
        <p>{scopeWords(grant)}</p>
        {failure !== null && <DeedFailure error={failure} />}
        {isLending && <LendForm grant={grant} onDone={() => setLending(false)} />}
      </div>
      <div className="page-actions">
        {!isInUse && (
          <button type="button" className="button button-small" onClick={() => actAs(grant)}>
            {t('ownRole.use')}
          </button>
        )}
        {grant.role !== 'citizen' && (
          <button
            type="button"
            className="button button-small"
            aria-expanded={isLending}
            aria-label={`${t('ownRole.lend')}: ${roleName(grant.role)}`}
            onClick={() => setLending(!isLending)}
          >
            {t('ownRole.lend')}
          </button>
        )}
      </div>
    </article>
  )
}

function LendForm({ grant, onDone }: { readonly grant: GrantLine; readonly onDone: () => void }) {
  const query = useQuery(colleaguesQuery)
  return (
    <Loaded query={query} shape="list">
      {({ colleagues }) =>
        colleagues.length === 0 ? (
          <p className="ink2">{t('ownRole.noColleague')}</p>
        ) : (
          <LendFields grant={grant} colleagues={colleagues} onDone={onDone} />
        )
      }
    </Loaded>
  )
}

function LendFields({
  grant,
  colleagues,
  onDone,
}: {
  readonly grant: GrantLine
  readonly colleagues: Colleagues['colleagues']
  readonly onDone: () => void
}) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const entries = new FormData(event.currentTarget)
    const body = {
      grantId: grant.grantId,
      accountId: String(entries.get('colleague')),
      validTo: dayAfter(String(entries.get('lastDay'))),
    }
    void send(async (key) => {
      const loan = await lendGrant(body, key)
      await queryClient.invalidateQueries({ queryKey: loansQuery.queryKey })
      showToast(t('ownRole.lent', { name: loan.displayName }))
      onDone()
    }, body)
  }

  return (
    <form className="form" onSubmit={submit}>
      <p className="ink2">{t('ownRole.lendWhy')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      <p className="field">
        <label htmlFor={`colleague-${grant.grantId}`}>{t('ownRole.colleague')}</label>
        <select className="input" id={`colleague-${grant.grantId}`} name="colleague">
          {colleagues.map(({ accountId, displayName }) => (
            <option key={accountId} value={accountId}>
              {displayName}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor={`lastDay-${grant.grantId}`}>{t('ownRole.lastDay')}</label>
        <input
          className="input"
          id={`lastDay-${grant.grantId}`}
          name="lastDay"
          type="date"
          min={todayHere()}
          required
        />
      </p>
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('ownRole.lendDo')}
        </button>
      </p>
    </form>
  )
}

function LoansCard({ loans }: { readonly loans: readonly Loan[] }) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()

  function takeBack({ grantId, role, displayName: name }: Loan): void {
    void send(async () => {
      await endLoan(grantId)
      await queryClient.invalidateQueries({ queryKey: loansQuery.queryKey })
      showToast(t('ownRole.takenBack', { role: roleName(role), name }))
    })
  }

  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('ownRole.loans')}</h2>
      </div>
      {failure !== null && <DeedFailure error={failure} />}
      {loans.map((loan) => (
        <div key={loan.grantId} className="grant-card">
          <div>
            <b>{loan.displayName}</b>
            <span className="cell-note">
              {t('ownRole.loanUntil', {
                role: roleName(loan.role),
                day: day(dayBefore(loan.validTo)),
              })}
            </span>
          </div>
          <button
            type="button"
            className="button button-small"
            aria-disabled={isBusy}
            aria-label={`${t('ownRole.takeBack')}: ${loan.displayName}`}
            onClick={() => takeBack(loan)}
          >
            {t('ownRole.takeBack')}
          </button>
        </div>
      ))}
    </section>
  )
}
