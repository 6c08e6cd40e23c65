import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { Errands, ErrandTerms } from '#platform/errands'
import type { Log } from '#platform/log'
import type { Networks } from '#platform/networks'
import type { Secrets } from '#platform/secrets'
import { deliver } from './deliver.ts'

export interface RelayParts {
  readonly db: Db
  readonly errands: Errands
  readonly secrets: Secrets
  readonly networks: Networks
  readonly clock: Clock
  readonly log: Log
  /** Shorter in tests. */
  readonly terms?: ErrandTerms
  readonly everyMs?: number
}

export interface Relay {
  readonly stop: () => Promise<void>
}

const errandKind = 'webhook'
/** From half a minute to an hour between tries, ten tries: some five hours in all. */
const usualTerms: ErrandTerms = { tries: 10, firstRestSeconds: 30, longestRestSeconds: 3600 }
const usualEveryMs = 2000
const atOnce = 500
const keptDays = 30
const dayMs = 24 * 60 * 60_000

/**
 * Sends what was announced: hands new messages to the queue every two seconds, whoever wrote them,
 * and delivers what the queue gives back. Messages that have ended are kept for 30 days.
 */
export async function startRelay(parts: RelayParts): Promise<Relay> {
  const { errands, log, terms = usualTerms, everyMs = usualEveryMs } = parts
  await errands.work(errandKind, terms, (deliveryId) => deliver(deliveryId, terms.tries, parts))

  let passing = Promise.resolve()
  const timer = setInterval(() => {
    passing = passing
      .then(() => pass(parts))
      .catch((error: unknown) => log.warn('webhook relay', { error }))
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await passing
    },
  }
}

async function pass({ db, errands, clock }: RelayParts): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { rows } = await sql<{ delivery_id: string }>`
      update webhook_delivery set state = 'queued' where delivery_id in (
        select delivery_id from webhook_delivery where state = 'waiting'
        order by created_at limit ${sql.lit(atOnce)} for update skip locked)
      returning delivery_id`.execute(trx)
    const ids = rows.map(({ delivery_id }) => delivery_id)
    if (ids.length > 0) await errands.post(errandKind, ids, trx)
  })
  await db
    .deleteFrom('webhook_delivery')
    .where('state', 'in', ['delivered', 'failed'])
    .where('created_at', '<', new Date(clock().getTime() - keptDays * dayMs).toISOString())
    .execute()
}
