import type { MemberLine } from '#insight/schema'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Meter } from '../../ui/Meter.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { schoolWork } from './Members.tsx'
import { type Schooling, schoolingOf } from './schooling.ts'

/** The axis ends with a bachelor's degree. */
const axisYears = 16
const axisMarks = [
  { years: 6, name: 'SD' },
  { years: 9, name: 'SMP' },
  { years: 12, name: 'SMA' },
  { years: 15.4, name: 'S1' },
]

/** Grandparents, parents, children on one axis of schooling: does the child go further? */
export function Generations({ members }: { readonly members: readonly MemberLine[] }) {
  const rows = schoolingOf(members)
  const generations = new Set(rows.map(({ generation }) => generation)).size
  if (generations < 2 || rows.every(({ years }) => years === null)) return null
  return (
    <section className="card">
      <div className="card-head">
        <h2>
          {t(
            generations === 2
              ? 'generations.title2'
              : generations === 3
                ? 'generations.title3'
                : 'generations.title4',
          )}
        </h2>
        <p className="small dim">{t('generations.question')}</p>
      </div>
      <div className="generations">
        {rows.map((row, index) => (
          <Row
            key={row.member.personId}
            row={row}
            isFirst={rows[index - 1]?.generation !== row.generation}
          />
        ))}
        <div className="generation-row school-axis-row" aria-hidden>
          <span />
          <span className="small dim">{t('generations.axis')}</span>
          <svg aria-hidden className="school-axis" width="100%" height="16">
            {axisMarks.map(({ years, name }) => (
              <text key={name} x={`${(years / axisYears) * 100}%`} y="12">
                {name}
              </text>
            ))}
          </svg>
          <span />
        </div>
      </div>
    </section>
  )
}

function Row({ row, isFirst }: { readonly row: Schooling; readonly isFirst: boolean }) {
  const { member, generation, years, missingYears, isInSchool, isTooYoung } = row
  const age = member.ageYears === null ? '' : `, ${member.ageYears}`
  return (
    <div className={`generation-row ${isFirst ? 'generation-start' : ''}`}>
      <span className="small ink2">{isFirst && t(`generations.${generation}`)}</span>
      <b>
        {properName(member.name)}
        {age}
      </b>
      <span className="school-bar">
        <Meter
          max={axisYears}
          parts={
            years === null
              ? [{ tone: 'unknown', value: axisYears, name: t('state.unknown') }]
              : [
                  { tone: 'brand', value: years, name: t('generations.years', { count: years }) },
                  {
                    tone: 'gap',
                    value: missingYears,
                    name: t('generations.missing', { count: missingYears }),
                  },
                ]
          }
        />
      </span>
      <span className="small">
        {missingYears > 0 ? (
          <span className="text-lacks">
            <StateMark state="lacks" /> {t('generations.stopped', { count: missingYears })}
          </span>
        ) : isTooYoung ? (
          <span className="dim">{t('generations.tooYoung')}</span>
        ) : isInSchool ? (
          <span className="text-received">
            <StateMark state="received" /> {t('generations.inSchool')}
          </span>
        ) : (
          schoolWork(member).join(' · ') || (
            <span className="text-unknown">{t('state.unknown')}</span>
          )
        )}
      </span>
    </div>
  )
}
