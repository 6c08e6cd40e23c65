/**
 * The ledger against the truth of the sample lists: which row serves which need.
 *
 * `node bench/ledger-quality.ts [folder]`; says so and ends where the folder has no truth. The
 * truth also counts failed payments as served, Betang does not: rows whose own words say that
 * nothing arrived are shown apart and are no misses. It also leaves out houses rebuilt in earlier years
 * for families without a housing need now; Betang enters them, which lowers that list's precision.
 */
import { readFolder } from '#intake'
import { buildLedger, readAidStatus } from '#ledger'
import { listFolder, readTrueRows, share, trueRegister, truthOfRows } from './true-register.ts'

const folder = listFolder()
const trueRows = readTrueRows(folder)
if (trueRows === undefined) {
  console.log('ledger-quality: no truth beside the lists, nothing to compare')
} else {
  const intake = await readFolder(folder, {})
  const truth = truthOfRows(intake, trueRows)
  const received = buildLedger(intake, trueRegister(intake, truth))
  const told = Map.groupBy(received, ({ rowNo }) => rowNo)
  const counts = new Map<string, { both: number; told: number; serves: number; failed: number }>()
  const wrong: string[] = []
  intake.rows.forEach((row, rowNo) => {
    const count = counts.get(row.ref.file) ?? { both: 0, told: 0, serves: 0, failed: 0 }
    counts.set(row.ref.file, count)
    const serves = truth[rowNo]?.serves ?? ''
    const indicators: readonly string[] = (told.get(rowNo) ?? []).map((entry) => entry.indicator)
    count.told += indicators.length
    if (serves !== '') count.serves += 1
    const isHit = indicators.includes(serves)
    if (isHit) count.both += 1
    const status = readAidStatus(row.fields.aidStatusText ?? row.fields.note)
    const isFailed = status === 'failed' || status === 'planned'
    if (serves !== '' && !isHit && isFailed) count.failed += 1
    if ((serves !== '' && !isHit && !isFailed) || indicators.length > (isHit ? 1 : 0)) {
      const { aidText, earlierAidText, aidStatusText } = row.fields
      const words = [aidText, earlierAidText, aidStatusText].filter(Boolean).join(' / ')
      wrong.push(`${row.ref.file} ${row.ref.row}: "${words}" ${indicators} truth ${serves || '-'}`)
    }
  })
  console.log('list                          told serves failed precision recall')
  for (const [file, { both, told: all, serves, failed }] of counts) {
    const cells = [all, serves, failed].map((count) => String(count).padStart(6)).join('')
    const recall = share(both, serves - failed)
    console.log(`${file.padEnd(28)}${cells}  ${share(both, all).padStart(8)} ${recall.padStart(6)}`)
  }
  for (const line of wrong.slice(0, 20)) console.log(line)
}
