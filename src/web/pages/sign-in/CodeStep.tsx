import { type FormEvent, useState } from 'react'
import type { Session } from '#access/schema'
import { completeSignIn } from '../../api/session-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'

interface Props {
  readonly ticket: string
  readonly onSignedIn: (account: Session) => void
  readonly onAgain: () => void
}

/** The second step: a code of the authenticator app, or a recovery code. */
export function CodeStep({ ticket, onSignedIn, onAgain }: Props) {
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    const code = String(new FormData(event.currentTarget).get('code'))
    setBusy(true)
    setFailure(null)
    try {
      onSignedIn(await completeSignIn(ticket, code))
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <form className="card" onSubmit={submit}>
      <h2>{t('signIn.code')}</h2>
      <p className="ink2">{t('signIn.codeLead')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      <p className="field">
        <label htmlFor="code">{t('signIn.code')}</label>
        <input
          className="input"
          id="code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck="false"
          // biome-ignore lint/a11y/noAutofocus: the only field, just asked for
          autoFocus
          required
        />
      </p>
      <button type="submit" className="button button-main" aria-disabled={isBusy}>
        {isBusy ? t('signIn.busy') : t('signIn.enter')}
      </button>
      <button type="button" className="link-button" onClick={onAgain}>
        {t('signIn.again')}
      </button>
    </form>
  )
}
