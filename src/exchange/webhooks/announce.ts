import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, insertMany } from '#platform/db'
import type { WebhookKind } from '../schema.ts'

/** What happened, in ids, days and counts. */
export interface Announcement {
  readonly kind: WebhookKind
  readonly facts: Readonly<Record<string, string | number | null>>
}

/**
 * Writes a message for each webhook that asked for the kind. Call it in the transaction of what it
 * tells, so that nobody hears of what was rolled back.
 */
export async function announce(trx: Db, { kind, facts }: Announcement, now: Date): Promise<void> {
  const webhooks = await trx
    .selectFrom('webhook')
    .select('webhook_id')
    .where('is_active', '=', true)
    .where(sql<boolean>`${kind} = any(kinds)`)
    .orderBy('webhook_id')
    .execute()
  const at = now.toISOString()
  await insertMany(
    trx,
    'webhook_delivery',
    ['delivery_id', 'webhook_id', 'kind', 'body', 'created_at'],
    webhooks.map(({ webhook_id }) => {
      const deliveryId = randomUUID()
      return {
        delivery_id: deliveryId,
        webhook_id,
        kind,
        body: JSON.stringify({ id: deliveryId, kind, at, facts }),
        created_at: at,
      }
    }),
  )
}
