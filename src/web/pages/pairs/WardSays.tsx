import type { PairLine } from '#insight/schema'
import { moment } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'

/** Whether the ward has been asked and has yet to answer. */
export function isWaiting({ question }: PairLine): boolean {
  return question !== null && question.answer === null
}

/** What the ward was asked about a pair, and what it said; it decides nothing. */
export function WardSays({ pair: { question } }: { readonly pair: PairLine }) {
  if (question === null) return null
  const { answer, answeredAt, askedAt } = question
  return (
    <p className="notice" role="status">
      {answer === null
        ? t('pairs.ward.waiting', { at: moment(askedAt) })
        : t(`pairs.ward.${answer}`, { at: moment(answeredAt ?? askedAt) })}
    </p>
  )
}
