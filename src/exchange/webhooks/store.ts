import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import {
  type NewWebhook,
  Webhook,
  type WebhookChange,
  type WebhookDeliveriesPage,
  WebhookDelivery,
} from '../schema.ts'

const pageSize = 50

/** All webhooks, the oldest first. */
export async function findWebhooks(db: Db): Promise<Webhook[]> {
  const rows = await webhookRows(db).orderBy('created_at').orderBy('webhook_id').execute()
  return rows.map(toWebhook)
}

/** @throws AppError `webhook-not-found`. */
export async function getWebhook(db: Db, webhookId: string): Promise<Webhook> {
  const row = await webhookRows(db).where('webhook_id', '=', webhookId).executeTakeFirst()
  if (!row) throw new AppError('webhook-not-found', { webhookId })
  return toWebhook(row)
}

/** As `getWebhook`, and nobody else changes it before the transaction ends. */
export async function lockWebhook(trx: Db, webhookId: string): Promise<Webhook> {
  await sql`select 1 from webhook where webhook_id = ${webhookId} for update`.execute(trx)
  return getWebhook(trx, webhookId)
}

export async function insertWebhook(
  db: Db,
  { url, kinds }: NewWebhook,
  { secretCipher, accountId, clock }: { secretCipher: Uint8Array; accountId: string; clock: Clock },
): Promise<Webhook> {
  const webhookId = randomUUID()
  await db
    .insertInto('webhook')
    .values({
      webhook_id: webhookId,
      url,
      kinds: [...new Set(kinds)],
      secret_cipher: secretCipher,
      created_at: clock().toISOString(),
      created_by: accountId,
    })
    .execute()
  return getWebhook(db, webhookId)
}

export async function changeWebhook(
  db: Db,
  webhookId: string,
  { url, kinds, isActive }: WebhookChange,
): Promise<Webhook> {
  await db
    .updateTable('webhook')
    .set({ url, kinds: [...new Set(kinds)], is_active: isActive })
    .where('webhook_id', '=', webhookId)
    .execute()
  return getWebhook(db, webhookId)
}

/** Removes a webhook with its messages, those that wait too. @throws AppError `webhook-not-found`. */
export async function deleteWebhook(db: Db, webhookId: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook')
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new AppError('webhook-not-found', { webhookId })
}

/** Messages to a webhook, the latest first. @throws AppError `webhook-not-found`, `cursor-invalid`. */
export async function findDeliveries(
  db: Db,
  webhookId: string,
  cursor: string | undefined,
): Promise<WebhookDeliveriesPage> {
  await getWebhook(db, webhookId)
  const after = cursor === undefined ? undefined : fromCursor(cursor, 2)
  const rows = await db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(created_at, delivery_id) < (${toMoment(after?.[0])}::timestamptz, ${String(after?.[1])})`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('delivery_id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    deliveries: rows.slice(0, pageSize).map((row) =>
      WebhookDelivery.parse({
        deliveryId: row.delivery_id,
        kind: row.kind,
        state: row.state,
        attempts: row.attempts,
        createdAt: row.created_at,
        triedAt: row.tried_at,
        answerStatus: row.answer_status,
        fault: row.fault,
      }),
    ),
    nextCursor: last ? toCursor([last.created_at, last.delivery_id]) : null,
  }
}

function toMoment(value: string | number | null | undefined): string {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(ms)) throw new AppError('cursor-invalid', {})
  return new Date(ms).toISOString()
}

function webhookRows(db: Db) {
  return db.selectFrom('webhook').select(['webhook_id', 'url', 'kinds', 'is_active', 'created_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof webhookRows>['execute']>>[number]

function toWebhook(row: Row): Webhook {
  return Webhook.parse({
    webhookId: row.webhook_id,
    url: row.url,
    kinds: row.kinds,
    isActive: row.is_active,
    createdAt: row.created_at,
  })
}

/** Messages that did not arrive. */
export interface Undelivered {
  /** Waiting or on their way. */
  readonly waiting: number
  readonly waitingSince: string | null
  /** Given up since the moment asked for. */
  readonly failed: number
}

/** @param since what was given up before it is not counted. */
export async function countUndelivered(db: Db, since: Date): Promise<Undelivered> {
  const { rows } = await sql<{ waiting: number; waiting_since: string | null; failed: number }>`
    select count(*) filter (where state in ('waiting', 'queued'))::integer as waiting,
      min(created_at) filter (where state in ('waiting', 'queued')) as waiting_since,
      count(*) filter (where state = 'failed' and tried_at >= ${since.toISOString()}::timestamptz)::integer
        as failed
    from webhook_delivery`.execute(db)
  const { waiting = 0, waiting_since = null, failed = 0 } = rows[0] ?? {}
  return { waiting, waitingSince: waiting_since, failed }
}
