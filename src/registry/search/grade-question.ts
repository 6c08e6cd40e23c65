import type { AskedPart, AskedText } from './asked-text.ts'
import { type NumberLists, sizeOf } from './number-lists.ts'
import type { PackedIndex } from './packed-index.ts'
import { gradePlaces } from './place-words.ts'
import type { SeenScopes } from './seen-scopes.ts'
import { type AskedWord, type Grades, gradeWords, nearness } from './vocabulary.ts'
import type { Workspace } from './workspace.ts'

/** What a question is asked of: an index, the cells to write into, what the asker may find. */
export interface AskedIndex {
  readonly index: PackedIndex
  readonly work: Workspace
  readonly seen: SeenScopes
}

/** A part of a question with the words that answer it. */
export interface GradedPart {
  /** Undefined where the part can be no name. */
  readonly names: Grades | undefined
  readonly streets: Grades | undefined
  /** Percent by the scope of a family: the name of its ward or district. */
  readonly places: Uint8Array | undefined
  readonly isNeighbourhood: ((familyNo: number) => boolean) | undefined
  /** Sixteenths of a bit that an answer by name or by address tells: rare words tell more. */
  readonly nameWeight: number
  readonly placeWeight: number
  /** Persons and families to look at for all answers, seen or not. */
  readonly size: number
}

/**
 * The words that answer each part of a question.
 *
 * Counts for the weights are taken over those alone whom the asker may find: whom nobody shows does
 * not move the order of the others.
 */
export function gradeQuestion(asked: AskedText, whole: AskedIndex): GradedPart[] {
  const seenFamilies = countFamilies(whole.index, whole.seen.family)
  const parts = asked.parts.map((part) => gradePart(part, seenFamilies, whole))
  if (asked.rt === undefined && asked.rw === undefined) return parts
  return [...parts, gradeNeighbourhood(asked, seenFamilies, whole)]
}

/** Families of the scopes whose mark is above zero. */
function countFamilies({ familiesOfScope }: PackedIndex, marks: Uint8Array): number {
  let count = 0
  marks.forEach((mark, scope) => {
    if (mark > 0) count += sizeOf(familiesOfScope, scope)
  })
  return count
}

/** Sixteenths of a bit that one among `count` in `whole` tells, at least half a bit. */
function weight16(count: number, whole: number): number {
  return Math.max(8, Math.round(16 * Math.log2((whole + 1) / Math.max(1, count))))
}

/** Persons a family, for weights of names and addresses on one scale. */
const membersOfFamily = 3

function gradePart(
  { name, place }: AskedPart,
  seenFamilies: number,
  whole: AskedIndex,
): GradedPart {
  const { index, work, seen } = whole
  const names = name && work.takeGrades()
  if (name && names) gradeWords(index.names, name, names)
  const streets = place && work.takeGrades()
  if (place && streets) gradeWords(index.streets, place, streets)
  const placeOf = place && gradePlaces(place)
  const places =
    placeOf &&
    Uint8Array.from(index.scopes, ({ ward, district }, no) =>
      seen.family[no] === 1 ? placeOf(ward, district) : 0,
    )
  const inWards = places ? countFamilies(index, places) : 0
  return {
    names,
    streets,
    places,
    isNeighbourhood: undefined,
    nameWeight: names ? weight16(countBearers(names, whole), seenFamilies * membersOfFamily) : 0,
    placeWeight: streets
      ? Math.round(
          placeShare(name) * weight16(countDwellers(streets, whole) + inWards, seenFamilies),
        )
      : 0,
    size:
      sizeOfAll(names, index.personsOfName) +
      membersOfFamily * (inWards + sizeOfAll(streets, index.familiesOfStreet)),
  }
}

/** One letter is an initial more often than the Roman numeral of a street. */
function placeShare(name: AskedWord | undefined): number {
  return name?.written.length === 1 ? 0.3 : 1
}

function sizeOfAll(grades: Grades | undefined, lists: NumberLists): number {
  let size = 0
  for (const no of grades?.wordNos ?? []) size += sizeOf(lists, no)
  return size
}

/** How many seen persons bear the words that are nearest. */
function countBearers(grades: Grades, { index, seen }: AskedIndex): number {
  return countNearest(grades, index.personsOfName, seen, (personNo) =>
    seesPerson(index, seen, personNo),
  )
}

function countDwellers(grades: Grades, { index, seen }: AskedIndex): number {
  return countNearest(grades, index.familiesOfStreet, seen, (familyNo) =>
    seesFamily(index, seen, familyNo),
  )
}

/** Counts by the first of these that anybody has: the same word, its spelling or beginning, a slip. */
function countNearest(
  { row, wordNos }: Grades,
  lists: NumberLists,
  { isAll }: SeenScopes,
  isSeen: (no: number) => boolean,
): number {
  for (const [least, below] of [
    [nearness.same, 101],
    [nearness.foldBeginning, nearness.same],
    [1, nearness.foldBeginning],
  ] as const) {
    let count = 0
    for (const wordNo of wordNos) {
      const grade = row[wordNo] ?? 0
      if (grade < least || grade >= below) continue
      count += isAll ? sizeOf(lists, wordNo) : countItems(lists, wordNo, isSeen)
    }
    if (count > 0) return count
  }
  return 0
}

function countItems(
  { starts, items }: NumberLists,
  list: number,
  isCounted: (item: number) => boolean,
): number {
  let count = 0
  const end = starts[list + 1] ?? 0
  for (let at = starts[list] ?? 0; at < end; at++) if (isCounted(items[at] ?? 0)) count++
  return count
}

/** Whether the asker may find a family by its address, its KK. */
export function seesFamily(index: PackedIndex, seen: SeenScopes, familyNo: number): boolean {
  return seen.family[index.scopeOfFamily[familyNo] ?? 0] === 1
}

/** Whether the asker may find a person. */
export function seesPerson(index: PackedIndex, seen: SeenScopes, personNo: number): boolean {
  const scope = index.scopeOfFamily[index.familyOfPerson[personNo] ?? 0] ?? 0
  return (index.isMinor[personNo] === 1 ? seen.minor[scope] : seen.family[scope]) === 1
}

function gradeNeighbourhood(
  { rt, rw }: AskedText,
  seenFamilies: number,
  { index, seen }: AskedIndex,
): GradedPart {
  const isNeighbourhood = (familyNo: number): boolean =>
    (rt === undefined || index.rt[familyNo] === rt) &&
    (rw === undefined || index.rw[familyNo] === rw)
  let count = 0
  for (let familyNo = 0; familyNo < index.scopeOfFamily.length; familyNo++) {
    if (isNeighbourhood(familyNo) && seesFamily(index, seen, familyNo)) count++
  }
  return {
    names: undefined,
    streets: undefined,
    places: undefined,
    isNeighbourhood,
    nameWeight: 0,
    placeWeight: weight16(count, seenFamilies),
    size: membersOfFamily * count,
  }
}
