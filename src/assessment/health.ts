import { isIll } from './basic.ts'
import { allOf, anyOf, type Claim, known, unknown } from './claim.ts'
import {
  ageFact,
  type FamilyView,
  giftEvidence,
  type MemberView,
  missingMembers,
  personFact,
  told,
} from './family-view.ts'
import {
  type Finding,
  familyFinding,
  given,
  memberFinding,
  mergeFindings,
  type Severity,
} from './finding.ts'
import { isNearPoor } from './poverty.ts'

/** Reasons for which a membership ends because another cover, or nobody, takes its place. */
const coveredElsewhere = /segmen|pekerja|ppu|mandiri|ganda|meninggal|wafat|luar kota/i

/** Ages at which the health office looks for a pregnancy. */
const fertileAges = { from: 15, to: 49 }

/**
 * Health insurance: a member of a near-poor family, or one who is ill or pregnant, whose cover is
 * known to have ended. Who stands in no list of members is unknown: the person may be insured by
 * work, by the city, or pay.
 */
export function healthInsurance(view: FamilyView): Finding {
  return memberFinding(
    view,
    (member) =>
      given(
        lacksCover(view, member),
        anyOf(isNearPoor(view), isIll(view, member), isPregnant(view, member)),
      ),
    (member) => coverSeverity(view, member),
  )
}

function coverSeverity(view: FamilyView, member: MemberView): Severity {
  const isFrail = isIll(view, member).value === true || isPregnant(view, member).value === true
  if (isFrail) return 4
  const age = member.age ?? 30
  return age < 5 || age >= 60 ? 3 : 2
}

/** True when cover is known to have ended without another in its place. */
export function lacksCover(view: FamilyView, member: MemberView): Claim {
  const gift = member.gifts.find((entry) => entry.indicator === 'JKN' && entry.status === 'active')
  const { jknStatus, jknReason } = member.person
  if (jknStatus === 'active') return personFact(view, member, 'jknStatus', () => false)
  if (jknStatus === undefined && gift !== undefined) return known(false, giftEvidence(gift))
  if (jknStatus === 'inactive') {
    // Two lists that disagree, or another cover in its place: somebody has to ask.
    const isElsewhere = jknReason !== undefined && coveredElsewhere.test(jknReason)
    if (gift !== undefined || isElsewhere) {
      return unknown({ fact: 'jknStatus', personId: member.person.personId })
    }
    return allOf(
      personFact(view, member, 'jknStatus', () => true),
      ...(jknReason === undefined ? [] : [personFact(view, member, 'jknReason', () => true)]),
    )
  }
  const heard = view.signs.filter(
    ({ sign, personId }) => sign === 'jkn-inactive' && personId === member.person.personId,
  )
  if (heard.length > 0) {
    return known(true, ...heard.map(({ sign, words, ref }) => ({ fact: sign, value: words, ref })))
  }
  return unknown({ fact: 'jknStatus', personId: member.person.personId })
}

/** Nutrition: a child under five below its growth line, or a mother called malnourished. */
export function nutrition(view: FamilyView): Finding {
  const severityOf = (member: MemberView): Severity => {
    if (member.person.nutrition === 'wasted') return 4
    return (member.age ?? 3) < 2 ? 4 : 3
  }
  const byMember = memberFinding(
    view,
    (member) =>
      given(
        ageFact(view, member, (age) => age < 5),
        personFact(view, member, 'nutrition', (state) => state !== 'normal'),
      ),
    severityOf,
  )
  return mergeFindings(byMember, familyFinding(told(view, 'malnourished'), 3))
}

/** Pregnancy in a near-poor family. */
export function pregnancy(view: FamilyView): Finding {
  const nearPoor = isNearPoor(view)
  const byMember = memberFinding(
    view,
    (member) => given(isPregnant(view, member), nearPoor),
    (member) => {
      const age = member.age ?? 25
      return age < 20 || age >= 35 || isIll(view, member).value === true ? 4 : 3
    },
  )
  if (byMember.lacks.length > 0) return byMember
  // A list counts a pregnant member without saying who.
  const counted = familyFinding(given(told(view, 'pregnant'), nearPoor), 3)
  return counted.lacks.length > 0 ? counted : mergeFindings(byMember, counted)
}

/** Pregnant: a list says so of her, or counts one and she alone can be meant. */
export function isPregnant(view: FamilyView, member: MemberView): Claim {
  if (member.person.sex === 'male') return known(false)
  const age = ageFact(view, member, (years) => years >= fertileAges.from && years <= fertileAges.to)
  if (age.value === false) return age
  const said = personFact(view, member, 'isPregnant', (pregnant) => pregnant)
  if (said.value !== null) return said
  const counted = told(view, 'pregnant')
  if (counted.value === true && age.value === true && isOnlyFertile(view, member)) return counted
  return unknown({ fact: 'isPregnant', personId: member.person.personId })
}

function isOnlyFertile(view: FamilyView, member: MemberView): boolean {
  return view.members.every(
    (other) =>
      other === member ||
      other.person.sex === 'male' ||
      (other.age !== null && (other.age < fertileAges.from || other.age > fertileAges.to)),
  )
}

/** Disability: of a near-poor family, or severe. */
export function disability(view: FamilyView): Finding {
  const nearPoor = isNearPoor(view)
  const byMember = memberFinding(
    view,
    (member) => given(isDisabled(view, member), anyOf(nearPoor, isSeverelyDisabled(view, member))),
    (member) => disabilitySeverity(view, member),
  )
  if (byMember.lacks.length > 0) return byMember
  const counted = anyOf(
    told(view, 'severe-disability'),
    given(told(view, 'disabled-member'), nearPoor),
  )
  const family = familyFinding(counted, 3)
  return family.lacks.length > 0 ? family : mergeFindings(byMember, family)
}

function disabilitySeverity(view: FamilyView, member: MemberView): Severity {
  const isHelped = member.gifts.some((gift) => gift.indicator === 'DISAB')
  if (isSeverelyDisabled(view, member).value === true) return isHelped ? 3 : 4
  return isHelped ? 1 : 2
}

/** Disabled in any kind. */
export function isDisabled(view: FamilyView, member: MemberView): Claim {
  return personFact(view, member, 'disability', (kind) => kind !== 'none')
}

function isSeverelyDisabled(view: FamilyView, member: MemberView): Claim {
  const severe = personFact(view, member, 'disabilitySeverity', (grade) => grade === 'severe')
  const isOnly = view.members.every(
    (other) => other === member || isDisabled(view, other).value === false,
  )
  if (severe.value === null && isOnly) {
    const counted = told(view, 'severe-disability')
    if (counted.value === true) return counted
  }
  return severe
}

/** Anybody of the family is disabled. */
export function hasDisabled(view: FamilyView): Claim {
  return anyOf(
    ...view.members.map((member) => isDisabled(view, member)),
    told(view, 'disabled-member', 'severe-disability'),
    missingMembers(view),
  )
}
