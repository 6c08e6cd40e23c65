import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Clock, today } from '#platform/clock'
import { daysBefore } from '#platform/dates'
import type { Db } from '#platform/db'
import { type Api, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import { findAnchors } from './anchors.ts'
import { findEvents } from './find-events.ts'
import { findUnusual } from './find-unusual.ts'
import { type AuditEvent, askedBy, recordEvent } from './record-event.ts'
import { AnchorsPage, AuditFilter, AuditPage, UnusualPage } from './schema.ts'

export interface AuditParts {
  readonly db: Db
  readonly clock: Clock
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const searchRoute = {
  operationId: 'searchAudit',
  summary: 'Who did what, newest first: on a person or family, by somebody, in a period',
  body: AuditFilter,
  response: { 200: AuditPage, ...refused, 400: problem('cursor-invalid', 'request-invalid') },
}
const unusualRoute = {
  operationId: 'getUnusualLooks',
  summary: 'Looks that stand out: many, at night, at the own family, outside the territory',
  querystring: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  response: { 200: UnusualPage, ...refused, 400: problem('request-invalid') },
}
const anchorsRoute = {
  operationId: 'getAuditAnchors',
  summary: 'The latest daily anchors of the chain',
  response: { 200: AnchorsPage, ...refused },
}

const anchorsShown = 90

/** The trail, for those who watch over the office. Each look at it is in it. */
export function auditRoutes(api: Api, { db, clock }: AuditParts): void {
  const config = { action: 'read-audit' }
  // Days and nights are those of the place where Betang runs.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

  async function readTrail<Answer>(
    request: FastifyRequest,
    work: (scoped: Db) => Promise<Answer>,
    event: (answer: Answer) => Pick<AuditEvent, 'subjectId' | 'detail'>,
  ): Promise<Answer> {
    return asViewer(db, getViewer(request), async (scoped) => {
      const answer = await work(scoped)
      await recordEvent(scoped, {
        ...askedBy(request),
        action: 'read-audit',
        subjectKind: 'audit',
        ...event(answer),
      })
      return answer
    })
  }

  api.post('/api/v1/audit/search', { schema: searchRoute, config }, (request) => {
    const { subjectId, cursor: _, ...filter } = request.body
    return readTrail(
      request,
      (scoped) => findEvents(scoped, request.body, timeZone),
      ({ lines }) => ({
        ...(subjectId === undefined ? {} : { subjectId }),
        detail: { ...filter, events: lines.length },
      }),
    )
  })

  api.get('/api/v1/audit/unusual', { schema: unusualRoute, config }, (request) => {
    const { days } = request.query
    const since = daysBefore(today(clock), days)
    return readTrail(
      request,
      async (scoped) => ({ since, patterns: await findUnusual(scoped, since, timeZone) }),
      ({ patterns }) => ({ detail: { days, patterns: patterns.length } }),
    )
  })

  api.get('/api/v1/audit/anchors', { schema: anchorsRoute, config }, (request) =>
    readTrail(
      request,
      async (scoped) => ({ anchors: await findAnchors(scoped, anchorsShown) }),
      ({ anchors }) => ({ detail: { anchors: anchors.length } }),
    ),
  )
}
