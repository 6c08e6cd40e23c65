import type { Intake, IntakeRow } from '#intake/schema'
import { type Linkage, link } from '#linkage'
import { assembleFamily } from './assemble-family.ts'
import { assemblePerson, type PersonDraft } from './assemble-person.ts'
import { attachFamilyRows } from './attach-family-rows.ts'
import { groupFamilies } from './group-families.ts'
import { makeRecords, type RegisterRecords } from './make-records.ts'
import { KeyMaker } from './public-keys.ts'
import type { Family, Person, Register, ReviewPair, RowLink } from './schema.ts'

/**
 * One register of persons and families from the rows of all lists.
 *
 * Steps: records, linkage, families, heads of family registers, surviving values, keys. Every row
 * stands with exactly one person and one family. The order of files and rows does not matter for
 * who is joined with whom.
 */
export function buildRegister(intake: Intake): Register {
  const made = makeRecords(intake)
  const linkage = link(made.records)
  const drafts = personDrafts(made, linkage)
  const groups = groupFamilies(
    intake,
    drafts.map(({ rowNos }) => rowNos),
  )
  const attached = attachFamilyRows(intake, drafts, groups)

  const keys = new KeyMaker(intake)
  const membersOf = new Map<number, PersonDraft[]>()
  for (const draft of attached.drafts) {
    const members = membersOf.get(draft.family)
    if (members) members.push(draft)
    else membersOf.set(draft.family, [draft])
  }
  const persons: Person[] = []
  const families: Family[] = []
  for (const [family, members] of membersOf) {
    const familyRowNos = attached.familyRowsOf.get(family) ?? []
    const rowNos = [...familyRowNos, ...members.flatMap((draft) => draft.rowNos)]
    const familyId = keys.make('family', [...new Set(rowNos)])
    const ownPersons = members.map((draft) => assemblePerson(intake, draft, familyId, keys))
    persons.push(...ownPersons)
    families.push(
      assembleFamily({
        intake,
        familyId,
        kk: groups.kkOf.get(family) ?? cardOfRows(intake, familyRowNos),
        rowNos,
        persons: ownPersons,
      }),
    )
  }
  const rowLinks = linkRows(intake, persons, attached.headRows)
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

/** The card that a family register names, for a family that no list of persons knows. */
function cardOfRows(intake: Intake, rowNos: readonly number[]): string | undefined {
  return rowNos.map((rowNo) => intake.rows[rowNo]?.fields.kk).find((kk) => kk !== undefined)
}

/** Persons in order of their first row. */
function personDrafts({ rowNos }: RegisterRecords, { clusterOf, clusterCount }: Linkage) {
  const rowNosOf: number[][] = Array.from({ length: clusterCount }, () => [])
  rowNos.forEach((rowNo, record) => {
    rowNosOf[clusterOf[record] ?? 0]?.push(rowNo)
  })
  return rowNosOf.map((rows): { rowNos: number[] } => ({ rowNos: rows }))
}

/**
 * The person and family of every row.
 *
 * @param headRows rows of family registers with the row of the person that they name.
 */
function linkRows(
  intake: Intake,
  persons: readonly Person[],
  headRows: ReadonlyMap<number, number>,
): RowLink[] {
  const links = new Map<number, RowLink>()
  for (const { personId, familyId, rowNos } of persons) {
    for (const rowNo of rowNos) links.set(rowNo, { personId, familyId })
  }
  return intake.rows.map((_row: IntakeRow, rowNo) => {
    const own = links.get(rowNo) ?? links.get(headRows.get(rowNo) ?? -1)
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
