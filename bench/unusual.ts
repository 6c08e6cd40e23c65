/**
 * The looks that stand out: how long the auditor's page waits for them over a long trail.
 *
 * `node bench/unusual.ts [events] [days] [runs]`; default 900,000 events in 30 days, 5 runs. On the
 * PostgreSQL of `DATABASE_URL`, which must name an empty database, else on PGlite in memory. 300
 * officers work from 7 to 17 o'clock; some open their own family, some look at night, one leafs
 * through the register. Prints one JSON line.
 */
import { sql } from 'kysely'
import { findUnusual, sealEvents } from '#access'
import { openStore } from '#platform/open-store'
import { asViewer, type Viewer } from '#platform/scoped-db'

const [eventCount = 900_000, days = 30, runs = 5] = process.argv.slice(2).map(Number)
const [families, accounts] = [20_000, 300]
const viewer: Viewer = {
  accountId: 'bench',
  grantId: 'bench',
  role: 'auditor',
  organisationId: 'o',
  isOwnOrganisation: false,
  regions: null,
  dataClasses: ['general'],
  purpose: 'supervision',
}
const since = '2026-06-01'

const url = process.env.DATABASE_URL
const store = await openStore(url ? { url } : { memory: true })
const { db } = store
await sql`insert into organisation (organisation_id, name, kind) values ('o', 'Dinas', 'agency')`.execute(
  db,
)
await sql`
  insert into family (family_id, head_name, list_count, member_count, detail)
  select 'f' || n, 'Keluarga ' || n, 1, 4, '{}' from generate_series(1, ${families}::integer) n`.execute(
  db,
)
await sql`
  insert into person (person_id, family_id, name, status, detail)
  select 'p' || n || '-' || m, 'f' || n, 'Warga ' || n, 'active', '{}'
  from generate_series(1, ${families}::integer) n, generate_series(1, 4) m`.execute(db)
await sql`
  insert into account (account_id, organisation_id, user_name, display_name, person_id)
  select 'a' || n, 'o', 'user' || n, 'Petugas ' || n, case when n % 3 = 0 then 'p' || n || '-1' end
  from generate_series(1, ${accounts}::integer) n`.execute(db)
await sql`
  insert into audit_event (at, account_id, organisation_id, role, action, purpose, subject_kind, subject_id, fields)
  select timestamptz '2026-06-01 00:00+00' + make_interval(days => day, secs => case
      when officer = 'a1' and day % 3 = 0 then n::bigint * 7919 % 3600
      when officer = 'a2' then 60000 + n::bigint * 7919 % 3600
      else n::bigint * 7919 % 36000 end) as at,
    officer, 'o', 'agency-officer',
    case when n % 3001 = 0 then 'refused' when n % 4 = 0 then 'read' else 'list' end, 'service',
    'family', 'f' || 1 + n::bigint * 104729 % ${families}, '{general,family}'
  from generate_series(1, ${eventCount}::integer) n,
    lateral (select (n::bigint * ${days}::integer / (${eventCount}::bigint + 1))::integer as day) d,
    lateral (select case when n % 40 = 0 then 'a1' when n % 601 = 0 then 'a2'
      else 'a' || 1 + n * 31 % ${accounts} end as officer) o
  order by at`.execute(db)
while ((await sealEvents(db, 20_000)) > 0) {}
await sql`vacuum analyze`.execute(db)

const ms: number[] = []
let found = 0
for (let run = 0; run < runs; run++) {
  const startMs = performance.now()
  const patterns = await asViewer(db, viewer, (scoped) =>
    findUnusual(scoped, since, 'Asia/Jakarta'),
  )
  ms.push(Math.round(performance.now() - startMs))
  found = patterns.length
}
console.log(JSON.stringify({ store: store.kind, eventCount, days, ms, found }))
await store.close()
