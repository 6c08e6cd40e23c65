/**
 * The API under load: search, family page and list, with security and trail on.
 *
 * `DATABASE_URL=… node bench/api.ts [persons] [users] [seconds]`; default 300,000 persons, 50 users
 * at once, 30 seconds, on an empty PostgreSQL database. A user asks, reads for a second, asks again:
 * three in ten search a name, four open a family, three page through a list; half of the users see
 * the city, half a district without two classes. Prints the percentiles that users meet, the processor
 * time of a request, which other work on the machine changes little, then what row policies and the
 * trail cost: the same queries in turn with and without them, as ratios.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { askedBy, type DataClass, dataClasses, findGrants, insertGrant, recordReads } from '#access'
import { askTogether } from '#platform/ask-together'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'
import { keepPlans } from '#platform/kept-plans'
import { openStore, type Store } from '#platform/open-store'
import { asViewer } from '#platform/scoped-db'
import { makeSecrets } from '#platform/secrets'
import { writeSample } from '#sample'
import { hashPassword } from '../src/access/sign-in/passwords.ts'
import { buildApi } from '../src/api/build-api.ts'
import { runMainJob } from '../src/flow.ts'
import { saveRun } from '../src/flow-store.ts'
import { findFamilies } from '../src/insight/find-families.ts'
import { findFamily } from '../src/insight/find-family.ts'
import { type Visit, VisitTimes } from './api-users.ts'
import { findServer, readCpuMs } from './cpu-times.ts'

const [persons = 300_000, users = 50, seconds = 30] = process.argv.slice(2).map(Number)
const samplePersons = Math.min(persons, 20_000)
const secrets = makeSecrets(new Uint8Array(32).fill(7))
const password = 'sepeda biru tua'
/** Columns that hold a key of a person or a family, or of something that hangs on one. */
const keyColumns = ['family_id', 'person_id', 'head_person_id', 'need_id', 'subject_id']
const rounds = 300
const benchNo = (Date.now() % 1e6).toString(36)

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL names no database')
const store = await openStore({ url })
if ((await personCount(store)) < persons) await fillStore(store)
const names = await samplesOf(
  store.db,
  sql`select name as value from person where name is not null`,
)
const familyIds = await samplesOf(store.db, sql`select family_id as value from family`)

const api = await buildApi({
  store,
  secrets,
  limits: { openRoutesOfAddress: 1e9, refusedOfAddress: 1e9, ofAccount: 1e9 },
})
const address = await api.listen({ port: 0, host: '127.0.0.1' })
await underLoad(address)
await costOfSecurity(store.db)
await api.close()
await store.close()

/** A store that an earlier bench filled is used again. */
async function personCount({ db }: Store): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from person`.execute(db)
  return rows[0]?.count ?? 0
}

/** A sample city saved by the main job, then copied under other keys until there are enough persons. */
async function fillStore({ db }: Store): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'betang-bench-'))
  await writeSample({ persons: samplePersons, seed: 7, out: dir })
  const programmesDir = fileURLToPath(new URL('../programmes', import.meta.url))
  const run = await runMainJob({ dir, programmesDir, nowMs: () => performance.now() })
  rmSync(dir, { recursive: true })
  await saveRun(run, { store, secrets })
  const copies = Math.ceil(persons / run.register.persons.length) - 1
  if (copies > 0) await copyFamilies(db, copies)
  await sql`vacuum analyze`.execute(db)
  const { rows } = await sql<{ persons: number; families: number }>`
    select (select count(*)::integer from person) as persons,
      (select count(*)::integer from family) as families`.execute(db)
  process.stdout.write(`store: ${JSON.stringify(rows[0])}\n`)
}

async function copyFamilies(db: Db, copies: number): Promise<void> {
  for (const table of [
    'family',
    'person',
    'membership',
    'family_line',
    'value_origin',
    'received',
    'need',
    'question',
    'family_profile',
    'decision',
    'allocation_line',
    'unserved',
  ]) {
    const { rows: columns } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(
      db,
    )
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    const values = sql.join(
      columns.map(({ name }) =>
        keyColumns.includes(name)
          ? sql`case when ${sql.ref(`t.${name}`)} = '' then '' else substr(md5(${sql.ref(`t.${name}`)} || n), 1, 10) end`
          : name === 'row_no' && table === 'received'
            ? sql`t.row_no + n * 10000000`
            : sql.ref(`t.${name}`),
      ),
    )
    await sql`
      insert into ${sql.table(table)} (${names})
      select ${values} from ${sql.table(table)} t, generate_series(1, ${copies}::integer) n`.execute(
      db,
    )
  }
}

async function samplesOf(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select value from (${query}) as q order by md5(value) limit 2000`.execute(db)
  return rows.map(({ value }) => value)
}

/** Adds a user and signs in; the cookie of the session. */
async function addUser(no: number): Promise<string> {
  const isWhole = no % 2 === 0
  const accountId = accountOf(no)
  const held: readonly DataClass[] = isWhole
    ? dataClasses
    : ['general', 'family', 'children', 'finances']
  await sql`
    insert into organisation (organisation_id, name, kind) values ('bench', 'Bench', 'secretariat')
    on conflict do nothing`.execute(store.db)
  await store.db
    .insertInto('account')
    .values({
      account_id: accountId,
      organisation_id: 'bench',
      user_name: accountId,
      display_name: accountId,
      password_hash: await hashPassword(password),
    })
    .execute()
  await insertGrant(store.db, {
    accountId,
    role: isWhole ? 'secretariat' : 'district-officer',
    regions: isWhole ? null : ['62.71.03'],
    isOwnOrganisation: false,
    dataClasses: held,
    purpose: 'bench',
    validFrom: '2020-01-01',
    validTo: null,
  })
  const answer = await api.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName: accountId, password },
  })
  if (answer.statusCode >= 400) throw new Error(`sign-in answered ${answer.body}`)
  return cookieOf(answer)
}

/** Each bench has accounts of its own: a store may serve several. */
function accountOf(no: number): string {
  return `b${benchNo}x${no}`
}

function cookieOf(answer: Awaited<ReturnType<Api['inject']>>): string {
  return [answer.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
}

async function underLoad(base: string): Promise<void> {
  const everyone = await Promise.all(Array.from({ length: users }, (_, no) => addUser(no)))
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db)
  const server = findServer(rows[0]?.pid ?? 0)
  const before = readCpuMs(server)
  const timesMs = await visited({ base, seconds, cookies: everyone, names, familyIds })
  const after = readCpuMs(server)
  const all = Object.values(timesMs).flat()
  process.stdout.write(
    `${users} users, ${all.length} requests, ${Math.round(all.length / seconds)} a second\n`,
  )
  for (const [kind, times] of [...Object.entries(timesMs), ['all', all] as const]) {
    const at = (share: number) => `${percentile(times, share).toFixed(1)} ms`
    process.stdout.write(`${kind.padEnd(8)} p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}\n`)
  }
  const perRequest = (ms: number) => `${(ms / all.length).toFixed(1)} ms`
  const ofServer =
    before.ofServer === undefined || after.ofServer === undefined
      ? 'elsewhere'
      : perRequest(after.ofServer - before.ofServer)
  process.stdout.write(
    `processor time a request: node ${perRequest(after.ofNode - before.ofNode)}, database ${ofServer}\n`,
  )
}

/** The users ask from a process of their own, as from another machine. */
async function visited(plan: Visit): Promise<VisitTimes> {
  const child = fork(new URL('./api-users.ts', import.meta.url))
  child.send(plan)
  const [message] = await once(child, 'message')
  return VisitTimes.parse(message)
}

/** The same queries in turn: bare, with row policies, with row policies and trail. */
async function costOfSecurity(db: Db): Promise<void> {
  const [officer] = await findGrants(db, accountOf(0), '2026-01-01')
  if (!officer) throw new Error('no grant to measure with')
  const asked = askedBy({ id: 'bench', signedIn: null, viewer: officer })
  const family = (scoped: Db, no: number) =>
    findFamily(scoped, secrets, familyIds[no % familyIds.length] ?? '')
  const list = (scoped: Db) => findFamilies(scoped, { q: '', sector: 'housing', sort: 'score' })
  const plans: readonly (readonly [string, (scoped: Db, no: number) => Promise<unknown>])[] = [
    ['family', family],
    ['list', list],
  ]
  for (const [name, query] of plans) {
    const timesMs: number[][] = [[], [], []]
    for (let no = 0; no < rounds; no++) {
      timesMs[0]?.push(await timed(() => askBare(db, (trx) => query(trx, no))))
      timesMs[1]?.push(await timed(() => asViewer(db, officer, (scoped) => query(scoped, no))))
      timesMs[2]?.push(
        await timed(() =>
          asViewer(db, officer, async (scoped) => {
            await query(scoped, no)
            await recordReads(scoped, {
              ...asked,
              action: 'read',
              subjectKind: 'family',
              subjectIds: [familyIds[no] ?? ''],
            })
          }),
        ),
      )
    }
    const [bare = 0, policies = 0, trail = 0] = timesMs.map((times) => percentile(times, 0.5))
    process.stdout.write(
      `${name.padEnd(8)} bare ${bare.toFixed(2)} ms, row policies x${(policies / bare).toFixed(2)}, with trail x${(trail / bare).toFixed(2)}\n`,
    )
  }
}

/** As `asViewer` asks, with plans kept, but by the owner of the tables, before whom no policy stands. */
function askBare(db: Db, query: (db: Db) => Promise<unknown>): Promise<unknown> {
  return db
    .transaction()
    .execute(async (trx) => query((await askTogether(trx)).withPlugin(keepPlans('public'))))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
