/**
 * An export of families over HTTP: its time, and the memory that the server takes more for it.
 *
 * `DATABASE_URL=… node bench/export.ts [families]`; default 1,000,000, on an empty PostgreSQL
 * database. Another process reads the file and counts its lines, so that only the server is measured.
 * A tenth is exported before: a server at work has let its heap grow to the size at which it begins
 * to collect, whatever it answers (`rssIdleMb` is before that). Prints one JSON line; fails when the
 * whole took more than 100 MB above the tenth, or a line is missing.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { createFirstAccount } from '#access'
import type { Db } from '#platform/db'
import { openStore } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { makeSecrets, type Secrets } from '#platform/secrets'
import { buildApi } from '../src/api/build-api.ts'

const [families = 1_000_000] = process.argv.slice(2).map(Number)
const mostAddedMb = 100
const sampleMs = 20

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL names no database')
const store = await openStore({ url })
const secrets = makeSecrets(new Uint8Array(32).fill(7))
await fillStore(store.db, secrets)
const api = await buildApi({ store, secrets })
const address = await api.listen({ port: 0, host: '127.0.0.1' })
const cookie = await signIn(store.db)

const idle = process.memoryUsage.rss()
await read('?decile=9')
const before = process.memoryUsage.rss()
let peak = before
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, sampleMs)
const startMs = performance.now()
const { lines, bytes } = await read('')
clearInterval(sampler)

const toMb = (size: number) => Math.round(size / 1e5) / 10
const addedMb = toMb(peak - before)
process.stdout.write(
  `${JSON.stringify({
    families,
    lines,
    megabytes: toMb(bytes),
    seconds: Math.round((performance.now() - startMs) / 100) / 10,
    rssIdleMb: toMb(idle),
    rssBeforeMb: toMb(before),
    rssPeakMb: toMb(peak),
    addedMb,
  })}\n`,
)
await api.close()
await store.close()
if (lines !== families + 1 || addedMb > mostAddedMb) process.exitCode = 1

/** Families with heads and NIKs; all under one cipher, which costs as much to open as another. */
async function fillStore(db: Db, { seal }: Secrets): Promise<void> {
  const [nik, kk] = [seal('6271034509870003'), seal('6271031212120007')]
  await sql`
    insert into family (family_id, head_person_id, head_name, ward, district, list_count, member_count, kk_cipher, detail)
    select 'f' || lpad(n::text, 9, '0'), 'p' || lpad(n::text, 9, '0'), 'Keluarga ' || n,
      '62.71.03.10' || 10 + n % 20, '62.71.03', 1, 4, ${kk}, '{}'
    from generate_series(1, ${families}::integer) n`.execute(db)
  await sql`
    insert into person (person_id, family_id, name, birth_date, status, nik_cipher, detail)
    select head_person_id, family_id, head_name, date '1980-01-01', 'active', ${nik}, '{}' from family`.execute(
    db,
  )
  await sql`
    insert into family_line (family_id, head_name, ward, district, rt, member_count, decile, lacks, sectors,
      top_score, served_by, list_count)
    select family_id, head_name, ward, district, 3, member_count, 1 + right(family_id, 3)::integer % 10,
      '{WATER,JKN}', '{water,health}', 60, '{PKH,BPNT}', 2
    from family`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

async function signIn(db: Db): Promise<string> {
  const first = await createFirstAccount(db, systemRandom)
  await db.updateTable('account').set({ must_change_password: false }).execute()
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(first),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Reads an export in a process of its own. */
async function read(query: string): Promise<{ lines: number; bytes: number }> {
  const client = `
    const answer = await fetch(process.argv[1], { headers: { cookie: process.argv[2] } })
    if (!answer.ok) throw new Error(await answer.text())
    let lines = 0, bytes = 0
    for await (const piece of answer.body) {
      bytes += piece.length
      for (const sign of piece) if (sign === 10) lines++
    }
    console.log(JSON.stringify([lines, bytes]))`
  const args = [
    '--input-type=module',
    '-e',
    client,
    `${address}/api/v1/families/export.csv${query}`,
    cookie,
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const [lines, bytes]: number[] = JSON.parse(stdout)
  return { lines: lines ?? 0, bytes: bytes ?? 0 }
}
