import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PairAnswer } from '#registry/schema'
import {
  answerPairQuestion,
  type PairQuestionLine,
  pairQuestionsQuery,
} from '../../api/pair-calls.ts'
import { moment, number, properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { showToast } from '../../ui/toast.ts'
import './pairs.css'

/** What the ward is asked about two records: one tap an answer. */
export function PairQuestionsPage() {
  const query = useQuery(pairQuestionsQuery)
  return (
    <div className="page">
      <PageHead title={t('menu.pairs')} note={t('ask.note')} />
      <Loaded query={query} shape="list">
        {({ questions }) =>
          questions.length === 0 ? (
            <div className="card empty">
              <h2>{t('ask.none')}</h2>
            </div>
          ) : (
            <>
              <p className="lead" role="status">
                {t('ask.count', { count: number(questions.length) })}
              </p>
              {questions.map((question) => (
                <QuestionCard key={question.questionNo} question={question} />
              ))}
            </>
          )
        }
      </Loaded>
    </div>
  )
}

const answers = ['yes', 'no', 'unknown'] as const

function QuestionCard({ question }: { readonly question: PairQuestionLine }) {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const { questionNo, left, right, organisation, askedAt } = question

  async function answer(said: PairAnswer): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await answerPairQuestion(questionNo, said)
      showToast(t('ask.thanks'))
      await queryClient.invalidateQueries({ queryKey: pairQuestionsQuery.queryKey })
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <section className="card stack" aria-labelledby={`question-${questionNo}`}>
      <h2 id={`question-${questionNo}`}>
        {t('ask.question', { left: properName(left.name), right: properName(right.name) })}
      </h2>
      <ul className="list-lines">
        {[left, right].map(({ name, place }, side) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a side is its place
          <li key={side}>
            <b>{properName(name)}</b>{' '}
            <span className="dim">{place === '' ? t('ask.noPlace') : place}</span>
          </li>
        ))}
      </ul>
      <div className="ask-answers">
        {answers.map((said) => (
          <button
            key={said}
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={() => void answer(said)}
          >
            {t(`ask.answer.${said}`)}
          </button>
        ))}
      </div>
      {failure != null && <DeedFailure error={failure} />}
      <p className="small dim">{t('ask.by', { office: organisation, at: moment(askedAt) })}</p>
    </section>
  )
}
