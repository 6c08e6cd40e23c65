import { Link } from '@tanstack/react-router'
import type { FamilyPage } from '#insight/schema'
import { inFours } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { familyName } from '../family/family-words.ts'
import { factsOf, factWords } from './group-facts.ts'
import { MemberWords } from './MemberWords.tsx'

/** One of two families beside each other: where, who, what it lacks and what it gets. */
export function FamilySide({ family }: { readonly family: FamilyPage }) {
  // Two members may lack the same: it is said once.
  const facts = (state: 'lacks' | 'received') => [...new Set(factsOf(family, state).map(factWords))]
  return (
    <section className="card stack">
      <h2>
        <Link to="/keluarga/$familyId" params={{ familyId: family.familyId }}>
          {familyName(family)}
        </Link>
      </h2>
      <p className="small ink2">
        {family.kkMasked ? `KK ${inFours(family.kkMasked)}` : t('family.noKk')}
        <br />
        {[family.address ?? t('family.noAddress'), family.wardName].filter(Boolean).join(', ')}
      </p>
      <ul className="list-lines">
        {family.members.map((member) => (
          <li key={member.personId}>
            <MemberWords member={member} />
          </li>
        ))}
      </ul>
      <FactList title={t('group.lacks')} facts={facts('lacks')} />
      <FactList title={t('group.receives')} facts={facts('received')} />
    </section>
  )
}

function FactList({ title, facts }: { readonly title: string; readonly facts: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      {facts.length === 0 ? (
        <p className="small dim">–</p>
      ) : (
        <ul className="list-lines">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </>
  )
}
