import type { QualityAnswers, QualityCounts } from '#registry/schema'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'

/** In the order in which a record is judged. */
export const criteriaOrder = ['unique', 'confirmed', 'one-family', 'complete'] as const

/** A bar a criterion: met, not met, and what nobody knows hatched, on one scale. */
export function CriteriaBars({ counts }: { readonly counts: QualityCounts }) {
  return (
    <section className="card stack">
      <h2>{t('quality.criteria')}</h2>
      <p className="legend">
        <Swatch tone="received" words={t('quality.met')} />
        <Swatch tone="gap" words={t('quality.notMet')} />
        <Swatch tone="unknown" words={t('quality.unknown')} />
      </p>
      <div className="bar-rows">
        <Bar
          name={t('quality.criterion.all')}
          answers={counts.sound}
          persons={counts.persons}
          why={t('quality.criterionWhy.all')}
        />
        {criteriaOrder.map((criterion) => (
          <Bar
            key={criterion}
            name={t(`quality.criterion.${criterion}`)}
            answers={counts.criteria[criterion]}
            persons={counts.persons}
            why={t(`quality.criterionWhy.${criterion}`)}
          />
        ))}
      </div>
    </section>
  )
}

function Bar({
  name,
  why,
  answers: { yes, no, unknown },
  persons,
}: {
  readonly name: string
  readonly why: string
  readonly answers: QualityAnswers
  readonly persons: number
}) {
  return (
    <div>
      <p className="bar-row-head">
        <b>{name}</b>
        <span className="small quality-answers">
          {t('quality.answers', { yes: number(yes), no: number(no) })}
          {unknown > 0 && (
            <span className="text-unknown">
              {' '}
              {t('quality.answersUnknown', { unknown: number(unknown) })}
            </span>
          )}
        </span>
      </p>
      <Meter
        max={Math.max(1, persons)}
        parts={[
          { tone: 'received', value: yes, name: t('quality.met') },
          { tone: 'gap', value: no, name: t('quality.notMet') },
          { tone: 'unknown', value: unknown, name: t('quality.unknown') },
        ]}
      />
      <p className="small dim">{why}</p>
    </div>
  )
}

function Swatch({
  tone,
  words,
}: {
  readonly tone: 'received' | 'gap' | 'unknown'
  readonly words: string
}) {
  return (
    <span>
      <svg width="14" height="12" aria-hidden>
        <rect className={`meter-${tone}`} width="14" height="12" rx="2" />
      </svg>{' '}
      {words}
    </span>
  )
}
