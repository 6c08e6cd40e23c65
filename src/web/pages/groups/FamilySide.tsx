import { Link } from '@tanstack/react-router'
import type { FamilyPage } from '#insight/schema'
import { inFours, properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { ageWords, familyName } from '../family/family-words.ts'
import { factsOf, factWords } from './group-facts.ts'

/** One of two families beside each other: where, who, what it lacks and what it gets. */
export function FamilySide({ family }: { readonly family: FamilyPage }) {
  const facts = (state: 'lacks' | 'received') => factsOf(family, state).map(factWords)
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
            <b>{properName(member.name)}</b>{' '}
            <span className="dim">
              {[
                member.relation && codeWords('value.relation', member.relation),
                ageWords(member.ageYears, member.ageMonths),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
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
          {facts.map((fact, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two members may lack the same
            <li key={`${fact}${place}`}>{fact}</li>
          ))}
        </ul>
      )}
    </>
  )
}
