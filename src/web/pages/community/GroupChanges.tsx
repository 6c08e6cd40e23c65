import type { GroupView } from '#registry/schema'
import { day, moment, properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { usePermits } from '../../shell/use-permits.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { useGroupDeed } from './use-group-deed.ts'

type Change = GroupView['changes'][number]

/** Everything that was written down about a group, the latest first, each with its way back for whoever may. */
export function GroupChanges({
  group,
  mayChange,
}: {
  readonly group: GroupView
  readonly mayChange: boolean
}) {
  const mayDecide = usePermits('decide-changes')
  const { isBusy, failure, undo } = useGroupDeed(group)
  return (
    <section className="card card-flush" aria-labelledby="changes">
      <div className="card-head">
        <h2 id="changes">{t('community.changes')}</h2>
      </div>
      {failure !== null && (
        <div className="card-part">
          <DeedFailure error={failure} />
        </div>
      )}
      <ul className="plain-list">
        {group.changes.map((change) => {
          const mayUndo = mayChange && (change.isOwn || mayDecide)
          return (
            <li key={change.changeNo} className="community-change">
              <p>
                <span className={change.undoneAt === null ? '' : 'community-undone'}>
                  {changeWords(change)}
                </span>
                <span className="cell-note small">
                  {t('community.changeBy', {
                    office: change.organisation,
                    at: moment(change.madeAt),
                  })}
                  {change.undoneAt !== null &&
                    ` · ${t('community.changeUndone', { at: moment(change.undoneAt) })}`}
                  {change.isRestedOn && mayUndo && ` · ${t('community.restedOn')}`}
                </span>
              </p>
              {mayUndo && change.undoneAt === null && !change.isRestedOn && (
                <button
                  type="button"
                  className="button button-small"
                  aria-disabled={isBusy}
                  aria-label={t('community.undoWhat', { what: changeWords(change) })}
                  onClick={() => void undo(change.changeNo)}
                >
                  {t('action.undo')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function changeWords({ kind, name, personName, role, reason, on: isoDate }: Change): string {
  const on = day(isoDate)
  if (kind === 'created' || kind === 'renamed')
    return t(`community.change.${kind}`, { name: name ?? '', on })
  if (kind === 'closed') return t('community.change.closed', { on, reason: reason ?? '' })
  const who = personName === null ? t('community.hidden') : properName(personName)
  if (kind === 'left') return t('community.change.left', { name: who, on })
  const as = role === null ? '' : t(`groupRole.${role}`).toLowerCase()
  return t('community.change.joined', { name: who, role: as, on })
}
