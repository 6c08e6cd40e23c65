import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { t } from '../i18n/language.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** While the code of a page comes. */
export function PageWaiting() {
  return (
    <div className="page">
      <Skeleton />
    </div>
  )
}

/** A page that could not be shown. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page">
      <PageHead title={t('failed.title')} />
      <ErrorNotice error={error} onRetry={reset} />
    </div>
  )
}

/** An address that leads nowhere, outside the menu. */
export function AddressMissing() {
  return (
    <main>
      <PageMissing />
    </main>
  )
}

/** A thing that is not there. */
export function PageMissing() {
  return (
    <div className="page">
      <PageHead title={t('missing.title')} note={t('missing.text')} />
      <p>
        <Link to="/hari-ini" className="button">
          {t('missing.home')}
        </Link>
      </p>
    </div>
  )
}
