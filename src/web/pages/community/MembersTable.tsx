import { Link } from '@tanstack/react-router'
import { type FormEvent, Fragment, useState } from 'react'
import type { GroupMember, GroupView } from '#registry/schema'
import { day, properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { textOf } from '../privacy/privacy-words.ts'
import { DayField } from './DayField.tsx'
import { FormEnd } from './FormEnd.tsx'
import { useGroupDeed } from './use-group-deed.ts'

/** Members with their times; `mayEnd` gives each a way out. */
export function MembersTable({
  group,
  members,
  label,
  mayEnd,
}: {
  readonly group: GroupView
  readonly members: readonly GroupMember[]
  readonly label: string
  readonly mayEnd: boolean
}) {
  const [ending, setEnding] = useState<number | null>(null)
  const hasEnds = members.some(({ to }) => to !== null)
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('community.memberName')}</th>
            <th scope="col">{t('community.role')}</th>
            <th scope="col">{t('community.from')}</th>
            {hasEnds && <th scope="col">{t('community.to')}</th>}
            {mayEnd && (
              <th scope="col">
                <span className="sr-only">{t('community.end')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Fragment key={member.changeNo}>
              <tr>
                <th scope="row">
                  <MemberName member={member} />
                </th>
                <td>{t(`groupRole.${member.role}`)}</td>
                <td className="nowrap" data-label={t('community.from')}>
                  {day(member.from)}
                </td>
                {hasEnds && (
                  <td className="nowrap" data-label={t('community.to')}>
                    {member.to === null ? '–' : day(member.to)}
                  </td>
                )}
                {mayEnd && (
                  <td className="num">
                    {member.to === null && (
                      <button
                        type="button"
                        className="button button-small"
                        aria-expanded={ending === member.changeNo}
                        aria-label={t('community.endOf', { name: memberWords(member) })}
                        onClick={() =>
                          setEnding(ending === member.changeNo ? null : member.changeNo)
                        }
                      >
                        {t('community.end')}
                      </button>
                    )}
                  </td>
                )}
              </tr>
              {ending === member.changeNo && (
                <tr>
                  <td colSpan={hasEnds ? 5 : 4}>
                    <EndForm group={group} member={member} onDone={() => setEnding(null)} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EndForm({
  group,
  member,
  onDone,
}: {
  readonly group: GroupView
  readonly member: GroupMember
  readonly onDone: () => void
}) {
  const { isBusy, failure, write } = useGroupDeed(group)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const on = textOf(event.currentTarget, 'left-on')
    void write({ kind: 'left', changeNo: member.changeNo, on }, onDone)
  }
  return (
    <form className="community-form" onSubmit={submit}>
      <DayField name="left-on" label={t('community.leftOn')} />
      {failure !== null && <DeedFailure error={failure} />}
      <FormEnd deed={t('community.doEnd')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

function MemberName({ member }: { readonly member: GroupMember }) {
  const { personId } = member
  if (personId === null) return <span className="text-unknown">{t('community.gone')}</span>
  return (
    <Link to="/warga/$personId" params={{ personId }}>
      {memberWords(member)}
    </Link>
  )
}

function memberWords({ name }: GroupMember): string {
  return name === null ? t('community.hidden') : properName(name)
}
