import { type AskedIndex, type GradedPart, seesFamily, seesPerson } from './grade-question.ts'
import type { NumberLists } from './number-lists.ts'
import type { Grades } from './vocabulary.ts'

/** What is done with whoever answers a part of a question. */
export interface AnswerTaker {
  /** A person may come more than once. */
  readonly takePerson: (personNo: number) => void
  readonly takeFamily: (familyNo: number) => void
  /** How many there are; words less near than those of the first `enough` are not looked at. */
  readonly count: () => number
  readonly enough: number
}

/**
 * Hands over the persons and families that answer one part, of those whom the asker may find, in the
 * order of how near their words are.
 */
export function gatherAnswers(
  { names, streets, places, isNeighbourhood }: GradedPart,
  { index, seen }: AskedIndex,
  taker: AnswerTaker,
): void {
  if (names) {
    visitNearest(names, index.personsOfName, taker, (personNo) => {
      if (seesPerson(index, seen, personNo)) taker.takePerson(personNo)
    })
  }
  if (streets) {
    visitNearest(streets, index.familiesOfStreet, taker, (familyNo) => {
      if (seesFamily(index, seen, familyNo)) taker.takeFamily(familyNo)
    })
  }
  if (isNeighbourhood) {
    for (let familyNo = 0; familyNo < index.scopeOfFamily.length; familyNo++) {
      if (isNeighbourhood(familyNo) && seesFamily(index, seen, familyNo)) taker.takeFamily(familyNo)
    }
  }
  const { starts, items } = index.familiesOfScope
  places?.forEach((grade, scope) => {
    if (grade === 0) return
    for (let at = starts[scope] ?? 0; at < (starts[scope + 1] ?? 0); at++) {
      taker.takeFamily(items[at] ?? 0)
    }
  })
}

function visitNearest(
  { row, wordNos }: Grades,
  { starts, items }: NumberLists,
  { count, enough }: AnswerTaker,
  visit: (no: number) => void,
): void {
  const start = count()
  const nearestFirst = wordNos.toSorted((left, right) => (row[right] ?? 0) - (row[left] ?? 0))
  let grade = 0
  for (const wordNo of nearestFirst) {
    const isLessNear = row[wordNo] !== grade
    if (isLessNear && count() - start >= enough) return
    grade = row[wordNo] ?? 0
    for (let at = starts[wordNo] ?? 0; at < (starts[wordNo + 1] ?? 0); at++) visit(items[at] ?? 0)
  }
}
