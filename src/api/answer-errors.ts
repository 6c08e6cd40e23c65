import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
  type ZodFastifySchemaValidationError,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#platform/errors'
import { type Api, languageOf, toProblem } from '#platform/http'
import type { Log } from '#platform/log'

/** Every refusal leaves as an RFC 9457 problem document; what nobody foresaw goes to the log too. */
export function answerErrors(api: Api, log: Log): void {
  api.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toAppError(error)
    if (refusal.code === 'internal-fault') {
      log.error('request failed', {
        ...refusal.details,
        route: request.routeOptions.url,
        method: request.method,
        error: isResponseSerializationError(error) ? error.cause : error,
      })
    }
    return sendProblem(request, reply, refusal)
  })
  api.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new AppError('route-not-found', {})),
  )
  api.addHook('onResponse', async (request, reply) => {
    // The pattern, not the address: filters and searches stay out of the log.
    log.info('request', {
      method: request.method,
      route: request.routeOptions.url ?? '-',
      status: reply.statusCode,
      requestId: request.id,
      accountId: request.signedIn?.accountId,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

/** An address that cannot be decoded meets no route and no hook: what they add is added here. */
export function answerBadAddress(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
  return sendProblem(request, reply, toAppError(error))
}

/** What the parser of HTTP refuses, or gives up waiting for: answered on the bare line, which ends. */
export function answerUnreadable(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const document = toProblem(toUnreadable(error), 'id')
  const body = JSON.stringify(document)
  socket.end(
    [
      `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

function toUnreadable({ code }: ConnectionError): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') return new AppError('request-head-too-large', {})
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AppError('request-too-slow', {})
  return new AppError('request-invalid', { fields: [{ path: 'message', message: code }] })
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: AppError) {
  const document = toProblem(refusal, languageOf(request.headers['accept-language']))
  if ('waitSeconds' in refusal.details) {
    reply.header('retry-after', String(refusal.details.waitSeconds))
  }
  if (document.status === 401) reply.header('www-authenticate', 'Bearer realm="betang"')
  const fields = 'fields' in refusal.details ? { fields: refusal.details.fields } : {}
  return reply
    .code(document.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ ...document, ...fields })
}

function toAppError(error: FastifyError): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? ''
    const fields = error.validation.flatMap((fault) => toFields(fault, place))
    return new AppError('request-invalid', { fields })
  }
  if (error.statusCode === 413) return new AppError('request-too-large', {})
  if (error.statusCode === 429) return new AppError('rate-limit-exceeded', { waitSeconds: 60 })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new AppError('request-invalid', {
      fields: [{ path: error.code === 'FST_ERR_BAD_URL' ? 'path' : 'body', message: error.code }],
    })
  }
  return new AppError('internal-fault', { reference: randomUUID().slice(0, 8) }, { cause: error })
}

/** A number in the name of a field was never meant as a name. */
const longDigits = /\d{8,}/g
const UnknownKeys = z.object({ keys: z.array(z.string()) })

function toFields(fault: ZodFastifySchemaValidationError, place: string) {
  const at = fault.instancePath.split('/').filter((part) => part !== '')
  const unknown = UnknownKeys.safeParse(fault.params)
  if (fault.keyword === 'unrecognized_keys' && unknown.success) {
    return unknown.data.keys.map((key) => ({
      path: [...at, key.slice(0, 60).replace(longDigits, '•')].join('.'),
      message: 'unknown',
    }))
  }
  return [{ path: at.join('.') || place, message: fault.message ?? '' }]
}
