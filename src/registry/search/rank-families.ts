import type { AskedText } from './asked-text.ts'
import { BestFamilies } from './best-families.ts'
import { type AnswerTaker, gatherAnswers } from './gather-answers.ts'
import { type AskedIndex, type GradedPart, gradeQuestion, seesPerson } from './grade-question.ts'
import { findJoined, type JoinedWords } from './joined-words.ts'
import { countAnswered, type Question, scoreFamily, scorePerson } from './score-answers.ts'

/**
 * Numbers of the best families, best first; whom each is owed to stands in the workspace.
 *
 * Those stay that answer the most parts of the question, from three parts on those too that lack one
 * more. They are ordered by the weights of the answered parts, each by how near its word is; of
 * equals, by the number of answered parts, by the asker's own ward, by words of the name left over,
 * by their place in the register.
 */
export function rankFamilies(asked: AskedText, whole: AskedIndex, limit: number): number[] {
  const { work } = whole
  const parts = gradeQuestion(asked, whole)
  const question: Question = { parts, joined: findJoined(asked.parts, whole) }
  if (parts.length === 1) takeAtOnce(question, whole, limit)
  else takeInTurn(question, whole)

  const best = new BestFamilies(limit)
  for (let at = 0; at < work.ranked.count; at++) {
    const familyNo = work.ranked.at(at)
    best.offer(familyNo, work.bestKey[familyNo] ?? 0)
  }
  return best.take()
}

/** One part: whoever answers it is an answer, and there are no others once the nearest are enough. */
function takeAtOnce(question: Question, whole: AskedIndex, limit: number): void {
  const { work } = whole
  const taker: AnswerTaker = {
    takePerson: (personNo) => scorePerson(personNo, question, whole),
    takeFamily: (familyNo) => scoreFamily(familyNo, question, whole),
    count: () => work.ranked.count,
    enough: limit,
  }
  takeJoined(question.joined, taker)
  for (const part of question.parts) gatherAnswers(part, whole, taker)
}

/**
 * Several parts: gathers who answers the rarest of them, and looks at all parts of those alone. Who
 * answers all but `gathered - 1` parts is among them, so that mostly the common words need no look.
 */
function takeInTurn(question: Question, whole: AskedIndex): void {
  const { index, seen, work } = whole
  const { parts } = question
  const hasNames = parts.some(({ names }) => names)
  const taker: AnswerTaker = {
    takePerson: (personNo) => work.persons.add(personNo),
    takeFamily: (familyNo) => {
      work.families.add(familyNo)
      if (!hasNames) return
      const { starts, items } = index.personsOfFamily
      for (let at = starts[familyNo] ?? 0; at < (starts[familyNo + 1] ?? 0); at++) {
        const personNo = items[at] ?? 0
        if (seesPerson(index, seen, personNo)) work.persons.add(personNo)
      }
    },
    count: () => 0,
    enough: Number.POSITIVE_INFINITY,
  }
  takeJoined(question.joined, taker)
  const slack = parts.length >= 3 ? 1 : 0
  let needed = 1
  const order = rarestFirst(parts)
  for (let gathered = 0; gathered < order.length; gathered++) {
    const no = order[gathered] ?? 0
    const part = parts[no]
    const before = { persons: work.persons.count, families: work.families.count }
    if (part) gatherAnswers(part, whole, taker)
    // Whoever was not there before answers none of the parts before, and most likely this one.
    const asked = { order: [...order.slice(gathered + 1), no], least: needed }
    const most = mostAnswered(question, whole, gathered === 0 ? fromStart : before, asked)
    needed = Math.max(needed, most - slack)
    if (needed >= parts.length - gathered) break
  }
  for (let at = 0; at < work.persons.count; at++) {
    const personNo = work.persons.at(at)
    if (work.persons.valueOf(personNo) > needed) scorePerson(personNo, question, whole)
  }
  for (let at = 0; at < work.families.count; at++) {
    const familyNo = work.families.at(at)
    if (work.families.valueOf(familyNo) > needed) scoreFamily(familyNo, question, whole)
  }
}

const fromStart = { persons: 0, families: 0 }

/** Numbers of the parts. */
function rarestFirst(parts: readonly GradedPart[]): number[] {
  return parts
    .map(({ size }, no) => ({ size, no }))
    .sort((left, right) => left.size - right.size)
    .map(({ no }) => no)
}

function takeJoined(joined: readonly JoinedWords[], { takePerson }: AnswerTaker): void {
  for (const { bearers } of joined) for (const personNo of bearers) takePerson(personNo)
}

/**
 * The most parts that anybody answers who was gathered last; writes for each one more than its own
 * count. Whoever cannot answer `least` parts is counted too low.
 */
function mostAnswered(
  question: Question,
  { index, work }: AskedIndex,
  from: { readonly persons: number; readonly families: number },
  asked: { readonly order: readonly number[]; readonly least: number },
): number {
  let most = 0
  for (let at = from.persons; at < work.persons.count; at++) {
    const personNo = work.persons.at(at)
    const familyNo = index.familyOfPerson[personNo] ?? 0
    const answered = countAnswered(question, index, { personNo, familyNo }, asked)
    work.persons.write(personNo, answered + 1)
    most = Math.max(most, answered)
  }
  for (let at = from.families; at < work.families.count; at++) {
    const familyNo = work.families.at(at)
    const answered = countAnswered(question, index, { personNo: undefined, familyNo }, asked)
    work.families.write(familyNo, answered + 1)
    most = Math.max(most, answered)
  }
  return most
}
