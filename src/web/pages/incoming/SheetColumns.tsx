import { useQuery } from '@tanstack/react-query'
import { type FileSheet, fileSheetsQuery } from '../../api/intake-calls.ts'
import { percent } from '../../i18n/format.ts'
import { codeWords, factName, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'

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
      {({ sheets }) => sheets.map((sheet) => <Columns key={sheet.sheetPlace} sheet={sheet} />)}
    </Loaded>
  )
}

function Columns({ sheet }: { readonly sheet: FileSheet }) {
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
                {column.field === null ? (
                  <span className="dim">{t('files.unused')}</span>
                ) : (
                  factName(column.field)
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
    </section>
  )
}
