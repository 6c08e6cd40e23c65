import { useQuery } from '@tanstack/react-query'
import {
  type ColumnMeaning,
  columnMeaningsQuery,
  type FileSheet,
  fileSheetsQuery,
  sayMeaning,
} from '../../api/intake-calls.ts'
import { ownGrantsQuery } from '../../api/queries.ts'
import { percent } from '../../i18n/format.ts'
import { codeWords, factName, t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useFileDeed } from './use-file-deed.ts'

/** Under this share of certainty a reading is worth a look. */
const lookAt = 0.9

/** What each column was taken for, with three of its own values and how sure that is. */
export function SheetColumns({
  fileId,
  version,
}: {
  readonly fileId: string
  readonly version: string
}) {
  const query = useQuery(fileSheetsQuery(fileId, version))
  return (
    <Loaded query={query} shape="list">
      {({ sheets }) =>
        sheets.map((sheet) => <Columns key={sheet.sheetPlace} sheet={sheet} fileId={fileId} />)
      }
    </Loaded>
  )
}

function Columns({ sheet, fileId }: { readonly sheet: FileSheet; readonly fileId: string }) {
  const { run, failure, isBusy } = useFileDeed(fileId)
  const { data: own } = useQuery(ownGrantsQuery)
  const mayChange = own?.actions.includes('import-lists') === true
  const say = (heading: string, meaning: ColumnMeaning | null) =>
    void run(async () => {
      await sayMeaning(fileId, sheet, heading, meaning)
      return t('incoming.meaningSaid')
    })
  return (
    <section className="card card-flush table-scroll">
      <div className="card-head">
        <h2>{sheet.sheet || t('files.columns')}</h2>
        <p className="small dim">
          {[
            codeWords('kind', sheet.kind),
            sheet.programme,
            t('files.header', { row: sheet.headerRow }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('files.letter')}</span>
            </th>
            <th scope="col">{t('files.heading')}</th>
            <th scope="col">{t('files.readAs')}</th>
            <th scope="col">{t('incoming.samples')}</th>
            <th scope="col" className="num">
              {t('files.sure')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => (
            <tr key={column.column}>
              <td className="dim">{column.letter}</td>
              <td className="file-heading">
                <b>{column.heading || '–'}</b>
              </td>
              <td>
                {mayChange && column.heading !== '' ? (
                  <MeaningChoice
                    column={column}
                    isBusy={isBusy}
                    onSay={(meaning) => say(column.heading, meaning)}
                  />
                ) : (
                  <span className={column.field === null ? 'dim' : ''}>
                    {column.field === null ? t('files.unused') : factName(column.field)}
                  </span>
                )}
                {column.isCorrected && (
                  <span className="cell-note">{t('incoming.saidByOfficer')}</span>
                )}
              </td>
              <td className="small file-heading">{column.samples.join(' · ') || '–'}</td>
              <td className="num">
                {column.field === null ? (
                  <span className="dim">–</span>
                ) : column.confidence < lookAt ? (
                  <b className="text-promised">{percent(column.confidence)}</b>
                ) : (
                  percent(column.confidence)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {failure != null && <DeedFailure error={failure} />}
    </section>
  )
}

interface MeaningChoiceProps {
  readonly column: FileSheet['columns'][number]
  readonly isBusy: boolean
  readonly onSay: (meaning: ColumnMeaning | null) => void
}

/** What a column means, to be put right; the second guess stands near the top. */
function MeaningChoice({ column, isBusy, onSay }: MeaningChoiceProps) {
  const { data } = useQuery(columnMeaningsQuery)
  const meanings = data?.meanings ?? []
  const known = (meaning: string | null | undefined) => meanings.filter((one) => one === meaning)
  const near = [...known(column.meaning), ...known(column.secondBest?.meaning)]
  const rest = meanings.filter((one) => !near.includes(one))
  return (
    <select
      className="input"
      aria-label={column.heading}
      aria-disabled={isBusy}
      value={column.meaning ?? ''}
      onChange={(event) => onSay(known(event.target.value)[0] ?? null)}
    >
      <option value="">{t('files.unused')}</option>
      {[...near, ...rest].map((meaning) => (
        <option key={meaning} value={meaning}>
          {factName(meaning)}
        </option>
      ))}
    </select>
  )
}
