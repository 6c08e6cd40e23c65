import { useQuery } from '@tanstack/react-query'
import type { QuestionLine } from '#insight/schema'
import { questionsQuery } from '../api/queries.ts'
import { number } from '../i18n/format.ts'
import { factName, inLanguage, t } from '../i18n/language.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Meter } from '../ui/Meter.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { TableActions } from '../ui/TableActions.tsx'

/** What nobody knows yet, the most settling first. */
export function QuestionsPage() {
  const query = useQuery(questionsQuery)
  return (
    <div className="page">
      <PageHead title={t('questions.title')} tabTitle={t('menu.questions')} />
      <Loaded query={query}>{({ questions }) => <QuestionsView questions={questions} />}</Loaded>
    </div>
  )
}

function QuestionsView({ questions }: { readonly questions: readonly QuestionLine[] }) {
  const first = questions[0]
  if (!first) {
    return (
      <div className="card empty">
        <h2>{t('questions.none')}</h2>
      </div>
    )
  }
  const most = Math.max(...questions.map(({ families }) => families))
  return (
    <>
      <p className="lead">
        <b>{t('questions.lead', { count: number(questions.length) })}</b>{' '}
        {t('questions.first', {
          question: inLanguage(first.textId, first.textEn),
          families: number(first.families),
        })}
      </p>
      <section className="card card-flush">
        <div className="card-head">
          <h2>{t('questions.toAsk')}</h2>
          <TableActions
            fileName={t('menu.questions')}
            table={() => ({
              headings: [
                t('questions.column.question'),
                t('questions.column.families'),
                t('questions.column.decisions'),
              ],
              rows: questions.map((question) => [
                inLanguage(question.textId, question.textEn),
                question.families,
                question.decisions,
              ]),
            })}
          />
        </div>
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{t('questions.column.question')}</th>
              <th scope="col">
                <span className="sr-only">{t('questions.share')}</span>
              </th>
              <th scope="col" className="num">
                {t('questions.column.families')}
              </th>
              <th scope="col" className="num">
                {t('questions.column.decisions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <tr key={`${question.fact}${question.textId}`}>
                <th scope="row">
                  <StateMark state="unknown" />{' '}
                  <span className="text-unknown">
                    {inLanguage(question.textId, question.textEn)}
                  </span>
                  <span className="cell-note"> {factName(question.fact)}</span>
                </th>
                <td className="phone-hidden question-bar">
                  <Meter
                    max={most}
                    parts={[
                      { tone: 'unknown', value: question.families, name: t('questions.share') },
                    ]}
                  />
                </td>
                <td className="num" data-label={t('questions.column.families')}>
                  {number(question.families)}
                </td>
                <td className="num" data-label={t('questions.column.decisions')}>
                  {number(question.decisions)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
