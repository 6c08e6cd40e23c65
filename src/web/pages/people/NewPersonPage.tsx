import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AccountWithPassword, Organisation } from '#access/schema'
import { createAccount, organisationsQuery } from '../../api/people-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { FirstPassword } from './FirstPassword.tsx'
import { PersonFields, readPersonFields } from './PersonFields.tsx'
import './people.css'

/** An account for somebody: name, organisation, and a password that is shown once. */
export function NewPersonPage() {
  const organisations = useQuery(organisationsQuery)
  const [made, setMade] = useState<AccountWithPassword | null>(null)
  return (
    <div className="page">
      <PageHead
        title={t('person.new')}
        crumbs={<Link to="/orang">{t('menu.people')}</Link>}
        note={t('person.newLead')}
      />
      {made ? (
        <>
          <FirstPassword made={made} />
          <p>
            <Link
              to="/orang/$accountId"
              params={{ accountId: made.account.accountId }}
              className="button button-main"
            >
              {t('first.next')}
            </Link>
          </p>
        </>
      ) : (
        <Loaded query={organisations} shape="list">
          {(choices) => <NewPersonForm organisations={choices} onMade={setMade} />}
        </Loaded>
      )}
    </div>
  )
}

function NewPersonForm({
  organisations,
  onMade,
}: {
  readonly organisations: readonly Organisation[]
  readonly onMade: (made: AccountWithPassword) => void
}) {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const userName = String(new FormData(event.currentTarget).get('userName') ?? '')
    const body = {
      ...readPersonFields(event.currentTarget),
      userName: userName.trim().toLowerCase(),
    }
    void send(async (key) => {
      const made = await createAccount(body, key)
      void queryClient.invalidateQueries({ queryKey: ['accounts'] })
      void queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey })
      onMade(made)
    }, body)
  }

  return (
    <form className="card form" onSubmit={submit}>
      {failure !== null && <DeedFailure error={failure} />}
      <PersonFields organisations={organisations} />
      <p className="field">
        <label htmlFor="userName">{t('person.userName')}</label>
        <input
          className="input"
          id="userName"
          name="userName"
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{2,59}"
          title={t('person.userNameHint')}
          aria-describedby="userName-hint"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck="false"
          required
        />
        <span className="form-hint" id="userName-hint">
          {t('person.userNameHint')}
        </span>
      </p>
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('person.create')}
        </button>
      </p>
    </form>
  )
}
