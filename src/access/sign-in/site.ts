import type { FastifyRequest } from 'fastify'
import type { Site } from './passkeys.ts'

/**
 * Where the browser says it is. A false Host header gains nothing: a passkey answers only for the
 * host that the browser itself sees.
 */
export function siteOf(request: FastifyRequest, isHttps: boolean): Site {
  const origin = new URL(`${isHttps ? 'https' : 'http'}://${request.host}`)
  return { origin: origin.origin, host: origin.hostname }
}
