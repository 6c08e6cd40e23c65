import type { FastifyRequest } from 'fastify'
import type { Db } from '#platform/db'
import type { Api } from '#platform/http'
import { type AuditEvent, askedBy, recordEvent } from './record-event.ts'

/**
 * Writes an event for each request of a signed-in person that is refused, or that asks for a person
 * or family which does not exist for them.
 *
 * It stands outside the transaction of the request, which was rolled back. Register it before any
 * route.
 */
export function auditRefusals(api: Api, { db }: { readonly db: Db }): void {
  api.addHook('onSend', async (request, reply) => {
    if (!request.signedIn) return
    const subject = subjectOf(request.params)
    const isRefused =
      reply.statusCode === 403 || (reply.statusCode === 404 && subject.subjectId !== undefined)
    if (isRefused) await recordEvent(db, refusal(request, reply.statusCode, subject))
  })
}

type Subject = Pick<AuditEvent, 'subjectKind' | 'subjectId'>

function refusal(request: FastifyRequest, status: number, subject: Subject): AuditEvent {
  const { config, url } = request.routeOptions
  return {
    ...askedBy(request),
    fields: [],
    action: 'refused',
    ...subject,
    detail: { status, asked: config.action ?? '', method: request.method, route: url ?? '' },
  }
}

const keyOnly = /^[a-z0-9]{10}$/

/** The person or family that the address names; anything that is no key is left out. */
function subjectOf(params: unknown): Subject {
  if (typeof params !== 'object' || params === null) return {}
  for (const [name, subjectKind] of [
    ['familyId', 'family'],
    ['personId', 'person'],
  ] as const) {
    const id: unknown = Reflect.get(params, name)
    if (typeof id === 'string' && keyOnly.test(id)) return { subjectKind, subjectId: id }
  }
  return {}
}
