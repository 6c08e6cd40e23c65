import { ApiProblem } from '../api/http.ts'
import { PasskeyStopped } from '../api/passkey-calls.ts'
import { t } from '../i18n/language.ts'
import { ErrorNotice } from './ErrorNotice.tsx'

/** Why something did not work, in the words of the server where the person can mend it. */
export function DeedFailure({ error }: { readonly error: unknown }) {
  const words = wordsOf(error)
  if (words === undefined) return <ErrorNotice error={error} />
  return (
    <p className="notice notice-late" role="alert">
      {words}
    </p>
  )
}

function wordsOf(error: unknown): string | undefined {
  if (error instanceof PasskeyStopped) return t('passkey.stopped')
  return error instanceof ApiProblem ? error.detail : undefined
}
