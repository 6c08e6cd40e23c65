import { z } from 'zod'
import { askedBy, recordEvent } from '#access'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { type Api, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import type { Networks } from '#platform/networks'
import type { Random } from '#platform/random'
import type { Secrets } from '#platform/secrets'
import { matchHeaders, requireMatch } from '#platform/versions'
import {
  DeliveriesQuery,
  FreshWebhook,
  NewWebhook,
  Webhook,
  WebhookChange,
  WebhookDeliveriesPage,
  WebhookKey,
  WebhooksPage,
} from '../schema.ts'
import { readWebhookUrl } from './address.ts'
import { makeSecret } from './signature.ts'
import {
  changeWebhook,
  deleteWebhook,
  findDeliveries,
  findWebhooks,
  getWebhook,
  insertWebhook,
  lockWebhook,
} from './store.ts'

export interface WebhookParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly secrets: Secrets
  readonly networks: Networks
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const proved = { ...refused, 403: problem('not-permitted', 'step-up-required') }

const listRoute = {
  operationId: 'listWebhooks',
  summary: 'Systems that are told when something has happened',
  response: { 200: WebhooksPage, ...refused },
}
const readRoute = {
  operationId: 'getWebhook',
  summary: 'One system that is told, and of what',
  params: WebhookKey,
  response: { 200: Webhook, ...refused, 404: problem('webhook-not-found') },
}
const createRoute = {
  operationId: 'createWebhook',
  summary: 'Tell another system; the answer holds the secret of the signatures, once',
  headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
  body: NewWebhook,
  response: {
    201: FreshWebhook,
    ...proved,
    409: problem('idempotency-key-reused'),
    422: problem('webhook-address-refused'),
  },
}
const changeRoute = {
  operationId: 'changeWebhook',
  summary: 'Change where and of what a system is told, stop it or go on',
  headers: matchHeaders,
  params: WebhookKey,
  body: WebhookChange,
  response: {
    200: Webhook,
    ...proved,
    404: problem('webhook-not-found'),
    422: problem('webhook-address-refused'),
  },
}
const deleteRoute = {
  operationId: 'deleteWebhook',
  summary: 'Tell a system no more; messages that wait are dropped',
  params: WebhookKey,
  response: { 204: z.null(), ...refused, 404: problem('webhook-not-found') },
}
const deliveriesRoute = {
  operationId: 'listWebhookDeliveries',
  summary: 'Messages to a system and what became of them, the latest first',
  params: WebhookKey,
  querystring: DeliveriesQuery,
  response: {
    200: WebhookDeliveriesPage,
    ...refused,
    400: problem('cursor-invalid'),
    404: problem('webhook-not-found'),
  },
}

/** Subscriptions of other systems, as an administrator keeps them. */
export function webhookRoutes(api: Api, parts: WebhookParts): void {
  const { db, clock, random, secrets, networks } = parts
  const config = { action: 'manage-settings' }

  api.get('/api/v1/webhooks', { schema: listRoute, config }, async () => ({
    webhooks: await findWebhooks(db),
  }))

  api.get('/api/v1/webhooks/:webhookId', { schema: readRoute, config }, (request) =>
    getWebhook(db, request.params.webhookId),
  )

  api.post('/api/v1/webhooks', { schema: createRoute, config }, async (request, reply) => {
    const { accountId } = requireStepUp(request)
    const url = readWebhookUrl(request.body.url, networks)
    const repeatable = {
      accountId,
      key: request.headers['idempotency-key'],
      request: [createRoute.operationId, request.body],
    }
    // Kept out of what is stored for a repetition: the secret is told once.
    let secret: string | null = null
    const webhook = await onceByKey(db, repeatable, Webhook, async (trx) => {
      const made = makeSecret(random)
      const inserted = await insertWebhook(
        trx,
        { ...request.body, url },
        { secretCipher: secrets.seal(made), accountId, clock },
      )
      await recordEvent(trx, {
        ...askedBy(request),
        action: 'create-webhook',
        detail: { webhookId: inserted.webhookId, kinds: inserted.kinds },
      })
      secret = made
      return inserted
    })
    return reply.code(201).send({ webhook, secret })
  })

  api.put('/api/v1/webhooks/:webhookId', { schema: changeRoute, config }, (request) => {
    requireStepUp(request)
    const url = readWebhookUrl(request.body.url, networks)
    return inTransaction(db, async (trx) => {
      const { webhookId } = request.params
      requireMatch(request, Webhook, await lockWebhook(trx, webhookId))
      const { kinds, isActive } = request.body
      await recordEvent(trx, {
        ...askedBy(request),
        action: 'change-webhook',
        detail: { webhookId, kinds, isActive },
      })
      return changeWebhook(trx, webhookId, { ...request.body, url })
    })
  })

  api.delete(
    '/api/v1/webhooks/:webhookId',
    { schema: deleteRoute, config },
    async (request, reply) => {
      const { webhookId } = request.params
      await inTransaction(db, async (trx) => {
        await deleteWebhook(trx, webhookId)
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'delete-webhook',
          detail: { webhookId },
        })
      })
      return reply.code(204).send(null)
    },
  )

  api.get(
    '/api/v1/webhooks/:webhookId/deliveries',
    { schema: deliveriesRoute, config },
    (request) => findDeliveries(db, request.params.webhookId, request.query.cursor),
  )
}
