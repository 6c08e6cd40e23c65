import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import {
  type FileCause,
  fileCausesQuery,
  type HandedFile,
  handBack,
  loadHeldRows,
  takeProposals,
} from '../../api/intake-calls.ts'
import { number } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { saveBlob } from './save-blob.ts'
import { useFileDeed } from './use-file-deed.ts'

/** Causes, not rows: each with one button for all its rows; and the round trip to the office. */
export function CausesCard({
  file,
  version,
}: {
  readonly file: HandedFile
  readonly version: string
}) {
  const query = useQuery(fileCausesQuery(file.fileId, version))
  return (
    <Loaded query={query} shape="list">
      {({ causes, explained, rows, tidied }) => (
        <section className="card card-flush">
          <div className="card-head">
            <h2>{t('files.causes')}</h2>
            <p className="small dim">
              {t('incoming.causes', {
                causes: causes.length,
                explained: number(explained),
                rows: number(rows),
              })}
            </p>
          </div>
          {causes.length === 0 && <p className="finding-group">{t('files.noFindings')}</p>}
          {causes.map((cause) => (
            <Cause
              key={`${cause.sheetPlace} ${cause.column} ${cause.code}`}
              cause={cause}
              file={file}
            />
          ))}
          <RoundTrip file={file} />
          {tidied.length > 0 && (
            <details className="finding-group">
              <summary>
                {t('incoming.tidiedList', {
                  count: number(tidied.reduce((sum, { count }) => sum + count, 0)),
                })}
              </summary>
              <ul>
                {tidied.map((one) => (
                  <li key={one.code}>
                    {inLanguage(one.hintId, one.hintEn)} ({number(one.count)})
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </Loaded>
  )
}

function Cause({ cause, file }: { readonly cause: FileCause; readonly file: HandedFile }) {
  const { run, failure, isBusy } = useFileDeed(file.fileId)
  const isOpen = file.state === 'read' || file.state === 'accepted'
  return (
    <div className="finding-group">
      <p>
        <b>{t('incoming.rowsOf', { count: number(cause.rows) })}</b>{' '}
        {cause.heading && <span className="dim">“{cause.heading}”</span>}{' '}
        {inLanguage(cause.hintId, cause.hintEn)}{' '}
        <span className={cause.severity === 'held' ? 'text-late' : 'ink2'}>
          {t(`incoming.severity.${cause.severity}`)}
        </span>
      </p>
      <table className="finding-examples">
        <tbody>
          {cause.examples.map((example) => (
            <tr key={example.row}>
              <td className="dim">{t('table.row', { row: example.row })}</td>
              <td>
                <code>{example.value || t('files.empty')}</code>
              </td>
              <td>{example.proposal !== null && `→ ${example.proposal}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cause.remedy === 'take-proposals' && isOpen && (
        <button
          type="button"
          className="button button-small"
          aria-disabled={isBusy}
          onClick={() =>
            void run(async () => {
              const { cells } = await takeProposals(file.fileId, cause)
              return t('incoming.mended', { count: number(cells) })
            })
          }
        >
          {t('incoming.takeProposals', { count: number(cause.proposed) })}
        </button>
      )}
      {failure != null && <DeedFailure error={failure} />}
    </div>
  )
}

/** Rows that wait go back to their office as a workbook, and come home mended. */
function RoundTrip({ file }: { readonly file: HandedFile }) {
  const { run, failure, isBusy } = useFileDeed(file.fileId)
  const chooser = useRef<HTMLInputElement>(null)
  if (!file.counts || file.counts.held + file.counts.look === 0) return null
  return (
    <div className="finding-group">
      <p className="ink2">{t('incoming.roundTrip')}</p>
      <div className="row-wrap">
        <button
          type="button"
          className="button button-small"
          aria-disabled={isBusy}
          onClick={() =>
            void run(async () => {
              saveBlob(await loadHeldRows(file.fileId), `perbaikan-${file.fileId}.xlsx`)
              return undefined
            })
          }
        >
          <Icon name="download" size={16} />
          {t('incoming.heldRows')}
        </button>
        <button
          type="button"
          className="button button-small"
          aria-disabled={isBusy}
          onClick={() => chooser.current?.click()}
        >
          {t('incoming.mendedBack')}
        </button>
        <input
          ref={chooser}
          className="sr-only"
          type="file"
          accept=".xlsx"
          aria-label={t('incoming.mendedBack')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            event.target.value = ''
            if (!chosen) return
            void run(async () => {
              const { cells } = await handBack(file.fileId, chosen)
              return t('incoming.mended', { count: number(cells) })
            })
          }}
        />
      </div>
      {failure != null && <DeedFailure error={failure} />}
    </div>
  )
}
