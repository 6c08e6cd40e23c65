import { sql } from 'kysely'
import { type Db, inTransaction } from '#platform/db'
import { type EventText, hashEvent, noHash, toHex } from './event-hash.ts'
import { eventTextColumns } from './seal-events.ts'

/**
 * What is wrong with an entry.
 *
 * - `altered`: the event, or its hash, is not what was sealed;
 * - `event-missing`: sealed, or waiting to be, and gone;
 * - `entry-missing`: numbers of the chain are left out before this one;
 * - `out-of-order`: it does not follow the entry before it: one was taken out, put in or moved;
 * - `never-sealed`: an event that stands outside the chain and does not wait for it;
 * - `anchor-broken`: the chain had another hash here when it was anchored, or is shorter now;
 * - `anchor-unknown`: no entry has the hash of the anchor that was given.
 */
export type FaultKind =
  | 'altered'
  | 'event-missing'
  | 'entry-missing'
  | 'out-of-order'
  | 'never-sealed'
  | 'anchor-broken'
  | 'anchor-unknown'

export interface ChainFault {
  readonly kind: FaultKind
  readonly seq: number | null
  readonly eventId: number | null
}

/** A chain that was worked out again from its events. */
export interface Verification {
  readonly entries: number
  /** Events that wait to be sealed. */
  readonly waiting: number
  readonly anchors: number
  /** Hash of the last entry; null for an empty chain. */
  readonly headHash: string | null
  /** In the order of the chain. */
  readonly faults: readonly ChainFault[]
}

type Entry = EventText & {
  readonly seq: number
  readonly sealed_id: number
  readonly found_id: number | null
  readonly previous_hash: Uint8Array
  readonly hash: Uint8Array
}

const entriesAPage = 5000

/**
 * Works every entry of the chain out again, from the first, and compares it with what is stored,
 * with the stored anchors, and with an anchor that somebody kept elsewhere.
 */
export async function verifyChain(db: Db, keptAnchor?: string): Promise<Verification> {
  return inTransaction(db, async (trx) => {
    // Entries sealed while this reads are left to the next time.
    if (!db.isTransaction) await sql`set transaction isolation level repeatable read`.execute(trx)
    const anchors = await findAnchorHashes(trx)
    const walk = await walkChain(trx, anchors, keptAnchor?.toLowerCase())
    const faults: ChainFault[] = [...walk.faults]
    for (const [seq] of walk.anchorsNotMet) {
      faults.push({ kind: 'anchor-broken', seq, eventId: null })
    }
    if (keptAnchor !== undefined && !walk.isKeptAnchorMet) {
      faults.push({ kind: 'anchor-unknown', seq: null, eventId: null })
    }
    faults.push(...(await findOutsideChain(trx)))
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from audit_unsealed`.execute(trx)
    return {
      entries: walk.entries,
      waiting: rows[0]?.count ?? 0,
      anchors: anchors.size,
      headHash: walk.head && toHex(walk.head),
      faults,
    }
  })
}

async function walkChain(
  db: Db,
  anchors: ReadonlyMap<number, string>,
  keptAnchor: string | undefined,
) {
  const faults: ChainFault[] = []
  const anchorsNotMet = new Map(anchors)
  let isKeptAnchorMet = false
  let head: Uint8Array | null = null
  let lastSeq = 0
  let entries = 0
  for (;;) {
    const page = await findEntries(db, lastSeq)
    if (page.length === 0) break
    for (const entry of page) {
      const { seq, sealed_id: eventId } = entry
      const fault = (kind: FaultKind) => faults.push({ kind, seq, eventId })
      if (seq !== lastSeq + 1) fault('entry-missing')
      if (!isSame(entry.previous_hash, head ?? noHash)) fault('out-of-order')
      if (entry.found_id === null) fault('event-missing')
      else if (!isSame(hashEvent(entry.previous_hash, entry), entry.hash)) fault('altered')

      const hash = toHex(entry.hash)
      if (anchors.get(seq) === hash) anchorsNotMet.delete(seq)
      if (hash === keptAnchor) isKeptAnchorMet = true
      head = entry.hash
      lastSeq = seq
      entries += 1
    }
  }
  return { entries, head, faults, anchorsNotMet, isKeptAnchorMet }
}

async function findEntries(db: Db, afterSeq: number): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select s.seq, s.event_id as sealed_id, s.previous_hash, s.hash, e.event_id as found_id,
      ${eventTextColumns}
    from audit_seal s left join audit_event e on e.event_id = s.event_id
    where s.seq > ${afterSeq}
    order by s.seq
    limit ${entriesAPage}`.execute(db)
  return rows
}

async function findAnchorHashes(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('audit_anchor').select(['seq', 'hash']).execute()
  return new Map(rows.map(({ seq, hash }) => [seq, toHex(hash)]))
}

async function findOutsideChain(db: Db): Promise<ChainFault[]> {
  const { rows } = await sql<{ event_id: number; kind: 'never-sealed' | 'event-missing' }>`
    select e.event_id, 'never-sealed' as kind
    from audit_event e
    where not exists (select 1 from audit_seal s where s.event_id = e.event_id)
      and not exists (select 1 from audit_unsealed u where u.event_id = e.event_id)
    union all
    select u.event_id, 'event-missing'
    from audit_unsealed u
    where not exists (select 1 from audit_event e where e.event_id = u.event_id)
    order by event_id`.execute(db)
  return rows.map(({ event_id, kind }) => ({ kind, seq: null, eventId: event_id }))
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0
}
