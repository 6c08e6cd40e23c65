import { useQuery } from '@tanstack/react-query'
import type { ServerSettings } from '#upkeep/schema'
import { serverSettingsQuery } from '../../api/settings-calls.ts'
import { moment, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'

/** What only whoever keeps the server changes: variables, options, ways to sign in, limits. */
export function ServerCard() {
  const query = useQuery(serverSettingsQuery())
  return (
    <section className="card card-flush">
      <div className="card-head">
        <div>
          <h2>{t('settings.server')}</h2>
          <p className="dim">{t('settings.serverWhy')}</p>
        </div>
      </div>
      <Loaded query={query} shape="list">
        {(server) => (
          <>
            <ServerTable settings={server.settings} />
            <div className="card-foot settings-given">
              <Providers providers={server.providers} />
              <LeakedPasswords file={server.breachedPasswords} />
              <h3>{t('settings.limits')}</h3>
              <ul>
                {server.limits.map(({ meaning, perMinute }) => (
                  <li key={meaning}>
                    {t('settings.limit', { count: number(perMinute), meaning })}
                  </li>
                ))}
              </ul>
            </div>
          </>
        )}
      </Loaded>
    </section>
  )
}

function ServerTable({ settings }: Pick<ServerSettings, 'settings'>) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">{t('settings.serverName')}</th>
          <th scope="col">{t('settings.serverMeaning')}</th>
          <th scope="col">{t('settings.serverValue')}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ name, meaning, isSet, value }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{meaning}</td>
            <td data-label={t('settings.serverValue')} className="settings-value">
              {value ?? <span className="dim">{stateWords(name, isSet)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateWords(name: string, isSet: boolean): string {
  if (!isSet) return t('settings.isNotSet')
  return name.startsWith('--') ? t('settings.isOn') : t('settings.isSet')
}

function Providers({ providers }: Pick<ServerSettings, 'providers'>) {
  return (
    <>
      <h3>{t('settings.providers')}</h3>
      {providers.length === 0 ? (
        <p>{t('settings.providersNone')}</p>
      ) : (
        <ul>
          {providers.map(({ id, name, saysHow }) => (
            <li key={id}>
              {name} (<code>{id}</code>):{' '}
              {saysHow ? t('settings.providerSaysHow') : t('settings.providerSaysNot')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function LeakedPasswords({ file }: { readonly file: ServerSettings['breachedPasswords'] }) {
  return (
    <>
      <h3>{t('settings.breached')}</h3>
      <p>{leakedWords(file)}</p>
    </>
  )
}

function leakedWords(file: ServerSettings['breachedPasswords']): string {
  if (file === null) return t('settings.breachedNone')
  const { sizeBytes, changedAt } = file
  if (sizeBytes === null || changedAt === null) return t('settings.breachedGone')
  return t('settings.breachedFile', { size: number(sizeBytes / 1e6), when: moment(changedAt) })
}
