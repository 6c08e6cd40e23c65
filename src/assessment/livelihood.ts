import { allOf, anyOf, type Claim, known, unknown } from './claim.ts'
import {
  ageFact,
  type FamilyView,
  familyFact,
  giftEvidence,
  type MemberView,
  missingMembers,
  personFact,
  told,
} from './family-view.ts'
import { type Finding, familyFinding, given, memberFinding } from './finding.ts'
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
  if (isPupil(member)) return atSchool
  const { occupation, personId } = member.person
  const heard = heardJobless(view, member)
  if (occupation === undefined) {
    return heard.value === true ? heard : unknown({ fact: 'occupation', personId })
  }
  // "Tidak bekerja" without a reason may be rest, illness or the house: it has to be asked.
  if (idleWords.test(occupation)) return anyOf(unknown({ fact: 'occupation', personId }), heard)
  return given(
    personFact(view, member, 'occupation', (words) => joblessWords.test(words)),
    age,
  )
}

/** Who goes to school neither looks for work nor counts as a worker yet. */
const atSchool = known(false, { fact: 'schoolParticipation', value: 'attending' })

/** A remark that somebody is out of work means the head. */
function heardJobless(view: FamilyView, member: MemberView): Claim {
  return member === view.head ? told(view, 'jobless') : known(false)
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
  // A trade that the words name outweighs a box nobody ticked.
  return anyOf(
    personFact(view, member, 'ownsBusiness', (owned) => owned),
    personFact(view, member, 'occupation', (words) => businessWords.test(words)),
  )
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
  if (isPupil(member)) return atSchool
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

/** A woman under 65 who heads a near-poor family: others depend on her and no husband lives there. */
export function womanHead(view: FamilyView): Finding {
  const { head } = view
  const heard = told(view, 'woman-alone')
  if (head === undefined) {
    const alone = given(heard, isNearPoor(view))
    if (alone.value !== false) return familyFinding(alone, 2)
    const isNobody = view.members.length === 0 && view.areMembersKnown
    return { lacks: [], missing: isNobody ? [] : [{ fact: 'headPersonId' }] }
  }
  const claim = given(
    isWomanHead(view),
    ageFact(view, head, (age) => age < workingAges.to + 1),
    anyOf(heard, hasDependants(view)),
    isNearPoor(view),
  )
  const children = view.members.filter(({ age }) => age !== null && age < 18).length
  const severity = children >= 2 ? 3 : children === 1 ? 2 : 1
  const finding = familyFinding(claim, severity)
  return { ...finding, lacks: finding.lacks.map((lack) => ({ ...lack, member: head })) }
}

/** Somebody lives with the head and is not her husband. */
function hasDependants(view: FamilyView): Claim {
  const others = view.members.filter((member) => member !== view.head)
  const hasHusband = others.some(({ person }) => person.relation === 'spouse')
  if (hasHusband) return known(false, { fact: 'members', value: String(view.members.length) })
  const mayBeHusband = others.find(
    ({ person, age }) =>
      person.relation === undefined && person.sex !== 'female' && (age === null || age >= 18),
  )
  if (mayBeHusband !== undefined) {
    return unknown({ fact: 'relation', personId: mayBeHusband.person.personId })
  }
  if (others.length > 0) return known(true, { fact: 'members', value: String(view.members.length) })
  return missingMembers(view)
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
