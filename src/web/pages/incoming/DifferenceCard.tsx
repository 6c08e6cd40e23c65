import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fileDifferenceQuery } from '../../api/intake-calls.ts'
import { number } from '../../i18n/format.ts'
import { factName, t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Segmented } from '../../ui/Segmented.tsx'

const kinds = ['new', 'gone', 'changed', 'inactive'] as const

/** What the file says otherwise than the last of its office and kind: who is new, gone, changed. */
export function DifferenceCard({ fileId }: { readonly fileId: string }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('new')
  const query = useQuery(fileDifferenceQuery(fileId, kind))
  return (
    <section className="card card-flush">
      <div className="card-head row-wrap">
        <Segmented
          name={t('incoming.step.difference')}
          choices={kinds.map((id) => ({
            id,
            label: `${t(`incoming.difference.${id}`)}${query.data ? ` (${number(query.data.counts[id])})` : ''}`,
          }))}
          chosen={kind}
          onChoose={setKind}
        />
        <a
          className="button button-small"
          href={`/api/v1/intake-files/${fileId}/difference.xlsx`}
          download
        >
          <Icon name="download" size={16} />
          {t('incoming.differenceXlsx')}
        </a>
      </div>
      <Loaded query={query} shape="list">
        {({ against, lines }) => (
          <>
            <p className="finding-group ink2">
              {against
                ? t('incoming.against', { name: against.name })
                : t('incoming.againstNothing')}
            </p>
            {lines.length > 0 && (
              <div className="table-scroll">
                <table className="table">
                  <thead>
                    <tr>
                      <th scope="col">{t('incoming.rowNo')}</th>
                      <th scope="col">{t('incoming.name')}</th>
                      <th scope="col">NIK</th>
                      <th scope="col">{t('incoming.changes')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map((line) => (
                      <tr key={`${line.sheetPlace} ${line.row}`}>
                        <td className="dim">{line.row}</td>
                        <th scope="row">{line.name}</th>
                        <td>{line.nik}</td>
                        <td className="small">
                          {line.changes
                            .map(
                              ({ field, before, after }) =>
                                `${factName(field)}: ${before ?? '–'} → ${after ?? '–'}`,
                            )
                            .join('; ')}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
