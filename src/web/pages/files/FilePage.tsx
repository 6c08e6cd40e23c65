import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FileLine } from '#insight/schema'
import { filesQuery, findingsQuery } from '../../api/queries.ts'
import { columnLetters, number, percent } from '../../i18n/format.ts'
import { codeWords, factName, t } from '../../i18n/language.ts'
import { PageMissing } from '../../shell/RouteStates.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { FindingGroups } from './FindingGroups.tsx'
import './files.css'

const route = getRouteApi('/officer/berkas/$sheetNo')

/** One sheet of a file: how its rows add up, how its columns were read, what is wrong by cause. */
export function FilePage() {
  const sheetNo = Number(route.useParams().sheetNo)
  const query = useQuery(filesQuery)
  if (!query.data) {
    return (
      <div className="page">
        {query.isError && <PageHead title={t('failed.title')} />}
        <Loaded query={query} shape="cards">
          {() => null}
        </Loaded>
      </div>
    )
  }
  const line = query.data.files.find((file) => file.sheetNo === sheetNo)
  return line ? <SheetView line={line} /> : <PageMissing />
}

function SheetView({ line }: { readonly line: FileLine }) {
  const findings = useQuery(findingsQuery(line.sheetNo))
  return (
    <div className="page">
      <PageHead
        title={<span className="file-name">{line.file}</span>}
        tabTitle={line.file}
        crumbs={
          <>
            <Link to="/berkas">{t('menu.files')}</Link>
            {line.provider && ` › ${line.provider}`}
          </>
        }
        note={[
          line.title,
          codeWords('kind', line.kind),
          line.sheet !== '' && t('files.sheet', { sheet: line.sheet }),
          line.headerRow > 0 ? t('files.header', { row: line.headerRow }) : t('files.noHeader'),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <RowAccount line={line} />
      <div className="columns-2 file-columns">
        <section className="card card-flush">
          <div className="card-head">
            <h2>{t('files.causes')}</h2>
            {findings.data && findings.data.groups.length > 0 && (
              <p className="small dim">
                {t('files.causesCount', {
                  causes: findings.data.groups.length,
                  rows: number(findings.data.groups.reduce((sum, { count }) => sum + count, 0)),
                })}
              </p>
            )}
          </div>
          <Loaded query={findings} shape="list">
            {({ groups }) => <FindingGroups groups={groups} line={line} />}
          </Loaded>
        </section>
        <Columns line={line} />
      </div>
    </div>
  )
}

/** Every row of the sheet is accounted for. */
function RowAccount({ line }: { readonly line: FileLine }) {
  const { dataRows, quarantined, otherRows } = line
  const taken = Math.max(0, dataRows - quarantined)
  return (
    <section className="card stack" aria-label={t('files.account')}>
      <Meter
        height={14}
        max={dataRows}
        parts={[
          { tone: 'received', value: taken, name: t('files.taken', { count: number(taken) }) },
          {
            tone: 'late',
            value: quarantined,
            name: t('files.heldRows', { count: number(quarantined) }),
          },
        ]}
      />
      <p className="legend">
        <span className="text-received">
          <StateMark state="received" /> {t('files.taken', { count: number(taken) })}
        </span>
        {quarantined > 0 && (
          <span className="text-late">
            <StateMark state="late" /> {t('files.heldRows', { count: number(quarantined) })}
          </span>
        )}
        <span>{t('files.otherRows', { count: number(otherRows) })}</span>
      </p>
    </section>
  )
}

/** Under this share of certainty a reading is worth a look. */
const lookAt = 0.9

/** More columns than this fold away. */
const mostAtFirst = 12

function Columns({ line }: { readonly line: FileLine }) {
  const [isAll, setAll] = useState(false)
  const { columns } = line
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('files.columns')}</h2>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('files.letter')}</span>
            </th>
            <th scope="col">{t('files.heading')}</th>
            <th scope="col">{t('files.readAs')}</th>
            <th scope="col" className="num">
              {t('files.sure')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(isAll ? columns : columns.slice(0, mostAtFirst)).map(
            ({ column, heading, field, confidence }) => (
              <tr key={column}>
                <td className="dim">{columnLetters(column)}</td>
                <td className="file-heading">
                  <b>{heading || '–'}</b>
                </td>
                <td>
                  {field === null ? (
                    <span className="dim">{t('files.unused')}</span>
                  ) : (
                    factName(field)
                  )}
                </td>
                <td className="num">
                  {field === null ? (
                    <span className="dim">–</span>
                  ) : confidence < lookAt ? (
                    <b className="text-promised">{percent(confidence)}</b>
                  ) : (
                    percent(confidence)
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {columns.length > mostAtFirst && !isAll && (
        <p className="card-foot">
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t('files.allColumns', { count: columns.length })}
          </button>
        </p>
      )}
    </section>
  )
}
