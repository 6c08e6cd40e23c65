import type { FormEvent } from 'react'
import { stepUp } from '../../api/account-calls.ts'
import { canUsePasskeys, stepUpWithPasskey } from '../../api/passkey-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useDeed } from '../account/use-deed.ts'

/** For who came another way and has a second factor already: it is shown, not added. */
export function ShowKnown({
  hasTotp,
  hasPasskey,
}: {
  readonly hasTotp: boolean
  readonly hasPasskey: boolean
}) {
  const { run, failure, isBusy } = useDeed()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    void run(() => stepUp({ code }))
  }

  return (
    <section className="card stack">
      <p>{t('enrol.known')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      {hasTotp && (
        <form className="stack" onSubmit={submit}>
          <p className="field">
            <label htmlFor="known-code">{t('signIn.code')}</label>
            <input
              className="input"
              id="known-code"
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck="false"
              required
            />
          </p>
          <p>
            <button type="submit" className="button button-main" aria-disabled={isBusy}>
              {t('enrol.show')}
            </button>
          </p>
        </form>
      )}
      {hasPasskey && canUsePasskeys() && (
        <p>
          <button
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={() => void run(stepUpWithPasskey)}
          >
            {t('enrol.useKey')}
          </button>
        </p>
      )}
    </section>
  )
}
