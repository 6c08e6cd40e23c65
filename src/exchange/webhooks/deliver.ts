import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import type { Networks } from '#platform/networks'
import type { Secrets } from '#platform/secrets'
import { type Attempt, send } from './send.ts'
import { signatureOf } from './signature.ts'

export interface DeliveryParts {
  readonly db: Db
  readonly secrets: Secrets
  readonly networks: Networks
  readonly clock: Clock
}

/** Tells the queue to try again. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
}

/**
 * Sends one message and notes what became of it: taken by any answer of 2xx, given up after `tries`.
 *
 * Each attempt is signed with its own time. A message whose webhook is gone or stopped ends here.
 * @throws so that the queue tries again.
 */
export async function deliver(
  deliveryId: string,
  tries: number,
  { db, secrets, networks, clock }: DeliveryParts,
): Promise<void> {
  const row = await db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook as w', 'w.webhook_id', 'd.webhook_id')
    .select([
      'd.kind',
      'd.body',
      'd.attempts',
      'd.state',
      'w.url',
      'w.secret_cipher',
      'w.is_active',
    ])
    .where('d.delivery_id', '=', deliveryId)
    .executeTakeFirst()
  if (row?.state !== 'queued') return

  const now = clock()
  const attempt: Attempt = row.is_active
    ? await send(
        {
          url: row.url,
          body: row.body,
          headers: {
            'betang-event': row.kind,
            'betang-delivery': deliveryId,
            'betang-signature': signatureOf(row.body, secrets.unseal(row.secret_cipher), now),
          },
        },
        networks,
      )
    : { fault: 'stopped' }
  const status = 'status' in attempt ? attempt.status : null
  const isTaken = status !== null && status >= 200 && status < 300
  const isLast = row.attempts + 1 >= tries || !row.is_active
  await db
    .updateTable('webhook_delivery')
    .set({
      state: isTaken ? 'delivered' : isLast ? 'failed' : 'queued',
      attempts: row.attempts + 1,
      tried_at: now.toISOString(),
      answer_status: status,
      fault: 'fault' in attempt ? attempt.fault : null,
    })
    .where('delivery_id', '=', deliveryId)
    .execute()
  if (!isTaken && !isLast) throw new NotTaken(`delivery ${deliveryId} was not taken`)
}
