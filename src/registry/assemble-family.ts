import type { Intake, ListKind } from '#intake/schema'
import { adultYears } from './person-facts.ts'
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

/** Who an office would write as head of a family without a card is rarely older than this. */
const oldestUsualHead = 75

/**
 * The head on the card; else who is named for the house in a survey; else the eldest man of working
 * age or little beyond; else who receives for the family; else the eldest.
 */
function headOf(intake: Intake, members: readonly Person[]): Person | undefined {
  const living = members.filter(({ status }) => status === 'active')
  const candidates = living.length > 0 ? living : members
  const onCard = candidates.find(({ relation }) => relation === 'head')
  if (onCard) return onCard
  const byAge = candidates
    .filter(({ birthYear }) => birthYear !== undefined)
    .sort((left, right) => (left.birthYear ?? 0) - (right.birthYear ?? 0))
  const listYear = Number(intake.latestDate?.slice(0, 4) ?? 0)
  const man = byAge.find(({ sex, birthYear }) => {
    const age = listYear - (birthYear ?? 0)
    return sex === 'male' && age >= adultYears && age <= oldestUsualHead
  })
  return (
    mostNamed(intake, candidates, ['housing-survey', 'water-survey']) ??
    man ??
    mostNamed(intake, candidates, ['proposal', 'aid']) ??
    byAge[0] ??
    candidates[0]
  )
}

/** The person whom most rows of lists of these kinds name; lists of single members do not count. */
function mostNamed(
  intake: Intake,
  candidates: readonly Person[],
  kinds: readonly ListKind[],
): Person | undefined {
  let best: Person | undefined
  let most = 0
  for (const person of candidates) {
    const times = person.rowNos.filter((rowNo) => {
      const row = intake.rows[rowNo]
      const kind = row === undefined ? undefined : intake.sheets[row.sheetNo]?.kind
      const isOfMembers =
        row?.fields.jknStatus !== undefined || row?.fields.schoolName !== undefined
      return kind !== undefined && kinds.includes(kind) && !isOfMembers
    }).length
    if (times > most) {
      most = times
      best = person
    }
  }
  return best
}
