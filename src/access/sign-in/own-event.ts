import type { FastifyRequest } from 'fastify'
import type { Db } from '#platform/db'
import { type AuditEvent, askedBy, recordEvent } from '../audit/record-event.ts'

/** Writes down what happened to an account by its own person, or by whoever claims to be it. */
export function recordOwn(
  db: Db,
  request: FastifyRequest,
  accountId: string | undefined,
  action: string,
  detail?: AuditEvent['detail'],
): Promise<void> {
  return recordEvent(db, {
    ...askedBy(request),
    fields: [],
    action,
    ...(accountId === undefined ? {} : { subjectKind: 'account', subjectId: accountId }),
    detail,
  })
}
