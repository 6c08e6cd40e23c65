/**
 * The trail: events sealed and verified a second, and what it adds to a read, in one run.
 *
 * `node bench/audit.ts [events] [rounds]`; default 100,000 events, 400 rounds. On the PostgreSQL
 * of `DATABASE_URL`, which must name an empty database, else on PGlite in memory. Reads with and
 * without an event take turns, so that both meet the same noise. Prints one JSON line.
 */
import { sql } from 'kysely'
import { askedBy, recordReads, sealEvents, verifyChain } from '#access'
import type { Db } from '#platform/db'
import { openStore } from '#platform/open-store'
import { asViewer, type Viewer } from '#platform/scoped-db'

const [eventCount = 100_000, rounds = 400] = process.argv.slice(2).map(Number)
const families = 20_000
const viewer: Viewer = {
  accountId: 'bench',
  grantId: 'bench',
  role: 'secretariat',
  organisationId: 'tkpk',
  isOwnOrganisation: false,
  regions: null,
  dataClasses: ['general', 'family', 'health', 'disability', 'children', 'finances'],
  purpose: 'coordination',
}
const asked = askedBy({ id: 'bench', signedIn: null, viewer })

async function addFamilies(db: Db): Promise<void> {
  await sql`
    insert into family (family_id, head_name, ward, list_count, member_count, detail)
    select 'f' || n, 'Keluarga ' || n, '62.71.03.10' || 10 + n % 20, 1, 4, '{}'
    from generate_series(1, ${families}::integer) n`.execute(db)
  await sql`
    insert into person (person_id, family_id, name, status, detail)
    select 'p' || n || '-' || m, 'f' || n, 'Warga ' || n, 'active', '{}'
    from generate_series(1, ${families}::integer) n, generate_series(1, 4) m`.execute(db)
  await sql`
    insert into family_line (family_id, head_name, ward, member_count, lacks, sectors, top_score, served_by, list_count)
    select family_id, head_name, ward, member_count, '{}', '{}', 0, '{}', 1 from family`.execute(db)
  await sql`analyze`.execute(db)
}

/** A family with its members: as few statements as a page can do with. */
async function readFamily(db: Db, no: number): Promise<string[]> {
  const familyId = `f${1 + (no % families)}`
  await db.selectFrom('family').selectAll().where('family_id', '=', familyId).execute()
  await db.selectFrom('person').selectAll().where('family_id', '=', familyId).execute()
  return [familyId]
}

/** A page of fifty lines. */
async function readList(db: Db, no: number): Promise<string[]> {
  const rows = await db
    .selectFrom('family_line')
    .selectAll()
    .where('family_id', '>', `f${1 + (no % families)}`)
    .orderBy('family_id')
    .limit(50)
    .execute()
  return rows.map(({ family_id }) => family_id)
}

type Read = typeof readFamily

/** Median milliseconds without and with the event, and their ratio. */
async function costOf(db: Db, read: Read) {
  const bareMs: number[] = []
  const auditedMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    bareMs.push(await timed(() => asViewer(db, viewer, (scoped) => read(scoped, round))))
    auditedMs.push(
      await timed(() =>
        asViewer(db, viewer, async (scoped) => {
          const subjectIds = await read(scoped, round)
          await recordReads(scoped, { ...asked, action: 'read', subjectKind: 'family', subjectIds })
        }),
      ),
    )
  }
  const [without, withAudit] = [median(bareMs), median(auditedMs)]
  return { without, withAudit, ratio: round3(withAudit / without) }
}

async function sealAll(db: Db): Promise<number> {
  let sealed = 0
  for (let inRound = -1; inRound !== 0; sealed += inRound) inRound = await sealEvents(db)
  return sealed
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

function median(values: readonly number[]): number {
  return round3(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

const url = process.env.DATABASE_URL
const store = await openStore(url ? { url } : { memory: true })
const { db } = store
await addFamilies(db)
await costOf(db, readFamily) // warm
const familyMs = await costOf(db, readFamily)
const listMs = await costOf(db, readList)
await sealAll(db)

const ids = Array.from({ length: eventCount }, (_, no) => `f${no}`)
const writeMs = await timed(() =>
  recordReads(db, { ...asked, action: 'read', subjectKind: 'family', subjectIds: ids }),
)
const sealMs = await timed(() => sealAll(db))
let faults = 0
let entries = 0
const verifyMs = await timed(async () => {
  const found = await verifyChain(db)
  faults = found.faults.length
  entries = found.entries
})
const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000)
console.log(
  JSON.stringify({
    store: store.kind,
    familyMs,
    listMs,
    writtenPerSecond: perSecond(eventCount, writeMs),
    sealedPerSecond: perSecond(eventCount, sealMs),
    verifiedPerSecond: perSecond(entries, verifyMs),
    entries,
    faults,
  }),
)
await store.close()
