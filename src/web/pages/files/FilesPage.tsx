import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FileLine, FilesPage as Files } from '#insight/schema'
import { filesQuery, ownGrantsQuery } from '../../api/queries.ts'
import { number } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { IncomingFiles } from '../incoming/IncomingFiles.tsx'
import './files.css'

/** Which lists came in, what was read of them, and what waits to be looked at. */
export function FilesPage() {
  const query = useQuery(filesQuery)
  const { data: own } = useQuery(ownGrantsQuery)
  return (
    <div className="page">
      <PageHead title={t('menu.files')} />
      <IncomingFiles mayChange={own?.actions.includes('import-lists') === true} />
      <h2>{t('files.inRegister')}</h2>
      <Loaded query={query}>{(files) => <FilesView files={files} />}</Loaded>
    </div>
  )
}

function FilesView({ files: { files, faults } }: { readonly files: Files }) {
  if (files.length === 0 && faults.length === 0) {
    return (
      <div className="card empty">
        <h2>{t('files.none')}</h2>
        <p className="ink2">{t('today.noDataHow')}</p>
      </div>
    )
  }
  const sum = (part: (line: FileLine) => number) =>
    files.reduce((total, line) => total + part(line), 0)
  const findings = number(sum((line) => line.findings))
  const held = sum(({ quarantined }) => quarantined)
  return (
    <>
      <p className="lead">
        <b>
          {t('files.read', {
            files: new Set(files.map(({ file }) => file)).size,
            rows: number(sum(({ dataRows }) => dataRows)),
          })}
        </b>{' '}
        {held === 0
          ? t('files.heldNone', { findings })
          : t('files.held', { held: number(held), findings })}
      </p>
      {faults.map((fault) => (
        <div className="notice notice-late" key={fault.file}>
          <Icon name="warning" />
          <p>
            <b>{fault.file}</b> {inLanguage(fault.hintId, fault.hintEn)}{' '}
            <span className="dim nowrap">({fault.code})</span>
          </p>
        </div>
      ))}
      <div className="card card-flush table-scroll">
        <table className="table table-cards">
          <caption className="sr-only">{t('menu.files')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('files.column.file')}</th>
              <th scope="col">{t('files.column.kind')}</th>
              <th scope="col">{t('files.column.provider')}</th>
              <th scope="col" className="num">
                {t('files.column.rows')}
              </th>
              <th scope="col" className="num">
                {t('files.column.held')}
              </th>
              <th scope="col" className="num">
                {t('files.column.findings')}
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((line) => (
              <FileRow key={line.sheetNo} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function FileRow({ line }: { readonly line: FileLine }) {
  const from = [line.programme, line.provider].filter(Boolean).join(' · ')
  return (
    <tr>
      <th scope="row">
        <Link
          to="/berkas/$sheetNo"
          params={{ sheetNo: String(line.sheetNo) }}
          className="row-link file-link"
          data-row=""
        >
          {line.file}
        </Link>
        {line.sheet !== '' && (
          <span className="cell-note">{t('files.sheet', { sheet: line.sheet })}</span>
        )}
      </th>
      <td>{codeWords('kind', line.kind)}</td>
      <td className={from === '' ? 'phone-hidden' : ''}>{from || '–'}</td>
      <td className="num" data-label={t('files.column.rows')}>
        {number(line.dataRows)}
      </td>
      <td className="num" data-label={t('files.column.held')}>
        {line.quarantined > 0 ? (
          <span className="text-late">{number(line.quarantined)}</span>
        ) : (
          <span className="dim">–</span>
        )}
      </td>
      <td className="num" data-label={t('files.column.findings')}>
        {line.findings > 0 ? number(line.findings) : <span className="dim">–</span>}
      </td>
    </tr>
  )
}
