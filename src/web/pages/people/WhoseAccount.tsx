import { useState } from 'react'
import type { AccountPage, PersonHint } from '#access/schema'
import { regionName } from '#territory/schema'
import { findAccountPersons } from '../../api/people-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { showToast } from '../../ui/toast.ts'
import { FindPersonForm } from '../privacy/FindPersonForm.tsx'
import { useChangeAccount } from './use-change-account.ts'

/** Which person of the register the account belongs to, so that looks at the own family are seen. */
export function WhoseAccount({ page: { account, person } }: { readonly page: AccountPage }) {
  const [found, setFound] = useState<readonly PersonHint[] | null>(null)
  const { isBusy, failure, send } = useSend()
  const change = useChangeAccount(account.accountId)

  function join(next: string | null): void {
    void send(async () => {
      await change({ personId: next })
      setFound(null)
      const before = person?.personId ?? null
      showToast(t(next === null ? 'person.parted' : 'person.joined'), () => join(before))
    })
  }
  const button = (words: string, next: string | null) => (
    <button
      type="button"
      className="button button-small"
      aria-disabled={isBusy}
      onClick={() => join(next)}
    >
      {words}
    </button>
  )
  return (
    <section className="card stack" aria-labelledby="whose-account">
      <h2 id="whose-account">{t('person.whose')}</h2>
      <p className="dim">{t('person.whoseNote')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      {person ? (
        <p className="row">
          <PersonWords person={person} />
          {!account.isMine && button(t('person.part'), null)}
        </p>
      ) : (
        <p className="text-unknown">{t('person.whoseUnknown')}</p>
      )}
      {account.isMine && <p>{t('person.whoseMine')}</p>}
      {!account.isMine && !person && (
        <FindPersonForm find={findAccountPersons} onFound={setFound} />
      )}
      {found?.length === 0 && (
        <p className="text-unknown" role="status">
          {t('request.foundNone')}
        </p>
      )}
      {found !== null && found.length > 0 && (
        <ul className="account-persons stack">
          {found.map((one) => (
            <li key={one.personId} className="row">
              <PersonWords person={one} />
              {button(t('request.isThis'), one.personId)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function PersonWords({ person }: { readonly person: PersonHint }) {
  return (
    <span>
      <b>{person.name}</b>{' '}
      <span className="dim">
        {person.birthYear !== null && t('request.bornIn', { year: person.birthYear })}
        {person.ward !== null && ` · ${regionName(person.ward)}`}
        {person.isMinor && ` · ${t('request.minor')}`}
      </span>
    </span>
  )
}
