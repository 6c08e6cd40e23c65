import { createHmac } from 'node:crypto'
import { type Random, randomToken } from '#platform/random'

/** A secret of 256 bits, shown once to who subscribes. */
export function makeSecret(random: Random): string {
  return `whsec_${randomToken(random)}`
}

/**
 * The header by which a receiver knows that a message is ours and not older than it takes:
 * `t=1782871200,v1=…`, the HMAC-SHA256 of `1782871200.` and the body, in hexadecimals.
 */
export function signatureOf(body: string, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000)
  const hmac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${hmac}`
}
