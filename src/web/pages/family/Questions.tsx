import type { FamilyPage } from '#insight/schema'
import { properName } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { StateMark } from '../../ui/StateMark.tsx'

/** What nobody knows yet, each with how many decisions the answer settles. */
export function Questions({ family }: { readonly family: FamilyPage }) {
  if (family.questions.length === 0) return null
  return (
    <section className="card">
      <h2>{t('questions.toAsk')}</h2>
      <ul className="question-list">
        {family.questions.map((question) => (
          <li key={`${question.fact}${question.personName}${question.textId}`}>
            <StateMark state="unknown" />
            <span>
              <b className="text-unknown">{inLanguage(question.textId, question.textEn)}</b>
              <br />
              <span className="small dim">
                {question.personName && `${properName(question.personName)} · `}
                {t('questions.settles', { count: question.settles })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
