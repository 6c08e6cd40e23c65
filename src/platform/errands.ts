import { CompiledQuery } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Db } from './db.ts'

/** How often an errand is tried, and how long it rests in between: twice as long each time. */
export interface ErrandTerms {
  readonly tries: number
  readonly firstRestSeconds: number
  readonly longestRestSeconds: number
}

/** Many small pieces of work, each known by an id; done soon, in no order, and again when they fail. */
export interface Errands {
  /** Puts errands of a kind that is done here into its queue, with `db`'s transaction where one is open. */
  readonly post: (kind: string, ids: readonly string[], db: Db) => Promise<void>
  /** Says how a kind is done, and starts doing it here. What throws is tried again. */
  readonly work: (
    kind: string,
    terms: ErrandTerms,
    handle: (id: string) => Promise<void>,
  ) => Promise<void>
}

const Entry = z.object({ id: z.string() })
/** One that takes longer was left by a process that died. */
const longestErrandSeconds = 120
const atOnce = 4

/** Errands over an open queue. */
export function makeErrands(boss: PgBoss): Errands {
  return {
    async post(kind, ids, db) {
      const entries = ids.map((id) => ({ data: { id } }))
      if (entries.length > 0) await boss.insert(kind, entries, { db: runOn(db) })
    },
    async work(kind, terms, handle) {
      await boss.createQueue(kind, { policy: 'standard' })
      await boss.updateQueue(kind, {
        // The kind itself counts its tries; a process that died in one must not end the errand.
        retryLimit: terms.tries + 10,
        retryDelay: terms.firstRestSeconds,
        retryBackoff: true,
        retryDelayMax: terms.longestRestSeconds,
        expireInSeconds: longestErrandSeconds,
      })
      const options = { pollingIntervalSeconds: 1, localConcurrency: atOnce }
      await boss.work(kind, options, async ([entry]) => {
        await handle(Entry.parse(entry?.data).id)
      })
    },
  }
}

/** pg-boss's own SQL on our connection, so that work is queued when the transaction commits. */
export function runOn(db: Db) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}
