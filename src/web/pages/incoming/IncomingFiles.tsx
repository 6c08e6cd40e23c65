import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type HandedFiles, handedFilesQuery, isReadingStopped } from '../../api/intake-calls.ts'
import { day, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { StoppedDeeds } from './StoppedDeeds.tsx'
import { UploadBox } from './UploadBox.tsx'
import './incoming.css'

/** Files as offices handed them over: a place to hand over, what waits, what counts, who is late. */
export function IncomingFiles({ mayChange }: { readonly mayChange: boolean }) {
  const query = useQuery(handedFilesQuery)
  return (
    <>
      {mayChange && <UploadBox />}
      <Loaded query={query} shape="list">
        {(page) => <FileList page={page} mayChange={mayChange} />}
      </Loaded>
    </>
  )
}

function FileList({
  page: { files, late },
  mayChange,
}: {
  readonly page: HandedFiles
  readonly mayChange: boolean
}) {
  if (files.length === 0) return <p className="ink2">{t('incoming.none')}</p>
  const waiting = files.filter(({ state }) => state === 'read').length
  return (
    <>
      <p className="lead">
        <b>{waiting > 0 ? t('incoming.waiting', { count: waiting }) : t('incoming.allDone')}</b>{' '}
        {late.map((office) =>
          t('incoming.late', { office: office.organisationName, days: office.daysLate }),
        )}
      </p>
      <div className="card card-flush table-scroll">
        <table className="table table-cards">
          <caption className="sr-only">{t('incoming.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('files.column.file')}</th>
              <th scope="col">{t('incoming.from')}</th>
              <th scope="col">{t('incoming.on')}</th>
              <th scope="col" className="num">
                {t('files.column.rows')}
              </th>
              <th scope="col" className="num">
                {t('files.column.held')}
              </th>
              <th scope="col">{t('incoming.state')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.fileId}>
                <th scope="row">
                  <Link
                    to="/berkas/masuk/$fileId"
                    params={{ fileId: file.fileId }}
                    className="row-link file-link"
                    data-row=""
                  >
                    {file.name}
                  </Link>
                </th>
                <td>{file.organisationName ?? t('incoming.ofServer')}</td>
                <td>{day(file.received.at.slice(0, 10))}</td>
                <td className="num" data-label={t('files.column.rows')}>
                  {file.counts ? number(file.counts.rows) : '–'}
                </td>
                <td className="num" data-label={t('files.column.held')}>
                  {file.counts && file.counts.held > 0 ? (
                    <span className="text-late">{number(file.counts.held)}</span>
                  ) : (
                    <span className="dim">–</span>
                  )}
                </td>
                <td>
                  <State file={file} mayChange={mayChange} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function State({
  file,
  mayChange,
}: {
  readonly file: HandedFiles['files'][number]
  readonly mayChange: boolean
}) {
  if (!isReadingStopped(file)) {
    return <span className={`pill pill-${file.state}`}>{t(`incoming.state.${file.state}`)}</span>
  }
  return (
    <>
      <span className="pill pill-faulty">{t('incoming.state.stopped')}</span>
      <span className="cell-note">{t('incoming.readingFailed')}</span>
      {mayChange && <StoppedDeeds fileId={file.fileId} mayTakeAway />}
    </>
  )
}
