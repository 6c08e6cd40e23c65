import { z } from 'zod'

export const webhookKinds = ['run-finished', 'plan-changed'] as const
export const WebhookKind = z.enum(webhookKinds)
export type WebhookKind = z.infer<typeof WebhookKind>

const Moment = z.iso.datetime()

/** A system that is told when something has happened. */
export const Webhook = z.object({
  webhookId: z.string(),
  url: z.string(),
  kinds: z.array(WebhookKind),
  isActive: z.boolean(),
  createdAt: Moment,
})
export type Webhook = z.infer<typeof Webhook>

export const WebhooksPage = z.object({ webhooks: z.array(Webhook) })

const terms = {
  url: z.string().max(500),
  kinds: z.array(WebhookKind).min(1).max(webhookKinds.length),
}
export const NewWebhook = z.strictObject(terms)
export type NewWebhook = z.infer<typeof NewWebhook>

export const WebhookChange = z.strictObject({ ...terms, isActive: z.boolean() })
export type WebhookChange = z.infer<typeof WebhookChange>

/** A webhook with the secret of its signatures; null when this request was answered before. */
export const FreshWebhook = z.object({ webhook: Webhook, secret: z.string().nullable() })
export type FreshWebhook = z.infer<typeof FreshWebhook>

/** One message and what became of it. */
export const WebhookDelivery = z.object({
  deliveryId: z.string(),
  kind: WebhookKind,
  state: z.enum(['waiting', 'queued', 'delivered', 'failed']),
  attempts: z.number().int(),
  createdAt: Moment,
  triedAt: Moment.nullable(),
  answerStatus: z.number().int().nullable(),
  /** Why there was no answer: `private-address`, `timeout`, or the code of the connection's fault. */
  fault: z.string().nullable(),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

export const WebhookDeliveriesPage = z.object({
  deliveries: z.array(WebhookDelivery),
  nextCursor: z.string().nullable(),
})
export type WebhookDeliveriesPage = z.infer<typeof WebhookDeliveriesPage>

export const WebhookKey = z.object({ webhookId: z.uuid() })
export const DeliveriesQuery = z.object({ cursor: z.string().max(300).optional() })
