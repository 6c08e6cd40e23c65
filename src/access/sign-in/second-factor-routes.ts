import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, problem, requireStepUp } from '#platform/http'
import { caller } from './caller.ts'
import { recordOwn } from './own-event.ts'
import type { SignInParts } from './parts.ts'
import { Code, RecoveryCodes, Session, TotpKey } from './schema.ts'
import { beginTotp, checkCode, completeTotp, renewRecoveryCodes } from './second-factor.ts'
import { startSession } from './start-session.ts'
import { findStep, takeStep } from './step-store.ts'
import { noteSecondFactor } from './store.ts'
import { deleteTotp, findTotp } from './totp-store.ts'

const secondStepRoute = {
  operationId: 'signInSecondStep',
  summary: 'Complete a sign-in with a code of the authenticator app or a recovery code',
  body: z.strictObject({ ticket: z.string().max(100), code: Code }),
  response: {
    201: Session,
    401: problem('sign-in-expired'),
    422: problem('code-wrong'),
    429: problem('too-many-attempts'),
  },
}
const beginRoute = {
  operationId: 'beginTotp',
  summary: 'A secret for an authenticator app, shown once',
  response: {
    201: TotpKey,
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    409: problem('second-factor-exists'),
  },
}
const confirmRoute = {
  operationId: 'confirmTotp',
  summary: 'Turn the second factor on by a first code; answers with the recovery codes, once',
  body: z.strictObject({ code: Code }),
  response: {
    200: RecoveryCodes,
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    409: problem('second-factor-missing', 'second-factor-exists'),
    422: problem('code-wrong'),
    429: problem('too-many-attempts'),
  },
}
const removeRoute = {
  operationId: 'removeTotp',
  summary: 'Remove the authenticator app and the recovery codes',
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    409: problem('second-factor-missing'),
  },
}
const recoveryRoute = {
  operationId: 'renewRecoveryCodes',
  summary: 'New recovery codes in place of the old ones, shown once',
  response: {
    201: RecoveryCodes,
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    409: problem('second-factor-missing'),
  },
}

const own = { action: 'manage-own-account' }

/** The second step of a sign-in, and the authenticator app of one's own account. */
export function secondFactorRoutes(api: Api, parts: SignInParts): void {
  const { db, clock, attempts } = parts

  api.post(
    '/api/v1/session/second-factor',
    { schema: secondStepRoute, config: { isPublic: true } },
    async (request, reply) => {
      const { ticket, code } = request.body
      const step = await findStep(db, ticket, 'second-factor', clock)
      if (!step?.accountId) throw new AppError('sign-in-expired', {})
      const { accountId } = step
      // Counted by account wherever it is tried: with the password known, six digits are few.
      const who = caller(request, String(step.detail.userName), parts)
      await attempts
        .guard(who.isKnownDevice ? who.key : `code ${accountId}`, 'code-wrong', () =>
          checkCode(parts, accountId, code),
        )
        .catch(async (error) => {
          await recordOwn(db, request, accountId, 'sign-in-refused')
          throw error
        })
      if (!(await takeStep(db, ticket, 'second-factor', clock))) {
        throw new AppError('sign-in-expired', {})
      }
      const opened = { accountId, method: 'password', hasSecondFactor: true } as const
      const session = await startSession(request, reply, opened, parts)
      return reply.code(201).send(session)
    },
  )

  api.post('/api/v1/totp', { schema: beginRoute, config: own }, async (request, reply) => {
    const key = await beginTotp(parts, requireStepUp(request))
    return reply.code(201).send(key)
  })

  api.post('/api/v1/totp/confirmation', { schema: confirmRoute, config: own }, async (request) => {
    const { accountId, sessionId } = requireStepUp(request)
    const recoveryCodes = await attempts.guard(`code ${accountId}`, 'code-wrong', () =>
      completeTotp(parts, accountId, request.body.code, async (trx) => {
        await noteSecondFactor(trx, sessionId)
        await recordOwn(trx, request, accountId, 'add-totp')
      }),
    )
    return { recoveryCodes }
  })

  api.delete('/api/v1/totp', { schema: removeRoute, config: own }, async (request, reply) => {
    const { accountId } = requireStepUp(request)
    await inTransaction(db, async (trx) => {
      if (!(await findTotp(trx, accountId))) throw new AppError('second-factor-missing', {})
      await deleteTotp(trx, accountId)
      await recordOwn(trx, request, accountId, 'remove-totp')
    })
    return reply.code(204).send(null)
  })

  api.post(
    '/api/v1/recovery-codes',
    { schema: recoveryRoute, config: own },
    async (request, reply) => {
      const { accountId } = requireStepUp(request)
      const recoveryCodes = await renewRecoveryCodes(parts, accountId, (trx) =>
        recordOwn(trx, request, accountId, 'renew-recovery-codes'),
      )
      return reply.code(201).send({ recoveryCodes })
    },
  )
}
