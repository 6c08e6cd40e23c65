import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MemberLine } from '#insight/schema'
import { type GroupView, groupRoles } from '#registry/schema'
import { familyQuery } from '../../api/queries.ts'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { FindFamily } from '../families/FindFamily.tsx'
import { ageWords } from '../family/family-words.ts'
import { textOf } from '../privacy/privacy-words.ts'
import { DayField } from './DayField.tsx'
import { FormEnd } from './FormEnd.tsx'
import { useGroupDeed } from './use-group-deed.ts'

/** Somebody of the register into a group: the family, then who of it, then as what. */
export function AddMember({
  group,
  onDone,
}: {
  readonly group: GroupView
  readonly onDone: () => void
}) {
  const [familyId, setFamilyId] = useState<string | null>(null)
  const [person, setPerson] = useState<MemberLine | null>(null)
  return (
    <section className="card stack" aria-label={t('community.add')}>
      <h2>{t('community.add')}</h2>
      {familyId === null ? (
        <>
          <FindFamily label={t('community.addFind')} onChoose={setFamilyId} />
          <p>
            <button type="button" className="button" onClick={onDone}>
              {t('community.cancel')}
            </button>
          </p>
        </>
      ) : person === null ? (
        <ChoosePerson familyId={familyId} onChoose={setPerson} onBack={() => setFamilyId(null)} />
      ) : (
        <JoinForm group={group} person={person} onDone={onDone} onBack={() => setPerson(null)} />
      )}
    </section>
  )
}

function ChoosePerson(props: {
  readonly familyId: string
  readonly onChoose: (person: MemberLine) => void
  readonly onBack: () => void
}) {
  const query = useQuery(familyQuery(props.familyId))
  return (
    <Loaded query={query} shape="list">
      {({ headName, members }) => (
        <>
          <h3>{t('community.addWho', { name: properName(headName) })}</h3>
          <ul className="row-wrap plain-list">
            {members.map((person) => (
              <li key={person.personId}>
                <button type="button" className="button" onClick={() => props.onChoose(person)}>
                  {[nameOf(person), ageWords(person.ageYears, person.ageMonths)]
                    .filter(Boolean)
                    .join(', ')}
                </button>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" className="link-button" onClick={props.onBack}>
              {t('community.addOther')}
            </button>
          </p>
        </>
      )}
    </Loaded>
  )
}

function nameOf({ name }: MemberLine): string {
  return name === '' ? t('community.hidden') : properName(name)
}

function JoinForm(props: {
  readonly group: GroupView
  readonly person: MemberLine
  readonly onDone: () => void
  readonly onBack: () => void
}) {
  const { isBusy, failure, write } = useGroupDeed(props.group)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const role = groupRoles.find((code) => code === textOf(form, 'role')) ?? 'member'
    const { personId } = props.person
    void write({ kind: 'joined', personId, role, on: textOf(form, 'joined-on') }, props.onDone)
  }
  return (
    <form className="community-form" onSubmit={submit}>
      <div className="community-fields">
        <p className="field">
          <label htmlFor="role">{t('community.addAs', { name: nameOf(props.person) })}</label>
          <select className="input" id="role" name="role" defaultValue="member">
            {groupRoles.map((role) => (
              <option key={role} value={role}>
                {t(`groupRole.${role}`)}
              </option>
            ))}
          </select>
        </p>
        <DayField name="joined-on" label={t('community.joinedOn')} />
      </div>
      {failure !== null && <DeedFailure error={failure} />}
      <FormEnd deed={t('community.doAdd')} isBusy={isBusy} onCancel={props.onBack} />
    </form>
  )
}
