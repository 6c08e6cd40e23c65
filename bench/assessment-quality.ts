/**
 * Needs against the truth of the sample lists: precision and recall an indicator.
 *
 * `node bench/assessment-quality.ts [folder] [--real]`: with perfect links, or with the register
 * that Betang builds itself. The truth knows what no list tells (conditions of most houses, who is
 * insured elsewhere), so recall has a ceiling; `asked` counts true needs that became a question.
 */
import { performance } from 'node:perf_hooks'
import { assess } from '#assessment'
import { readFolder } from '#intake'
import { buildLedger, sectors } from '#ledger'
import { indicatorsBySector } from '#ledger/schema'
import { buildRegister } from '#registry'
import {
  listFolder,
  readTable,
  readTrueRows,
  share,
  trueRegister,
  truthOfRows,
} from './true-register.ts'

const folder = listFolder()
const trueRows = readTrueRows(folder)
if (trueRows === undefined) {
  console.log('assessment-quality: no truth beside the lists, nothing to compare')
} else {
  const intake = await readFolder(folder, {})
  const truth = truthOfRows(intake, trueRows)
  const isReal = process.argv.includes('--real')
  const register = isReal ? buildRegister(intake) : trueRegister(intake, truth)
  const received = buildLedger(intake, register)
  const startedMs = performance.now()
  const on = intake.latestDate ?? '2025-07-01'
  const assessment = assess({ intake, register, received, on })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(2)

  const trueFamilyOf = new Map(
    register.families.map((family) => [
      family.familyId,
      mostFrequent(family.rowNos.map((rowNo) => truth[rowNo]?.familyId ?? '')),
    ]),
  )
  const seen = new Set(truth.map((row) => row?.familyId ?? ''))
  const trueNeeds = new Map(
    readTable(`${folder}/truth/families.csv`)
      .filter((row) => seen.has(row.family_id ?? ''))
      .map((row) => [row.family_id ?? '', new Set(row.needs?.split(';'))]),
  )
  const told = (value: true | null) =>
    new Map(
      Object.values(indicatorsBySector)
        .flat()
        .map((indicator) => [
          indicator,
          new Set(
            assessment.profiles
              .filter(({ lacks }) => lacks[indicator] === value)
              .map(({ familyId }) => trueFamilyOf.get(familyId) ?? ''),
          ),
        ]),
    )
  const lacking = told(true)
  const asked = told(null)

  console.log(
    `${isReal ? 'own' : 'perfect'} links, ${assessment.needs.length} needs, ${assessment.questions.length} questions, ${seconds} s`,
  )
  console.log('indicator   true  told  both precision recall asked')
  const sum = { truly: 0, told: 0, both: 0 }
  for (const indicator of sectors().flatMap((sector) => indicatorsBySector[sector])) {
    const truly = [...trueNeeds].filter(([, needs]) => needs.has(indicator)).map(([id]) => id)
    const found = lacking.get(indicator) ?? new Set()
    const open = asked.get(indicator) ?? new Set()
    const both = truly.filter((id) => found.has(id)).length
    const questions = truly.filter((id) => !found.has(id) && open.has(id)).length
    sum.truly += truly.length
    sum.told += found.size
    sum.both += both
    const cells = [truly.length, found.size, both]
      .map((count) => String(count).padStart(6))
      .join('')
    console.log(
      `${indicator.padEnd(10)}${cells}  ${share(both, found.size).padStart(8)} ${share(both, truly.length).padStart(6)} ${String(questions).padStart(5)}`,
    )
  }
  console.log(
    `all       ${sum.truly} ${sum.told} ${sum.both} precision ${share(sum.both, sum.told)} recall ${share(sum.both, sum.truly)}`,
  )
}

function mostFrequent(ids: readonly string[]): string {
  const counts = [...Map.groupBy(ids, (id) => id)].map(([id, all]) => ({ id, count: all.length }))
  return counts.sort((left, right) => right.count - left.count)[0]?.id ?? ''
}
