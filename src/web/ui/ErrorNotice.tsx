import { ApiProblem } from '../api/http.ts'
import { t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'

function wordsFor(error: unknown): { readonly title: string; readonly code: string } {
  if (!(error instanceof ApiProblem)) return { title: t('error.page'), code: 'app' }
  const { code, httpStatus } = error
  if (code === 'network') return { title: t('error.network'), code }
  if (httpStatus === 403) {
    const words = code === 'not-permitted' ? undefined : error.detail
    return { title: words ?? t('error.forbidden'), code }
  }
  if (httpStatus === 404) return { title: t('error.missing'), code }
  if (httpStatus === 429) return { title: t('error.tooMany'), code }
  return { title: error.detail ?? t('error.page'), code }
}

/** What happened, what to do, whom to ask; the code last. */
export function ErrorNotice({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
}) {
  const { title, code } = wordsFor(error)
  return (
    <div className="notice notice-late" role="alert">
      <Icon name="warning" />
      <div className="stack">
        <p>
          {title} <span className="dim nowrap">({t('error.code', { code })})</span>
        </p>
        {onRetry && (
          <p>
            <button type="button" className="button button-small" onClick={onRetry}>
              {t('action.retry')}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}
