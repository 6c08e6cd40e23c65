import type { FastifyRequest } from 'fastify'
import { AppError } from '#platform/errors'
import type { Site } from './passkeys.ts'

/**
 * Where the browser says it is. A false Host header gains nothing: a passkey answers only for the
 * host that the browser itself sees.
 *
 * @throws AppError `request-invalid`.
 */
export function siteOf(request: FastifyRequest, isHttps: boolean): Site {
  const address = `${isHttps ? 'https' : 'http'}://${request.host}`
  if (!URL.canParse(address)) {
    throw new AppError('request-invalid', {
      fields: [{ path: 'headers.host', message: 'no host' }],
    })
  }
  const origin = new URL(address)
  return { origin: origin.origin, host: origin.hostname }
}
