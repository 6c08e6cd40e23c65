import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { t } from '../i18n/language.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NotPermitted } from './not-permitted.ts'

const NotPermittedPage = lazy(async () => ({
  default: (await import('./NotPermittedPage.tsx')).NotPermittedPage,
}))

/** While the code of a page comes. */
export function PageWaiting() {
  return (
    <div className="page">
      <Skeleton />
    </div>
  )
}

/** A page that could not be shown; tried again when the connection is back. */
export function PageFailed({ error }: ErrorComponentProps) {
  const router = useRouter()
  useEffect(() => {
    const retry = () => void router.invalidate()
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [router])
  if (error instanceof NotPermitted) {
    return (
      <Suspense fallback={<PageWaiting />}>
        <NotPermittedPage action={error.action} />
      </Suspense>
    )
  }
  return (
    <div className="page">
      <PageHead title={t('failed.title')} />
      <ErrorNotice error={error} onRetry={() => router.invalidate()} />
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
