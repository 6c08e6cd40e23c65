import type { Intake } from '#intake/schema'
import { isSlip, normaliseAddress, normaliseName } from '#linkage'
import { wards } from '#territory'
import { isFamilyRow } from './row-kinds.ts'
import { trustPlace } from './trust.ts'
import { Union } from './union.ts'

/** Rows of one linked person, ascending. */
export type PersonRows = readonly number[]

export interface FamilyGroups {
  /** Number of the family of each person; persons of one family share it. */
  readonly familyOf: Int32Array
  /** Family card of each family number, where one is known. */
  readonly kkOf: ReadonlyMap<number, string>
}

/**
 * Who lives with whom: by family card; by the door where no card is named; by the name of a mother
 * or guardian; else alone.
 *
 * Two cards at one door stay two families.
 */
export function groupFamilies(intake: Intake, persons: readonly PersonRows[]): FamilyGroups {
  const kkByPrefix = fullNumbersByPrefix(intake)
  const cards = persons.map((rowNos) => cardOf(intake, rowNos, kkByPrefix))
  const union = new Union(persons.length)
  joinByCard(cards, union)
  const doors = new DoorBook(intake, persons, cards)
  joinByDoor(doors, cards, union)
  joinByKin(intake, persons, cards, doors, union)

  const familyOf = Int32Array.from(persons, (_, no) => union.rootOf(no))
  const kkOf = new Map<number, string>()
  cards.forEach((kk, no) => {
    const family = familyOf[no] ?? no
    if (kk !== undefined && !kkOf.has(family)) kkOf.set(family, kk)
  })
  return { familyOf, kkOf }
}

/** Full card numbers that share fifteen leading digits: what a spreadsheet leaves of one. */
function fullNumbersByPrefix(intake: Intake): ReadonlyMap<string, ReadonlySet<string>> {
  const byPrefix = new Map<string, Set<string>>()
  for (const { fields } of intake.rows) {
    if (fields.kk === undefined) continue
    const prefix = fields.kk.slice(0, 15)
    const known = byPrefix.get(prefix)
    if (known) known.add(fields.kk)
    else byPrefix.set(prefix, new Set([fields.kk]))
  }
  return byPrefix
}

/** The family card that the most believed rows of a person name. */
function cardOf(
  intake: Intake,
  rowNos: PersonRows,
  kkByPrefix: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const votes = new Map<string, number>()
  for (const rowNo of rowNos) {
    const row = intake.rows[rowNo]
    if (!row) continue
    const { kk, kkPrefix, relation } = row.fields
    const known = kkPrefix === undefined ? undefined : kkByPrefix.get(kkPrefix)
    const named = kk ?? (known?.size === 1 ? [...known][0] : undefined)
    if (named === undefined) continue
    // A list that also tells the place in the family holds whole cards.
    const weight = (relation === undefined ? 1 : 2) / (1 + trustPlace(intake, row, 'kk') / 4)
    votes.set(named, (votes.get(named) ?? 0) + weight)
  }
  let best: string | undefined
  for (const [kk, weight] of [...votes].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (best === undefined || weight > (votes.get(best) ?? 0)) best = kk
  }
  return best
}

function joinByCard(cards: readonly (string | undefined)[], union: Union): void {
  const firstOf = new Map<string, number>()
  cards.forEach((kk, no) => {
    if (kk === undefined) return
    const first = firstOf.get(kk)
    if (first === undefined) firstOf.set(kk, no)
    else union.join(first, no)
  })
}

/** Who is named at which door; a door is ward, street and number, the RT left out. */
class DoorBook {
  readonly doorsOf: readonly (readonly string[])[]
  readonly personsAt = new Map<string, number[]>()
  readonly wardOf: readonly (string | undefined)[]
  readonly rowNosOf: readonly PersonRows[]

  constructor(
    intake: Intake,
    persons: readonly PersonRows[],
    cards: readonly (string | undefined)[],
  ) {
    const wardOfCard = cardWards(intake)
    this.rowNosOf = persons
    this.wardOf = persons.map((rowNos, no) => {
      const told = rowNos
        .map((rowNo) => intake.rows[rowNo]?.fields.ward)
        .find((ward) => ward !== undefined)
      const kk = cards[no]
      return told ?? (kk === undefined ? undefined : wardOfCard.get(kk))
    })
    this.doorsOf = persons.map((rowNos, no) => doorsOfPerson(intake, rowNos, this.wardOf[no]))
    this.doorsOf.forEach((doors, no) => {
      for (const door of doors) {
        const known = this.personsAt.get(door)
        if (known) known.push(no)
        else this.personsAt.set(door, [no])
      }
    })
  }
}

function cardWards(intake: Intake): ReadonlyMap<string, string> {
  const wardOf = new Map<string, string>()
  for (const row of intake.rows) {
    const { kk, ward } = row.fields
    if (kk === undefined || ward === undefined) continue
    if (isFamilyRow(intake, row) || !wardOf.has(kk)) wardOf.set(kk, ward)
  }
  return wardOf
}

function doorsOfPerson(intake: Intake, rowNos: PersonRows, ward: string | undefined): string[] {
  const doors = new Set<string>()
  for (const rowNo of rowNos) {
    const fields = intake.rows[rowNo]?.fields
    const where = fields?.ward ?? ward
    const door = fields?.address === undefined ? undefined : normaliseAddress(fields.address)
    if (where === undefined || door?.number === undefined || door.street === '') continue
    doors.add(`${where} ${door.street} ${door.number}`)
  }
  return [...doors]
}

/** Persons without a card go to the one family at their door, or form one together. */
function joinByDoor(doors: DoorBook, cards: readonly (string | undefined)[], union: Union): void {
  for (const [, present] of [...doors.personsAt].sort(([left], [right]) =>
    left < right ? -1 : 1,
  )) {
    const carded = present.filter((no) => cards[no] !== undefined)
    const loose = present.filter((no) => cards[no] === undefined)
    const families = new Set(carded.map((no) => union.rootOf(no)))
    for (const no of loose) {
      const [only] = families
      if (families.size === 1 && only !== undefined) union.join(only, no)
      else if (families.size > 1) {
        const near = nearestInList(doors, no, carded)
        if (near !== undefined) union.join(near, no)
      } else {
        const [first] = loose
        if (first !== undefined) union.join(first, no)
      }
    }
  }
}

/** Of the persons with a card at the door, the one whose row stands nearest in the same list. */
function nearestInList(doors: DoorBook, no: number, carded: readonly number[]): number | undefined {
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of carded) {
    for (const own of doors.rowNosOf[no] ?? []) {
      for (const theirs of doors.rowNosOf[other] ?? []) {
        const distance = Math.abs(own - theirs)
        if (distance < least) {
          least = distance
          best = other
        }
      }
    }
  }
  return best
}

/** Pupils and wards of a guardian go to the family of the one adult of that name near them. */
function joinByKin(
  intake: Intake,
  persons: readonly PersonRows[],
  cards: readonly (string | undefined)[],
  doors: DoorBook,
  union: Union,
): void {
  const adults = new Map<string, number[]>()
  persons.forEach((rowNos, no) => {
    const keys = new Set(rowNos.map((rowNo) => nameKey(intake.rows[rowNo]?.fields.name)))
    for (const key of keys) {
      if (key === '') continue
      const known = adults.get(key)
      if (known) known.push(no)
      else adults.set(key, [no])
    }
  })
  persons.forEach((rowNos, no) => {
    if (cards[no] !== undefined || (doors.doorsOf[no]?.length ?? 0) > 0) return
    const kin = kinNames(intake, rowNos)
    const near = wardsNear(intake, rowNos, doors.wardOf[no])
    for (const name of kin) {
      const candidates = adultsNamed(adults, name).filter((other) => other !== no)
      const here = candidates.filter((other) => near.has(doors.wardOf[other] ?? ''))
      const families = (near.size > 0 && here.length > 0 ? here : candidates).map((other) =>
        union.rootOf(other),
      )
      const [first] = families
      if (first === undefined || new Set(families).size !== 1) continue
      union.join(first, no)
      return
    }
  })
}

function kinNames(intake: Intake, rowNos: PersonRows): string[] {
  return rowNos.flatMap((rowNo) => {
    const fields = intake.rows[rowNo]?.fields
    return [fields?.motherName, fields?.guardianName, fields?.headName].filter(
      (name) => name !== undefined,
    )
  })
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

/** Persons of that name; where there is none, of a name one slip away. */
function adultsNamed(adults: ReadonlyMap<string, number[]>, name: string): readonly number[] {
  const key = nameKey(name)
  const exact = adults.get(key)
  if (exact) return exact
  if (key.length < 6) return []
  for (const [other, persons] of adults) if (isSlip(key, other)) return persons
  return []
}
