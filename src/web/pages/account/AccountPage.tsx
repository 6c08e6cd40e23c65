import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ownAccountQuery } from '../../api/account-calls.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Devices } from './Devices.tsx'
import { Links } from './Links.tsx'
import { Passkeys } from './Passkeys.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import './account.css'

const route = getRouteApi('/officer/akun')

/** The own account: by what one signs in, and where one is signed in. */
export function AccountPage() {
  const { gagal } = route.useSearch()
  const query = useQuery(ownAccountQuery)
  return (
    <div className="page">
      <Loaded query={query} shape="cards">
        {(account) => (
          <>
            <PageHead
              title={t('own.title')}
              note={`${account.displayName} · ${account.userName} · ${account.organisationName}`}
            />
            {gagal !== undefined && (
              <p className="notice notice-late" role="alert">
                {codeWords('signIn.failed', gagal)}
              </p>
            )}
            <div className="columns-2">
              <section className="card stack">
                <h2>{t('own.password')}</h2>
                <p className="ink2">{t('own.passwordLead')}</p>
                <p>
                  <Link to="/sandi" className="button">
                    {t('own.passwordChange')}
                  </Link>
                </p>
              </section>
              <Passkeys passkeys={account.passkeys} />
              <SecondFactor hasTotp={account.hasTotp} codesLeft={account.recoveryCodesLeft} />
              <Devices />
              <Links links={account.links} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}
