import { fetchQualityFile } from '../../api/quality-calls.ts'
import { t } from '../../i18n/language.ts'
import { usePermits } from '../../shell/use-permits.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { saveFile } from './save-file.ts'

/** Counts to be handed to others: nothing under ten stands in them. */
export function ShareCounts() {
  const mayExport = usePermits('export-families')
  const { isBusy, failure, send } = useSend()
  if (!mayExport) return null
  const save = (by: 'ward' | 'office') => async () => {
    saveFile(await fetchQualityFile('counts', { by, format: 'xlsx' }), `mutu-data-${by}.xlsx`)
  }
  return (
    <section className="card stack">
      <h2>{t('quality.share')}</h2>
      <p className="small dim">{t('quality.shareWhy')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      <div className="row">
        {(['ward', 'office'] as const).map((by) => (
          <button
            key={by}
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={() => void send(save(by))}
          >
            <Icon name="download" size={18} />
            {t(`quality.share.${by}`)}
          </button>
        ))}
      </div>
    </section>
  )
}
