import type { FamilyPage, GridEntry } from '#insight/schema'
import { number, properName, withDates } from '../../i18n/format.ts'
import { codeWords, factName, inLanguage, t } from '../../i18n/language.ts'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { indicatorName } from '../../ui/sectors.ts'
import { placeWords } from './ListsCard.tsx'
import { valueWords } from './value-words.ts'

/** Why a fact stands in the grid: the reason in words, the rows that say it, what the score is made of. */
export function ReasonPanel({
  entry,
  family,
  onClose,
}: {
  readonly entry: GridEntry
  readonly family: FamilyPage
  readonly onClose: () => void
}) {
  const person = family.members.find(({ personId }) => personId === entry.personId)
  const score = entry.points.reduce((sum, { points }) => sum + points, 0)
  return (
    <SidePanel title={inLanguage(entry.textId, entry.textEn)} onClose={onClose}>
      <p className="row">
        <StateMark state={entry.state} />
        <b className={`text-${entry.state}`}>{t(`state.${entry.state}`)}</b>
        <span className="dim">
          {[
            person && properName(person.name),
            entry.indicator && indicatorName(entry.indicator),
            withDates(inLanguage(entry.noteId, entry.noteEn)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className="panel-part">{withDates(inLanguage(entry.reasonId, entry.reasonEn))}</p>
      {entry.facts.length > 0 && (
        <div className="panel-part">
          <h3>{t('reason.facts')}</h3>
          <ul className="facts-list">
            {entry.facts.map((fact) => (
              <li key={`${fact.fact}${fact.file}${fact.row}${fact.value}`}>
                <span>
                  {factName(fact.fact)}: <b>{valueWords(fact.fact, fact.value)}</b>
                </span>
                {fact.file !== '' && <span className="small dim">{placeWords(fact)}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {entry.points.length > 0 && (
        <div className="panel-part">
          <h3>{t('reason.score', { score: number(score) })}</h3>
          <table className="table points-table">
            <tbody>
              {entry.points.map(({ reason, points }) => (
                <tr key={reason}>
                  <td>{codeWords('points', reason)}</td>
                  <td className="num">+{number(points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="tiny dim">{t('reason.scoreUse')}</p>
        </div>
      )}
    </SidePanel>
  )
}
