import { z } from 'zod'
import { type Db, inTransaction } from '#platform/db'
import { type Api, fileOf, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import { askedBy, recordEvent } from '../audit/record-event.ts'
import { breachLetter, letterTos } from './breach-letter.ts'
import {
  amendBreach,
  findBreaches,
  getBreach,
  insertBreach,
  takeBreachStep,
} from './breach-store.ts'
import { officeRecords } from './office-records.ts'
import { Language, paperAnswer } from './paper-answer.ts'
import { rights } from './privacy-files.ts'
import { byWhom, type PrivacyParts, repeatable } from './request-routes.ts'
import { Breach, BreachList, NewBreach, NewBreachStep } from './schema.ts'

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const params = z.object({ breachNo: z.coerce.number().int().min(1).max(2_147_483_647) })
const missing = problem('breach-not-found')
const BreachNo = z.object({ breachNo: z.number().int() })

const listRoute = {
  operationId: 'listBreaches',
  summary: 'Breaches with the clock of their notices, those due first on top',
  response: { 200: BreachList, ...refused },
}
const enterRoute = {
  operationId: 'enterBreach',
  summary: 'Write a breach down; the clock runs from when it became known',
  headers: repeatable,
  body: NewBreach,
  response: {
    201: BreachNo,
    ...refused,
    409: problem('idempotency-key-reused'),
    422: problem('received-in-future'),
  },
}
const amendRoute = {
  operationId: 'amendBreach',
  summary: 'Write what is known of a breach by now',
  params,
  body: NewBreach.omit({ knownAt: true }),
  response: { 200: Breach, ...refused, 404: missing, 409: problem('breach-step-refused') },
}
const stepRoute = {
  operationId: 'stepBreach',
  summary: 'Note who was told of a breach, or that it is closed',
  params,
  body: NewBreachStep,
  response: { 200: Breach, ...refused, 404: missing, 409: problem('breach-step-refused') },
}
const letterRoute = {
  operationId: 'getBreachLetter',
  summary: 'The written notice to residents or to the authority, to be printed',
  params,
  querystring: z.object({ to: z.enum(letterTos), language: Language }),
  response: { 200: fileOf('text/html'), ...refused, 404: missing },
}
const config = { action: 'manage-subject-requests' }
const url = '/api/v1/breaches'

/** The register of breaches and their letters (law 27/2022 article 46). */
export function breachRoutes(api: Api, { db, clock }: PrivacyParts): void {
  api.get(url, { schema: listRoute, config }, (request) =>
    asViewer(db, getViewer(request), async (scoped) => ({
      breaches: await findBreaches(scoped, clock()),
    })),
  )
  api.post(url, { schema: enterRoute, config }, async (request, reply) => {
    const { accountId } = getSignedIn(request)
    const key = request.headers['idempotency-key']
    const entered = await onceByKey(
      db,
      { accountId, key, request: [enterRoute.operationId, request.body] },
      BreachNo,
      async (trx) => {
        const breachNo = await insertBreach(trx, request.body, byWhom(request, clock))
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'enter-breach',
          detail: { breachNo },
        })
        return { breachNo }
      },
    )
    return reply.code(201).send(entered)
  })

  const change = (
    request: Parameters<typeof askedBy>[0] & { readonly params: { readonly breachNo: number } },
    action: string,
    work: (trx: Db) => Promise<void>,
  ): Promise<Breach> =>
    inTransaction(db, async (trx) => {
      const { breachNo } = request.params
      await work(trx)
      await recordEvent(trx, { ...askedBy(request), action, detail: { breachNo } })
      return asViewer(trx, getViewer(request), (scoped) => getBreach(scoped, breachNo, clock()))
    })

  api.put(`${url}/:breachNo`, { schema: amendRoute, config }, (request) =>
    change(request, 'amend-breach', (trx) =>
      amendBreach(trx, request.params.breachNo, request.body, byWhom(request, clock)),
    ),
  )
  api.post(`${url}/:breachNo/steps`, { schema: stepRoute, config }, (request) =>
    change(request, `breach-${request.body.what}`, (trx) =>
      takeBreachStep(trx, request.params.breachNo, request.body, byWhom(request, clock)),
    ),
  )
  api.get(`${url}/:breachNo/letter`, { schema: letterRoute, config }, async (request, reply) => {
    const { breachNo } = request.params
    const { to, language } = request.query
    const breach = await asViewer(db, getViewer(request), (scoped) =>
      getBreach(scoped, breachNo, clock()),
    )
    const texts = { records: await officeRecords(db), rights: rights() }
    const letter = breachLetter(breach, to, texts, language)
    return paperAnswer(reply, letter, `pemberitahuan-kebocoran-${breachNo}-${to}`)
  })
}
