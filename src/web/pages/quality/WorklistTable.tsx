import { Link } from '@tanstack/react-router'
import type { Worklist } from '#registry/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import type { QualitySearch } from '../page-search.ts'
import { SeverityMark } from './SeverityMark.tsx'

/** What is to be put right, most urgent first; each leads to its records. */
export function WorklistTable({
  worklists,
  search,
}: {
  readonly worklists: readonly Worklist[]
  readonly search: QualitySearch
}) {
  const open = worklists.filter(({ families }) => families > 0)
  const done = worklists.filter(({ families }) => families === 0)
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('quality.worklists')}</h2>
      </div>
      {open.length === 0 && <p className="card-part">{t('quality.worklistsNone')}</p>}
      {open.length > 0 && (
        <div className="table-scroll">
          <table className="table table-cards">
            <caption className="sr-only">{t('quality.worklists')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('quality.what')}</th>
                <th scope="col">{t('quality.severity')}</th>
                <th scope="col" className="num">
                  {t('quality.persons')}
                </th>
                <th scope="col" className="num">
                  {t('quality.families')}
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map(({ code, severity, persons, families }) => (
                <tr key={code}>
                  <th scope="row">
                    <Link
                      to="/mutu-data/$code"
                      params={{ code }}
                      search={search}
                      className="row-link quality-link"
                      data-row=""
                    >
                      {t(`quality.code.${code}`)}
                    </Link>
                    <span className="cell-note">{t(`quality.fix.${code}`)}</span>
                  </th>
                  <td>
                    <SeverityMark severity={severity} />
                  </td>
                  <td className="num" data-label={t('quality.persons')}>
                    {persons === 0 ? <span className="dim">–</span> : number(persons)}
                  </td>
                  <td className="num" data-label={t('quality.families')}>
                    {number(families)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {done.length > 0 && open.length > 0 && (
        <p className="card-foot small dim">
          {t('quality.clear', {
            what: done.map(({ code }) => t(`quality.code.${code}`)).join(' · '),
          })}
        </p>
      )}
    </section>
  )
}
