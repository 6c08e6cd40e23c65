/**
 * `betang link` against Splink: the same table, rules and levels, one after the other on this machine.
 *
 * `node bench/linkage.ts [RECORDS=300000] [--splink=4.0.16] [--table=FILE] [--rounds=1]`: wall and CPU
 * seconds, peak memory, pair and cluster F1. Splink goes into a virtual environment of its own.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Batch, openBatch } from '#platform/duckdb'
import { pythonWithSplink } from './splink-python.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    splink: { type: 'string', default: '4.0.16' },
    table: { type: 'string' },
    rounds: { type: 'string', default: '1' },
  },
})
const records = Number(positionals[0] ?? 300_000)
const threads = 2
const here = import.meta.dirname

const Usage = z.object({
  name: z.string(),
  seconds: z.record(z.string(), z.number()),
  cpu_seconds: z.number(),
  peak_memory_mb: z.number(),
})
type Usage = z.infer<typeof Usage>

interface Measured extends Usage {
  readonly pairs: { readonly best: number; readonly bestBits: number; readonly atDefault: number }
  readonly clusters: { readonly best: number; readonly atDefault: number }
}

function run(program: string, words: readonly string[]): Usage {
  const said = execFileSync(program, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const line = said.split('\n').find((one) => one.startsWith('{'))
  return Usage.parse(JSON.parse(line ?? '{}'))
}

/** F1 of pairs within equal labels. */
async function clusterF1(batch: Batch, table: string, clusters: string): Promise<number> {
  const sum = (of: string) =>
    `(select sum(n * (n - 1) / 2) from (select count(*) as n from joined group by ${of}))`
  const [row] = await batch.read(`with joined as (
      select person, cluster_id from '${table}' join ${clusters} on unique_id = id)
    select 2 * ${sum('person, cluster_id')} / (${sum('person')} + ${sum('cluster_id')}) as f1`)
  return Number(row?.f1)
}

/** F1 of pairs at the best threshold and at the default one. */
async function pairFigures(batch: Batch, table: string, pairs: string, defaultBits: number) {
  const [row] = await batch.read(`with
    judged as (select weight_bits, count(*) filter (l.person = r.person) as right_pairs, count(*) as all_pairs
      from '${pairs}' join '${table}' l on left_id = l.unique_id join '${table}' r on right_id = r.unique_id
      group by weight_bits),
    summed as (select weight_bits, sum(right_pairs) over (order by weight_bits desc) as correct,
      sum(all_pairs) over (order by weight_bits desc) as given from judged),
    wanted as (select sum(n * (n - 1) / 2) as true_pairs from
      (select count(*) as n from '${table}' group by person)),
    scored as (select weight_bits, 2 * correct / (given + true_pairs) as f1 from summed, wanted)
    select max(f1) as best, arg_max(weight_bits, f1) as bits,
      arg_min(f1, weight_bits) filter (weight_bits >= ${defaultBits}) as at_default from scored`)
  return {
    best: Number(row?.best),
    bestBits: Number(row?.bits),
    atDefault: Number(row?.at_default),
  }
}

async function measure(
  batch: Batch,
  { table, out, usage }: { readonly table: string; readonly out: string; readonly usage: Usage },
): Promise<Measured> {
  const isOurs = existsSync(path.join(out, 'model.json'))
  const pairs = await pairFigures(batch, table, path.join(out, 'pairs.parquet'), 0)
  if (isOurs) {
    const f1 = await clusterF1(batch, table, `read_csv('${out}/clusters.csv')`)
    return { ...usage, pairs, clusters: { best: f1, atDefault: f1 } }
  }
  const all: number[] = []
  for (const file of globSync(path.join(out, 'clusters-*.parquet'))) {
    all.push(await clusterF1(batch, table, `'${file}'`))
  }
  const atDefault = await clusterF1(batch, table, `'${out}/clusters-0.95.parquet'`)
  return { ...usage, pairs, clusters: { best: Math.max(...all), atDefault } }
}

const folder = mkdtempSync(path.join(tmpdir(), 'betang-bench-'))
const batch = await openBatch({ memoryMb: 4000, threads })
try {
  const table = values.table ?? path.join(folder, 'table.parquet')
  if (!values.table) {
    execFileSync(process.execPath, [path.join(here, 'linkage-table.ts'), String(records), table])
  }
  const sides = [
    (out: string) => run(process.execPath, [path.join(here, 'linkage-ours.ts'), table, out]),
    ...values.splink
      .split(',')
      .map(pythonWithSplink)
      .map(
        (python) => (out: string) =>
          run(python, [path.join(here, 'linkage-splink.py'), table, out, String(threads)]),
      ),
  ]
  const rounds: Measured[][] = sides.map(() => [])
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [no, side] of sides.entries()) {
      const out = path.join(folder, `${round}-${no}`)
      mkdirSync(out)
      rounds[no]?.push(await measure(batch, { table, out, usage: side(out) }))
    }
  }
  print(rounds)
} finally {
  batch.close()
  rmSync(folder, { recursive: true })
}

function print(rounds: readonly (readonly Measured[])[]): void {
  const [ours] = rounds
  for (const side of rounds) {
    const of = (figure: (one: Measured) => number) => median(side.map(figure))
    const ratio = (figure: (one: Measured) => number) =>
      side === ours ? '' : ` (x${(of(figure) / median((ours ?? []).map(figure))).toFixed(1)})`
    const line = (name: string, figure: (one: Measured) => number, digits: number) =>
      console.log(`  ${name.padEnd(28)} ${of(figure).toFixed(digits)}${ratio(figure)}`)
    console.log(side[0]?.name)
    line('block, score, cluster, s', (one) => matching(one), 2)
    line('whole job, s', (one) => Object.values(one.seconds).reduce((sum, s) => sum + s, 0), 2)
    line('CPU, s', (one) => one.cpu_seconds, 1)
    line('peak memory, MB', (one) => one.peak_memory_mb, 0)
    line('pairs, F1 at best', (one) => one.pairs.best, 4)
    line('pairs, F1 at 0 bits', (one) => one.pairs.atDefault, 4)
    line('clusters, F1 at best', (one) => one.clusters.best, 4)
    line('clusters, F1 by default', (one) => one.clusters.atDefault, 4)
    const stages = Object.keys(side[0]?.seconds ?? {}).map(
      (stage) => `${stage} ${of((one) => one.seconds[stage] ?? 0).toFixed(2)}`,
    )
    console.log(`  ${stages.join(', ')}`)
  }
}

function matching({ seconds }: Usage): number {
  return ['block', 'score', 'block_and_score', 'cluster'].reduce(
    (sum, stage) => sum + (seconds[stage] ?? 0),
    0,
  )
}

function median(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[all.length >> 1] ?? Number.NaN
}
