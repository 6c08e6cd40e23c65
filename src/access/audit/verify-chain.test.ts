import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { engines, withDatabase } from '../../../test/database.ts'
import { anchorDay, anchorNow, findAnchors } from './anchors.ts'
import { recordEvent } from './record-event.ts'
import { sealEvents } from './seal-events.ts'
import { verifyChain } from './verify-chain.ts'

async function recordSome(db: Db, count: number): Promise<void> {
  for (let no = 1; no <= count; no++) {
    await recordEvent(db, {
      accountId: 'acc',
      organisationId: 'kel',
      role: 'ward-officer',
      purpose: 'service',
      requestId: `req-${no}`,
      fields: ['general', 'family'],
      action: 'read',
      subjectKind: 'family',
      subjectId: `family-${no}`,
      reason: 'kunjungan',
      detail: { no },
    })
  }
}

/** Whoever owns the database can take the triggers away; this is what they might do then. */
async function tamper(db: Db, ...statements: string[]): Promise<void> {
  await sql`alter table audit_event disable trigger user`.execute(db)
  await sql`alter table audit_seal disable trigger user`.execute(db)
  await sql`alter table audit_anchor disable trigger user`.execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Faults after six sealed events were tampered with; event ids count from 1. */
async function faultsAfter(db: Db, ...statements: string[]): Promise<string[]> {
  await recordSome(db, 6)
  await sealEvents(db)
  const { rows } = await sql<{
    first: number
  }>`select min(event_id) as first from audit_event`.execute(db)
  const before = (rows[0]?.first ?? 0) - 1
  const numbered = statements.map((text) =>
    text.replace(/#(\d+)/g, (_, no: string) => String(before + Number(no))),
  )
  await tamper(db, ...numbered)
  const { faults } = await verifyChain(db)
  return faults.map(
    ({ kind, seq, eventId }) =>
      `${kind} ${seq ?? '-'} ${eventId === null ? '-' : eventId - before}`,
  )
}

/** Drops entries from `seq` on and seals what is left anew, as if nothing had been there. */
const forgeFrom = (seq: number, change: string): string[] => [
  `insert into audit_unsealed select event_id from audit_seal where seq >= ${seq}`,
  `delete from audit_seal where seq >= ${seq}`,
  change,
  'delete from audit_unsealed u where not exists (select 1 from audit_event e where e.event_id = u.event_id)',
]

const columns = [
  ['at', `at + interval '1 microsecond'`],
  ['account_id', `'other'`],
  ['organisation_id', 'null'],
  ['role', `'auditor'`],
  ['action', `'search'`],
  ['purpose', `'research'`],
  ['subject_kind', `'person'`],
  ['subject_id', `'family-9'`],
  ['fields', `'{general}'`],
  ['reason', 'null'],
  ['request_id', `'req-9'`],
  ['detail', `'{"no": 9}'`],
] as const

describe.each(engines)('verifying on %s', (engine) => {
  it('finds nothing wrong in a chain that was left alone, and counts it', () =>
    withDatabase(engine, async (db) => {
      expect(await verifyChain(db)).toEqual({
        entries: 0,
        waiting: 0,
        anchors: 0,
        headHash: null,
        faults: [],
      })
      await recordSome(db, 5)
      expect(await sealEvents(db, 2)).toBe(2)
      expect(await sealEvents(db, 2)).toBe(2)
      const anchor = await anchorNow(db, '2026-07-01')
      expect(await verifyChain(db, anchor?.hash.toUpperCase())).toEqual({
        entries: 4,
        waiting: 1,
        anchors: 1,
        headHash: anchor?.hash,
        faults: [],
      })
    }))

  it('is told of every column: the table has no other', () =>
    withDatabase(engine, async (db) => {
      const { rows } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = 'audit_event'`.execute(db)
      expect(rows.map(({ name }) => name).sort()).toEqual(
        ['event_id', ...columns.map(([name]) => name)].sort(),
      )
    }))

  it.each(columns)('finds an event whose %s was changed', (column, value) =>
    withDatabase(engine, async (db) => {
      const change = `update audit_event set ${column} = ${value} where event_id = #3`
      expect(await faultsAfter(db, change)).toEqual(['altered 3 3'])
    }),
  )

  it('finds an event that got another number', () =>
    withDatabase(engine, async (db) => {
      const change = 'update audit_event set event_id = default where event_id = #3'
      expect(await faultsAfter(db, change)).toEqual(['event-missing 3 3', 'never-sealed - 7'])
    }))

  it.each([1, 3, 6])('finds that event %i was taken out', (no) =>
    withDatabase(engine, async (db) => {
      const faults = await faultsAfter(db, `delete from audit_event where event_id = #${no}`)
      expect(faults).toEqual([`event-missing ${no} ${no}`])
    }),
  )

  it.each([
    [1, ['entry-missing 2 2', 'out-of-order 2 2']],
    [3, ['entry-missing 4 4', 'out-of-order 4 4']],
  ] as const)('finds that entry %i was taken out with its event', (no, faults) =>
    withDatabase(engine, async (db) => {
      const found = await faultsAfter(
        db,
        `delete from audit_event where event_id = #${no}`,
        `delete from audit_seal where seq = ${no}`,
      )
      expect(found).toEqual(faults)
    }),
  )

  it('finds that an entry was taken out and the rest numbered anew', () =>
    withDatabase(engine, async (db) => {
      const faults = await faultsAfter(
        db,
        'delete from audit_event where event_id = #3',
        'delete from audit_seal where seq = 3',
        'update audit_seal set seq = seq - 1 where seq = 4',
        'update audit_seal set seq = seq - 1 where seq = 5',
        'update audit_seal set seq = seq - 1 where seq = 6',
      )
      expect(faults).toEqual(['out-of-order 3 4'])
    }))

  it('finds that the entry of an event was taken out', () =>
    withDatabase(engine, async (db) => {
      expect(await faultsAfter(db, 'delete from audit_seal where seq = 6')).toEqual([
        'never-sealed - 6',
      ])
    }))

  it('finds that what two events tell was swapped', () =>
    withDatabase(engine, async (db) => {
      const faults = await faultsAfter(
        db,
        `update audit_event set subject_id = case event_id when #2 then 'family-5' else 'family-2' end
         where event_id in (#2, #5)`,
      )
      expect(faults).toEqual(['altered 2 2', 'altered 5 5'])
    }))

  it('finds that two entries changed places', () =>
    withDatabase(engine, async (db) => {
      const faults = await faultsAfter(
        db,
        'update audit_seal set seq = 1000 where seq = 2',
        'update audit_seal set seq = 2 where seq = 3',
        'update audit_seal set seq = 3 where seq = 1000',
      )
      expect(faults).toEqual(['out-of-order 2 3', 'out-of-order 3 2', 'out-of-order 4 4'])
    }))

  it('finds an event that was put in between, with an entry and without', () =>
    withDatabase(engine, async (db) => {
      const faults = await faultsAfter(
        db,
        `insert into audit_event (action) values ('planted'), ('planted')`,
        'update audit_seal set seq = 1006 where seq = 6',
        'update audit_seal set seq = 1005 where seq = 5',
        'update audit_seal set seq = 1004 where seq = 4',
        `insert into audit_seal (seq, event_id, previous_hash, hash)
         select 4, #7, sha256(hash), sha256('x') from audit_seal where seq = 3`,
        'update audit_seal set seq = seq - 999 where seq > 1000',
      )
      expect(faults).toEqual([
        'out-of-order 4 7',
        'altered 4 7',
        'out-of-order 5 4',
        'never-sealed - 8',
      ])
    }))

  it('finds an event that waited to be sealed and is gone', () =>
    withDatabase(engine, async (db) => {
      await recordSome(db, 1)
      await tamper(db, 'delete from audit_event')
      expect((await verifyChain(db)).faults).toMatchObject([{ kind: 'event-missing', seq: null }])
      await sql`alter table audit_event enable trigger user`.execute(db)
      await recordSome(db, 1)
      expect(await sealEvents(db)).toBe(1)
    }))

  it('finds a tail that was cut off before an anchor', () =>
    withDatabase(engine, async (db) => {
      await recordSome(db, 4)
      await sealEvents(db)
      await anchorNow(db, '2026-07-01')
      await tamper(db, ...forgeFrom(3, `delete from audit_event where subject_id > 'family-2'`))
      await sealEvents(db)
      expect((await verifyChain(db)).faults).toEqual([
        { kind: 'anchor-broken', seq: 4, eventId: null },
      ])
    }))

  it('finds a tail that was replaced, by the anchor on paper when the stored one went too', () =>
    withDatabase(engine, async (db) => {
      await recordSome(db, 4)
      await sealEvents(db)
      const anchor = await anchorNow(db, '2026-07-01')
      await recordSome(db, 2)
      await sealEvents(db)
      expect((await verifyChain(db, anchor?.hash)).faults).toEqual([])

      const change = `update audit_event set account_id = 'other' where subject_id = 'family-4'`
      await tamper(db, ...forgeFrom(4, change))
      await sealEvents(db)
      expect((await verifyChain(db)).faults).toEqual([
        { kind: 'anchor-broken', seq: 4, eventId: null },
      ])
      await sql`delete from audit_anchor`.execute(db)
      expect((await verifyChain(db)).faults).toEqual([])
      expect((await verifyChain(db, anchor?.hash)).faults).toEqual([
        { kind: 'anchor-unknown', seq: null, eventId: null },
      ])
    }))
})

describe.each(engines)('anchors on %s', (engine) => {
  it('stand one a day, and none for an empty chain', () =>
    withDatabase(engine, async (db) => {
      await anchorDay(db, '2026-07-01')
      expect(await findAnchors(db, 10)).toEqual([])
      for (const day of ['2026-07-01', '2026-07-01', '2026-07-02']) {
        await recordSome(db, 1)
        await sealEvents(db)
        await anchorDay(db, day)
      }
      expect(await findAnchors(db, 10)).toMatchObject([
        { seq: 3, anchoredOn: '2026-07-02' },
        { seq: 1, anchoredOn: '2026-07-01' },
      ])
    }))
})
