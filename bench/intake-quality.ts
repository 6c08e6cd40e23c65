/**
 * How well lists are read with no help, against the truth of a folder of lists.
 *
 * `node bench/intake-quality.ts [FOLDER] [--long]`: columns (meaning, and whether confidence keeps what it
 * promises), rows (each in one class), findings (against the damage that a row alone can show),
 * values (each that differs from its cell names what changed it).
 */
import { join } from 'node:path'
import { findLists, readFolder } from '#intake'
import { loadFile, sheetsOf } from '../src/intake/files/read-file.ts'
import { openWorkbookReader } from '../src/intake/files/workbook-reader.ts'
import { type OpenList, openList } from '../src/intake/lists/open-list.ts'
import { hardships, type JudgedColumn, judgeColumns, judgeHard } from './intake-columns.ts'
import { printFindings } from './intake-findings.ts'
import { printForeign } from './intake-headings.ts'
import { printRows } from './intake-rows.ts'
import { printValues } from './intake-values.ts'
import { listFolder } from './true-register.ts'

const folder = listFolder()
const { files } = await findLists(folder)
const workbooks = openWorkbookReader()
const rawByFile = new Map(
  await Promise.all(
    files.map(async (file) => {
      const raws = await sheetsOf(await loadFile(join(folder, file)), workbooks)
      return [file, raws] as const
    }),
  ),
)
await workbooks.close()
const lists = [...rawByFile].flatMap(([file, raws]) => {
  const sisters = raws.map(({ sheet }) => sheet)
  return raws.map((raw): OpenList => openList(file, raw, sisters))
})

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

function printColumns() {
  const judged = judgeColumns(lists)
  const mattering = judged.filter(({ matters }) => matters)
  const right = mattering.filter(({ isRight }) => isRight).length
  console.log(
    `columns that matter: ${right} of ${mattering.length} right, ${share(right, mattering.length)}`,
  )
  for (const one of judged.filter(({ isRight }) => !isRight)) {
    const { file, sheet, heading, meaning, wanted, confidence } = one
    console.log(
      `  ${file} ${sheet} "${heading}": ${meaning || 'unused'} (${confidence}), meant ${wanted}`,
    )
  }
}

const steps = [0.9, 0.8, 0.7, 0.6, 0.4, 0.01] as const

function printCalibration() {
  console.log('\nconfidence, and the share of columns so sure that are right')
  const pooled: JudgedColumn[] = []
  for (const hardship of hardships) {
    const judged = judgeHard(lists, hardship)
    // Nobody can tell floor from wall by their words alone: shown, and left out of the sum.
    if (hardship !== 'two headings swapped') pooled.push(...judged)
    console.log(line(hardship, judged))
  }
  console.log(line('all but swapped', pooled))
  const sure = pooled.filter(({ confidence, isRight }) => confidence >= 0.9 && !isRight)
  const byCase = Map.groupBy(sure, (one) => `${one.meaning} for ${one.wanted}`)
  for (const [what, cases] of [...byCase].sort((a, b) => b[1].length - a[1].length).slice(0, 8)) {
    console.log(`  sure and wrong: ${what}, ${cases.length} times`)
  }
}

function line(name: string, judged: readonly JudgedColumn[]): string {
  const mattering = judged.filter(({ matters }) => matters)
  const right = mattering.filter(({ isRight }) => isRight).length
  const bands = steps.map((least, place) => {
    const most = place === 0 ? 2 : (steps[place - 1] ?? 2)
    const band = judged.filter(
      ({ confidence, meaning }) => meaning !== '' && confidence >= least && confidence < most,
    )
    const good = band.filter(({ isRight }) => isRight).length
    return `≥${least}: ${band.length === 0 ? '-' : `${good}/${band.length}`}`
  })
  return `  ${name.padEnd(22)} ${share(right, mattering.length).padStart(8)} right  ${bands.join('  ')}`
}

printColumns()
printForeign(process.argv.includes('--long'))
if (!process.argv.includes('--short')) printCalibration()
const intake = await readFolder(folder)
printRows(intake, rawByFile, folder)
printFindings(intake, rawByFile, folder, process.argv.includes('--long'))
printValues(intake, rawByFile)
