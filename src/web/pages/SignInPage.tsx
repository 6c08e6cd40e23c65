import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { Session } from '#access/schema'
import { ApiProblem } from '../api/http.ts'
import { sessionQuery } from '../api/queries.ts'
import { signIn } from '../api/session-calls.ts'
import { codeWords, currentLanguage, languages, showLanguage, t } from '../i18n/language.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Mark } from '../ui/Mark.tsx'
import { useTitle } from '../ui/use-title.ts'
import { CodeStep } from './sign-in/CodeStep.tsx'
import { OtherWays } from './sign-in/OtherWays.tsx'
import '../shell/shell.css'

const route = getRouteApi('/masuk')

/** The door: user name and password, a code where one is asked for, or another way. */
export function SignInPage() {
  useTitle(t('signIn.title'))
  const { ke, gagal } = route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [ticket, setTicket] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)

  function enter(account: Session): void {
    queryClient.setQueryData(sessionQuery.queryKey, account)
    router.history.push(account.mustChangePassword ? '/sandi' : (ke ?? '/hari-ini'))
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    const entries = new FormData(event.currentTarget)
    setBusy(true)
    setFailure(null)
    try {
      const answer = await signIn(
        String(entries.get('userName')).trim(),
        String(entries.get('password')),
      )
      setBusy(false)
      if ('ticket' in answer) setTicket(answer.ticket)
      else enter(answer)
    } catch (error) {
      setFailure(error)
      setBusy(false)
      form.current?.querySelector<HTMLInputElement>('[name="password"]')?.focus()
    }
  }

  return (
    <main className="door">
      <div className="door-card">
        <div className="row">
          <Mark size={44} />
          <div>
            <h1>Betang</h1>
            <p className="dim">{t('signIn.lead')}</p>
          </div>
        </div>
        {ticket !== null ? (
          <CodeStep ticket={ticket} onSignedIn={enter} onAgain={() => setTicket(null)} />
        ) : (
          <>
            <form className="card" ref={form} onSubmit={submit}>
              <h2>{t('signIn.title')}</h2>
              {gagal !== undefined && failure === null && (
                <p className="notice notice-late" role="alert">
                  {codeWords('signIn.failed', gagal)}
                </p>
              )}
              {failure !== null &&
                (failure instanceof ApiProblem && failure.httpStatus === 401 ? (
                  <p className="notice notice-late" role="alert">
                    {t('signIn.wrong')}
                  </p>
                ) : (
                  <ErrorNotice error={failure} />
                ))}
              <p className="field">
                <label htmlFor="user-name">{t('signIn.userName')}</label>
                <input
                  className="input"
                  id="user-name"
                  name="userName"
                  autoComplete="username"
                  autoCapitalize="none"
                  spellCheck="false"
                  required
                />
              </p>
              <p className="field">
                <label htmlFor="password">{t('signIn.password')}</label>
                <input
                  className="input"
                  id="password"
                  name="password"
                  type="password"
                  autoComplete="current-password"
                  required
                />
              </p>
              <button type="submit" className="button button-main" aria-disabled={isBusy}>
                {isBusy ? t('signIn.busy') : t('signIn.enter')}
              </button>
            </form>
            <OtherWays comeBackTo={ke ?? '/hari-ini'} onSignedIn={enter} />
          </>
        )}
        <p className="small dim">{t('signIn.help')}</p>
        <p className="row small">
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              className={language === currentLanguage() ? '' : 'link-button'}
              aria-pressed={language === currentLanguage()}
              lang={language}
              onClick={() => showLanguage(language, true)}
            >
              {t(`language.${language}`)}
            </button>
          ))}
        </p>
      </div>
    </main>
  )
}
