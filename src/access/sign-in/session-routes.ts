import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, problem, requireStepUp } from '#platform/http'
import { randomToken } from '#platform/random'
import { checkCredentials } from './accounts.ts'
import { caller } from './caller.ts'
import { recordOwn } from './own-event.ts'
import type { SignInParts } from './parts.ts'
import { Device, SecondStep, Session, SignIn } from './schema.ts'
import { hasSecondFactor } from './second-factor.ts'
import { startSession, toSession } from './start-session.ts'
import { insertStep } from './step-store.ts'
import {
  deleteSession,
  deleteSessionOf,
  deleteSessions,
  findAccountId,
  findSessions,
} from './store.ts'

const signInRoute = {
  operationId: 'signIn',
  summary: 'Sign in with user name and password',
  body: SignIn,
  response: {
    201: Session,
    202: SecondStep.describe('The password is right; a code is needed too'),
    401: problem('sign-in-failed'),
    429: problem('too-many-attempts'),
  },
}
const sessionRoute = {
  operationId: 'getSession',
  summary: 'Who is signed in',
  response: { 200: Session, 401: problem('sign-in-required') },
}
const signOutRoute = {
  operationId: 'signOut',
  summary: 'End this session',
  response: { 204: z.null(), 401: problem('sign-in-required') },
}
const devicesRoute = {
  operationId: 'listSessions',
  summary: 'Devices on which the account is signed in',
  response: { 200: z.object({ sessions: z.array(Device) }), 401: problem('sign-in-required') },
}
const endDeviceRoute = {
  operationId: 'endSession',
  summary: 'Sign one device out',
  params: z.object({ sessionId: z.uuid() }),
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    404: problem('session-not-found'),
  },
}
const endAllRoute = {
  operationId: 'endSessions',
  summary: 'Sign out everywhere, here too',
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
  },
}

const own = { action: 'manage-own-account' } as const
/** Guesses from one address, whatever the names: an office that comes to work passes. */
const tries = { max: 60, timeWindow: '1 minute' }

/** Signing in and out, and the devices on which an account is signed in. */
export function sessionRoutes(api: Api, parts: SignInParts): void {
  const { db, clock, attempts, cookies } = parts

  api.post(
    '/api/v1/session',
    { schema: signInRoute, config: { isPublic: true, rateLimit: tries } },
    async (request, reply) => {
      const { userName } = request.body
      const who = caller(request, userName, parts)
      const accountId = await attempts
        .guard(who.key, 'sign-in-failed', () => checkCredentials(db, request.body, parts.random))
        .catch(async (error) => {
          const named = await findAccountId(db, userName)
          await recordOwn(db, request, named, 'sign-in-refused')
          throw error
        })
      if (await hasSecondFactor(db, accountId)) {
        const ticket = randomToken(parts.random)
        const step = { token: ticket, kind: 'second-factor', accountId } as const
        await insertStep(db, { ...step, detail: { userName } }, clock)
        return reply.code(202).send({ ticket })
      }
      const opened = { accountId, method: 'password', hasSecondFactor: false } as const
      const session = await startSession(request, reply, opened, parts)
      return reply.code(201).send(session)
    },
  )

  api.get(
    '/api/v1/session',
    { schema: sessionRoute, config: { ...own, isBeforePasswordChange: true } },
    (request) => toSession(getSignedIn(request)),
  )

  api.delete(
    '/api/v1/session',
    { schema: signOutRoute, config: { ...own, isBeforePasswordChange: true } },
    async (request, reply) => {
      await inTransaction(db, async (trx) => {
        await deleteSession(trx, cookies.findSession(request) ?? '')
        await recordOwn(trx, request, getSignedIn(request).accountId, 'sign-out')
      })
      cookies.clearSession(reply)
      return reply.code(204).send(null)
    },
  )

  api.get('/api/v1/sessions', { schema: devicesRoute, config: own }, async (request) => {
    const { accountId, sessionId } = getSignedIn(request)
    const sessions = await findSessions(db, accountId, clock)
    return {
      sessions: sessions.map((one) => ({ ...one, isMine: one.sessionId === sessionId })),
    }
  })

  api.delete('/api/v1/sessions', { schema: endAllRoute, config: own }, async (request, reply) => {
    const { accountId } = requireStepUp(request)
    await inTransaction(db, async (trx) => {
      await deleteSessions(trx, accountId)
      await recordOwn(trx, request, accountId, 'sign-out-everywhere')
    })
    cookies.clearSession(reply)
    return reply.code(204).send(null)
  })

  api.delete(
    '/api/v1/sessions/:sessionId',
    { schema: endDeviceRoute, config: own },
    async (request, reply) => {
      const { sessionId } = request.params
      const { accountId } = requireStepUp(request)
      await inTransaction(db, async (trx) => {
        const isEnded = await deleteSessionOf(trx, accountId, sessionId)
        if (!isEnded) throw new AppError('session-not-found', { sessionId })
        await recordOwn(trx, request, accountId, 'sign-out-device')
      })
      return reply.code(204).send(null)
    },
  )
}
