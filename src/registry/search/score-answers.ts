import type { AskedIndex, GradedPart } from './grade-question.ts'
import type { JoinedWords } from './joined-words.ts'
import type { PackedIndex } from './packed-index.ts'
import { nearness } from './vocabulary.ts'
import type { Workspace } from './workspace.ts'

/** Hits of a family's best answer. */
export const hit = { name: 1, address: 2 } as const

/** Percent of its weight that a part takes away where nothing answers it. */
const missingLoss = 30

/** A question with all that answers its parts. */
export interface Question {
  readonly parts: readonly GradedPart[]
  readonly joined: readonly JoinedWords[]
}

/** Who is counted: a person with its family, or a family alone. */
interface Counted {
  readonly personNo: number | undefined
  readonly familyNo: number
}

/**
 * How many of the parts `order` a person with its family answers, or a family alone; stops, too low,
 * where `least` can no longer be reached.
 *
 * @param order numbers of parts, in the order in which they are tried.
 */
export function countAnswered(
  { parts, joined }: Question,
  index: PackedIndex,
  { personNo, familyNo }: Counted,
  { order, least }: { readonly order: readonly number[]; readonly least: number },
): number {
  const joinedBits = personNo === undefined ? 0 : joinedPartsOf(personNo, joined)
  let answered = 0
  for (let at = 0; at < order.length; at++) {
    if (answered + order.length - at < least) return answered
    const no = order[at] ?? 0
    const part = parts[no]
    if (!part) continue
    const isAnswered =
      (joinedBits & (1 << no)) !== 0 ||
      (personNo !== undefined && bearsAny(personNo, part, index)) ||
      placeGrade(familyNo, part, index) > 0
    if (isAnswered) answered++
  }
  return answered
}

function bearsAny(
  personNo: number,
  { names }: GradedPart,
  { namesOfPerson }: PackedIndex,
): boolean {
  if (!names) return false
  const end = namesOfPerson.starts[personNo + 1] ?? 0
  for (let at = namesOfPerson.starts[personNo] ?? 0; at < end; at++) {
    if (names.row[namesOfPerson.items[at] ?? 0] !== 0) return true
  }
  return false
}

function joinedPartsOf(personNo: number, joined: readonly JoinedWords[]): number {
  let bits = 0
  for (const words of joined) if (words.bearers.has(personNo)) bits |= words.bits
  return bits
}

/** Percent by which a family's address answers a part. */
function placeGrade(familyNo: number, part: GradedPart, index: PackedIndex): number {
  if (part.isNeighbourhood) return part.isNeighbourhood(familyNo) ? nearness.same : 0
  let grade = part.places?.[index.scopeOfFamily[familyNo] ?? 0] ?? 0
  if (!part.streets || part.streets.wordNos.length === 0) return grade
  const { starts, items } = index.streetsOfFamily
  const end = starts[familyNo + 1] ?? 0
  for (let at = starts[familyNo] ?? 0; at < end; at++) {
    grade = Math.max(grade, part.streets.row[items[at] ?? 0] ?? 0)
  }
  return grade
}

/** A word that is no word of the address but like one is more often meant as a name. */
const likePlaceShare = 0.7

function weighPlace(familyNo: number, part: GradedPart, index: PackedIndex): number {
  const grade = placeGrade(familyNo, part, index)
  const share = grade < nearness.sameFold ? likePlaceShare : 1
  return Math.round(grade * part.placeWeight * share)
}

/** Weighs a person's name and the family's address against a question, as an answer of the family. */
export function scorePerson(personNo: number, question: Question, whole: AskedIndex): void {
  const { index } = whole
  const familyNo = index.familyOfPerson[personNo] ?? 0
  const start = index.namesOfPerson.starts[personNo] ?? 0
  const wordCount = (index.namesOfPerson.starts[personNo + 1] ?? 0) - start
  const joinedBits = joinedPartsOf(personNo, question.joined)
  const sum = { score: 0, answered: 0, hits: 0, leftOver: wordCount }
  let usedWords = 0
  question.parts.forEach((part, no) => {
    let grade = 0
    let usedWord = 0
    for (let word = 0; part.names && word < wordCount; word++) {
      if ((usedWords & (1 << word)) !== 0) continue
      const own = part.names.row[index.namesOfPerson.items[start + word] ?? 0] ?? 0
      if (own > grade) {
        grade = own
        usedWord = 1 << word
      }
    }
    if ((joinedBits & (1 << no)) !== 0 && grade < nearness.joined) {
      grade = nearness.joined
      usedWord = 0
    }
    const byName = grade * part.nameWeight
    const byPlace = weighPlace(familyNo, part, index)
    addPart(sum, part, byName, byPlace)
    if (byName === 0 || byName < byPlace || usedWord === 0) return
    usedWords |= usedWord
    sum.leftOver--
  })
  // Where nothing of the name was hit it is an answer of the family and not of this person.
  if ((sum.hits & hit.name) !== 0) keep(familyNo, personNo + 1, sum, whole)
}

/** Weighs a family's address alone against a question. */
export function scoreFamily(familyNo: number, { parts }: Question, whole: AskedIndex): void {
  const sum = { score: 0, answered: 0, hits: 0, leftOver: 0 }
  for (const part of parts) {
    addPart(sum, part, 0, weighPlace(familyNo, part, whole.index))
  }
  if (sum.hits !== 0) keep(familyNo, 0, sum, whole)
}

interface Sum {
  score: number
  answered: number
  hits: number
  /** Words of the name that answer nothing. */
  leftOver: number
}

function addPart(sum: Sum, part: GradedPart, byName: number, byPlace: number): void {
  if (byName === 0 && byPlace === 0) {
    sum.score -= missingLoss * Math.max(part.nameWeight, part.placeWeight)
    return
  }
  sum.answered++
  sum.score += Math.max(byName, byPlace)
  sum.hits |= byName >= byPlace ? hit.name : hit.address
}

function keep(
  familyNo: number,
  person: number,
  { score, answered, hits, leftOver }: Sum,
  { index, seen, work }: AskedIndex,
): void {
  const near = seen.nearness[index.scopeOfFamily[familyNo] ?? 0] ?? 0
  // One whole number by which answers are compared, above zero.
  const key = ((Math.max(0, score) * 16 + answered) * 4 + near) * 16 + 16 - Math.min(15, leftOver)
  keepBest(work, familyNo, { key, person, hits })
}

function keepBest(
  work: Workspace,
  familyNo: number,
  { key, person, hits }: { readonly key: number; readonly person: number; readonly hits: number },
): void {
  work.ranked.add(familyNo)
  if ((work.bestKey[familyNo] ?? 0) >= key) return
  work.bestKey[familyNo] = key
  work.bestPerson[familyNo] = person
  work.bestHit[familyNo] = hits
}
