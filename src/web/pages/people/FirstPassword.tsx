import type { AccountWithPassword } from '#access/schema'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { showToast } from '../../ui/toast.ts'

/** A password that is shown this once, to be handed over. */
export function FirstPassword({ made }: { readonly made: AccountWithPassword }) {
  const { account, firstPassword } = made
  return (
    <section className="card stack" role="status">
      <h2>{t('first.title', { name: account.displayName })}</h2>
      {firstPassword === null ? (
        <p>{t('first.gone')}</p>
      ) : (
        <>
          <p className="row">
            <span className="dim">{account.userName}</span>
          </p>
          <p className="first-password">{firstPassword}</p>
          <p className="ink2">{t('first.once')}</p>
          {/* Without HTTPS a browser has no clipboard; the password can still be selected. */}
          {'clipboard' in navigator && (
            <p>
              <button
                type="button"
                className="button"
                onClick={async () => {
                  await navigator.clipboard.writeText(firstPassword)
                  showToast(t('first.copied'))
                }}
              >
                <Icon name="copy" size={18} />
                {t('first.copy')}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}
