import { sql } from 'kysely'
import { z } from 'zod'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, fileOf, getSignedIn, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { askedBy, recordEvent } from '../audit/record-event.ts'
import { exportPerson } from './export-person.ts'
import { exportZip } from './export-zip.ts'
import { insertRequest } from './handle-request.ts'
import { officeRecords } from './office-records.ts'
import { Language, zipAnswer } from './paper-answer.ts'
import { byWhom, type PrivacyParts, RequestNo, repeatable } from './request-routes.ts'
import { findOwnRequests } from './requests-store.ts'
import { NewOwnRequest, SubjectRequestLine } from './schema.ts'

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const listRoute = {
  operationId: 'listOwnRequests',
  summary: 'What one asked for oneself, and how it stands',
  response: { 200: z.object({ requests: z.array(SubjectRequestLine) }), ...refused },
}
const askRoute = {
  operationId: 'makeOwnRequest',
  summary: 'Make use of a right over one’s own data',
  headers: repeatable,
  body: NewOwnRequest,
  response: {
    201: RequestNo,
    ...refused,
    404: problem('person-not-found'),
    409: problem('idempotency-key-reused'),
  },
}
const exportRoute = {
  operationId: 'exportOwnData',
  summary: 'All that the store holds of oneself, as an archive',
  body: z.object({ language: Language }),
  response: {
    200: fileOf('application/zip'),
    401: problem('sign-in-required'),
    403: problem('not-permitted', 'step-up-required'),
    404: problem('person-not-found'),
  },
}
const config = { action: 'make-own-request' }

/** What a person with an own account does about the own data. */
export function ownRequestRoutes(api: Api, { db, clock, secrets }: PrivacyParts): void {
  api.get('/api/v1/own-requests', { schema: listRoute, config }, async (request) => ({
    requests: await findOwnRequests(db, getSignedIn(request).accountId, clock()),
  }))
  api.post('/api/v1/own-requests', { schema: askRoute, config }, async (request, reply) => {
    const { accountId, displayName } = getSignedIn(request)
    const key = request.headers['idempotency-key']
    const asked = await onceByKey(
      db,
      { accountId, key, request: [askRoute.operationId, request.body] },
      RequestNo,
      async (trx) => {
        const personId = await getOwnPerson(trx, accountId)
        const who = byWhom(request, clock)
        const requestNo = await insertRequest(
          trx,
          {
            ...request.body,
            channel: 'account',
            askerName: displayName,
            contact: '',
            guardian: null,
            receivedAt: who.at,
            personId,
          },
          who,
        )
        const about = { subjectKind: 'person', subjectId: personId, detail: { requestNo } }
        await recordEvent(trx, { ...askedBy(request), action: 'enter-request', ...about })
        return { requestNo }
      },
    )
    return reply.code(201).send(asked)
  })
  api.post('/api/v1/own-data', { schema: exportRoute, config }, async (request, reply) => {
    const { accountId } = requireStepUp(request)
    const bytes = await inTransaction(db, async (trx) => {
      const personId = await getOwnPerson(trx, accountId)
      const about = { subjectKind: 'person', subjectId: personId }
      await recordEvent(trx, { ...askedBy(request), action: 'export', ...about })
      return exportZip(await exportPerson(trx, secrets, personId), {
        at: clock(),
        language: request.body.language,
        records: await officeRecords(trx),
      })
    })
    return zipAnswer(reply, bytes, 'data.zip')
  })
}

/** @throws AppError `person-not-found` for an account that nobody has joined to a person. */
async function getOwnPerson(db: Db, accountId: string): Promise<string> {
  const { rows } = await sql<{ person_id: string | null }>`
    select present_person(person_id) as person_id from account where account_id = ${accountId}`.execute(
    db,
  )
  const personId = rows[0]?.person_id
  if (!personId) throw new AppError('person-not-found', { personId: '' })
  return personId
}
