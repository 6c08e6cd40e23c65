import type { FastifySchema, RouteOptions } from 'fastify'
import { z } from 'zod'
import { errorTexts } from '#platform/error-messages'
import { AppError, type ErrorCode } from '#platform/errors'
import { type Api, Problem } from '#platform/http'
import { closeSchema } from './close-schema.ts'

/**
 * Completes what each route under `/api` declares: its inputs refuse what they do not know, the
 * refusals that any route can give stand in the OpenAPI document, and it has a tag.
 *
 * Register it before any route.
 */
export function completeRoutes(api: Api): void {
  api.addHook('onRoute', (route) => {
    if (!isOurs(route.url)) return
    route.schema = {
      tags: [route.url.split('/')[3] ?? ''],
      // what a caller must be permitted to do, for readers of the document
      ...(route.config?.action === undefined ? {} : { 'x-action': route.config.action }),
      ...route.schema,
      ...closedInputs(route.schema),
      response: allResponses(route),
    }
  })
  api.addHook('preValidation', async (request) => {
    const { url, schema } = request.routeOptions
    if (!url || !isOurs(url) || schema?.body) return
    if (isSomething(request.body)) {
      throw new AppError('request-invalid', { fields: [{ path: 'body', message: 'unknown' }] })
    }
  })
}

function isOurs(url: string): boolean {
  return url === '/api' || url.startsWith('/api/')
}

function isSomething(body: unknown): boolean {
  if (body === undefined || body === null) return false
  return typeof body !== 'object' || Object.keys(body).length > 0
}

function closedInputs(schema: FastifySchema = {}): FastifySchema {
  const closed: FastifySchema = { querystring: z.strictObject({}) }
  for (const part of ['querystring', 'params', 'body'] as const) {
    const declared = schema[part]
    if (declared instanceof z.core.$ZodType) closed[part] = closeSchema(declared)
  }
  return closed
}

/** What a route declares, and what stands before every handler. */
function allResponses(route: RouteOptions): Readonly<Record<string, unknown>> {
  const declared = new Map(Object.entries(responsesOf(route.schema)))
  const refusals = new Map<number, Set<string>>()
  const add = (status: number, codes: readonly string[]) => {
    const known = refusals.get(status) ?? new Set()
    for (const code of codes) known.add(code)
    refusals.set(status, known)
  }
  for (const [status, shape] of declared) {
    if (Number(status) < 400 || !(shape instanceof z.ZodType)) continue
    add(Number(status), shape.description?.split(', ') ?? [])
    declared.delete(status)
  }
  for (const code of usualRefusals(route)) add(errorTexts[code].httpStatus, [code])
  if (route.method === 'GET' && declared.has('200')) {
    declared.set('304', z.null().describe('As the tag in If-None-Match says'))
  }
  for (const [status, codes] of refusals) declared.set(String(status), refusal([...codes]))
  return Object.fromEntries(declared)
}

function responsesOf(schema: FastifySchema | undefined): object {
  const response = schema?.response
  return typeof response === 'object' && response !== null ? response : {}
}

function usualRefusals({ method, config, schema }: RouteOptions): ErrorCode[] {
  const isRead = method === 'GET' || method === 'HEAD'
  return [
    'request-invalid',
    'request-head-too-large',
    'request-too-slow',
    'rate-limit-exceeded',
    'internal-fault',
    ...(config?.isPublic
      ? []
      : (['credentials-both', 'sign-in-required', 'api-key-refused', 'not-permitted'] as const)),
    ...(config?.isPublic || config?.isBeforePasswordChange
      ? []
      : (['password-change-required', 'second-factor-required'] as const)),
    ...(isRead ? [] : (['origin-refused'] as const)),
    ...(schema?.body ? (['request-too-large'] as const) : []),
    ...(namesVersion(schema) ? (['version-required', 'version-outdated'] as const) : []),
  ]
}

/** Whether a route takes `If-Match`. */
function namesVersion(schema: FastifySchema | undefined): boolean {
  return schema?.headers instanceof z.ZodObject && 'if-match' in schema.headers.shape
}

function refusal(codes: readonly string[]): object {
  return {
    description: codes.join(', '),
    content: { 'application/problem+json': { schema: Problem } },
  }
}
