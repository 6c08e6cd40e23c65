import { allOf, anyOf, type Claim, known, not, unknown } from './claim.ts'
import {
  ageFact,
  type FamilyView,
  familyFact,
  giftEvidence,
  type MemberView,
  personFact,
  told,
} from './family-view.ts'
import { type Finding, familyFinding, given, memberFinding } from './finding.ts'
import { isDisabled } from './health.ts'
import {
  businessWords,
  formalWords,
  idleWords,
  informalWords,
  joblessWords,
  outsideLabourWords,
} from './occupations.ts'
import { isNearPoor, isPoor } from './poverty.ts'

/** Working ages, completed years. @source BPS: from 15; cover against accidents ends at 65. */
const workingAges = { from: 15, to: 64 }

/** Until this age "does not work" is read as without work; later it may be rest. */
const idleAges = { from: 18, to: 54 }

/** Work: somebody of a near-poor family looks for work. */
export function work(view: FamilyView): Finding {
  return memberFinding(
    view,
    (member) => given(isJobless(view, member), isNearPoor(view)),
    (member) => (member === view.head ? 4 : (member.age ?? 40) <= 25 ? 3 : 2),
  )
}

function isJobless(view: FamilyView, member: MemberView): Claim {
  const age = ageFact(view, member, (years) => years >= workingAges.from && years <= workingAges.to)
  if (age.value === false) return age
  const { occupation, personId } = member.person
  const isSure = occupation !== undefined && joblessWords.test(occupation)
  if (isSure || occupation === undefined || !idleWords.test(occupation)) {
    const heard = told(view, 'jobless').value === true && member === view.head
    if (occupation === undefined && heard) return told(view, 'jobless')
    return occupation === undefined && isPupil(member)
      ? known(false, { fact: 'schoolParticipation', value: 'attending' })
      : given(
          personFact(view, member, 'occupation', () => isSure),
          age,
        )
  }
  // "Tidak bekerja" without a reason: of a sound person in the prime of life it means no work.
  const disabled = isDisabled(view, member)
  if (disabled.value === true) return not(disabled)
  if (isPupil(member)) return known(false, { fact: 'schoolParticipation', value: 'attending' })
  const isPrime = member.age !== null && member.age >= idleAges.from && member.age <= idleAges.to
  if (!isPrime || disabled.value === null) return unknown({ fact: 'occupation', personId })
  return allOf(
    personFact(view, member, 'occupation', () => true),
    age,
  )
}

function isPupil(member: MemberView): boolean {
  return member.person.schoolParticipation === 'attending'
}

/** Capital: an own small trade in a near-poor family. */
export function businessCapital(view: FamilyView): Finding {
  return memberFinding(
    view,
    (member) => given(hasOwnTrade(view, member), isNearPoor(view)),
    (member) => {
      if (member.gifts.some((gift) => gift.indicator === 'CAPITAL')) return 1
      return member === view.head ? 3 : 2
    },
  )
}

function hasOwnTrade(view: FamilyView, member: MemberView): Claim {
  if (member.age !== null && member.age < workingAges.from) return known(false)
  const owns = personFact(view, member, 'ownsBusiness', (owned) => owned)
  if (owns.value === true) return owns
  const byWork = personFact(view, member, 'occupation', (words) => businessWords.test(words))
  // A trade that the words name outweighs a box nobody ticked.
  return byWork.value === true ? byWork : owns.value === false ? owns : byWork
}

/** Cover at work: an informal worker under 65 of a near-poor family, not yet covered. */
export function workProtection(view: FamilyView): Finding {
  return memberFinding(
    view,
    (member) => given(isUncoveredWorker(view, member), isNearPoor(view)),
    (member) => (member === view.head ? 2 : 1),
  )
}

function isUncoveredWorker(view: FamilyView, member: MemberView): Claim {
  const gift = member.gifts.find((entry) => entry.indicator === 'JAMSOS')
  if (gift !== undefined) return known(false, giftEvidence(gift))
  const age = ageFact(view, member, (years) => years >= workingAges.from && years <= workingAges.to)
  if (age.value === false) return age
  if (isPupil(member) && member.person.occupation === undefined) {
    return known(false, { fact: 'schoolParticipation', value: 'attending' })
  }
  return allOf(
    personFact(
      view,
      member,
      'occupation',
      (words) => informalWords.test(words) && !isFormal(words),
    ),
    age,
  )
}

function isFormal(words: string): boolean {
  return formalWords.test(words) || outsideLabourWords.test(words)
}

/** A woman under 65 who heads a near-poor family. */
export function womanHead(view: FamilyView): Finding {
  const { head } = view
  if (head === undefined) {
    const alone = given(told(view, 'woman-alone'), isNearPoor(view))
    if (alone.value !== false) return familyFinding(alone, 2)
    const isNobody = view.members.length === 0 && view.areMembersKnown
    return { lacks: [], missing: isNobody ? [] : [{ fact: 'headPersonId' }] }
  }
  const claim = given(
    isWomanHead(view),
    ageFact(view, head, (age) => age < 65),
    isNearPoor(view),
  )
  const children = view.members.filter(({ age }) => age !== null && age < 18).length
  const severity = children >= 2 ? 3 : children === 1 ? 2 : 1
  const finding = familyFinding(claim, severity)
  return { ...finding, lacks: finding.lacks.map((lack) => ({ ...lack, member: head })) }
}

/** A woman heads the family; unknown without a known head or sex. */
export function isWomanHead(view: FamilyView): Claim {
  const { head } = view
  if (head === undefined) {
    const heard = told(view, 'woman-alone')
    return heard.value === true ? heard : unknown({ fact: 'headPersonId' })
  }
  return personFact(view, head, 'sex', (sex) => sex === 'female')
}

/** Debt of a poor family. */
export function debt(view: FamilyView): Finding {
  const owes = anyOf(
    told(view, 'debt'),
    familyFact(view, 'hasDebt', (hasDebt) => hasDebt),
  )
  return familyFinding(given(isPoorEnoughForDebt(view), owes), 2)
}

/** Poor, or among those to whom a giver or ward ascribes the debt. */
function isPoorEnoughForDebt(view: FamilyView): Claim {
  return anyOf(isPoor(view), allOf(isNearPoor(view), told(view, 'debt')))
}
