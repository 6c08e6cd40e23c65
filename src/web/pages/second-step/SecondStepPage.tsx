import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ownAccountQuery } from '../../api/account-calls.ts'
import { sessionQuery } from '../../api/queries.ts'
import { t } from '../../i18n/language.ts'
import { useAskedProof } from '../../shell/fresh-proof.ts'
import { useSignOut } from '../../shell/sign-out.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Toast } from '../../ui/Toast.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Passkeys } from '../account/Passkeys.tsx'
import { SecondFactor } from '../account/SecondFactor.tsx'
import { ShowKnown } from './ShowKnown.tsx'
import '../../shell/shell.css'
import '../account/account.css'
import './second-step.css'

const StepUpDialog = lazy(async () => ({
  default: (await import('../../shell/StepUpDialog.tsx')).StepUpDialog,
}))
const route = getRouteApi('/langkah-kedua')

/** Where the office demands a second factor and none was shown: why, and how to add one, step by step. */
export function SecondStepPage() {
  useTitle(t('enrol.title'))
  const { ke } = route.useSearch()
  const router = useRouter()
  const signOut = useSignOut()
  const session = useQuery(sessionQuery)
  const account = useQuery(ownAccountQuery)
  const proof = useAskedProof()
  const [areCodesShown, setCodesShown] = useState(false)
  const isNeeded = session.data?.needsSecondFactor ?? true

  return (
    <main className="door">
      <div className="door-card second-step">
        <Mark size={44} />
        <h1>{t('enrol.title')}</h1>
        {isNeeded ? (
          <div className="stack">
            <p>{t('enrol.why')}</p>
            <p className="ink2">{t('enrol.how')}</p>
          </div>
        ) : (
          <div className="stack" role="status">
            <p className="notice notice-plain">{t('enrol.done')}</p>
            {!areCodesShown && (
              <p>
                <button
                  type="button"
                  className="button button-main"
                  onClick={() => router.history.push(ke ?? '/hari-ini')}
                >
                  {t('enrol.next')}
                </button>
              </p>
            )}
          </div>
        )}
        <Loaded query={account} shape="cards">
          {({ hasTotp, recoveryCodesLeft, passkeys }) => (
            <>
              {isNeeded && (hasTotp || passkeys.length > 0) && (
                <ShowKnown hasTotp={hasTotp} hasPasskey={passkeys.length > 0} />
              )}
              <SecondFactor
                hasTotp={hasTotp}
                codesLeft={recoveryCodesLeft}
                onCodes={setCodesShown}
              />
              <Passkeys passkeys={passkeys} />
            </>
          )}
        </Loaded>
        {isNeeded && (
          <p>
            <button type="button" className="link-button" onClick={() => void signOut()}>
              {t('enrol.leave')}
            </button>
          </p>
        )}
      </div>
      <Toast />
      <Suspense fallback={null}>
        {proof && <StepUpDialog onProved={proof.proved} onDeclined={proof.declined} />}
      </Suspense>
    </main>
  )
}
