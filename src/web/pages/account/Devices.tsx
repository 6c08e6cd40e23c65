import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { devicesQuery, endAllDevices, endDevice } from '../../api/account-calls.ts'
import { moment } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useDeed } from './use-deed.ts'

/** Where the account is signed in; each device, and all of them, can be signed out. */
export function Devices() {
  const query = useQuery(devicesQuery)
  const queryClient = useQueryClient()
  const router = useRouter()
  const { run, failure, isBusy } = useDeed()

  async function endAll(): Promise<void> {
    await endAllDevices()
    // First away: what stands on this page would ask again for what is forgotten.
    await router.navigate({ to: '/masuk' })
    queryClient.clear()
  }

  return (
    <section className="card stack">
      <h2>{t('own.devices')}</h2>
      {failure !== null && <DeedFailure error={failure} />}
      <Loaded query={query} shape="list">
        {({ sessions }) => (
          <ul className="own-list">
            {sessions.map(({ sessionId, device, startedAt, lastSeenAt, isMine }) => {
              const name = device === '' ? t('own.deviceUnknown') : device
              return (
                <li key={sessionId}>
                  <div>
                    <b>{name}</b> {isMine && <span className="dim">({t('own.deviceMine')})</span>}
                    <p className="small dim">
                      {t('own.deviceTimes', { start: moment(startedAt), seen: moment(lastSeenAt) })}
                    </p>
                  </div>
                  {!isMine && (
                    <button
                      type="button"
                      className="button button-small"
                      aria-label={t('own.deviceEnd', { name })}
                      aria-disabled={isBusy}
                      onClick={() => void run(() => endDevice(sessionId), t('own.deviceEnded'))}
                    >
                      {t('account.leave')}
                    </button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() => void run(endAll)}
        >
          {t('own.endAll')}
        </button>
      </p>
    </section>
  )
}
