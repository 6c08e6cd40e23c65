import { Link } from '@tanstack/react-router'
import type { QualityAnswers, QualityCounts } from '#registry/schema'
import { number, percent } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { TableActions } from '../../ui/TableActions.tsx'
import type { QualitySearch } from '../page-search.ts'
import { criteriaOrder } from './CriteriaBars.tsx'

interface CountsLine extends QualityCounts {
  readonly key: string
  readonly name: string
  /** Where its name leads; null for what cannot be filtered by. */
  readonly search: QualitySearch | null
}

/** Counts by ward or by office, those with most to put right first. */
export function CountsTable({
  title,
  of,
  lines,
}: {
  readonly title: string
  /** What a line is. */
  readonly of: string
  readonly lines: readonly CountsLine[]
}) {
  const ordered = lines.toSorted((a, b) => b.sound.no - a.sound.no)
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{title}</h2>
        <TableActions fileName={title} table={() => asTable(of, ordered)} />
      </div>
      <div className="table-scroll">
        <table className="table table-cards">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col" className="num">
                {t('quality.persons')}
              </th>
              {criteriaOrder.map((criterion) => (
                <th key={criterion} scope="col" className="num">
                  {t(`quality.criterion.${criterion}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('quality.toFix')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  {line.search === null ? (
                    line.name
                  ) : (
                    <Link to="/mutu-data" search={line.search} className="row-link" data-row="">
                      {line.name}
                    </Link>
                  )}
                </th>
                <td className="num" data-label={t('quality.persons')}>
                  {number(line.persons)}
                </td>
                {criteriaOrder.map((criterion) => (
                  <td
                    key={criterion}
                    className="num"
                    data-label={t(`quality.criterion.${criterion}`)}
                  >
                    <Share answers={line.criteria[criterion]} persons={line.persons} />
                  </td>
                ))}
                <td className="num" data-label={t('quality.toFix')}>
                  {line.sound.no > 0 ? number(line.sound.no) : <span className="dim">–</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The share that meets a criterion, and beside it the share of which nobody knows. */
function Share({
  answers: { yes, unknown },
  persons,
}: {
  readonly answers: QualityAnswers
  readonly persons: number
}) {
  const all = Math.max(1, persons)
  return (
    <>
      {percent(yes / all)}
      {unknown > 0 && (
        <span className="text-unknown nowrap">
          {' '}
          <span aria-hidden>+{percent(unknown / all)}?</span>
          <span className="sr-only">
            {t('quality.answersUnknown', { unknown: percent(unknown / all) })}
          </span>
        </span>
      )}
    </>
  )
}

function asTable(of: string, lines: readonly CountsLine[]) {
  return {
    headings: [
      of,
      t('quality.persons'),
      ...criteriaOrder.flatMap((criterion) =>
        (['met', 'notMet', 'unknown'] as const).map(
          (answer) => `${t(`quality.criterion.${criterion}`)}: ${t(`quality.${answer}`)}`,
        ),
      ),
      t('quality.toFix'),
    ],
    rows: lines.map((line) => [
      line.name,
      line.persons,
      ...criteriaOrder.flatMap((criterion) => {
        const { yes, no, unknown } = line.criteria[criterion]
        return [yes, no, unknown]
      }),
      line.sound.no,
    ]),
  }
}
