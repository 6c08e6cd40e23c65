import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Account, AccountWithPassword } from '#access/schema'
import { accountQuery, organisationsQuery, resetAccount } from '../../api/people-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { showToast } from '../../ui/toast.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { PersonFields, readPersonFields } from './PersonFields.tsx'
import { useChangeAccount } from './use-change-account.ts'

type Open = 'edit' | 'reset' | null

/** What an administrator can do with an account: change it, give another password, disable it. */
export function PersonActions({ account }: { readonly account: Account }) {
  const [open, setOpen] = useState<Open>(null)
  const [made, setMade] = useState<AccountWithPassword | null>(null)
  const { isBusy, failure, send } = useSend()
  const change = useChangeAccount(account.accountId)
  const { isDisabled, isMine, displayName: name } = account

  function switchTo(next: boolean): Promise<void> {
    return send(async () => {
      await change({ isDisabled: next })
      showToast(t(next ? 'person.disabledNow' : 'person.enabledNow', { name }), () => {
        void switchTo(!next)
      })
    })
  }

  return (
    <>
      {failure !== null && <DeedFailure error={failure} />}
      <div className="page-actions">
        <button
          type="button"
          className="button"
          aria-expanded={open === 'edit'}
          onClick={() => setOpen(open === 'edit' ? null : 'edit')}
        >
          {t('person.edit')}
        </button>
        {!isMine && (
          <>
            <button
              type="button"
              className="button"
              aria-expanded={open === 'reset'}
              onClick={() => setOpen(open === 'reset' ? null : 'reset')}
            >
              <Icon name="key" size={18} />
              {t('person.reset')}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => void switchTo(!isDisabled)}
            >
              {t(isDisabled ? 'person.enable' : 'person.disable')}
            </button>
          </>
        )}
      </div>
      {open === 'edit' && <EditForm account={account} onDone={() => setOpen(null)} />}
      {open === 'reset' && (
        <ResetForm
          account={account}
          onDone={(reset) => {
            setOpen(null)
            setMade(reset)
          }}
          onCancel={() => setOpen(null)}
        />
      )}
      {made && <FirstPassword made={made} />}
    </>
  )
}

function EditForm({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const organisations = useQuery(organisationsQuery)
  const { isBusy, failure, send } = useSend()
  const change = useChangeAccount(account.accountId)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const fields = readPersonFields(event.currentTarget)
    void send(async () => {
      await change(fields)
      showToast(t('person.saved'))
      onDone()
    })
  }

  return (
    <Loaded query={organisations} shape="list">
      {(choices) => (
        <form className="card form" onSubmit={submit}>
          {failure !== null && <DeedFailure error={failure} />}
          <PersonFields organisations={choices} values={account} />
          <p className="row">
            <button type="submit" className="button button-main" aria-disabled={isBusy}>
              {t('person.save')}
            </button>
            <button type="button" className="button" onClick={onDone}>
              {t('person.cancel')}
            </button>
          </p>
        </form>
      )}
    </Loaded>
  )
}

/** Asked before, since a password that is replaced cannot be brought back. */
function ResetForm({
  account,
  onDone,
  onCancel,
}: {
  readonly account: Account
  readonly onDone: (made: AccountWithPassword) => void
  readonly onCancel: () => void
}) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const withAllFactors = new FormData(event.currentTarget).has('withAllFactors')
    void send(async () => {
      const made = await resetAccount(account.accountId, withAllFactors)
      void queryClient.invalidateQueries({ queryKey: accountQuery(account.accountId).queryKey })
      onDone(made)
    })
  }

  return (
    <form className="card form" onSubmit={submit}>
      <h2>{t('person.resetTitle')}</h2>
      <p>{t('person.resetText', { name: account.displayName })}</p>
      {failure !== null && <DeedFailure error={failure} />}
      <label className="choice">
        <input type="checkbox" name="withAllFactors" />
        <span>{t('person.resetFactors')}</span>
      </label>
      <p className="row">
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('person.resetDo')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('person.cancel')}
        </button>
      </p>
    </form>
  )
}
