import type { FormEvent } from 'react'
import type { OwnAccount } from '#access/schema'
import { addPasskey, canUsePasskeys, removePasskey } from '../../api/passkey-calls.ts'
import { moment } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useDeed } from './use-deed.ts'

/** The passkeys of the account: which there are, one more, one less. */
export function Passkeys({ passkeys }: { readonly passkeys: OwnAccount['passkeys'] }) {
  const { run, failure, isBusy } = useDeed()

  function add(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('passkeyName'))
    void run(async () => {
      await addPasskey(name)
      form.reset()
    }, t('own.passkeyAdded'))
  }

  return (
    <section className="card stack">
      <h2>{t('own.passkeys')}</h2>
      <p className="ink2">{t('own.passkeysLead')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      {passkeys.length === 0 ? (
        <p className="dim">{t('own.passkeysNone')}</p>
      ) : (
        <ul className="own-list">
          {passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) => (
            <li key={passkeyId}>
              <div>
                <b>{name}</b>
                <p className="small dim">
                  {t('own.since', { day: moment(createdAt) })} ·{' '}
                  {lastUsedAt === null
                    ? t('own.neverUsed')
                    : t('own.lastUsed', { day: moment(lastUsedAt) })}
                </p>
              </div>
              <button
                type="button"
                className="button button-small"
                aria-label={t('own.removeNamed', { name })}
                aria-disabled={isBusy}
                onClick={() => void run(() => removePasskey(passkeyId), t('own.passkeyRemoved'))}
              >
                {t('own.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys() ? (
        <form className="stack" onSubmit={add}>
          <p className="field">
            <label htmlFor="passkey-name">{t('own.passkeyName')}</label>
            <input
              className="input"
              id="passkey-name"
              name="passkeyName"
              maxLength={60}
              aria-describedby="passkey-hint"
              required
            />
            <span id="passkey-hint" className="small dim">
              {t('own.passkeyHint')}
            </span>
          </p>
          <p>
            <button type="submit" className="button" aria-disabled={isBusy}>
              {t('own.passkeyAdd')}
            </button>
          </p>
        </form>
      ) : (
        <p className="small dim">{t('own.passkeysImpossible')}</p>
      )}
    </section>
  )
}
