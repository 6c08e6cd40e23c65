import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import { type Db, insertMany, inTransaction } from '#platform/db'
import type { Log } from '#platform/log'
import { anchorDay } from './anchors.ts'
import { type EventText, hashEvent, noHash } from './event-hash.ts'

/** Any constant: one sealer at a time, however many servers share the store. */
const advisoryLockKey = 62_72
const eventsARound = 2000

/**
 * Puts committed events that wait into the chain, in order of their ids, counts the looks among them
 * by the hour (`audit_hour`), and returns how many they were.
 *
 * One round is one transaction under an advisory lock, which a sealer that dies gives back; where
 * another holds it there is nothing to do. The head is read after the lock was won, so the entries
 * of the sealer before are seen. Waiting events are found by their own table and not by a highest
 * id: an event whose transaction was long is sealed later than its followers, and never skipped.
 */
export async function sealEvents(db: Db, limit = eventsARound): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { rows: locks } = await sql<{ is_ours: boolean }>`
      select pg_try_advisory_xact_lock(${advisoryLockKey}) as is_ours`.execute(trx)
    if (!locks[0]?.is_ours) return 0

    const waiting = await findWaiting(trx, limit)
    if (waiting.length === 0) return 0
    const head = await trx
      .selectFrom('audit_seal')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()

    let seq = head?.seq ?? 0
    let previousHash = head?.hash ?? noHash
    const seals = waiting.map((event) => {
      seq += 1
      const seal = { seq, event_id: event.event_id, previous_hash: previousHash }
      previousHash = hashEvent(previousHash, event)
      return { ...seal, hash: previousHash }
    })
    await insertMany(trx, 'audit_seal', ['seq', 'event_id', 'previous_hash', 'hash'], seals)
    const sealedIds = waiting.map(({ event_id }) => event_id)
    await sql`delete from audit_unsealed where event_id = any(${sealedIds}::bigint[])`.execute(trx)
    await sql`select count_looks(${sealedIds}::bigint[])`.execute(trx)
    return seals.length
  })
}

/** Columns of `audit_event e` as `hashEvent` takes them. */
export const eventTextColumns = sql<EventText>`
  e.event_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text,
  e.account_id, e.organisation_id, e.role, e.action, e.purpose, e.subject_kind, e.subject_id,
  e.fields, e.reason, e.request_id, e.detail::text as detail_text`

async function findWaiting(db: Db, limit: number): Promise<EventText[]> {
  const { rows } = await sql<EventText>`
    select ${eventTextColumns}
    from audit_unsealed u
    join audit_event e using (event_id)
    left join audit_seal s using (event_id)
    where s.event_id is null
    order by u.event_id
    limit ${limit}`.execute(db)
  return rows
}

/** A sealer at work in this process. */
export interface Sealer {
  /** Waits for the round that runs, seals what is left, and ends. */
  readonly close: () => Promise<void>
}

const pauseMs = 300
const pauseAfterFailureMs = 5000

/** Seals within a second of the commit, and anchors the chain once a day, until it is closed. */
export function startSealer(db: Db, { clock, log }: { clock: Clock; log: Log }): Sealer {
  let isClosing = false
  let wake = () => {}

  /** Seals what waits; returns how long to rest then. */
  async function sealAll(): Promise<number> {
    try {
      while ((await sealEvents(db)) > 0 && !isClosing) {}
      await anchorDay(db, today(clock))
      return pauseMs
    } catch (error) {
      // The store may be restarting; events wait where they are.
      log.error('sealing failed', { error })
      return pauseAfterFailureMs
    }
  }
  async function work(): Promise<void> {
    while (!isClosing) {
      const restMs = await sealAll()
      if (isClosing) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, restMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const done = work()
  return {
    async close() {
      isClosing = true
      wake()
      await done
      await sealAll()
    },
  }
}
