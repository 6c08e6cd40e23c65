import type { FamilyProfile } from '#assessment/schema'
import type { IsoDate } from '#platform/dates'
import type { Family, Person, Register } from '#registry/schema'
import { readEmployment } from './employment.ts'
import { needFieldName } from './field-catalogue.ts'
import { houseFacts } from './house-facts.ts'
import {
  ageOn,
  compare,
  type FactRow,
  type Facts,
  type FactValue,
  not,
  or,
  rangeOf,
} from './rule-language/value.ts'
import type { Tri } from './schema.ts'

/** One active member as rules see it. */
export interface MemberView {
  readonly personId: string
  readonly person: Person
}

/** A family as rules see it on a day; `facts.members` runs parallel to `members`. */
export interface FamilyView {
  readonly family: Family
  readonly members: readonly MemberView[]
  readonly facts: Facts
}

export interface FactSources {
  readonly register: Register
  readonly profiles: readonly FamilyProfile[]
  /** Programme codes on record by family. */
  readonly receivedByFamily: ReadonlyMap<string, readonly string[]>
  readonly on: IsoDate
  /** Whether all members of a family are listed; default: `isRosterKnown`. */
  readonly isRosterComplete?: (family: Family) => boolean
}

/**
 * Each family with an active member as facts for the rules, in the order of the register.
 *
 * Dead and moved-out persons are not members. A family of whom no active member is left is not here.
 */
export function* familyViews(sources: FactSources): Generator<FamilyView> {
  const { register, profiles, receivedByFamily, on } = sources
  const personById = new Map(register.persons.map((person) => [person.personId, person]))
  const profileById = new Map(profiles.map((profile) => [profile.familyId, profile]))
  for (const family of register.families) {
    const listed = family.memberIds.flatMap((id) => personById.get(id) ?? [])
    const active = listed.filter((person) => person.status === 'active')
    if (active.length === 0 && listed.length > 0) continue
    const mayHaveMoreMembers = !(
      sources.isRosterComplete?.(family) ?? isRosterKnown(family, listed)
    )
    const members = active.map((person) => memberRow(person, { family, listed, on }))
    const values = familyRow(family, {
      active,
      rows: members,
      mayHaveMoreMembers,
      receives: receivedByFamily.get(family.familyId) ?? [],
      profile: profileById.get(family.familyId),
    })
    yield {
      family,
      members: active.map((person) => ({
        personId: person.personId,
        person,
      })),
      facts: { values, members, mayHaveMoreMembers },
    }
  }
}

/**
 * True when the lists name the head and say of every member how they stand to the head, as registers
 * of families do. From a list of recipients alone nobody can tell who else lives there.
 */
export function isRosterKnown(family: Family, listed: readonly Person[]): boolean {
  const hasHead = listed.some((person) => person.relation === 'head')
  const isEveryoneRelated = listed.every((person) => person.relation !== undefined)
  const isAsMany = (family.dependants ?? 0) < listed.length
  return hasHead && isEveryoneRelated && isAsMany
}

interface FamilyContext {
  readonly active: readonly Person[]
  readonly rows: readonly FactRow[]
  readonly mayHaveMoreMembers: boolean
  readonly receives: readonly string[]
  readonly profile: FamilyProfile | undefined
}

function familyRow(family: Family, context: FamilyContext): FactRow {
  const { active, rows, mayHaveMoreMembers, receives, profile } = context
  const fewest = Math.max(1, active.length)
  const house = houseFacts(
    family,
    mayHaveMoreMembers ? { lo: fewest, hi: Number.POSITIVE_INFINITY } : fewest,
  )
  const head = active.find(({ relation }) => relation === 'head')
  const { landTitle } = family
  const values: Record<string, FactValue> = {
    decile: family.decile ?? null,
    receives,
    own_house: family.houseTenure === undefined ? null : family.houseTenure === 'owned',
    house_tenure: family.houseTenure ?? null,
    land_title: landTitle ?? null,
    has_land_proof:
      landTitle === undefined ? null : landTitle !== 'none' && landTitle !== 'not-owned',
    other_house: family.assets?.otherHouse === undefined ? null : family.assets.otherHouse > 0,
    roof_sound: house.roofSound,
    wall_sound: house.wallSound,
    floor_sound: house.floorSound,
    house_condition: family.houseCondition ?? null,
    house_damaged: house.isDamaged,
    floor_area_per_person_dm2: house.floorAreaPerPersonDm2,
    building_sound: house.buildingSound,
    house_unsound: house.isUnsound,
    water_safe: house.waterSafe,
    sanitation_safe: house.sanitationSafe,
    house_fit: house.houseFit,
    over_water: house.isOverWater,
    in_slum_area: null,
    flooded: family.isFlooded ?? null,
    power_va: family.powerVa ?? null,
    woman_head: head?.sex === undefined ? null : head.sex === 'female',
    head_ever_married: isEverMarried(head, active),
    lone_elderly: isLoneElderly(rows, mayHaveMoreMembers),
  }
  for (const [indicator, lacks] of Object.entries(profile?.lacks ?? {})) {
    values[needFieldName(indicator)] = lacks
  }
  return values
}

function isEverMarried(head: Person | undefined, active: readonly Person[]): Tri {
  if (active.some(({ relation }) => relation === 'spouse')) return true
  return head?.marital === undefined ? null : head.marital !== 'single'
}

function isLoneElderly(rows: readonly FactRow[], mayHaveMoreMembers: boolean): Tri {
  if (rows.length > 1) return false
  const isOld = compare('>=', rows[0]?.age_years ?? null, 60)
  return isOld === false ? false : mayHaveMoreMembers ? null : isOld
}

interface MemberContext {
  readonly family: Family
  /** All persons of the family, dead and moved-out ones too. */
  readonly listed: readonly Person[]
  readonly on: IsoDate
}

function memberRow(person: Person, { family, listed, on }: MemberContext): FactRow {
  const born = birthSpan(person)
  const age = born ? ageOn({ born_from: born.from, born_to: born.to }, on) : statedAge(person)
  const inSchool = isInSchool(person, age)
  const severe = isSeverelyDisabled(person)
  const work = readEmployment(person.occupation)
  return {
    born_from: born?.from ?? null,
    born_to: born?.to ?? null,
    age_years: age,
    sex: person.sex === undefined ? null : person.sex === 'female' ? 'P' : 'L',
    relation: person.relation ?? null,
    // A number that a spreadsheet rounded is a NIK all the same.
    has_nik: person.nik !== undefined || person.nikPrefix !== undefined ? true : null,
    in_school: inSchool,
    school_level: schoolLevel(person, age, inSchool),
    school_class: schoolClass(person),
    education: person.education ?? null,
    pregnant: isPregnant(person, age),
    has_disability: person.disability === undefined ? null : person.disability !== 'none',
    disability_severity: person.disabilitySeverity ?? null,
    severe_disability: severe,
    chronic_illness: person.chronicIllness === undefined ? null : person.chronicIllness !== 'none',
    jkn_active: person.jknStatus === undefined ? null : person.jknStatus === 'active',
    employment: work.kind ?? (isTooYoungToWork(age, inSchool) ? 'none' : null),
    unemployed: work.isUnemployed ?? (isTooYoungToWork(age, inSchool) ? false : null),
    owns_business: person.ownsBusiness ?? null,
    orphan: isOrphan(person, family, listed),
  }
}

/** First and last day on which the person may have been born; undefined when no year is known. */
function birthSpan({
  birthDate,
  birthPrecision,
  birthYear,
}: Person): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  if (birthDate !== undefined) {
    const [year, month] = birthDate.split('-')
    if (birthPrecision === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
    // The 31st of a short month compares rightly as text.
    if (birthPrecision === 'month') {
      return { from: `${year}-${month}-01`, to: `${year}-${month}-31` }
    }
    return { from: birthDate, to: birthDate }
  }
  if (birthYear === undefined) return undefined
  return { from: `${birthYear}-01-01`, to: `${birthYear}-12-31` }
}

/** An age that a list states on a day of its own is good to about a year. */
function statedAge({ ageYears }: Person): FactValue {
  return ageYears === undefined ? null : rangeOf(Math.max(0, ageYears - 1), ageYears + 1)
}

function isInSchool({ schoolParticipation }: Person, age: FactValue): Tri {
  if (schoolParticipation !== undefined) return schoolParticipation === 'attending'
  return compare('<', age, 3) === true ? false : null
}

/**
 * Level that a pupil attends: as listed, else the one after the highest certificate. Before age 7 a
 * pupil without certificate may still be in kindergarten.
 */
function schoolLevel(person: Person, age: FactValue, inSchool: Tri): string | null {
  if (person.schoolLevel !== undefined) return person.schoolLevel
  if (inSchool !== true) return null
  switch (person.education) {
    case 'none':
      return compare('>=', age, 7) === true ? 'SD' : null
    case 'primary':
      return 'SMP'
    case 'junior':
      return 'SMA'
    case undefined:
      return null
    default:
      return 'PT'
  }
}

/** Class counted from 1 to 12, also where a list counts each level from 1. */
function schoolClass({ schoolClass: written, schoolLevel: level }: Person): number | null {
  if (written === undefined) return null
  if (level === 'SMP' && written <= 3) return written + 6
  if (level === 'SMA' && written <= 3) return written + 9
  return written
}

function isPregnant({ isPregnant: listed, sex }: Person, age: FactValue): Tri {
  if (listed !== undefined) return listed
  if (sex === 'male') return false
  return or(compare('<', age, 10), compare('>', age, 55)) === true ? false : null
}

function isSeverelyDisabled({ disability, disabilitySeverity }: Person): Tri {
  if (disability === 'none') return false
  return disabilitySeverity === undefined ? null : disabilitySeverity === 'severe'
}

function isTooYoungToWork(age: FactValue, inSchool: Tri): boolean {
  if (compare('<', age, 10) === true) return true
  return inSchool === true && compare('<', age, 18) === true
}

/** Whether a child of the head has lost a parent, as far as the card shows it. */
function isOrphan(person: Person, family: Family, listed: readonly Person[]): Tri {
  if (person.relation !== 'child') return null
  const parents = listed.filter(({ relation }) => relation === 'head' || relation === 'spouse')
  if (parents.some(({ status }) => status === 'dead')) return true
  const present = parents.filter(({ status }) => status === 'active')
  if (present.length >= 2) return false
  const alone = present[0]
  if (!alone || alone.personId !== family.headPersonId) return null
  if (alone.marital === 'widowed') return true
  return alone.marital === 'divorced' ? not(true) : null
}
