import type { FamilyProfile, Need } from '#assessment/schema'
import type { IsoDate } from '#platform/dates'
import type { Family, Person, Register } from '#registry/schema'
import { needFieldName } from './field-catalogue.ts'
import { houseFacts } from './house-facts.ts'
import { memberRow } from './person-facts.ts'
import { compare, type FactRow, type Facts, type FactValue } from './rule-language/value.ts'
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
  /** Needs carry facts of persons that remarks and lists of aid tell. */
  readonly needs: readonly Need[]
  /** Programme codes on record by family. */
  readonly receivedByFamily: ReadonlyMap<string, readonly string[]>
  readonly on: IsoDate
  /** Ids of families of whom the lists name everybody. */
  readonly completeRosters: ReadonlySet<string>
}

/**
 * Each family with an active member as facts for the rules, in the order of the register.
 *
 * Dead and moved-out persons are not members. A family of whom no active member is left is not here.
 */
export function* familyViews(sources: FactSources): Generator<FamilyView> {
  const { register, profiles, needs, receivedByFamily, on } = sources
  const personById = new Map(register.persons.map((person) => [person.personId, person]))
  const profileById = new Map(profiles.map((profile) => [profile.familyId, profile]))
  const needFactsByPerson = new Map(
    needs.flatMap(({ personId, facts }) => (personId ? [[personId, facts] as const] : [])),
  )
  for (const family of register.families) {
    const listed = family.memberIds.flatMap((id) => personById.get(id) ?? [])
    const active = listed.filter((person) => person.status === 'active')
    if (active.length === 0 && listed.length > 0) continue
    const mayHaveMoreMembers = !sources.completeRosters.has(family.familyId)
    const members = active.map((person) =>
      memberRow(person, { family, listed, on, told: needFactsByPerson.get(person.personId) }),
    )
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
