import type { Intake } from '#intake/schema'
import type { Family, Person } from './schema.ts'
import { familyFieldNames, survivors } from './survive.ts'

interface FamilyParts {
  readonly intake: Intake
  readonly familyId: string
  readonly kk: string | undefined
  /** Rows of the family and of its members; a row may come twice. */
  readonly rowNos: readonly number[]
  readonly persons: readonly Person[]
}

/** A family with surviving values, its members in card order and its head. */
export function assembleFamily({ intake, familyId, kk, rowNos, persons }: FamilyParts): Family {
  const rows = [...new Set(rowNos)].sort((left, right) => left - right)
  const { fields, origins } = survivors(intake, rows, familyFieldNames)
  const members = [...persons].sort(byCardOrder)
  const head = headOf(intake, members)
  const kkRowNo = rows.find((rowNo) => intake.rows[rowNo]?.fields.kk === kk)
  const kkOrigin =
    kk === undefined || kkRowNo === undefined
      ? []
      : [{ field: 'kk' as const, rowNo: kkRowNo, otherRowNos: otherCards(intake, rows, kk) }]
  return {
    ...fields,
    ...(kk === undefined ? {} : { kk }),
    ...(head?.name === undefined ? {} : { headName: head.name }),
    familyId,
    ...(head === undefined ? {} : { headPersonId: head.personId }),
    memberIds: members.map(({ personId }) => personId),
    rowNos: rows,
    listCount: new Set(rows.map((rowNo) => intake.rows[rowNo]?.ref.file)).size,
    origins: [...kkOrigin, ...origins],
  }
}

function otherCards(intake: Intake, rowNos: readonly number[], kk: string): number[] {
  return rowNos.filter((rowNo) => {
    const other = intake.rows[rowNo]?.fields.kk
    return other !== undefined && other !== kk
  })
}

const relationOrder = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
]

function byCardOrder(left: Person, right: Person): number {
  return (
    relationPlace(left) - relationPlace(right) ||
    (left.birthYear ?? 9999) - (right.birthYear ?? 9999) ||
    (left.birthDate ?? '').localeCompare(right.birthDate ?? '') ||
    (left.personId < right.personId ? -1 : 1)
  )
}

function relationPlace({ relation }: Person): number {
  const place = relation === undefined ? -1 : relationOrder.indexOf(relation)
  return place < 0 ? relationOrder.length : place
}

/** The head on the card; else who stands for the family in lists of families; else the eldest. */
function headOf(intake: Intake, members: readonly Person[]): Person | undefined {
  const living = members.filter(({ status }) => status === 'active')
  const candidates = living.length > 0 ? living : members
  const onCard = candidates.find(({ relation }) => relation === 'head')
  if (onCard) return onCard
  const named = candidates
    .map((person) => ({ person, times: timesNamed(intake, person) }))
    .sort((left, right) => right.times - left.times)[0]
  if (named && named.times > 0) return named.person
  const ages = candidates.filter(({ birthYear }) => birthYear !== undefined)
  return (
    [...ages].sort((left, right) => (left.birthYear ?? 0) - (right.birthYear ?? 0))[0] ??
    candidates[0]
  )
}

/** Rows of lists that name one person a family: recipients of family aid, occupants of a house. */
function timesNamed(intake: Intake, { rowNos }: Person): number {
  return rowNos.filter((rowNo) => {
    const row = intake.rows[rowNo]
    const sheet = row === undefined ? undefined : intake.sheets[row.sheetNo]
    return (
      sheet?.kind === 'housing-survey' ||
      sheet?.kind === 'water-survey' ||
      sheet?.kind === 'proposal' ||
      sheet?.programme === 'PKH' ||
      sheet?.programme === 'SEMBAKO'
    )
  }).length
}
