import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../api/http.ts'
import { sessionQuery } from '../api/queries.ts'
import { changePassword } from '../api/session-calls.ts'
import { t } from '../i18n/language.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Mark } from '../ui/Mark.tsx'
import { showToast } from '../ui/toast.ts'
import { useTitle } from '../ui/use-title.ts'
import '../shell/shell.css'

/** As the server asks. */
const leastCharacters = 10

/** A password of one's own: asked at the first sign-in, and whenever a person wants. */
export function PasswordPage() {
  useTitle(t('password.title'))
  const { data: account } = useQuery(sessionQuery)
  const queryClient = useQueryClient()
  const router = useRouter()
  const [problems, setProblems] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    const entries = new FormData(event.currentTarget)
    const [current, next, again] = ['current', 'next', 'again'].map((name) =>
      String(entries.get(name)),
    )
    if (current === undefined || next === undefined) return
    const found = [
      ...(next.length < leastCharacters ? [t('password.short', { count: leastCharacters })] : []),
      ...(next === again ? [] : [t('password.differ')]),
    ]
    setProblems(found)
    setFailure(null)
    if (found.length > 0) return
    setBusy(true)
    try {
      await changePassword(current, next)
      if (account) {
        queryClient.setQueryData(sessionQuery.queryKey, { ...account, mustChangePassword: false })
      }
      showToast(t('password.done'))
      await router.navigate({ to: '/hari-ini' })
    } catch (error) {
      setBusy(false)
      if (error instanceof ApiProblem && error.code === 'password-wrong') {
        setProblems([t('password.wrong')])
      } else setFailure(error)
    }
  }

  return (
    <main className="door">
      <div className="door-card">
        <Mark size={44} />
        <form className="card" onSubmit={submit}>
          <h1>{t('password.title')}</h1>
          <p className="ink2">
            {account?.mustChangePassword ? t('password.first') : t('password.lead')}
          </p>
          {problems.length > 0 && (
            <div className="notice notice-late" role="alert">
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </div>
          )}
          {failure !== null && <ErrorNotice error={failure} />}
          <PasswordField
            name="current"
            label={t('password.current')}
            autoComplete="current-password"
          />
          <PasswordField
            name="next"
            label={t('password.next', { count: leastCharacters })}
            autoComplete="new-password"
          />
          <PasswordField name="again" label={t('password.again')} autoComplete="new-password" />
          <button type="submit" className="button button-main" aria-disabled={isBusy}>
            {t('password.save')}
          </button>
        </form>
        {account && !account.mustChangePassword && (
          <p>
            <Link to="/hari-ini">{t('action.back')}</Link>
          </p>
        )}
      </div>
    </main>
  )
}

function PasswordField({
  name,
  label,
  autoComplete,
}: {
  readonly name: string
  readonly label: string
  readonly autoComplete: string
}) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input"
        id={name}
        name={name}
        type="password"
        autoComplete={autoComplete}
        required
      />
    </p>
  )
}
