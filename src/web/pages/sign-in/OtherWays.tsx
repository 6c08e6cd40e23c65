import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '#access/schema'
import { providerAddress, providersQuery } from '../../api/account-calls.ts'
import { canUsePasskeys, signInWithPasskey } from '../../api/passkey-calls.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'

interface Props {
  readonly comeBackTo: string
  readonly onSignedIn: (account: Session) => void
}

/** Ways in beside the password: a passkey, and the providers that the office has. */
export function OtherWays({ comeBackTo, onSignedIn }: Props) {
  const { data } = useQuery(providersQuery)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const providers = data?.providers ?? []
  if (!canUsePasskeys() && providers.length === 0) return null

  async function enterByPasskey(): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      onSignedIn(await signInWithPasskey())
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <div className="stack">
      <p className="small dim">{t('signIn.or')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      {canUsePasskeys() && (
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() => void enterByPasskey()}
        >
          <Icon name="key" size={18} />
          {t('signIn.passkey')}
        </button>
      )}
      {providers.map(({ id, name }) => (
        <a key={id} className="button" href={providerAddress(id, comeBackTo)}>
          {t('signIn.by', { name })}
        </a>
      ))}
    </div>
  )
}
