import type { Intake } from '#intake/schema'
import type { RowPair } from './changes.ts'
import type { PersonRows } from './person-facts.ts'
import { isFamilyRow } from './row-kinds.ts'

/**
 * Persons, where a head whom only a family register names joins the head on the same card.
 *
 * A family register and the register of its members were written by one hand: its head is the head
 * there, whatever became of the name. A head on a card that no list of persons knows stays a person,
 * and so does one whom people told from the head on the card.
 */
export function joinLoneHeads(
  intake: Intake,
  persons: readonly PersonRows[],
  otherPersons: readonly RowPair[] = [],
): readonly PersonRows[] {
  const headOfCard = new Map<string, number>()
  const isApart = (lefts: PersonRows, rights: PersonRows) =>
    otherPersons.some(
      ([one, other]) =>
        (lefts.includes(one) && rights.includes(other)) ||
        (lefts.includes(other) && rights.includes(one)),
    )
  const isLone = persons.map((rowNos) =>
    rowNos.every((rowNo) => {
      const row = intake.rows[rowNo]
      return row !== undefined && isFamilyRow(intake, row)
    }),
  )
  persons.forEach((rowNos, no) => {
    if (isLone[no]) return
    for (const rowNo of rowNos) {
      const { kk, relation } = intake.rows[rowNo]?.fields ?? {}
      if (kk !== undefined && relation === 'head') headOfCard.set(kk, no)
    }
  })
  const joined = persons.map((rowNos) => [...rowNos])
  persons.forEach((rowNos, no) => {
    if (!isLone[no]) return
    const kk = rowNos
      .map((rowNo) => intake.rows[rowNo]?.fields.kk)
      .find((card) => card !== undefined)
    const head = kk === undefined ? undefined : headOfCard.get(kk)
    if (head === undefined || isApart(rowNos, persons[head] ?? [])) return
    joined[head]?.push(...rowNos)
    joined[no] = []
  })
  return joined
    .filter((rowNos) => rowNos.length > 0)
    .map((rowNos) => rowNos.sort((left, right) => left - right))
}
