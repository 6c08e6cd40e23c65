import { sql } from 'kysely'
import type { Db } from '#platform/db'

/** How far the chain of the trail is behind what happened. */
export interface SealLag {
  /** Events that wait for the sealer. */
  readonly waiting: number
  /** Moment of the one that waits longest; null where none does. */
  readonly oldestAt: string | null
  /** Events in the chain. */
  readonly sealed: number
}

export async function findSealLag(db: Db): Promise<SealLag> {
  const { rows } = await sql<{ waiting: number; oldest_at: string | null; sealed: number }>`
    select (select count(*)::integer from audit_unsealed) as waiting,
      (select min(e.at) from audit_unsealed u join audit_event e using (event_id)) as oldest_at,
      (select coalesce(max(seq), 0) from audit_seal) as sealed`.execute(db)
  const { waiting = 0, oldest_at = null, sealed = 0 } = rows[0] ?? {}
  return { waiting, oldestAt: oldest_at, sealed: Number(sealed) }
}
