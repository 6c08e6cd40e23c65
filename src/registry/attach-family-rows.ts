import type { Intake } from '#intake/schema'
import { isSlip, normaliseAddress, normaliseName } from '#linkage'
import type { PersonDraft } from './assemble-person.ts'
import type { FamilyGroups } from './group-families.ts'
import { isFamilyRow } from './row-kinds.ts'

export interface AttachedFamilies {
  /** All persons, with those that only a family row names. */
  readonly drafts: readonly PersonDraft[]
  readonly familyRowsOf: ReadonlyMap<number, readonly number[]>
  /** Row of a family register to a row of the person that it names. */
  readonly headRows: ReadonlyMap<number, number>
}

/**
 * Gives each row of a family register its family, by card, else by the head's name and door; a row
 * whose head stands in no list of persons makes a person and, where need be, a family.
 */
export function attachFamilyRows(
  intake: Intake,
  persons: readonly { readonly rowNos: readonly number[] }[],
  { familyOf, kkOf }: FamilyGroups,
): AttachedFamilies {
  const drafts: PersonDraft[] = persons.map(({ rowNos }, no) => ({
    rowNos,
    family: familyOf[no] ?? no,
  }))
  const familyByKk = new Map([...kkOf].map(([family, kk]) => [kk, family]))
  const book = makeMemberBook(intake, drafts)
  const familyRowsOf = new Map<number, number[]>()
  const headRows = new Map<number, number>()
  let nextFamily = persons.length

  intake.rows.forEach((row, rowNo) => {
    if (!isFamilyRow(intake, row)) return
    const { kk, headName, name } = row.fields
    const named = headName ?? name ?? ''
    const byCard = kk === undefined ? undefined : familyByKk.get(kk)
    const family = byCard ?? book.familyAtDoor(rowNo, named) ?? nextFamily++
    if (kk !== undefined && !familyByKk.has(kk)) familyByKk.set(kk, family)
    const rows = familyRowsOf.get(family)
    if (rows) rows.push(rowNo)
    else familyRowsOf.set(family, [rowNo])

    const headRow = book.headRowOf(family, named)
    if (headRow !== undefined) headRows.set(rowNo, headRow)
    else {
      const draft = { rowNos: [rowNo], family }
      drafts.push(draft)
      book.add(draft)
    }
  })
  return { drafts, familyRowsOf, headRows }
}

interface MemberBook {
  readonly add: (draft: PersonDraft) => void
  /** A row of the member with that name, or of the head where the name fits nobody. */
  readonly headRowOf: (family: number, name: string) => number | undefined
  readonly familyAtDoor: (rowNo: number, name: string) => number | undefined
}

function makeMemberBook(intake: Intake, drafts: readonly PersonDraft[]): MemberBook {
  const membersOf = new Map<number, PersonDraft[]>()
  const familiesByName = new Map<string, Set<number>>()
  const add = (draft: PersonDraft): void => {
    const members = membersOf.get(draft.family)
    if (members) members.push(draft)
    else membersOf.set(draft.family, [draft])
    for (const rowNo of draft.rowNos) {
      const key = nameKey(intake.rows[rowNo]?.fields.name)
      const families = familiesByName.get(key)
      if (families) families.add(draft.family)
      else familiesByName.set(key, new Set([draft.family]))
    }
  }
  for (const draft of drafts) add(draft)

  function headRowOf(family: number, name: string): number | undefined {
    const members = membersOf.get(family) ?? []
    const asked = nameKey(name)
    const keysOf = (draft: PersonDraft): string[] =>
      draft.rowNos.map((rowNo) => nameKey(intake.rows[rowNo]?.fields.name))
    const exact = members.find((draft) => keysOf(draft).includes(asked))
    const near = exact ?? members.find((draft) => keysOf(draft).some((key) => isNear(key, asked)))
    const head =
      near ??
      members.find(({ rowNos }) =>
        rowNos.some((rowNo) => intake.rows[rowNo]?.fields.relation === 'head'),
      )
    return head?.rowNos[0]
  }

  function familyAtDoor(rowNo: number, name: string): number | undefined {
    const families = [...(familiesByName.get(nameKey(name)) ?? [])]
    const door = doorOf(intake, rowNo)
    if (door === undefined) return undefined
    const here = families.filter((family) =>
      (membersOf.get(family) ?? []).some(({ rowNos }) =>
        rowNos.some((other) => doorOf(intake, other) === door),
      ),
    )
    return here.length === 1 ? here[0] : undefined
  }

  return { add, headRowOf, familyAtDoor }
}

function doorOf(intake: Intake, rowNo: number): string | undefined {
  const address = intake.rows[rowNo]?.fields.address
  const door = address === undefined ? undefined : normaliseAddress(address)
  return door === undefined || door.street === ''
    ? undefined
    : `${door.street} ${door.number ?? ''}`
}

function nameKey(name: string | undefined): string {
  return name === undefined ? '' : [...normaliseName(name).tokens].sort().join(' ')
}

/** One slip apart, or one name's words all stand in the other. */
function isNear(left: string, right: string): boolean {
  if (left === '' || right === '') return false
  if (isSlip(left, right)) return true
  const [few, many] = [left.split(' '), right.split(' ')].sort((a, b) => a.length - b.length)
  return few !== undefined && many !== undefined && few.every((word) => many.includes(word))
}
