/**
 * How well rows are joined to persons and families, against the truth of a folder of lists.
 *
 * `node bench/linkage-quality.ts [FOLDER] [--by-list]`: pairs of rows of one person (rows of family
 * registers left out), pairs of rows of one family that name different persons, each against the
 * named baseline "exact cleaned NIK".
 */

import { readFolder } from '#intake'
import type { Intake } from '#intake/schema'
import { buildRegister } from '#registry'
import { listFolder, readTrueRows, truthOfRows } from './true-register.ts'

interface Quality {
  readonly found: number
  readonly right: number
  readonly wanted: number
}

/** Pairs that equal labels make: n(n-1)/2 a label. */
function pairCount(labels: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  let pairs = 0
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2
  return pairs
}

function personQuality(given: readonly string[], wanted: readonly string[]): Quality {
  const both = given.map((label, no) => `${label}|${wanted[no]}`)
  return { found: pairCount(given), right: pairCount(both), wanted: pairCount(wanted) }
}

/** Pairs of one family that name different true persons: who lives together, not who is the same. */
function familyQuality(
  given: readonly string[],
  wanted: readonly string[],
  persons: readonly string[],
): Quality {
  const apart = (labels: readonly string[]) =>
    pairCount(labels) - pairCount(labels.map((label, no) => `${label}|${persons[no]}`))
  const both = given.map((label, no) => `${label}|${wanted[no]}`)
  return { found: apart(given), right: apart(both), wanted: apart(wanted) }
}

function describe(name: string, { found, right, wanted }: Quality): string {
  const precision = right / found
  const recall = right / wanted
  const f1 = (2 * right) / (found + wanted)
  const shares = [precision, recall, f1].map((share) => share.toFixed(4))
  return `${name.padEnd(28)} precision ${shares[0]}  recall ${shares[1]}  F1 ${shares[2]}  (${wanted} true pairs)`
}

/** Lines for the pairs of lists that hold the most errors: wanted, missed and false pairs. */
function byList(
  intake: Intake,
  rowNos: readonly number[],
  given: (rowNo: number) => string,
  wanted: (rowNo: number) => string,
  isCounted: (left: number, right: number) => boolean,
): string[] {
  const counts = new Map<string, { wanted: number; missed: number; wrong: number }>()
  const listOf = (rowNo: number) => intake.rows[rowNo]?.ref.file.slice(0, 12) ?? ''
  const count = (
    labelOf: (rowNo: number) => string,
    otherOf: (rowNo: number) => string,
    isTruth: boolean,
  ) => {
    const groups = Map.groupBy(rowNos, labelOf)
    for (const group of groups.values()) {
      group.forEach((left, place) => {
        for (const right of group.slice(place + 1)) {
          if (!isCounted(left, right)) continue
          const key = [listOf(left), listOf(right)].sort().join(' - ')
          const entry = counts.get(key) ?? { wanted: 0, missed: 0, wrong: 0 }
          const isApart = otherOf(left) !== otherOf(right)
          if (isTruth) entry.wanted++
          if (isTruth && isApart) entry.missed++
          if (!isTruth && isApart) entry.wrong++
          counts.set(key, entry)
        }
      })
    }
  }
  count(wanted, given, true)
  count(given, wanted, false)
  return [...counts]
    .sort(([, left], [, right]) => right.missed + right.wrong - left.missed - left.wrong)
    .slice(0, 20)
    .map(
      ([key, entry]) =>
        `  ${key.padEnd(30)} true ${entry.wanted}  missed ${entry.missed}  false ${entry.wrong}`,
    )
}

const folder = listFolder()
const intake = await readFolder(folder)
const trueRows = readTrueRows(folder)
if (!trueRows) throw new Error(`${folder} has no truth/rows.csv`)
const truth = truthOfRows(intake, trueRows)

const start = performance.now()
const register = buildRegister(intake)
const seconds = (performance.now() - start) / 1000

const counted = intake.rows.flatMap((_, rowNo) => (truth[rowNo] ? [rowNo] : []))
const personRows = counted.filter((rowNo) => {
  return intake.sheets[intake.rows[rowNo]?.sheetNo ?? -1]?.kind !== 'register-family'
})
const truePerson = (rowNo: number) => truth[rowNo]?.personId ?? ''
const trueFamily = (rowNo: number) => truth[rowNo]?.familyId ?? ''
const person = (rowNo: number) => register.rowLinks[rowNo]?.personId ?? ''
const family = (rowNo: number) => register.rowLinks[rowNo]?.familyId ?? ''
const byNik = (rowNo: number) => intake.rows[rowNo]?.fields.nik ?? `row ${rowNo}`
const byKk = (rowNo: number) => intake.rows[rowNo]?.fields.kk ?? `row ${rowNo}`

console.log(
  `${intake.rows.length} rows, ${counted.length} with truth; ${register.persons.length} persons, ` +
    `${register.families.length} families, ${register.review.length} to review; ` +
    `${register.linkageSummary.pairsCompared} pairs compared; ${seconds.toFixed(1)} s, ` +
    `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
)
const persons = counted.map(truePerson)
console.log(describe('persons', personQuality(personRows.map(person), personRows.map(truePerson))))
console.log(
  describe('  exact cleaned NIK', personQuality(personRows.map(byNik), personRows.map(truePerson))),
)
console.log(
  describe('families', familyQuality(counted.map(family), counted.map(trueFamily), persons)),
)
console.log(
  describe(
    '  exact cleaned KK',
    familyQuality(counted.map(byKk), counted.map(trueFamily), persons),
  ),
)
if (process.argv.includes('--by-list')) {
  console.log('persons, by pair of lists')
  console.log(byList(intake, personRows, person, truePerson, () => true).join('\n'))
  console.log('families, by pair of lists')
  const isOther = (left: number, right: number) => truePerson(left) !== truePerson(right)
  console.log(byList(intake, counted, family, trueFamily, isOther).join('\n'))
}
