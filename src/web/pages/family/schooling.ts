import type { MemberLine } from '#insight/schema'

/** Years of school that a finished level stands for. */
const yearsOfLevel: Readonly<Record<string, number>> = {
  none: 0,
  primary: 6,
  junior: 9,
  senior: 12,
  diploma: 15,
  bachelor: 16,
  postgraduate: 18,
}
/** Age at which a child begins the first year of primary school. */
const firstSchoolAge = 7
/** Twelve years of school are everybody's due. */
const dueYears = 12

export type Generation = 'grandparents' | 'parents' | 'children' | 'grandchildren'

const generationOf: Readonly<Record<string, Generation>> = {
  parent: 'grandparents',
  'parent-in-law': 'grandparents',
  head: 'parents',
  spouse: 'parents',
  child: 'children',
  'child-in-law': 'children',
  grandchild: 'grandchildren',
}

export interface Schooling {
  readonly member: MemberLine
  readonly generation: Generation
  /** Years finished; null when no list says. */
  readonly years: number | null
  /** Years that a child of this age would have gone further; 0 for those in school or grown. */
  readonly missingYears: number
  readonly isInSchool: boolean
  readonly isTooYoung: boolean
}

/**
 * The living members on one axis of schooling, grandparents first. A pupil's years are the level
 * finished and the years of age since; a child who stopped lacks the years since the last level.
 */
export function schoolingOf(members: readonly MemberLine[]): Schooling[] {
  const order: readonly Generation[] = ['grandparents', 'parents', 'children', 'grandchildren']
  return members
    .flatMap((member) => {
      const generation = generationOf[member.relation ?? '']
      return member.status === 'active' && generation ? [schoolingOfOne(member, generation)] : []
    })
    .sort((a, b) => order.indexOf(a.generation) - order.indexOf(b.generation))
}

function schoolingOfOne(member: MemberLine, generation: Generation): Schooling {
  const isTooYoung = member.ageYears !== null && member.ageYears < firstSchoolAge
  if (isTooYoung)
    return { member, generation, years: 0, missingYears: 0, isInSchool: false, isTooYoung }
  const finished = member.education === null ? null : (yearsOfLevel[member.education] ?? null)
  const isInSchool = member.schoolParticipation === 'attending'
  const age = member.ageYears
  const yearsBegun = age === null ? 0 : Math.min(dueYears, Math.max(0, age - firstSchoolAge + 1))
  if (isInSchool) {
    const years = Math.max(finished ?? 0, yearsBegun - 1)
    return { member, generation, years, missingYears: 0, isInSchool, isTooYoung }
  }
  const isOfSchoolAge = age !== null && age >= firstSchoolAge && age <= 18
  const hasStopped = member.schoolParticipation === 'left' || member.schoolParticipation === 'never'
  return {
    member,
    generation,
    years: finished,
    missingYears: isOfSchoolAge && hasStopped ? Math.max(0, yearsBegun - (finished ?? 0)) : 0,
    isInSchool,
    isTooYoung,
  }
}
