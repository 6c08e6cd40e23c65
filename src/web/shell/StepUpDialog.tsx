import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ownAccountQuery, stepUp } from '../api/account-calls.ts'
import { canUsePasskeys, stepUpWithPasskey } from '../api/passkey-calls.ts'
import { t } from '../i18n/language.ts'
import { DeedFailure } from '../ui/DeedFailure.tsx'

interface Props {
  readonly onProved: () => void
  readonly onDeclined: () => void
}

/** Asks once more who it is, by what the person has: password, code or passkey. */
export function StepUpDialog({ onProved, onDeclined }: Props) {
  const { data: account } = useQuery(ownAccountQuery)
  const [way, setWay] = useState<'password' | 'code'>('password')
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  async function prove(proof: () => Promise<void>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await proof()
      onProved()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const written = String(new FormData(event.currentTarget).get('proof'))
    void prove(() => stepUp(way === 'password' ? { password: written } : { code: written }))
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onDeclined()
      }}
      className="palette-screen"
    >
      <Modal className="palette">
        <Dialog className="palette-dialog keys-dialog stack">
          <Heading slot="title" level={2}>
            {t('stepUp.title')}
          </Heading>
          <p className="ink2">{t('stepUp.lead')}</p>
          {failure !== null && <DeedFailure error={failure} />}
          <form className="stack" onSubmit={submit}>
            <p className="field">
              <label htmlFor="proof">
                {way === 'password' ? t('signIn.password') : t('signIn.code')}
              </label>
              <input
                // A new field for the other kind: what was typed is not carried over.
                key={way}
                className="input"
                id="proof"
                name="proof"
                type={way === 'password' ? 'password' : 'text'}
                autoComplete={way === 'password' ? 'current-password' : 'one-time-code'}
                required
              />
            </p>
            <p className="row">
              <button type="submit" className="button button-main" aria-disabled={isBusy}>
                {t('stepUp.go')}
              </button>
              <button type="button" className="button" onClick={onDeclined}>
                {t('stepUp.cancel')}
              </button>
            </p>
          </form>
          <p className="row">
            {account?.hasTotp && (
              <button
                type="button"
                className="link-button"
                onClick={() => setWay(way === 'password' ? 'code' : 'password')}
              >
                {way === 'password' ? t('stepUp.useCode') : t('stepUp.usePassword')}
              </button>
            )}
            {account && account.passkeys.length > 0 && canUsePasskeys() && (
              <button
                type="button"
                className="link-button"
                onClick={() => void prove(stepUpWithPasskey)}
              >
                {t('stepUp.usePasskey')}
              </button>
            )}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
