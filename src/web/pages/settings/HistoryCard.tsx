import { useQuery } from '@tanstack/react-query'
import type { OfficeSettings, SettingChange } from '#access/schema'
import { settingHistoryQuery } from '../../api/settings-calls.ts'
import { moment } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { holdsNow, partsOf, valuesOf } from './setting-words.ts'
import { useSaveSettings } from './use-save-settings.ts'

/** Who changed what, from what, to what; each former value can be put back. */
export function HistoryCard({ settings }: { readonly settings: OfficeSettings }) {
  const query = useQuery(settingHistoryQuery)
  const saving = useSaveSettings()
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('settings.history')}</h2>
      </div>
      {saving.failure !== null && <DeedFailure error={saving.failure} />}
      <Loaded query={query} shape="list">
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="empty">{t('settings.historyNone')}</p>
          ) : (
            <table className="table table-cards">
              <thead>
                <tr>
                  <th scope="col">{t('settings.historyWhat')}</th>
                  <th scope="col">{t('settings.historyWhen')}</th>
                  <th scope="col">{t('settings.historyWho')}</th>
                  <th scope="col">{t('settings.historyFrom')}</th>
                  <th scope="col">{t('settings.historyTo')}</th>
                  <th scope="col">
                    <span className="sr-only">{t('settings.putBack')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {changes.map((change) => (
                  <ChangeRow
                    key={change.changeNo}
                    change={change}
                    isNow={holdsNow(settings, partsOf(change).from)}
                    isBusy={saving.isBusy}
                    onPutBack={() => saving.save(partsOf(change).from, t('settings.undone'))}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  )
}

function ChangeRow({
  change,
  isNow,
  isBusy,
  onPutBack,
}: {
  readonly change: SettingChange
  /** The former value is the present one again. */
  readonly isNow: boolean
  readonly isBusy: boolean
  readonly onPutBack: () => void
}) {
  const { from, to } = valuesOf(change)
  const what = t(`settings.key.${change.key}`)
  const when = moment(change.changedAt)
  return (
    <tr>
      <th scope="row">{what}</th>
      <td data-label={t('settings.historyWhen')} className="nowrap">
        {when}
      </td>
      <td data-label={t('settings.historyWho')}>{change.changedBy.displayName}</td>
      <td data-label={t('settings.historyFrom')} className="settings-value">
        {from}
      </td>
      <td data-label={t('settings.historyTo')} className="settings-value">
        {to}
      </td>
      <td>
        {isNow ? (
          <span className="dim small">{t('settings.isNow')}</span>
        ) : (
          <button
            type="button"
            className="button button-small"
            aria-label={t('settings.putBackNamed', { what, when })}
            aria-disabled={isBusy}
            onClick={onPutBack}
          >
            {t('settings.putBack')}
          </button>
        )}
      </td>
    </tr>
  )
}
