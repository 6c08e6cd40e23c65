/**
 * `betang link` unaided, at its own threshold, on public lists that are not Indonesian; beside Splink
 * with its tutorials' settings at its best threshold where it has a tutorial for the list.
 *
 * `node bench/linkage-public.ts [FOLDER] [--splink=4.0.16]`: F1 of pairs and of clusters.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { linkFiles } from '#linkage'
import { openBatch } from '#platform/duckdb'
import { pythonWithSplink } from './splink-python.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { splink: { type: 'string', default: '4.0.16' } },
})
const shared = new URL('../../shared/data/record-linkage', import.meta.url)
const lists = positionals[0] ?? fileURLToPath(shared)

interface List {
  readonly file: string
  /** SQL for the person that a row is of. */
  readonly person: string
  readonly leftOut?: string
  readonly tutorial?: 'fake' | 'historical'
}
const febrl = { person: "split_part(rec_id, '-', 2)" }
const all: readonly List[] = [
  ...['febrl_dataset1.csv', 'febrl_dataset2.csv'].flatMap((file) => [
    { ...febrl, file, leftOut: 'rec_id' },
    { ...febrl, file, leftOut: 'rec_id, soc_sec_id' },
  ]),
  { file: 'splink_fake_1000.csv', person: 'cluster', leftOut: 'cluster', tutorial: 'fake' },
  {
    file: 'splink_historical_50k.csv.gz',
    person: 'cluster',
    leftOut: 'cluster',
    tutorial: 'historical',
  },
]

const Quality = z.object({ f1: z.number(), clusters: z.object({ f1: z.number() }) })
const Tutorial = z.object({ pairs: z.number(), clusters: z.number() })
const folder = mkdtempSync(path.join(tmpdir(), 'betang-bench-'))
const batch = await openBatch({ memoryMb: 1000, threads: 2 })
try {
  for (const list of all) {
    const bytes = readFileSync(path.join(lists, list.file))
    const csv = path.join(folder, 'list.csv')
    writeFileSync(csv, list.file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    const told = path.join(folder, 'told.parquet')
    await batch.run([
      {
        creates: 'told',
        sql: `select row_number() over () as row_no, ${list.person} as person,
          * exclude (${list.leftOut})
          from read_csv('${csv}', all_varchar = true, header = true)`,
      },
    ])
    await batch.writeParquet(told, 'select * from told')
    const out = path.join(folder, 'out')
    mkdirSync(out, { recursive: true })
    const start = performance.now()
    await linkFiles({ files: [told], idColumn: 'row_no', truthColumn: 'person', out })
    const seconds = (performance.now() - start) / 1000
    const quality = Quality.parse(JSON.parse(readFileSync(path.join(out, 'quality.json'), 'utf8')))
    const name = `${list.file.split('.')[0]}${list.leftOut?.includes('soc') ? ', no soc_sec_id' : ''}`
    console.log(
      `${name.padEnd(36)} ours: pairs ${quality.f1.toFixed(4)}, clusters ${quality.clusters.f1.toFixed(4)}, ${seconds.toFixed(1)} s`,
    )
    if (!list.tutorial) continue
    const script = path.join(import.meta.dirname, 'linkage-splink-public.py')
    const said = execFileSync(pythonWithSplink(values.splink), [script, list.tutorial, csv], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const line = said.split('\n').find((one) => one.startsWith('{'))
    const { pairs, clusters } = Tutorial.parse(JSON.parse(line ?? '{}'))
    console.log(
      `${''.padEnd(36)} splink ${values.splink}, best: pairs ${pairs.toFixed(4)}, clusters ${clusters.toFixed(4)}`,
    )
  }
} finally {
  batch.close()
  rmSync(folder, { recursive: true })
}
