import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { type Api, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { askedBy, recordEvent } from '../audit/record-event.ts'
import { endLoan, findColleagues, findLoans, lendGrant } from './grant-store.ts'
import { asking, onceHeaders, type PeopleParts, repeatable } from './parts.ts'
import { Colleagues, Loan, LoansPage, NewLoan } from './schema.ts'

const own = { config: { action: 'manage-own-account' } } as const
const signedOut = { 401: problem('sign-in-required') }

const colleaguesRoute = {
  operationId: 'listColleagues',
  summary: 'Whom one may lend a role to',
  response: { 200: Colleagues, ...signedOut },
}
const loansRoute = {
  operationId: 'listLoans',
  summary: 'Roles that one lends',
  response: { 200: LoansPage, ...signedOut },
}
const lendRoute = {
  operationId: 'lendGrant',
  summary: 'Lend a role of one’s own to a colleague until a day',
  headers: onceHeaders,
  body: NewLoan,
  response: {
    201: Loan,
    ...signedOut,
    404: problem('grant-not-found', 'account-not-found'),
    409: problem('roles-incompatible', 'idempotency-key-reused'),
    422: problem('grant-unfit', 'delegation-too-wide'),
  },
}
const endRoute = {
  operationId: 'endLoan',
  summary: 'Take back a role that one lent',
  params: z.object({ grantId: z.string().max(40) }),
  response: { 204: z.null(), ...signedOut, 404: problem('grant-not-found') },
}

/** Lending a role of one's own, for a leave for one. */
export function loanRoutes(api: Api, { db, clock }: PeopleParts): void {
  api.get('/api/v1/colleagues', { schema: colleaguesRoute, ...own }, (request) =>
    findColleagues(db, asking(request, clock).accountId),
  )

  api.get('/api/v1/grants/loans', { schema: loansRoute, ...own }, (request) =>
    findLoans(db, asking(request, clock).accountId, clock),
  )

  api.post('/api/v1/grants/loans', { schema: lendRoute, ...own }, async (request, reply) => {
    const loan = await onceByKey(db, repeatable(request), Loan, async (trx) => {
      const made = await lendGrant(trx, request.body, asking(request, clock))
      await recordEvent(trx, {
        ...askedBy(request),
        action: 'lend-grant',
        subjectKind: 'account',
        subjectId: request.body.accountId,
        detail: { grantId: made.grantId, role: made.role, validTo: made.validTo },
      })
      return made
    })
    return reply.code(201).send(loan)
  })

  api.delete(
    '/api/v1/grants/loans/:grantId',
    { schema: endRoute, ...own },
    async (request, reply) => {
      const { grantId } = request.params
      await inTransaction(db, async (trx) => {
        await endLoan(trx, grantId, asking(request, clock))
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'end-loan',
          detail: { grantId },
        })
      })
      return reply.code(204).send(null)
    },
  )
}
