import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#platform/clock'
import type { Db } from '#platform/db'
import { silentLog } from '#platform/log'
import { openStore, type Store } from '#platform/open-store'
import { copyDatabase, engines, withDatabase } from '../../../test/database.ts'
import { bySystem, recordEvent, recordReads } from './record-event.ts'
import { sealEvents, startSealer } from './seal-events.ts'
import { verifyChain } from './verify-chain.ts'

const write = (db: Db, action: string) => recordEvent(db, { ...bySystem, action })
const sealedActions = async (db: Db) => {
  const { rows } = await sql<{ action: string }>`
    select action from audit_seal join audit_event using (event_id) order by seq`.execute(db)
  return rows.map(({ action }) => action)
}

describe.each(engines)('sealing on %s', (engine) => {
  it('goes on where the last round ended, each event once', () =>
    withDatabase(engine, async (db) => {
      await write(db, 'first')
      expect(await sealEvents(db)).toBe(1)
      expect(await sealEvents(db)).toBe(0)
      await write(db, 'second')
      expect(await sealEvents(db)).toBe(1)
      expect(await sealedActions(db)).toEqual(['first', 'second'])
      expect(await verifyChain(db)).toMatchObject({ entries: 2, waiting: 0, faults: [] })
    }))

  it('counts looks by account and hour, and nothing twice', () =>
    withDatabase(engine, async (db) => {
      const look = {
        ...bySystem,
        accountId: 'rina',
        action: 'read',
        subjectKind: 'family',
      } as const
      await recordReads(db, { ...look, subjectIds: ['a', 'b'] })
      await recordReads(db, { ...look, action: 'list', subjectIds: ['a'] })
      await recordReads(db, { ...look, action: 'refused', subjectIds: ['z'] })
      await recordReads(db, { ...look, accountId: null, subjectIds: ['a'] })
      await recordEvent(db, { ...look, subjectKind: 'account', subjectId: 'c' })
      expect(await sealEvents(db, 3)).toBe(3)
      await recordReads(db, { ...look, subjectIds: ['a', 'c', 'd'] })
      while ((await sealEvents(db)) > 0) {}
      const hours = await db
        .selectFrom('audit_hour')
        .select(['account_id', 'is_opened', 'looks', 'first_event_id', 'last_event_id'])
        .orderBy('is_opened')
        .execute()
      const first = hours[1]?.first_event_id ?? 0
      expect(hours).toEqual([
        {
          account_id: 'rina',
          is_opened: false,
          looks: 1,
          first_event_id: first + 2,
          last_event_id: first + 2,
        },
        {
          account_id: 'rina',
          is_opened: true,
          looks: 5,
          first_event_id: first,
          last_event_id: first + 8,
        },
      ])
    }))

  it('brings in the events of a store from before there was a chain', () =>
    withDatabase(engine, async (db) => {
      await sql`alter table audit_event disable trigger noted`.execute(db)
      await write(db, 'old')
      await sql`insert into audit_unsealed select event_id from audit_event`.execute(db)
      await sql`alter table audit_event enable trigger noted`.execute(db)
      await write(db, 'recent')
      await sealEvents(db)
      expect(await sealedActions(db)).toEqual(['old', 'recent'])
    }))
})

describe('many at once on PostgreSQL', { timeout: 60_000 }, () => {
  let url: string
  const stores: Store[] = []
  beforeAll(async () => {
    url = await copyDatabase()
    for (let no = 0; no < 4; no++) stores.push(await openStore({ url }))
  }, 60_000)
  afterAll(async () => {
    for (const store of stores) await store.close()
  })
  const dbOf = (no: number): Db => {
    const store = stores[no % stores.length]
    if (!store) throw new Error('no store is open')
    return store.db
  }
  const startSealerOf = (no: number) =>
    startSealer(dbOf(no), { clock: systemClock, log: silentLog })

  it('seals an event that commits late after those that came before it', async () => {
    await dbOf(0)
      .transaction()
      .execute(async (late) => {
        await write(late, 'late')
        await write(dbOf(1), 'early')
        await sealEvents(dbOf(2))
      })
    await sealEvents(dbOf(2))
    expect(await sealedActions(dbOf(0))).toEqual(['early', 'late'])
    expect((await verifyChain(dbOf(0))).faults).toEqual([])
  })

  it('keeps one chain under 32 writers and two sealers, within a second', async () => {
    const before = await verifyChain(dbOf(0))
    const sealers = [startSealerOf(1), startSealerOf(2)]
    const rounds = 25
    const writer = async (no: number) => {
      for (let round = 0; round < rounds; round++) {
        await dbOf(no)
          .transaction()
          .execute(async (trx) => {
            await recordReads(trx, {
              ...bySystem,
              action: 'search',
              subjectKind: 'family',
              subjectIds: [`a${no}`, `b${round}`],
            })
            if (round % 5 === 0) await sql`select pg_sleep(0.02)`.execute(trx)
            if (round % 7 === 6) throw new RolledBack()
          })
          .catch((error: unknown) => {
            if (!(error instanceof RolledBack)) throw error
          })
      }
    }
    await Promise.all(Array.from({ length: 32 }, (_, no) => writer(no)))
    await expect
      .poll(async () => (await verifyChain(dbOf(0))).waiting, { timeout: 1000, interval: 50 })
      .toBe(0)
    for (const sealer of sealers) await sealer.close()

    const { entries, waiting, faults, anchors } = await verifyChain(dbOf(0))
    expect(faults).toEqual([])
    expect(waiting).toBe(0)
    const kept = Array.from({ length: rounds }, (_, round) => round % 7 !== 6).filter(
      Boolean,
    ).length
    expect(entries - before.entries).toBe(32 * kept * 2)
    expect(anchors).toBe(1)
  })

  it('loses nothing that a killed writer said was written', async () => {
    const sealer = startSealerOf(1)
    const writers = [startWriter(url), startWriter(url)]
    for (const writer of writers) await writer.untilSaid(100)
    await Promise.all(
      writers.map(async ({ child }) => {
        child.kill('SIGKILL')
        await once(child, 'close')
      }),
    )
    await sealer.close()

    for (const { child, said } of writers) {
      const { rows } = await sql<{ no: number }>`
        select (detail ->> 'no')::integer as no from audit_event join audit_seal using (event_id)
        where (detail ->> 'pid')::integer = ${child.pid ?? 0} order by 1`.execute(dbOf(0))
      const { rows: states } = await sql<{ count: number }>`
        select count(*) as count from run_state where key like ${`written-${child.pid}-%`}`.execute(
        dbOf(0),
      )
      const written = rows.map(({ no }) => no)
      expect(written.slice(0, said.length)).toEqual(said)
      // The last may have been committed without a word; what it tells stands with it.
      expect(written.length - said.length).toBeLessThanOrEqual(1)
      expect(states).toEqual([{ count: written.length }])
    }
    expect(await verifyChain(dbOf(0))).toMatchObject({ waiting: 0, faults: [] })
  })

  it('goes on when the sealer was killed in the middle of a round', async () => {
    await write(dbOf(0), 'before')
    const dying = dbOf(1)
      .transaction()
      .execute(async (trx) => {
        await sealEvents(trx)
        expect(await sealEvents(dbOf(2))).toBe(0)
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
      })
    await expect(dying).rejects.toThrow()
    expect(await sealEvents(dbOf(2))).toBe(1)
    expect(await verifyChain(dbOf(0))).toMatchObject({ waiting: 0, faults: [] })
  })
})

class RolledBack extends Error {}

interface Writer {
  readonly child: ChildProcess
  /** Numbers that it said were committed. */
  readonly said: number[]
  readonly untilSaid: (count: number) => Promise<void>
}

function startWriter(url: string): Writer {
  const file = path.join(import.meta.dirname, '../../../test/processes/audit-writer.ts')
  const child = spawn(process.execPath, [file, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: number[] = []
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    said.push(...lines.map(Number))
  })
  return {
    child,
    said,
    async untilSaid(count) {
      while (said.length < count && child.exitCode === null) await sleep(10)
    },
  }
}
