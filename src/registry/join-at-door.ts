import type { DoorBook } from './door-book.ts'
import { adultYears, type PersonFacts } from './person-facts.ts'
import type { Union } from './union.ts'

/** What joining by door needs to know. */
export interface DoorJoin {
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
