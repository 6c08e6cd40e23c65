import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type FileRows,
  fileRowsQuery,
  fileSheetsQuery,
  type HandedFile,
  mendCells,
} from '../../api/intake-calls.ts'
import { number } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useFileDeed } from './use-file-deed.ts'

type Row = FileRows['rows'][number]
const shows = ['attention', 'held', 'all'] as const

/** Their own sheet: letters, row numbers and headings as in the file; a cell is mended where it stands. */
export function SheetRows({
  file,
  version,
}: {
  readonly file: HandedFile
  readonly version: string
}) {
  const sheets = useQuery(fileSheetsQuery(file.fileId, version))
  const [place, setPlace] = useState(0)
  const [show, setShow] = useState<(typeof shows)[number]>('attention')
  const [from, setFrom] = useState(1)
  const asked = { fileId: file.fileId, sheetPlace: place, show, from }
  const query = useQuery(fileRowsQuery(asked, version))
  return (
    <section className="card card-flush">
      <div className="card-head row-wrap">
        <Segmented
          name={t('incoming.step.rows')}
          choices={shows.map((id) => ({ id, label: t(`incoming.show.${id}`) }))}
          chosen={show}
          onChoose={(chosen) => {
            setShow(chosen)
            setFrom(1)
          }}
        />
        {sheets.data && sheets.data.sheets.length > 1 && (
          <label className="field">
            <span className="sr-only">{t('incoming.sheet')}</span>
            <select
              className="input"
              value={place}
              onChange={(event) => {
                setPlace(Number(event.target.value))
                setFrom(1)
              }}
            >
              {sheets.data.sheets.map(({ sheetPlace, sheet }) => (
                <option key={sheetPlace} value={sheetPlace}>
                  {sheet}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Loaded query={query} shape="list">
        {(page) => (
          <>
            <Grid page={page} file={file} sheetPlace={place} />
            <p className="card-foot row-wrap">
              <span className="dim">{t('incoming.rowsFound', { count: number(page.total) })}</span>
              {from > 1 && (
                <button type="button" className="button button-small" onClick={() => setFrom(1)}>
                  {t('incoming.first')}
                </button>
              )}
              {page.nextFrom !== null && (
                <button
                  type="button"
                  className="button button-small"
                  onClick={() => setFrom(page.nextFrom ?? 1)}
                >
                  {t('incoming.next')}
                </button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

interface GridProps {
  readonly page: FileRows
  readonly file: HandedFile
  readonly sheetPlace: number
}

function Grid({ page, file, sheetPlace }: GridProps) {
  const { run, failure } = useFileDeed(file.fileId)
  if (page.rows.length === 0) return <p className="finding-group">{t('files.noFindings')}</p>
  const mend = (row: number, column: number, value: string) =>
    void run(async () => {
      await mendCells(file.fileId, [{ sheetPlace, row, column, value }])
      return t('incoming.mended', { count: 1 })
    })
  return (
    <>
      {failure != null && <DeedFailure error={failure} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={file.name}>
        <table className="table sheet-grid">
          <thead>
            <tr>
              <th scope="col" className="dim">
                {t('incoming.rowNo')}
              </th>
              {page.headings.map(({ column, letter, text }) => (
                <th scope="col" key={column}>
                  <span className="dim">{letter}</span> {text}
                </th>
              ))}
              <th scope="col">{t('incoming.todo')}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <GridLine key={row.row} row={row} page={page} onMend={mend} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

interface GridLineProps {
  readonly row: Row
  readonly page: FileRows
  readonly onMend: (row: number, column: number, value: string) => void
}

function GridLine({ row, page, onMend }: GridLineProps) {
  const [edited, setEdited] = useState<number | null>(null)
  const open = row.findings.filter(({ severity }) => severity !== 'tidied')
  const isHeld = open.some(({ severity }) => severity === 'held')
  return (
    <tr className={isHeld ? 'row-held' : open.length > 0 ? 'row-look' : ''}>
      <th scope="row" className="dim">
        {row.row}
      </th>
      {page.headings.map(({ column, text }) => {
        const finding = open.find((one) => one.column === column)
        const mended = row.mended.find((one) => one.column === column)
        const value = row.cells[column] ?? ''
        if (edited === column) {
          return (
            <td key={column}>
              <input
                className="input"
                aria-label={text}
                defaultValue={finding?.proposal ?? value}
                // biome-ignore lint/a11y/noAutofocus: the cell was opened to be written in
                autoFocus
                onBlur={() => setEdited(null)}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') setEdited(null)
                  if (event.key !== 'Enter') return
                  onMend(row.row, column, event.currentTarget.value)
                  setEdited(null)
                }}
              />
            </td>
          )
        }
        return (
          <td
            key={column}
            className={finding ? `cell-${finding.severity}` : mended ? 'cell-mended' : ''}
          >
            <button type="button" className="cell-button" onClick={() => setEdited(column)}>
              {mended && <s className="dim">{mended.before}</s>} {value || <i className="dim">–</i>}
            </button>
            {finding?.proposal != null && (
              <button
                type="button"
                className="link-button small"
                onClick={() => onMend(row.row, column, finding.proposal ?? '')}
              >
                {t('incoming.proposal', { value: finding.proposal })}
              </button>
            )}
          </td>
        )
      })}
      <td className="small">{open.map((one) => inLanguage(one.hintId, one.hintEn)).join(' ')}</td>
    </tr>
  )
}
