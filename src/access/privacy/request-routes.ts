import { z } from 'zod'
import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, fileOf, getSignedIn, getViewer, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { askedBy, recordEvent, recordReads } from '../audit/record-event.ts'
import { exportPerson } from './export-person.ts'
import { exportZip } from './export-zip.ts'
import { findPersons } from './find-person.ts'
import { checkIdentity, insertChange, insertRequest, takeStep } from './handle-request.ts'
import { officeRecords } from './office-records.ts'
import { Language, zipAnswer } from './paper-answer.ts'
import { findRequests, getRequest, getRequestRow } from './requests-store.ts'
import {
  IdentityCheck,
  MarkEnd,
  NewChange,
  NewStep,
  NewSubjectRequest,
  PersonHint,
  PersonQuestion,
  SubjectRequest,
  SubjectRequestFilter,
  SubjectRequestPage,
} from './schema.ts'
import { endMark } from './subject-marks.ts'

export interface PrivacyParts {
  readonly db: Db
  readonly clock: Clock
  readonly secrets: Secrets
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
export const repeatable = z.object({ 'idempotency-key': z.string().min(8).max(100) })
const params = z.object({ requestNo: z.coerce.number().int().min(1).max(2_147_483_647) })
export const RequestNo = z.object({ requestNo: z.number().int() })
const missing = problem('subject-request-not-found', 'person-not-found')

const listRoute = {
  operationId: 'listSubjectRequests',
  summary: 'Requests of data subjects, those that are late or due first on top',
  querystring: SubjectRequestFilter,
  response: { 200: SubjectRequestPage, ...refused, 400: problem('cursor-invalid') },
}
const enterRoute = {
  operationId: 'enterSubjectRequest',
  summary: 'Write down a request that came on paper, at the desk or by telephone',
  headers: repeatable,
  body: NewSubjectRequest,
  response: {
    201: RequestNo,
    ...refused,
    409: problem('idempotency-key-reused'),
    422: problem('received-in-future'),
  },
}
const findRoute = {
  operationId: 'findSubject',
  summary: 'Who in the register may be the person at the desk',
  body: PersonQuestion,
  response: { 200: z.object({ persons: z.array(PersonHint) }), ...refused },
}
const getRoute = {
  operationId: 'getSubjectRequest',
  summary: 'A request with its log, its clock and what it asks to correct',
  params,
  response: { 200: SubjectRequest, ...refused, 404: missing },
}
const identityRoute = {
  operationId: 'checkSubjectIdentity',
  summary: 'Note how the asker showed who they are, and whose data it is about',
  params,
  body: IdentityCheck,
  response: {
    200: SubjectRequest,
    ...refused,
    404: missing,
    409: problem('subject-request-step-refused', 'subject-request-incomplete'),
  },
}
const stepRoute = {
  operationId: 'stepSubjectRequest',
  summary: 'Take a request one state further, with the reason',
  params,
  body: NewStep,
  response: {
    200: SubjectRequest,
    ...refused,
    404: missing,
    409: problem('subject-request-step-refused', 'subject-request-incomplete'),
    422: problem('refusal-ground-unfit'),
  },
}
const changeRoute = {
  operationId: 'noteChangeRequest',
  summary: 'Note what should become what; the register is not changed by it',
  params,
  headers: repeatable,
  body: NewChange,
  response: {
    200: SubjectRequest,
    ...refused,
    404: missing,
    409: problem('subject-request-step-refused', 'subject-request-incomplete'),
  },
}
const markEndRoute = {
  operationId: 'endSubjectMark',
  summary: 'End the mark that a granted request left at the family, with the reason',
  params,
  body: MarkEnd,
  response: {
    200: SubjectRequest,
    ...refused,
    404: missing,
    409: problem('subject-request-step-refused'),
  },
}
const exportRoute = {
  operationId: 'exportSubject',
  summary: 'All that the store holds of the person of a request, as an archive',
  params,
  body: z.object({ language: Language }),
  response: {
    200: fileOf('application/zip'),
    401: problem('sign-in-required'),
    403: problem('not-permitted', 'step-up-required'),
    404: missing,
    409: problem('subject-request-incomplete'),
  },
}

const config = { action: 'manage-subject-requests' }
const url = '/api/v1/subject-requests'

/** Requests of data subjects, as the data-protection officer handles them. */
export function requestRoutes(api: Api, { db, clock, secrets }: PrivacyParts): void {
  api.get(url, { schema: listRoute, config }, (request) =>
    asViewer(db, getViewer(request), async (scoped) => {
      const page = await findRequests(scoped, request.query, clock())
      const detail = { rows: page.requests.length }
      await recordEvent(scoped, { ...askedBy(request), action: 'list-requests', detail })
      return page
    }),
  )
  api.post(url, { schema: enterRoute, config }, async (request, reply) => {
    const { accountId } = getSignedIn(request)
    const key = request.headers['idempotency-key']
    const entered = await onceByKey(
      db,
      { accountId, key, request: [enterRoute.operationId, request.body] },
      RequestNo,
      async (trx) => {
        const requestNo = await insertRequest(trx, request.body, byWhom(request, clock))
        const detail = { requestNo, kind: request.body.kind }
        await recordEvent(trx, { ...askedBy(request), action: 'enter-request', detail })
        return { requestNo }
      },
    )
    return reply.code(201).send(entered)
  })
  api.post(`${url}/find-person`, { schema: findRoute, config }, (request) =>
    inTransaction(db, async (trx) => {
      const persons = await findPersons(trx, secrets, request.body)
      await recordReads(trx, {
        ...askedBy(request),
        action: 'search',
        subjectKind: 'person',
        subjectIds: persons.map(({ personId }) => personId),
      })
      return { persons }
    }),
  )
  oneRequestRoutes(api, { db, clock, secrets })
}

function oneRequestRoutes(api: Api, { db, clock, secrets }: PrivacyParts): void {
  /** Does `work` and its event in one transaction, and answers with the request as it then stands. */
  const change = async (
    request: Asking & { readonly params: { readonly requestNo: number } },
    action: string,
    work: (trx: Db) => Promise<void>,
  ): Promise<SubjectRequest> =>
    inTransaction(db, async (trx) => {
      const { requestNo } = request.params
      await work(trx)
      await recordEvent(trx, { ...(await about(trx, request)), action })
      return asViewer(trx, getViewer(request), (scoped) =>
        getRequest(scoped, secrets, requestNo, clock()),
      )
    })

  api.get(`${url}/:requestNo`, { schema: getRoute, config }, (request) =>
    change(request, 'read', async () => {}),
  )
  api.post(`${url}/:requestNo/identity`, { schema: identityRoute, config }, (request) =>
    change(request, 'check-identity', (trx) =>
      checkIdentity(trx, request.params.requestNo, request.body, byWhom(request, clock)),
    ),
  )
  api.post(`${url}/:requestNo/steps`, { schema: stepRoute, config }, (request) =>
    change(request, `request-${request.body.state}`, (trx) =>
      takeStep(trx, request.params.requestNo, request.body, byWhom(request, clock)),
    ),
  )
  api.post(`${url}/:requestNo/mark-end`, { schema: markEndRoute, config }, (request) =>
    change(request, 'end-mark', async (trx) => {
      const { requestNo } = request.params
      await getRequestRow(trx, requestNo)
      await endMark(trx, requestNo, request.body, byWhom(request, clock))
    }),
  )
  api.post(`${url}/:requestNo/changes`, { schema: changeRoute, config }, (request) => {
    const { requestNo } = request.params
    const key = request.headers['idempotency-key']
    const { accountId } = getSignedIn(request)
    return change(request, 'note-change', async (trx) => {
      await onceByKey(
        trx,
        { accountId, key, request: [changeRoute.operationId, requestNo, request.body] },
        RequestNo,
        async () => {
          await insertChange(trx, secrets, requestNo, request.body, byWhom(request, clock))
          return { requestNo }
        },
      )
    })
  })
  api.post(`${url}/:requestNo/export`, { schema: exportRoute, config }, async (request, reply) => {
    requireStepUp(request)
    const bytes = await inTransaction(db, async (trx) => {
      const row = await getRequestRow(trx, request.params.requestNo)
      if (row.person_id === null || row.identity_checked_at === null) {
        throw new AppError('subject-request-incomplete', { lacks: 'identity' })
      }
      await recordEvent(trx, { ...(await about(trx, request)), action: 'export' })
      return exportZip(await exportPerson(trx, secrets, row.person_id), {
        at: clock(),
        language: request.body.language,
        records: await officeRecords(trx),
      })
    })
    return zipAnswer(reply, bytes, `data-${request.params.requestNo}.zip`)
  })
}

type Asking = Parameters<typeof askedBy>[0]

/** Who asks, and about whom as far as the request knows. */
async function about(
  db: Db,
  request: Asking & { readonly params: { readonly requestNo: number } },
) {
  const { requestNo } = request.params
  const { person_id: personId } = await getRequestRow(db, requestNo)
  return {
    ...askedBy(request),
    detail: { requestNo },
    ...(personId === null ? {} : { subjectKind: 'person', subjectId: personId }),
  }
}

export function byWhom(request: Asking, clock: Clock) {
  return { accountId: getSignedIn(request).accountId, at: clock().toISOString() }
}
