import { useId, useState } from 'react'
import { acceptFile, type HandedFile, withdrawFile } from '../../api/intake-calls.ts'
import { moment, number } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useFileDeed } from './use-file-deed.ts'

/** Why to stop, and the two deeds: let the file count, or take it back. */
export function AcceptCard({ file }: { readonly file: HandedFile }) {
  const { run, failure, isBusy } = useFileDeed(file.fileId)
  const [reason, setReason] = useState('')
  const [isRead, setRead] = useState(false)
  const reasonId = useId()
  const warnings = file.stopReasons
  const mayAccept = warnings.length === 0 || isRead
  const accept = () =>
    void run(async () => {
      await acceptFile(
        file.fileId,
        warnings.map(({ code }) => code),
      )
      return t('incoming.accepted')
    })
  const withdraw = () =>
    void run(async () => {
      await withdrawFile(file.fileId, reason)
      setReason('')
      return t('incoming.withdrawn')
    })
  if (file.state === 'received' || file.state === 'faulty') return null
  return (
    <section className="card stack" aria-label={t('incoming.step.save')}>
      {file.state !== 'accepted' &&
        warnings.map((warning) => (
          <p className="notice notice-late" key={`${warning.code}${warning.sheetPlace}`}>
            <Icon name="warning" />
            <span>
              {inLanguage(warning.hintId, warning.hintEn)}{' '}
              {warning.count !== null &&
                warning.of !== null &&
                t('incoming.outOf', { count: number(warning.count), of: number(warning.of) })}
            </span>
          </p>
        ))}
      {file.state === 'accepted' ? (
        <>
          <p>
            {t('incoming.countsSince', {
              at: file.accepted ? moment(file.accepted.at) : '–',
              by: file.accepted?.by ?? t('incoming.ofServer'),
            })}
          </p>
          <div className="row-wrap">
            <label className="field grow" htmlFor={reasonId}>
              <span>{t('incoming.reason')}</span>
              <input
                id={reasonId}
                className="input"
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy || reason.trim().length < 3}
              onClick={() => reason.trim().length >= 3 && withdraw()}
            >
              {t('incoming.withdraw')}
            </button>
          </div>
        </>
      ) : (
        <>
          {warnings.length > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={isRead}
                onChange={(event) => setRead(event.target.checked)}
              />{' '}
              {t('incoming.despite')}
            </label>
          )}
          <div className="row-wrap">
            <button
              type="button"
              className="button button-main"
              aria-disabled={isBusy || !mayAccept}
              onClick={() => mayAccept && accept()}
            >
              <Icon name="check" size={18} />
              {t('incoming.accept', {
                count: number((file.counts?.rows ?? 0) - (file.counts?.held ?? 0)),
              })}
            </button>
            <span className="ink2">{t('incoming.undoable')}</span>
          </div>
        </>
      )}
      {failure != null && <DeedFailure error={failure} />}
    </section>
  )
}
