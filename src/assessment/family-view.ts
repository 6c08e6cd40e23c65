import type { FamilyFields, FieldName, Intake, PersonFields, RowRef } from '#intake/schema'
import type { Received } from '#ledger/schema'
import { ageYears, type IsoDate } from '#platform/dates'
import { findCompleteRosters } from '#registry'
import type { Family, Person, Register, ValueOrigin } from '#registry/schema'
import { type AreaProfile, findAreaProfile } from '#territory'
import { type Claim, known, unknown } from './claim.ts'
import type { EvidenceFact } from './schema.ts'
import { readSigns, type Sign, type SignName } from './signs.ts'

export interface MemberView {
  readonly person: Person
  /** Completed years on the day of assessment; null when no list tells. */
  readonly age: number | null
  readonly gifts: readonly Received[]
}

/** A family as an indicator looks at it: who lives there now, what is known, what was given. */
export interface FamilyView {
  readonly family: Family
  /** Living here; the dead and those who moved out are not among them. */
  readonly members: readonly MemberView[]
  readonly head: MemberView | undefined
  /** A register lists its persons, the head among them, so nobody unheard of lives there. */
  readonly areMembersKnown: boolean
  readonly gifts: readonly Received[]
  readonly signs: readonly Sign[]
  readonly area: AreaProfile | undefined
  readonly on: IsoDate
  readonly refOf: (rowNo: number) => RowRef | undefined
}

/** Every family with its living members. Families of whom all have died or left keep no member. */
export function viewFamilies(
  intake: Intake,
  register: Register,
  received: readonly Received[],
  on: IsoDate,
): readonly FamilyView[] {
  const personById = new Map(register.persons.map((person) => [person.personId, person]))
  const giftsByFamily = Map.groupBy(received, (gift) => gift.familyId)
  const signs = readSigns(intake, register)
  const refOf = (rowNo: number) => intake.rows[rowNo]?.ref
  const completeRosters = findCompleteRosters(intake, register)

  return register.families.map((family) => {
    const gifts = giftsByFamily.get(family.familyId) ?? []
    const persons = family.memberIds.flatMap((id) => personById.get(id) ?? [])
    const members = persons
      .filter((person) => person.status === 'active')
      .map((person) => ({
        person,
        age: ageOf(person, on),
        gifts: gifts.filter((gift) => gift.personId === person.personId),
      }))
    return {
      family,
      members,
      head: headOf(family, persons, members),
      areMembersKnown: completeRosters.has(family.familyId),
      gifts,
      signs: signs.get(family.familyId) ?? [],
      area: family.ward === undefined ? undefined : findAreaProfile(family.ward),
      on,
      refOf,
    }
  })
}

/** The head while living there; the spouse of a head who died or left; an only member. */
function headOf(
  family: Family,
  persons: readonly Person[],
  members: readonly MemberView[],
): MemberView | undefined {
  const isHead = (person: Person) =>
    family.headPersonId === undefined
      ? person.relation === 'head'
      : person.personId === family.headPersonId
  const head = persons.find(isHead)
  if (head === undefined) return members.length === 1 ? members[0] : undefined
  if (head.status === 'active') return members.find(({ person }) => person === head)
  return (
    members.find(({ person }) => person.relation === 'spouse') ??
    (members.length === 1 ? members[0] : undefined)
  )
}

function ageOf(person: Person, on: IsoDate): number | null {
  if (person.birthDate !== undefined && person.birthDate <= on) {
    return ageYears(person.birthDate, on)
  }
  if (person.birthYear !== undefined) {
    const years = Number(on.slice(0, 4)) - person.birthYear
    return years >= 0 ? years : null
  }
  return person.ageYears ?? null
}

/** The row that a surviving value of the family or person came from. */
function refOfField(
  view: FamilyView,
  origins: readonly ValueOrigin[],
  field: FieldName,
): RowRef | undefined {
  const origin = origins.find((candidate) => candidate.field === field)
  return origin === undefined ? undefined : view.refOf(origin.rowNo)
}

function evidenceOf(fact: string, value: unknown, ref: RowRef | undefined): EvidenceFact {
  const text = String(value)
  return ref === undefined ? { fact, value: text } : { fact, value: text, ref }
}

/** Whether a fact of the family passes a test; unknown when no list tells it. */
export function familyFact<Field extends keyof FamilyFields & FieldName>(
  view: FamilyView,
  field: Field,
  holds: (value: NonNullable<FamilyFields[Field]>) => boolean,
): Claim {
  const value: FamilyFields[Field] = view.family[field]
  if (value === undefined || value === null) return unknown({ fact: field })
  return known(holds(value), evidenceOf(field, value, refOfField(view, view.family.origins, field)))
}

/** Whether a fact of a member passes a test; unknown when no list tells it. */
export function personFact<Field extends keyof PersonFields & FieldName>(
  view: FamilyView,
  member: MemberView,
  field: Field,
  holds: (value: NonNullable<PersonFields[Field]>) => boolean,
): Claim {
  const value: PersonFields[Field] = member.person[field]
  const { personId, origins } = member.person
  if (value === undefined || value === null) return unknown({ fact: field, personId })
  return known(holds(value), evidenceOf(field, value, refOfField(view, origins, field)))
}

/** Whether a member's age passes a test. */
export function ageFact(
  view: FamilyView,
  member: MemberView,
  holds: (age: number) => boolean,
): Claim {
  const { personId, origins } = member.person
  if (member.age === null) return unknown({ fact: 'birthDate', personId })
  const ref =
    refOfField(view, origins, 'birthDate') ??
    refOfField(view, origins, 'ageYears') ??
    view.refOf(member.person.rowNos[0] ?? -1)
  return known(holds(member.age), evidenceOf('age', member.age, ref))
}

/** True when a remark or list tells this; false is only "no list tells so", with no evidence. */
export function told(view: FamilyView, ...names: readonly SignName[]): Claim {
  const found = view.signs.filter(({ sign }) => names.includes(sign))
  return known(
    found.length > 0,
    ...found.map(({ sign, words, ref }) => ({ fact: sign, value: words, ref })),
  )
}

/** Holds for somebody in the family; unknown while there may be members that no list names. */
export function missingMembers(view: FamilyView): Claim {
  return view.areMembersKnown ? known(false) : unknown({ fact: 'members' })
}

/** A gift as evidence. */
export function giftEvidence(gift: Received): EvidenceFact {
  return { fact: 'received', value: gift.programme, ref: gift.ref }
}
