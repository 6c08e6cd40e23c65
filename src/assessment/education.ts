import { allOf, anyOf, type Claim, known, unknown } from './claim.ts'
import {
  ageFact,
  type FamilyView,
  type MemberView,
  missingMembers,
  personFact,
  told,
} from './family-view.ts'
import {
  type Finding,
  familyFinding,
  given,
  type Lack,
  memberFinding,
  mergeFindings,
} from './finding.ts'
import { isNearPoor } from './poverty.ts'

/** School ages that the city counts, completed years. @source 12 years of schooling from age 7. */
const schoolAges = { from: 7, to: 18 }

/** Youngest and oldest whom a school still has costs for. */
const pupilAges = { from: 6, to: 20 }

/** Out of school: a child of 7 to 18 who never went or left, and has not finished senior school. */
export function outOfSchool(view: FamilyView): Finding {
  const byMember = memberFinding(
    view,
    (member) => isOutOfSchool(view, member),
    (member) => ((member.age ?? 0) < 16 ? 4 : 3),
  )
  const heard = told(view, 'out-of-school')
  if (heard.value !== true || byMember.lacks.length > 0) return byMember
  // The ward says so; the only child of school age is meant, else the family as a whole.
  const children = view.members.filter(isOfSchoolAge)
  const only = children.length === 1 ? children[0] : undefined
  const lack: Lack = { severity: 3, evidence: heard.evidence }
  return { lacks: [only === undefined ? lack : { ...lack, member: only }], missing: [] }
}

function isOfSchoolAge(member: MemberView): boolean {
  return member.age !== null && member.age >= schoolAges.from && member.age <= schoolAges.to
}

function isOutOfSchool(view: FamilyView, member: MemberView): Claim {
  return given(
    ageFact(view, member, (age) => age >= schoolAges.from && age <= schoolAges.to),
    attendance(view, member, false),
    finishedSenior(view, member),
  )
}

/** Not yet through senior school; an unknown certificate does not hold the answer open. */
function finishedSenior(view: FamilyView, member: MemberView): Claim {
  const finished = ['senior', 'diploma', 'bachelor', 'postgraduate']
  const claim = personFact(view, member, 'education', (level) => !finished.includes(level))
  return claim.value === null ? known(true) : claim
}

/** Whether the member goes to school (or, for `false`, does not): a register, a class, a stipend. */
export function attendance(view: FamilyView, member: MemberView, wanted: boolean): Claim {
  const said = personFact(
    view,
    member,
    'schoolParticipation',
    (participation) => (participation === 'attending') === wanted,
  )
  const { schoolParticipation, schoolClass, schoolLevel, schoolName, personId } = member.person
  const stipend = member.gifts.find((gift) => gift.indicator === 'EDU_COST')
  const school = schoolName ?? schoolLevel ?? schoolClass
  if (school === undefined && stipend === undefined) return said
  // A school names the child as its own and the register says that it left: somebody has to ask.
  if (schoolParticipation === 'left' || schoolParticipation === 'never') {
    return unknown({ fact: 'schoolParticipation', personId })
  }
  if (said.value !== null) return said
  return stipend === undefined
    ? known(wanted, { fact: 'school', value: String(school) })
    : known(wanted, { fact: 'received', value: stipend.programme, ref: stipend.ref })
}

/** Cost of school: a pupil of a near-poor family. */
export function schoolCost(view: FamilyView): Finding {
  const nearPoor = isNearPoor(view)
  const severity = (member: MemberView) => {
    if ((view.family.decile ?? 5) <= 2) return (member.age ?? 0) >= 13 ? 3 : 2
    return (member.age ?? 0) >= 13 ? 2 : 1
  }
  const byMember = memberFinding(
    view,
    (member) =>
      given(
        ageFact(view, member, (age) => age >= pupilAges.from && age <= pupilAges.to),
        attendance(view, member, true),
        nearPoor,
      ),
    severity,
  )
  if (byMember.lacks.length > 0 || view.areMembersKnown) return byMember
  const pupils = familyFinding(given(told(view, 'pupils'), nearPoor), 2)
  return pupils.lacks.length > 0 ? pupils : mergeFindings(byMember, pupils)
}

/** Anybody of the family goes to school. */
export function hasPupil(view: FamilyView): Claim {
  return anyOf(
    ...view.members.map((member) =>
      allOf(
        ageFact(view, member, (age) => age >= pupilAges.from && age <= pupilAges.to),
        attendance(view, member, true),
      ),
    ),
    missingMembers(view),
  )
}
