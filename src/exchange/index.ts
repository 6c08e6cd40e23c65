/**
 * exchange: other systems are told what happened here.
 *
 * Owns the tables webhook, webhook_delivery. What happens is announced in the transaction of what it
 * tells, one line a subscriber; a relay hands the lines to the queue, which sends each as a signed
 * request, again and later each time while the other side does not take it. A message holds ids and
 * counts, never a person. Nothing is sent into the own network unless its range is allowed.
 */
export { announce } from './webhooks/announce.ts'
export { type Relay, startRelay } from './webhooks/relay.ts'
export { webhookRoutes } from './webhooks/routes.ts'
export { countUndelivered, type Undelivered } from './webhooks/store.ts'
