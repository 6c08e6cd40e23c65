import type { FamilyPage } from '#insight/schema'
import { withDates } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'

/** What to do next, most effect first; a question counts as a step. */
export function NextSteps({ family }: { readonly family: FamilyPage }) {
  return (
    <section className="card">
      <h2>{t('family.next')}</h2>
      {family.nextSteps.length === 0 && <p className="dim">{t('family.nextNone')}</p>}
      <ol className="steps">
        {family.nextSteps.map((step, index) => (
          <li key={`${step.kind}${step.textId}`} className="step">
            <span className={`step-number ${step.kind === 'ask' ? 'step-ask' : ''}`} aria-hidden>
              {step.kind === 'ask' ? '?' : index + 1}
            </span>
            <div>
              <h3>{inLanguage(step.textId, step.textEn)}</h3>
              <p className="small dim">{withDates(inLanguage(step.noteId, step.noteEn))}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
