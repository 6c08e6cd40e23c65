import type { Intake } from '#intake/schema'
import { type Linkage, link } from '#linkage'
import { assembleFamily } from './assemble-family.ts'
import { assemblePerson, type PersonDraft } from './assemble-person.ts'
import { type Decided, decidedOn, type RegisterChange } from './changes.ts'
import { groupFamilies } from './group-families.ts'
import { joinLoneHeads } from './lone-heads.ts'
import { makeRecords, type RegisterRecords } from './make-records.ts'
import type { PersonRows } from './person-facts.ts'
import { KeyMaker } from './public-keys.ts'
import type { Family, Person, Register, ReviewPair, RowLink } from './schema.ts'

/** What people set of the linkage. */
interface LinkageTerms {
  /** Bits from which two rows join by themselves; the linkage's own by default. */
  readonly thresholdBits?: number | undefined
}

/**
 * One register of persons and families from the rows of all lists.
 *
 * Steps: records, linkage, heads that only a family register names, families, surviving values, keys.
 * Every row stands with exactly one person and one family. The order of files and rows does not
 * matter for who is joined with whom; what people decided holds against everything else.
 *
 * @param intake with the rows by hand of `changes`.
 */
export function buildRegister(
  intake: Intake,
  changes: readonly RegisterChange[] = [],
  { thresholdBits }: LinkageTerms = {},
): Register {
  const decided = decidedOn(intake, changes)
  const made = makeRecords(intake, decided.ownerOfValue)
  const linkage = link(made.records, {
    decided: decidedRecords(made, decided),
    ...(thresholdBits !== undefined && { thresholdBits }),
  })
  const listed = joinLoneHeads(intake, rowsOfPersons(made, linkage), decided.otherPersons)
  const personRows = withValues(listed, decided.ownerOfValue)
  const groups = groupFamilies(intake, personRows, decided)

  const membersOf = new Map<number, PersonDraft[]>()
  personRows.forEach((rowNos, no) => {
    const family = groups.familyOf[no] ?? no
    const members = membersOf.get(family)
    if (members) members.push({ rowNos, family })
    else membersOf.set(family, [{ rowNos, family }])
  })
  const keys = new KeyMaker(intake)
  const persons: Person[] = []
  const families: Family[] = []
  for (const [family, members] of membersOf) {
    const rowNos = members.flatMap((draft) => draft.rowNos)
    const familyId = keys.make('family', rowNos)
    const ownPersons = members.map((draft) => assemblePerson(intake, draft, familyId, keys))
    persons.push(...ownPersons)
    const kk = groups.kkOf.get(family)
    families.push(assembleFamily({ intake, familyId, kk, rowNos, persons: ownPersons }))
  }
  const rowLinks = linkRows(intake, persons)
  return {
    persons,
    families,
    rowLinks,
    review: reviewPairs(made, linkage, rowLinks),
    linkageSummary: {
      pairsCompared: linkage.pairsCompared,
      clusterCount: linkage.clusterCount,
      doubtfulCount: linkage.doubtful.length,
    },
  }
}

/** Rows of each linked person, persons in order of their first row. */
function rowsOfPersons({ rowNos }: RegisterRecords, { clusterOf, clusterCount }: Linkage) {
  const rowNosOf: number[][] = Array.from({ length: clusterCount }, () => [])
  rowNos.forEach((rowNo, record) => {
    rowNosOf[clusterOf[record] ?? 0]?.push(rowNo)
  })
  return rowNosOf satisfies PersonRows[]
}

/** The decided pairs of rows as pairs of records. */
function decidedRecords({ rowNos }: RegisterRecords, decided: Decided) {
  const recordOf = new Map(rowNos.map((rowNo, record) => [rowNo, record]))
  const ofRecords = (pairs: Decided['samePersons']) =>
    pairs.map(([left, right]) => [recordOf.get(left) ?? 0, recordOf.get(right) ?? 0] as const)
  return { together: ofRecords(decided.samePersons), apart: ofRecords(decided.otherPersons) }
}

/** The rows of values that stand, each with the person whom it is about. */
function withValues(
  persons: readonly PersonRows[],
  ownerOfValue: Decided['ownerOfValue'],
): readonly PersonRows[] {
  if (ownerOfValue.size === 0) return persons
  const personOf = new Map(persons.flatMap((rowNos, no) => rowNos.map((rowNo) => [rowNo, no])))
  const all = persons.map((rowNos) => [...rowNos])
  for (const [valueRowNo, ownerRowNo] of ownerOfValue) {
    all[personOf.get(ownerRowNo) ?? -1]?.push(valueRowNo)
  }
  return all.map((rowNos) => rowNos.sort((left, right) => left - right))
}

/** The person and family of every row. */
function linkRows(intake: Intake, persons: readonly Person[]): RowLink[] {
  const links = new Map<number, RowLink>()
  for (const { personId, familyId, rowNos } of persons) {
    for (const rowNo of rowNos) links.set(rowNo, { personId, familyId })
  }
  return intake.rows.map((_row, rowNo) => {
    const own = links.get(rowNo)
    if (!own) throw new Error(`row ${rowNo} stands with no person`)
    return own
  })
}

/** Doubtful pairs as pairs of rows; those whose ends became one person stay, as joined by a thread. */
function reviewPairs(
  { rowNos }: RegisterRecords,
  { doubtful }: Linkage,
  rowLinks: readonly RowLink[],
): ReviewPair[] {
  const seen = new Set<string>()
  return doubtful.flatMap((pair): ReviewPair[] => {
    const leftRowNo = rowNos[pair.left] ?? 0
    const rightRowNo = rowNos[pair.right] ?? 0
    const leftPersonId = rowLinks[leftRowNo]?.personId ?? ''
    const rightPersonId = rowLinks[rightRowNo]?.personId ?? ''
    const key = [leftPersonId, rightPersonId].sort().join(' ')
    if (leftPersonId !== rightPersonId) {
      if (seen.has(key)) return []
      seen.add(key)
    }
    const { weightBits, probability, evidence } = pair
    return [
      { leftRowNo, rightRowNo, leftPersonId, rightPersonId, weightBits, probability, evidence },
    ]
  })
}
