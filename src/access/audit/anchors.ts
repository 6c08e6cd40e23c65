import type { IsoDate } from '#platform/dates'
import { type Db, inTransaction } from '#platform/db'
import { toHex } from './event-hash.ts'

/** The head of the chain on a day: whoever holds it on paper can tell a chain that was rewritten. */
export interface Anchor {
  /** Events in the chain, and the number of its last entry. */
  readonly seq: number
  readonly anchoredOn: IsoDate
  readonly hash: string
  readonly madeAt: string
}

/** Anchors the head under this day, unless the day has an anchor or nothing was sealed yet. */
export async function anchorDay(db: Db, day: IsoDate): Promise<void> {
  const known = await db
    .selectFrom('audit_anchor')
    .select('seq')
    .where('anchored_on', '=', day)
    .limit(1)
    .executeTakeFirst()
  if (!known) await anchorNow(db, day)
}

/** Anchors the head as it stands; the anchor that it already has, where it has one. */
export async function anchorNow(db: Db, day: IsoDate): Promise<Anchor | undefined> {
  return inTransaction(db, async (trx) => {
    const head = await trx
      .selectFrom('audit_seal')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!head) return undefined
    await trx
      .insertInto('audit_anchor')
      .values({ seq: head.seq, anchored_on: day, hash: head.hash })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const [anchor] = await findAnchors(trx, 1)
    return anchor
  })
}

/** The latest anchors, newest first. */
export async function findAnchors(db: Db, limit: number): Promise<Anchor[]> {
  const rows = await db
    .selectFrom('audit_anchor')
    .select(['seq', 'anchored_on', 'hash', 'made_at'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    anchoredOn: row.anchored_on,
    hash: toHex(row.hash),
    madeAt: row.made_at,
  }))
}
