import { programmeCode } from '#ledger'
import { isIll, isLoneElderly } from './basic.ts'
import type { Tri } from './claim.ts'
import { attendance, hasPupil } from './education.ts'
import type { FamilyView, MemberView } from './family-view.ts'
import { told } from './family-view.ts'
import { hasDisabled, isPregnant, lacksCover } from './health.ts'
import { isWomanHead } from './livelihood.ts'
import type { NeedFacts } from './schema.ts'

/** Addresses at or over the water, in the words people use for them. */
const bankWords = /sungai|bantaran|lanting|titian|tepi air|rumah apung|pinggir kahayan/i

/** What is the same for all needs of a family. */
export type FamilyFacts = Pick<
  NeedFacts,
  | 'decile'
  | 'woman_head'
  | 'lone_elderly'
  | 'own_house'
  | 'land_title'
  | 'house_condition'
  | 'power_va'
  | 'area_type'
  | 'flooded'
  | 'receives'
>

/** The family's own facts. */
export function familyFacts(view: FamilyView): FamilyFacts {
  const { family } = view
  return {
    decile: family.decile ?? null,
    woman_head: isWomanHead(view).value,
    lone_elderly: isLoneElderly(view).value,
    own_house: family.houseTenure === undefined ? null : family.houseTenure === 'owned',
    land_title: family.landTitle ?? null,
    house_condition: houseCondition(view),
    power_va: family.powerVa ?? null,
    area_type: areaType(view),
    flooded: family.isFlooded ?? (told(view, 'flooded').value === true ? true : null),
    receives: [...new Set(view.gifts.map(programmeCode))],
  }
}

function houseCondition(view: FamilyView): string | null {
  const { family } = view
  if (family.houseCondition !== undefined) return family.houseCondition
  if (told(view, 'house-collapsing').value === true) return 'heavy'
  const parts = [family.floorCondition, family.wallCondition, family.roofCondition]
  const damaged = parts.filter((part) => part === 'damaged').length
  if (damaged > 0) return damaged === 1 ? 'light' : damaged === 2 ? 'moderate' : 'heavy'
  return parts.every((part) => part === 'sound') ? 'good' : null
}

/** `remote`: reached by river only; `river`: at or over the water; else nobody has told. */
function areaType(view: FamilyView): string | null {
  if (view.area?.isRiverOnly === true) return 'remote'
  const { closet, water, address } = view.family
  const isAtBank = closet === 'over-water' || water === 'surface' || bankWords.test(address ?? '')
  return isAtBank ? 'river' : null
}

/**
 * Facts about the person of a need, else about the family: its head for age, sex, NIK and faith,
 * anybody in it for school, disability, pregnancy and illness.
 */
export function needFacts(
  view: FamilyView,
  shared: FamilyFacts,
  member: MemberView | undefined,
): NeedFacts {
  const who = member ?? view.head
  const person = who?.person
  return {
    ...shared,
    age_years: who?.age ?? null,
    sex: person?.sex === undefined ? null : person.sex === 'male' ? 'L' : 'P',
    in_school: member ? inSchool(view, member) : hasPupil(view).value,
    school_level: member?.person.schoolLevel ?? null,
    disability: member ? (member.person.disability ?? null) : anyDisability(view),
    disability_severity: member?.person.disabilitySeverity ?? null,
    pregnant: member ? isPregnant(view, member).value : anybody(view, isPregnant),
    chronic_illness: member ? isIll(view, member).value : anybody(view, isIll),
    // A person without NIK in every list so far: not known, unless a list says so.
    has_nik: person?.nik !== undefined || person?.nikPrefix !== undefined ? true : null,
    jkn_active: who ? negated(lacksCover(view, who).value) : null,
    owns_business: who?.person.ownsBusiness ?? null,
    faith: person?.religion ?? view.head?.person.religion ?? null,
  }
}

function inSchool(view: FamilyView, member: MemberView): Tri {
  return attendance(view, member, true).value
}

function anyDisability(view: FamilyView): string | null {
  const disabled = view.members.find(
    ({ person }) => person.disability !== undefined && person.disability !== 'none',
  )
  if (disabled !== undefined) return disabled.person.disability ?? null
  return hasDisabled(view).value === false ? 'none' : null
}

function anybody(view: FamilyView, test: typeof isIll): Tri {
  const values = view.members.map((member) => test(view, member).value)
  if (values.includes(true)) return true
  return values.includes(null) || !view.areMembersKnown ? null : false
}

function negated(value: Tri): Tri {
  return value === null ? null : !value
}
