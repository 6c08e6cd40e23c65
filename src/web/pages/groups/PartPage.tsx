import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { FamilyPage, MemberLine } from '#insight/schema'
import { familyQuery } from '../../api/queries.ts'
import { properName } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { FamilyHead } from './FamilyHead.tsx'
import { factsOf, factWords } from './group-facts.ts'
import { MemberWords } from './MemberWords.tsx'
import { ReasonAndSend } from './ReasonAndSend.tsx'
import { useGroupChange } from './use-group-change.ts'
import './groups.css'

const route = getRouteApi('/officer/keluarga/$familyId/pisahkan')

/** Not one family: who leaves it, together, and what goes along. */
export function PartPage() {
  const { familyId } = route.useParams()
  const query = useQuery(familyQuery(familyId))
  return (
    <div className="page">
      <Loaded query={query} shape="cards">
        {(family) => <Part family={family} key={familyId} />}
      </Loaded>
    </div>
  )
}

function Part({ family }: { readonly family: FamilyPage }) {
  const [leavingIds, setLeavingIds] = useState<ReadonlySet<string>>(new Set())
  const { send, failure, isBusy } = useGroupChange(family.familyId)
  const isLeaving = ({ personId }: MemberLine) => leavingIds.has(personId)
  const leaving = family.members.filter(isLeaving)
  const staying = family.members.filter((member) => !isLeaving(member))
  const toggle = (personId: string) => {
    const chosen = new Set(leavingIds)
    if (!chosen.delete(personId)) chosen.add(personId)
    setLeavingIds(chosen)
  }
  return (
    <>
      <FamilyHead title={t('group.part')} note={t('group.partHow')} family={family} />
      <fieldset className="card stack">
        <legend>{t('group.whoLeaves')}</legend>
        {family.members.map((member) => (
          <label key={member.personId} className="group-choice">
            <input
              type="checkbox"
              checked={isLeaving(member)}
              onChange={() => toggle(member.personId)}
            />
            <span>
              <MemberWords member={member} />
            </span>
          </label>
        ))}
      </fieldset>
      {family.members.length < 2 ? (
        <p className="notice">{t('group.onlyOne')}</p>
      ) : leaving.length === 0 || staying.length === 0 ? (
        <p className="notice" role="status">
          {t(leaving.length === 0 ? 'group.nobodyLeaves' : 'group.nobodyStays')}
        </p>
      ) : (
        <>
          <PartConsequences family={family} leaving={leaving} staying={staying} />
          <ReasonAndSend
            deed={t('group.doPart')}
            isBusy={isBusy}
            failure={failure}
            onSend={(reason) =>
              void send({
                kind: 'other-family',
                left: { personIds: staying.map(({ personId }) => personId) },
                right: { personIds: leaving.map(({ personId }) => personId) },
                reason,
              })
            }
          />
        </>
      )}
    </>
  )
}

function PartConsequences({
  family,
  leaving,
  staying,
}: {
  readonly family: FamilyPage
  readonly leaving: readonly MemberLine[]
  readonly staying: readonly MemberLine[]
}) {
  const ids = new Set(leaving.map(({ personId }) => personId))
  const goAlong = (state: 'lacks' | 'received') =>
    factsOf(family, state).filter(({ personId }) => personId !== null && ids.has(personId))
  const lines = [
    t('group.stay', { names: namesOf(staying) }),
    t('group.leave', { names: namesOf(leaving) }),
    ...(['lacks', 'received'] as const).flatMap((state) => {
      const facts = goAlong(state).map(factWords)
      return facts.length === 0 ? [] : [t(`group.along.${state}`, { what: facts.join('; ') })]
    }),
    t('group.restStays'),
  ]
  return (
    <section className="card stack" aria-live="polite">
      <h2>{t('group.then')}</h2>
      <ul className="list-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function namesOf(members: readonly MemberLine[]): string {
  return members.map(({ name }) => properName(name)).join(', ')
}
