import type { AidWord } from './aid-words.ts'
import { benefitOfAid, findFixedProgramme } from './classify-aid.ts'
import { programmeKey } from './count-served.ts'
import type { Overlap, Received } from './schema.ts'

/** Programmes of which a family may have one only, ever: each rebuilds the same house. */
const onceForAll = ['BSPS', 'RST', 'RTLH-K']

/** Two gifts of one kind within so many days count as one season. */
const seasonDays = 92

/**
 * Pairs of gifts to one family from different programmes or, for twins, from one.
 *
 * `conflict`: the rules forbid the pair. `duplicate`: the same kind of help for the same lack, to
 * the same person where both name one, in one season; `isCertain` is false when a date is missing.
 * `complementary`: different help meets on one family, which is what coordination wants. One pair
 * of programmes counts once a family, in its gravest class.
 */
export function overlaps(received: readonly Received[]): readonly Overlap[] {
  const byFamily = Map.groupBy(received, (entry) => entry.familyId)
  return [...byFamily.values()].flatMap((entries) => overlapsOfFamily(entries))
}

function overlapsOfFamily(entries: readonly Received[]): readonly Overlap[] {
  const gravest = new Map<string, Overlap>()
  entries.forEach((left, leftNo) => {
    for (const right of entries.slice(leftNo + 1)) {
      const overlap = classify(left, right)
      if (overlap === undefined) continue
      const key = [programmeKey(left), programmeKey(right)].sort().join(' & ')
      const known = gravest.get(key)
      if (known === undefined || rank(overlap) > rank(known)) gravest.set(key, overlap)
    }
  })
  return [...gravest.values()]
}

function rank(overlap: Overlap): number {
  const grade = { complementary: 0, duplicate: 1, conflict: 2 }[overlap.kind]
  return grade * 2 + (overlap.isCertain ? 1 : 0)
}

function classify(left: Received, right: Received): Overlap | undefined {
  const pair = { familyId: left.familyId, leftRowNo: left.rowNo, rightRowNo: right.rowNo }
  const isSameProgramme = programmeKey(left) === programmeKey(right)
  if (!isSameProgramme && forbids(left, right)) {
    return { ...pair, kind: 'conflict', indicator: left.indicator, isCertain: true }
  }
  if (left.indicator === right.indicator && isSamePerson(left, right, isSameProgramme)) {
    const isTwin = isSameProgramme || benefitOf(left) === benefitOf(right)
    const days = daysBetween(left, right)
    if (isTwin && (days === undefined || days <= seasonDays) && !isNextPayment(left, right)) {
      const isCertain = days !== undefined
      return { ...pair, kind: 'duplicate', indicator: left.indicator, isCertain }
    }
  }
  if (isSameProgramme) return undefined
  return { ...pair, kind: 'complementary', indicator: left.indicator, isCertain: true }
}

/** Help for a person doubles only on that person; help for a family on any of its members. */
function isSamePerson(left: Received, right: Received, isSameProgramme: boolean): boolean {
  if (left.personId === right.personId) return true
  const isPersonal = ['JKN', 'EDU_COST', 'DISAB', 'NUTR', 'PREG', 'JAMSOS', 'WORK', 'DOC', 'ATS']
  return (
    !isPersonal.includes(left.indicator) && (!isSameProgramme || left.ref.file === right.ref.file)
  )
}

/** Programmes of law pay again and again: another day is another payment, not the same one twice. */
function isNextPayment(left: Received, right: Received): boolean {
  if (left.status === 'active' && right.status === 'active') return false
  const code = findFixedProgramme(left.programme)?.code
  const isOneProgramme = code !== undefined && code === findFixedProgramme(right.programme)?.code
  return isOneProgramme && daysBetween(left, right) !== undefined && left.date !== right.date
}

function forbids(left: Received, right: Received): boolean {
  const codes = [left, right].map((entry) => findFixedProgramme(entry.programme)?.code ?? '')
  return codes.every((code) => onceForAll.includes(code))
}

function benefitOf(entry: Received): AidWord['benefit'] | undefined {
  return benefitOfAid(entry.programme, entry.indicator)
}

function daysBetween(left: Received, right: Received): number | undefined {
  if (left.date === undefined || right.date === undefined) return undefined
  return Math.abs(Date.parse(left.date) - Date.parse(right.date)) / 86_400_000
}
