import type { MemberLine } from '#insight/schema'
import { properName } from '../../i18n/format.ts'
import { codeWords } from '../../i18n/language.ts'
import { ageWords } from '../family/family-words.ts'

/** Who a member is: name, place in the family, age. */
export function MemberWords({ member }: { readonly member: MemberLine }) {
  const { relation, ageYears, ageMonths } = member
  return (
    <>
      <b>{properName(member.name)}</b>{' '}
      <span className="dim">
        {[relation && codeWords('value.relation', relation), ageWords(ageYears, ageMonths)]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  )
}
