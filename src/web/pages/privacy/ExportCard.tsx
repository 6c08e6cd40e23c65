import type { SubjectRequest } from '#access/schema'
import { exportSubject } from '../../api/privacy-calls.ts'
import { currentLanguage, t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'

/** The archive of all that stands of the person, after a fresh proof of the officer. */
export function ExportCard({ request: { requestNo } }: { readonly request: SubjectRequest }) {
  const { isBusy, failure, send } = useSend()

  async function download(): Promise<void> {
    const blob = await exportSubject(requestNo, currentLanguage())
    const url = URL.createObjectURL(blob)
    const link = document.createElement('a')
    link.href = url
    link.download = `data-${requestNo}.zip`
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <section className="card stack">
      <p className="small dim">{t('request.exportNote')}</p>
      {failure !== null && <DeedFailure error={failure} />}
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() => void send(download)}
        >
          <Icon name="download" size={18} />
          {t('request.export')}
        </button>
      </p>
    </section>
  )
}
