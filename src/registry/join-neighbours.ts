import type { Intake } from '#intake/schema'
import type { NormalAddress } from '#linkage'
import { localDoor } from './door-book.ts'
import { adultYears, type PersonFacts } from './person-facts.ts'
import type { Union } from './union.ts'

/** What joining by the neighbouring row needs to know. */
export interface NeighbourJoin {
  readonly intake: Intake
  readonly facts: readonly PersonFacts[]
  readonly cards: readonly (string | undefined)[]
  readonly addresses: readonly (NormalAddress | undefined)[]
  readonly union: Union
  readonly listYear: number
}

/** Share of neighbouring rows at one door from which a list is taken to be written family by family. */
const orderedShare = 0.4
/** Years between spouses at most, for a guess from neighbouring rows. */
const spouseYears = 20

/**
 * Persons without card and door, in a list that is written family by family, go to the family of the
 * row before: a minor to the adults before him, an adult to the one adult before who fits as spouse,
 * anyone to a neighbour of the same street whose door is known.
 */
export function joinNeighbours(join: NeighbourJoin): void {
  const { intake, facts } = join
  const personOf = new Map<number, number>()
  facts.forEach(({ rowNos }, no) => {
    for (const rowNo of rowNos) personOf.set(rowNo, no)
  })
  for (const rowNos of rowsBySheet(intake)) {
    if (!isFamilyByFamily(join, rowNos)) continue
    for (let place = 1; place < rowNos.length; place++) {
      const before = personOf.get(rowNos[place - 1] ?? -1)
      const no = personOf.get(rowNos[place] ?? -1)
      if (before === undefined || no === undefined || before === no) continue
      joinWithRowBefore(join, { before, no }, rowNos[place - 1] ?? -1, rowNos[place] ?? -1)
    }
  }
}

/** Rows of lists of members, sheet by sheet, in the order written. */
function rowsBySheet(intake: Intake): readonly (readonly number[])[] {
  const bySheet = new Map<number, number[]>()
  intake.rows.forEach((row, rowNo) => {
    const isOfMembers =
      row.fields.jknStatus !== undefined || intake.sheets[row.sheetNo]?.kind === 'register-person'
    if (!isOfMembers) return
    const rows = bySheet.get(row.sheetNo)
    if (rows) rows.push(rowNo)
    else bySheet.set(row.sheetNo, [rowNo])
  })
  const rowOf = (rowNo: number) => intake.rows[rowNo]?.ref.row ?? 0
  return [...bySheet.values()].map((rowNos) =>
    rowNos.sort((left, right) => rowOf(left) - rowOf(right)),
  )
}

function isFamilyByFamily({ addresses }: NeighbourJoin, rowNos: readonly number[]): boolean {
  let both = 0
  let same = 0
  for (let place = 1; place < rowNos.length; place++) {
    const before = localDoor(addresses[rowNos[place - 1] ?? -1])
    const here = localDoor(addresses[rowNos[place] ?? -1])
    if (before === undefined || here === undefined) continue
    both++
    if (before === here) same++
  }
  return both > 0 && same / both >= orderedShare
}

function joinWithRowBefore(
  join: NeighbourJoin,
  { before, no }: { readonly before: number; readonly no: number },
  rowBefore: number,
  row: number,
): void {
  const { cards, facts, union } = join
  if (cards[no] !== undefined && cards[before] !== undefined) return
  if (!isNear(join, rowBefore, row)) return
  const hasDoor = localDoor(join.addresses[row]) !== undefined
  const hadDoor = localDoor(join.addresses[rowBefore]) !== undefined
  if (hasDoor && hadDoor) return
  const person = facts[no]
  const other = facts[before]
  if (!person || !other) return
  // A head begins a family.
  if (join.intake.rows[row]?.fields.relation === 'head') return
  const isMinor = isChildOf(join, person)
  // A register lists all members of a family: an adult whom it leaves out is not of it.
  const isOutside = person.isInRegister !== other.isInRegister
  if (isOutside && !isMinor) return
  if (hasDoor !== hadDoor || isMinor || isSpouse(person, other)) union.join(before, no)
}

/** Same street (or one left out), ward and RT, as far as both rows say. */
function isNear({ intake, addresses }: NeighbourJoin, left: number, right: number): boolean {
  const leftFields = intake.rows[left]?.fields
  const rightFields = intake.rows[right]?.fields
  if (!leftFields || !rightFields) return false
  const agree = (one: unknown, other: unknown) =>
    one === undefined || other === undefined || one === other
  const leftStreet = addresses[left]?.street
  const rightStreet = addresses[right]?.street
  const isKnown = leftStreet !== undefined || leftFields.rt !== undefined
  return (
    isKnown &&
    agree(leftFields.ward, rightFields.ward) &&
    agree(leftFields.rt, rightFields.rt) &&
    agree(leftFields.rw, rightFields.rw) &&
    agree(leftStreet, rightStreet)
  )
}

function isChildOf({ listYear }: NeighbourJoin, { birthYear }: PersonFacts): boolean {
  return birthYear !== undefined && listYear - birthYear < adultYears
}

function isSpouse(person: PersonFacts, other: PersonFacts): boolean {
  if (person.birthYear === undefined || other.birthYear === undefined) return false
  if (person.sex === undefined || other.sex === undefined || person.sex === other.sex) return false
  return Math.abs(person.birthYear - other.birthYear) <= spouseYears
}
