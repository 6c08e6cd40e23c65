import type { FormEvent } from 'react'
import type { TotpKey } from '#access/schema'
import { confirmTotp } from '../../api/account-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useDeed } from './use-deed.ts'

interface Props {
  readonly totpKey: TotpKey
  readonly onDone: (recoveryCodes: readonly string[]) => void
}

/** The secret as picture and text, and the first code that shows it arrived. */
export function TotpSetUp({ totpKey, onDone }: Props) {
  const { run, failure, isBusy } = useDeed()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    void run(async () => onDone((await confirmTotp(code)).recoveryCodes))
  }

  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('own.totpScan')}</p>
      <img
        className="own-qr"
        src={`data:image/svg+xml,${encodeURIComponent(totpKey.qrSvg)}`}
        alt={t('own.totpPicture')}
      />
      <p className="small">
        {t('own.totpSecret')}{' '}
        <code className="own-code">{totpKey.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      {failure !== null && <DeedFailure error={failure} />}
      <p className="field">
        <label htmlFor="totp-code">{t('own.totpCode')}</label>
        <input
          className="input"
          id="totp-code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
      </p>
      <p>
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {t('own.totpConfirm')}
        </button>
      </p>
    </form>
  )
}
