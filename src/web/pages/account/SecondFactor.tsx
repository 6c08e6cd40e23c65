import { useState } from 'react'
import type { TotpKey } from '#access/schema'
import { beginTotp, removeTotp, renewRecoveryCodes } from '../../api/account-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { TotpSetUp } from './TotpSetUp.tsx'
import { useDeed } from './use-deed.ts'

interface Props {
  readonly hasTotp: boolean
  readonly codesLeft: number
  /** Recovery codes are on the screen, which are shown this once. */
  readonly onCodes?: (areShown: boolean) => void
}

/** The authenticator app: off, being set up, or on; and recovery codes in the moment they exist. */
export function SecondFactor({ hasTotp, codesLeft, onCodes }: Props) {
  const { run, failure, isBusy } = useDeed()
  const [key, setKey] = useState<TotpKey | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  function show(made: readonly string[] | null): void {
    setCodes(made)
    onCodes?.(made !== null)
  }

  return (
    <section className="card stack">
      <h2>{t('own.totp')}</h2>
      {failure !== null && <DeedFailure error={failure} />}
      {codes !== null ? (
        <RecoveryCodes codes={codes} onDone={() => show(null)} />
      ) : hasTotp ? (
        <>
          <p>{t('own.totpOn', { count: codesLeft })}</p>
          <p className="row">
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => void run(async () => show((await renewRecoveryCodes()).recoveryCodes))}
            >
              {t('own.recoveryRenew')}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => void run(removeTotp, t('own.totpRemoved'))}
            >
              {t('own.remove')}
            </button>
          </p>
        </>
      ) : key !== null ? (
        <TotpSetUp
          totpKey={key}
          onDone={(made) => {
            setKey(null)
            show(made)
          }}
        />
      ) : (
        <>
          <p className="ink2">{t('own.totpLead')}</p>
          <p>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => void run(async () => setKey(await beginTotp()))}
            >
              {t('own.totpSetUp')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
