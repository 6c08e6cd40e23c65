import type { Intake } from '#intake/schema'
import type { NormalAddress } from '#linkage'
import type { PersonFacts } from './person-facts.ts'
import { isFamilyRow } from './row-kinds.ts'

/** Who is named at which door. A door is ward, street and house number; the RT is left out. */
export interface DoorBook {
  readonly doorsOf: readonly (readonly string[])[]
  /** Persons at each door, in order of the doors' names. */
  readonly personsAt: ReadonlyMap<string, readonly number[]>
  readonly wardOf: readonly (string | undefined)[]
}

/** Doors of all persons; a ward that a row leaves out is taken from its card or from others at the door. */
export function doorBook(
  intake: Intake,
  facts: readonly PersonFacts[],
  cards: readonly (string | undefined)[],
  addresses: readonly (NormalAddress | undefined)[],
): DoorBook {
  const wardOfCard = cardWards(intake)
  const wardOfDoor = doorWards(intake, addresses)
  const wardOf = facts.map(({ ward, rowNos }, no) => {
    const kk = cards[no]
    const byCard = kk === undefined ? undefined : wardOfCard.get(kk)
    return ward ?? byCard ?? rowNos.map((rowNo) => wardOfDoor(rowNo)).find((found) => found)
  })
  const doorsOf = facts.map(({ rowNos }, no) => {
    const doors = new Set<string>()
    for (const rowNo of rowNos) {
      const local = localDoor(addresses[rowNo])
      const ward = intake.rows[rowNo]?.fields.ward ?? wardOf[no]
      if (local !== undefined && ward !== undefined) doors.add(`${ward} ${local}`)
    }
    return [...doors].sort()
  })
  const present = new Map<string, number[]>()
  doorsOf.forEach((doors, no) => {
    for (const door of doors) {
      const known = present.get(door)
      if (known) known.push(no)
      else present.set(door, [no])
    }
  })
  const personsAt = new Map([...present].sort(([left], [right]) => (left < right ? -1 : 1)))
  return { doorsOf, personsAt, wardOf }
}

/** Street and house number; undefined where one is missing. */
export function localDoor(address: NormalAddress | undefined): string | undefined {
  if (address?.number === undefined || address.street === '') return undefined
  return `${address.street} # ${address.number}`
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

/** The one ward in which a street and number are found. */
function doorWards(
  intake: Intake,
  addresses: readonly (NormalAddress | undefined)[],
): (rowNo: number) => string | undefined {
  const wardsOf = new Map<string, Set<string>>()
  intake.rows.forEach(({ fields }, rowNo) => {
    const local = localDoor(addresses[rowNo])
    if (local === undefined || fields.ward === undefined) return
    const wards = wardsOf.get(local) ?? new Set()
    wards.add(fields.ward)
    wardsOf.set(local, wards)
  })
  return (rowNo) => {
    const wards = wardsOf.get(localDoor(addresses[rowNo]) ?? '')
    return wards?.size === 1 ? [...wards][0] : undefined
  }
}
