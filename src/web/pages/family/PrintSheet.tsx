import { useQuery } from '@tanstack/react-query'
import type { FamilyPage, GridEntry } from '#insight/schema'
import { sessionQuery, todayQuery } from '../../api/queries.ts'
import { longDay, threeDigits } from '../../i18n/format.ts'
import { inLanguage, t } from '../../i18n/language.ts'
import { usePermits } from '../../shell/use-permits.ts'
import { Mark } from '../../ui/Mark.tsx'
import { sectorName, sectorOrder } from '../../ui/sectors.ts'
import { familyName, headWords } from './family-words.ts'
import './print-sheet.css'

/** More would not fit beside the rest on one side. */
const mostQuestions = 4
const mostUnmet = 6

/**
 * One sheet of paper for the family: what came and what is coming, who does what, what is not met, and
 * the right to object. No NIK, no KK, no decile, no score.
 */
export function PrintSheet({ family }: { readonly family: FamilyPage }) {
  const { data: account } = useQuery(sessionQuery)
  const { data: today } = useQuery({ ...todayQuery, enabled: usePermits('read-picture') })
  const who = family.headSex === 'male' ? 'Bapak' : family.headSex === 'female' ? 'Ibu' : null
  const theirs = family.questions
    .slice(0, mostQuestions)
    .map(({ textId, textEn }) => t('sheet.tellUs', { question: inLanguage(textId, textEn) }))
  const ours = family.nextSteps
    .filter(({ kind }) => kind !== 'ask')
    .map(({ textId, textEn }) => inLanguage(textId, textEn))
  const unmet = sectorOrder
    .flatMap((sector) => family.grid[sector] ?? [])
    .filter(({ state }) => state === 'lacks')
    .slice(0, mostUnmet)
  const place = [
    family.wardName && t('sheet.ward', { name: family.wardName }),
    family.rt !== null && `RT ${threeDigits(family.rt)}`,
  ].filter(Boolean)

  return (
    <article className="sheet print-only">
      <header className="sheet-head">
        <Mark size={40} />
        <div>
          <p>{t('sheet.title', { family: familyName(family) })}</p>
          <p>{[place.join(' '), today?.on && longDay(today.on)].filter(Boolean).join(' · ')}</p>
        </div>
      </header>
      <p className="sheet-lead">{t('sheet.lead', { name: headWords(family) })}</p>
      <h2>{who ? t('sheet.getsWho', { who }) : t('sheet.gets')}</h2>
      <SectorTable family={family} />
      <div className="sheet-columns">
        <Tasks
          title={who ? t('sheet.theyDoWho', { who }) : t('sheet.theyDo')}
          tasks={theirs}
          otherwise={t('sheet.theyDoNone')}
        />
        <Tasks title={t('sheet.weDo')} tasks={ours} otherwise={t('sheet.weDoNone')} />
      </div>
      {unmet.length > 0 && (
        <>
          <h2>{t('sheet.unmet')}</h2>
          <p>
            <b>{unmet.map(({ textId, textEn }) => inLanguage(textId, textEn)).join(' · ')}.</b>{' '}
            {t('sheet.unmetNext')}
          </p>
        </>
      )}
      <div className="sheet-object">
        <b>{t('sheet.objectTitle')}</b>
        <p>{who ? t('sheet.objectWho', { who }) : t('sheet.object')}</p>
        <p>{t('sheet.free')}</p>
      </div>
      <footer className="sheet-foot sheet-columns">
        <p>
          {account && (
            <>
              <b>{t('sheet.officer', { name: account.displayName })}</b>
              <br />
              {account.organisationName}
            </>
          )}
        </p>
        <p>{t('sheet.deciders')}</p>
      </footer>
    </article>
  )
}

function SectorTable({ family }: { readonly family: FamilyPage }) {
  const words = (entries: readonly GridEntry[]) =>
    entries.map(({ textId, textEn }) => inLanguage(textId, textEn)).join(', ') || '–'
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('family.sector')}</th>
          <th scope="col">{t('column.received')}</th>
          <th scope="col">{t('sheet.coming')}</th>
        </tr>
      </thead>
      <tbody>
        {sectorOrder.map((sector) => {
          const entries = family.grid[sector] ?? []
          return (
            <tr key={sector}>
              <th scope="row">{sectorName(sector)}</th>
              <td>{words(entries.filter(({ state }) => state === 'received'))}</td>
              <td>{words(entries.filter(({ state }) => state === 'promised'))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Tasks({
  title,
  tasks,
  otherwise,
}: {
  readonly title: string
  readonly tasks: readonly string[]
  readonly otherwise: string
}) {
  return (
    <div>
      <h2>{title}</h2>
      {tasks.length === 0 && <p>{otherwise}</p>}
      <ul className="sheet-tasks">
        {tasks.map((task) => (
          <li key={task}>
            <span className="sheet-box" />
            <span>{task}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
