import { allOf, anyOf, type Claim, known, not, unknown } from './claim.ts'
import {
  ageFact,
  type FamilyView,
  familyFact,
  type MemberView,
  missingMembers,
  personFact,
  told,
} from './family-view.ts'
import { type Finding, familyFinding, given, memberFinding, type Severity } from './finding.ts'
import { isNearPoor, isPoor } from './poverty.ts'

/** Age from which Indonesian law calls a person old. @source UU 13/1998, article 1. */
const elderlyAge = 60

/** The highest decile in which an old person who lives alone still counts as in need of care. */
const loneElderlyDeciles = 6

/** Income: a poor family, by decile and the signs of those who know it. */
export function income(view: FamilyView): Finding {
  return familyFinding(isPoor(view), incomeSeverity(view))
}

function incomeSeverity(view: FamilyView): Severity {
  const decile = view.family.decile
  if (decile === 1 || told(view, 'destitute').value === true) return 4
  if (decile === 2) return 3
  return 2
}

/** Care in old age: one who lives alone, or all in the house are old and the family is near-poor. */
export function elderCare(view: FamilyView): Finding {
  const alone = isAlone(view)
  const old = allOf(
    ...view.members.map((member) =>
      anyOf(
        ageFact(view, member, (age) => age >= elderlyAge),
        view.members.length === 1 ? told(view, 'old') : known(false),
      ),
    ),
    not(missingMembers(view)),
  )
  const lone = allOf(
    alone,
    anyOf(
      familyFact(view, 'decile', (decile) => decile <= loneElderlyDeciles),
      isNearPoor(view),
    ),
  )
  const claim =
    view.members.length === 0
      ? missingMembers(view)
      : given(anyOf(old, loneOld(view)), anyOf(lone, isNearPoor(view)))
  return memberFinding(
    view,
    () => claim,
    (member) => {
      const isFrail = (member.age ?? 0) >= 75 || hasIllness(member)
      if (alone.value === true) return isFrail ? 4 : 3
      return isFrail ? 3 : 2
    },
  )
}

/** Told by the ward that an old person lives alone, whatever the register says of the house. */
function loneOld(view: FamilyView): Claim {
  return view.members.length === 1 ? allOf(told(view, 'alone'), told(view, 'old')) : known(false)
}

/** One person in the house. */
export function isAlone(view: FamilyView): Claim {
  if (view.members.length !== 1) return known(false)
  const heard = told(view, 'alone')
  if (heard.value === true) return heard
  return view.areMembersKnown
    ? known(true, { fact: 'members', value: '1' })
    : familyFact(view, 'occupants', (occupants) => occupants === 1)
}

/** One old person in the house; unknown while age or house is. */
export function isLoneElderly(view: FamilyView): Claim {
  const [member] = view.members
  if (member === undefined) return missingMembers(view)
  return allOf(
    isAlone(view),
    anyOf(
      ageFact(view, member, (age) => age >= elderlyAge),
      told(view, 'old'),
    ),
  )
}

/**
 * Neglect: a child without any adult, somebody whom the ward calls neglected, or a poor, ill old
 * person who lives alone.
 */
export function neglect(view: FamilyView): Finding {
  const told_ = told(view, 'foundling')
  const loneIll = (member: MemberView) =>
    given(isLoneElderly(view), isPoor(view), anyOf(isIll(view, member), told(view, 'ill')))
  return memberFinding(
    view,
    (member) =>
      anyOf(
        view.members.length === 1 || isChild(member) ? told_ : known(false),
        withoutAdult(view, member),
        loneIll(member),
      ),
    () => 4,
  )
}

function isChild(member: MemberView): boolean {
  return member.age !== null && member.age < 18
}

/** A child in a family in which nobody is grown up. */
function withoutAdult(view: FamilyView, member: MemberView): Claim {
  if (member.age !== null && member.age >= 18) return known(false)
  if (!view.members.every((other) => other.age === null || other.age < 18)) return known(false)
  return allOf(
    not(missingMembers(view)),
    ...view.members.map((other) => ageFact(view, other, (age) => age < 18)),
  )
}

/** Chronically ill. */
export function isIll(view: FamilyView, member: MemberView): Claim {
  return personFact(view, member, 'chronicIllness', (illness) => illness !== 'none')
}

function hasIllness(member: MemberView): boolean {
  const illness = member.person.chronicIllness
  return illness !== undefined && illness !== 'none'
}

/**
 * Papers: no NIK although a register lists the person, a child without birth certificate, or the
 * ward tells of missing papers. A NIK absent from lists that do not ask for it proves nothing.
 */
export function documents(view: FamilyView): Finding {
  const papers = told(view, 'no-papers')
  return memberFinding(
    view,
    (member) =>
      anyOf(lacksNik(member), lacksCertificate(view, member), isMeant(view, member, papers)),
    (member) => (lacksNik(member).value === true ? 3 : 2),
  )
}

/** A remark about papers means the person of its row. */
function isMeant(view: FamilyView, member: MemberView, claim: Claim): Claim {
  const isNamed = view.signs.some(
    ({ sign, personId }) => sign === 'no-papers' && personId === member.person.personId,
  )
  return isNamed ? claim : known(false)
}

function lacksNik(member: MemberView): Claim {
  const { nik, nikPrefix, personId } = member.person
  if (nik !== undefined) return known(false, { fact: 'nik', value: 'known' })
  if (nikPrefix !== undefined) return known(false, { fact: 'nik', value: 'partly known' })
  return unknown({ fact: 'nik', personId })
}

function lacksCertificate(view: FamilyView, member: MemberView): Claim {
  if (member.age !== null && member.age >= 18) return known(false)
  const certificate = personFact(view, member, 'hasBirthCertificate', (has) => !has)
  return certificate.value === null
    ? certificate
    : allOf(
        certificate,
        ageFact(view, member, (age) => age < 18),
      )
}
