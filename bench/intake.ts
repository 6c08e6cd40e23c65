/**
 * How fast and with how much memory a long messy list is read to rows with findings.
 *
 * `node bench/intake.ts [ROWS]`; default 300,000. Writes a CSV and an XLSX of one invented list (fixed
 * seed), reads each in a process of its own, and scans the CSV with DuckDB, every column as text, in
 * one more: its time is the limit that any reading of the file has. Seconds are those of the processor:
 * on a machine that does nothing else they are the clock's. Fails over 60 s or 1 GB.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openBatch } from '#platform/duckdb'
import type { RawSheet } from '../src/intake/files/raw-sheet.ts'
import { sheetsOf } from '../src/intake/files/read-file.ts'
import { openWorkbookReader } from '../src/intake/files/workbook-reader.ts'
import { readSources } from '../src/intake/read-sources.ts'
import { headings, messyRows, toCsv, toXlsx } from './intake-mess.ts'

const mostSeconds = 60
const mostMb = 1000
const seed = 2026

interface Measure {
  readonly openSeconds: number
  readonly readSeconds: number
  readonly rows: number
  readonly findings: number
  readonly quarantined: number
  readonly peakMb: number
}

const [task = '', path = ''] = process.argv.slice(2)
if (task === '--read') process.stdout.write(JSON.stringify(await readList(path)))
else if (task === '--scan') process.stdout.write(JSON.stringify(await scanList(path)))
else await compare(Number(task === '' ? 300_000 : task))

async function readList(list: string): Promise<Measure> {
  const start = busySeconds()
  const workbooks = openWorkbookReader()
  const raws: readonly RawSheet[] = await sheetsOf(readFileSync(list), workbooks)
  await workbooks.close()
  const opened = busySeconds()
  const { rows, findings, quarantinedRefs } = await readSources(
    [{ file: 'list', load: async () => raws }],
    { today: '2025-07-01' },
  )
  return {
    openSeconds: opened - start,
    readSeconds: busySeconds() - opened,
    rows: rows.length,
    findings: findings.length,
    quarantined: quarantinedRefs.length,
    peakMb: peakMb(),
  }
}

async function scanList(list: string): Promise<Measure> {
  const batch = await openBatch({ memoryMb: 900, threads: 2 })
  const start = busySeconds()
  const columns = headings.map((_, column) => `'c${column}': 'varchar'`).join(', ')
  await batch.run([
    {
      creates: 'list',
      sql: `select * from read_csv('${list}', delim = ';', skip = 5, header = false,
        columns = {${columns}}, quote = '"', escape = '"', null_padding = true, parallel = false)`,
    },
  ])
  const readSeconds = busySeconds() - start
  const [count] = await batch.read('select count(*)::integer as rows from list')
  batch.close()
  const rows = Number(count?.rows)
  return { openSeconds: 0, readSeconds, rows, findings: 0, quarantined: 0, peakMb: peakMb() }
}

/** Seconds that this process has kept the processor busy, its threads among them. */
function busySeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1000)
}

async function compare(records: number) {
  const folder = mkdtempSync(join(tmpdir(), 'betang-intake-'))
  try {
    const csv = join(folder, 'list.csv')
    const xlsx = join(folder, 'list.xlsx')
    writeFileSync(csv, toCsv(messyRows(records, seed)))
    writeFileSync(xlsx, toXlsx(messyRows(records, seed)))
    const scan = await inProcess('--scan', csv)
    print('DuckDB, CSV as text', csv, scan)
    for (const [name, list] of [
      ['CSV', csv],
      ['XLSX', xlsx],
    ] as const) {
      const measure = await inProcess('--read', list)
      print(name, list, measure)
      const whole = measure.openSeconds + measure.readSeconds
      console.log(`  ${(whole / scan.readSeconds).toFixed(1)} times DuckDB's scan`)
      const isWhole = measure.rows + measure.quarantined === records
      if (!isWhole) console.log(`  ${records} records were written`)
      if (whole > mostSeconds || measure.peakMb > mostMb || !isWhole) process.exitCode = 1
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function inProcess(what: '--read' | '--scan', list: string): Promise<Measure> {
  const self = fileURLToPath(import.meta.url)
  const { stdout } = await promisify(execFile)(process.execPath, [self, what, list])
  return JSON.parse(stdout)
}

function print(name: string, list: string, measure: Measure) {
  const { openSeconds, readSeconds, rows, findings, peakMb: mb } = measure
  const size = (readFileSync(list).length / 1e6).toFixed(1)
  console.log(
    `${name} (${size} MB): ${rows} rows, ${findings} findings; cells ${openSeconds.toFixed(2)} s, rows ${readSeconds.toFixed(2)} s, peak ${mb} MB`,
  )
}
