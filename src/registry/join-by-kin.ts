import type { Intake } from '#intake/schema'
import { isSlip, normaliseName } from '#linkage'
import { wards } from '#territory'
import type { DoorBook } from './door-book.ts'
import type { PersonFacts, PersonRows } from './person-facts.ts'
import type { Union } from './union.ts'

/** What joining by a parent's name needs to know. */
export interface KinJoin {
  readonly intake: Intake
  readonly facts: readonly PersonFacts[]
  readonly cards: readonly (string | undefined)[]
  readonly doors: DoorBook
  readonly union: Union
}

/**
 * Pupils and wards of a guardian, without card and door, go to the family of the one adult of that
 * name near them. A parent whose family a register or a list of members names is left out: those
 * lists would name the child too.
 */
export function joinByKin(join: KinJoin): void {
  const { intake, facts, cards, doors, union } = join
  const listed = new Set<number>()
  facts.forEach((person, no) => {
    if (person.isInRegister || person.isInMemberList) listed.add(union.rootOf(no))
  })
  const adults = adultsByName(intake, facts)
  facts.forEach(({ rowNos, isInRegister, isInMemberList }, no) => {
    if (cards[no] !== undefined || (doors.doorsOf[no]?.length ?? 0) > 0) return
    if (isInRegister || isInMemberList) return
    const near = wardsNear(intake, rowNos, doors.wardOf[no])
    for (const name of kinNames(intake, rowNos)) {
      const candidates = adultsNamed(adults, name).filter(
        (other) => other !== no && !listed.has(union.rootOf(other)),
      )
      const here = candidates.filter((other) => near.has(doors.wardOf[other] ?? ''))
      const families = new Set(
        (near.size > 0 && here.length > 0 ? here : candidates).map((other) => union.rootOf(other)),
      )
      const [only] = families
      if (families.size !== 1 || only === undefined) continue
      union.join(only, no)
      return
    }
  })
}

function adultsByName(
  intake: Intake,
  facts: readonly PersonFacts[],
): ReadonlyMap<string, readonly number[]> {
  const adults = new Map<string, number[]>()
  facts.forEach(({ rowNos }, no) => {
    const keys = new Set(rowNos.map((rowNo) => nameKey(intake.rows[rowNo]?.fields.name)))
    for (const key of keys) {
      if (key === '') continue
      const known = adults.get(key)
      if (known) known.push(no)
      else adults.set(key, [no])
    }
  })
  return adults
}

function kinNames(intake: Intake, rowNos: PersonRows): string[] {
  return rowNos
    .flatMap((rowNo) => {
      const fields = intake.rows[rowNo]?.fields
      const isOwn = (name: string) => nameKey(name) === nameKey(fields?.name)
      return [fields?.motherName, fields?.guardianName, fields?.headName].filter(
        (name) => name !== undefined && !isOwn(name),
      )
    })
    .filter((name) => name !== undefined)
}

/** The person's own ward, else the ward that the school is named after. */
function wardsNear(
  intake: Intake,
  rowNos: PersonRows,
  own: string | undefined,
): ReadonlySet<string> {
  if (own !== undefined) return new Set([own])
  const schools = rowNos
    .map((rowNo) => intake.rows[rowNo]?.fields.schoolName?.toLowerCase() ?? '')
    .join(' ')
  const named = wards.filter(({ name }) => schools.includes(name.toLowerCase()))
  const longest = Math.max(0, ...named.map(({ name }) => name.length))
  return new Set(named.filter(({ name }) => name.length === longest).map(({ code }) => code))
}

function nameKey(name: string | undefined): string {
  return name === undefined ? '' : [...normaliseName(name).tokens].sort().join(' ')
}

/** Persons of that name; where there is none, of names whose words are a slip away at most. */
function adultsNamed(
  adults: ReadonlyMap<string, readonly number[]>,
  name: string,
): readonly number[] {
  const key = nameKey(name)
  const exact = adults.get(key)
  if (exact) return exact
  const words = key.split(' ')
  return [...adults].flatMap(([other, persons]) => (isNearKey(words, other) ? persons : []))
}

function isNearKey(words: readonly string[], other: string): boolean {
  const others = other.split(' ')
  if (others.length !== words.length) return false
  return words.every((word, place) => {
    const partner = others[place] ?? ''
    return word === partner || isSlip(word, partner)
  })
}
