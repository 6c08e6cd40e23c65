import type { Intake } from '#intake/schema'
import type { DoorBook } from './door-book.ts'
import { adultYears, type PersonFacts } from './person-facts.ts'
import type { Union } from './union.ts'

/** What joining by door needs to know. */
export interface DoorJoin {
  readonly intake: Intake
  readonly doors: DoorBook
  readonly facts: readonly PersonFacts[]
  readonly cards: readonly (string | undefined)[]
  readonly union: Union
  readonly listYear: number
}

/**
 * Persons without a card go to the family at their door, or form one together.
 *
 * Two cards at one door stay two families. A register that lists a family's members lists all of
 * them: adults at that door whom it does not list are another family under the same roof, unless
 * they are known by a nickname only.
 */
export function joinAtDoors(join: DoorJoin): void {
  const { doors, cards, union, facts } = join
  for (const atDoor of doors.personsAt.values()) {
    const carded = atDoor.filter((no) => cards[no] !== undefined)
    const neighbourhoods = new Set(carded.flatMap((no) => facts[no]?.neighbourhood ?? []))
    const loose = atDoor.filter((no) => {
      const own = facts[no]?.neighbourhood
      return cards[no] === undefined && (neighbourhoods.size === 0 || isWithin(own, neighbourhoods))
    })
    joinFarDoors(join, atDoor, loose)
    if (loose.length === 0) continue
    const families = new Set(carded.map((no) => union.rootOf(no)))
    const hasRoster = carded.some((no) => facts[no]?.isInRegister)
    const others = hasRoster ? othersUnderRoof(join, loose) : new Set<number>()
    joinTogether(join, [...others])
    for (const no of loose) {
      if (others.has(no)) continue
      const [only] = families
      if (families.size === 1 && only !== undefined) union.join(only, no)
      else if (families.size > 1) {
        const near = nearestInList(join, no, carded)
        if (near !== undefined) union.join(near, no)
      }
    }
    if (families.size === 0) {
      for (const group of Map.groupBy(loose, (no) => facts[no]?.neighbourhood).values()) {
        joinTogether(join, group)
      }
    }
  }
}

/** True when an RT is unknown or among those of the families at the door. */
function isWithin(own: string | undefined, neighbourhoods: ReadonlySet<string>): boolean {
  return own === undefined || neighbourhoods.has(own)
}

/** One street and number in another RT is another door: who is named there lives together. */
function joinFarDoors(
  { cards, facts, union }: DoorJoin,
  atDoor: readonly number[],
  near: readonly number[],
): void {
  const firstOf = new Map<string, number>()
  for (const no of atDoor) {
    const own = facts[no]?.neighbourhood
    if (cards[no] !== undefined || own === undefined || near.includes(no)) continue
    const first = firstOf.get(own)
    if (first === undefined) firstOf.set(own, no)
    else union.join(first, no)
  }
}

/** Those at a door with a registered family who are not of it. */
function othersUnderRoof({ facts, listYear }: DoorJoin, loose: readonly number[]): Set<number> {
  const outside = loose.filter((no) => facts[no]?.isInRegister === false)
  const adults = outside.filter((no) => isAdult(facts[no], listYear))
  const members = outside.filter((no) => facts[no]?.isInMemberList)
  const isFamily = members.some((no) => adults.includes(no))
  return new Set(
    outside.filter((no) => {
      const person = facts[no]
      if (!person || person.isNicknameOnly) return false
      if (person.isInMemberList) return isFamily
      return person.isOnlyRepresentative || adults.includes(no)
    }),
  )
}

function isAdult(person: PersonFacts | undefined, listYear: number): boolean {
  return person?.birthYear !== undefined && listYear - person.birthYear >= adultYears
}

/** Persons without a card at one door form one family. */
function joinTogether({ union }: DoorJoin, persons: readonly number[]): void {
  const [first] = persons
  if (first === undefined) return
  for (const no of persons) union.join(first, no)
}

/** Of the persons with a card at the door, the one whose row stands nearest in the same list. */
function nearestInList(
  { intake, facts }: DoorJoin,
  no: number,
  carded: readonly number[],
): number | undefined {
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of carded) {
    for (const own of facts[no]?.rowNos ?? []) {
      for (const theirs of facts[other]?.rowNos ?? []) {
        const ownRow = intake.rows[own]
        const theirRow = intake.rows[theirs]
        if (!ownRow || !theirRow || ownRow.sheetNo !== theirRow.sheetNo) continue
        // Of two rows equally near, the one before: families are written from the head down.
        const apart = ownRow.ref.row - theirRow.ref.row
        const distance = apart > 0 ? apart - 0.5 : -apart
        if (distance < least) {
          least = distance
          best = other
        }
      }
    }
  }
  return best
}
