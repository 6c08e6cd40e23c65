import type { Intake } from '#intake/schema'
import { type Decided, nothingDecided } from './changes.ts'
import { doorBook, localDoor } from './door-book.ts'
import { familyCards, isWholeCard } from './family-cards.ts'
import { joinAtDoors } from './join-at-door.ts'
import { joinByKin } from './join-by-kin.ts'
import { type PersonRows, personFacts, rowAddresses } from './person-facts.ts'
import { Union } from './union.ts'

export interface FamilyGroups {
  /** Number of the family of each person; persons of one family share it. */
  readonly familyOf: Int32Array
  /** Family card of each family number, where one is known. */
  readonly kkOf: ReadonlyMap<number, string>
}

/**
 * Who lives with whom: as people decided; by family card; by the door where no card is named; by the name of a mother or
 * guardian; else alone.
 *
 * Two cards at one door stay two families. How a list is sorted does not count, but for a register
 * that leaves the card numbers out (see `familyCards`): there a head and the rows below him say it.
 */
export function groupFamilies(
  intake: Intake,
  persons: readonly PersonRows[],
  decided: Decided = nothingDecided,
): FamilyGroups {
  const addresses = rowAddresses(intake)
  const placeOf = (rowNo: number) => localDoor(addresses[rowNo]) ?? addresses[rowNo]?.street
  const cards = familyCards(intake, persons, placeOf)
  const facts = personFacts(intake, persons)
  const doors = doorBook(intake, facts, cards, addresses)
  const union = new Union(persons.length)
  const listYear = Number(intake.latestDate?.slice(0, 4) ?? 0)

  applyDecided(persons, decided, union)
  joinByCard(cards, union)
  joinAtDoors({ doors, facts, cards, union, listYear })
  joinByKin({ intake, facts, cards, doors, union })

  const familyOf = Int32Array.from(persons, (_, no) => union.rootOf(no))
  const kkOf = new Map<number, string>()
  cards.forEach((kk, no) => {
    const family = familyOf[no] ?? no
    if (kk !== undefined && isWholeCard(kk) && !kkOf.has(family)) kkOf.set(family, kk)
  })
  return { familyOf, kkOf }
}

/** What people decided about families holds first, and is never joined otherwise. */
function applyDecided(
  persons: readonly PersonRows[],
  { sameFamilies, otherFamilies }: Decided,
  union: Union,
): void {
  if (sameFamilies.length + otherFamilies.length === 0) return
  const personOf = new Map(persons.flatMap((rowNos, no) => rowNos.map((rowNo) => [rowNo, no])))
  const ends = ([left, right]: readonly [number, number]) =>
    [personOf.get(left) ?? 0, personOf.get(right) ?? 0] as const
  for (const pair of otherFamilies) union.keepApart(...ends(pair))
  for (const pair of sameFamilies) union.join(...ends(pair))
}

function joinByCard(cards: readonly (string | undefined)[], union: Union): void {
  // More than one where people parted those of one card.
  const firstsOf = new Map<string, number[]>()
  cards.forEach((kk, no) => {
    if (kk === undefined) return
    const firsts = firstsOf.get(kk)
    if (firsts === undefined) {
      firstsOf.set(kk, [no])
      return
    }
    const first = firsts.find((one) => union.mayJoin(one, no))
    if (first === undefined) firsts.push(no)
    else union.join(first, no)
  })
}
