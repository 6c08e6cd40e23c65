import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, problem, requireStepUp } from '#platform/http'
import { recordOwn } from './own-event.ts'
import type { SignInParts } from './parts.ts'
import { deletePasskey } from './passkey-store.ts'
import { addPasskey, askForPasskey, askForProof, checkProof } from './passkeys.ts'
import { PasskeyProof, PasskeyQuestion, PasskeyRegistration, Session } from './schema.ts'
import { siteOf } from './site.ts'
import { startSession } from './start-session.ts'
import { noteSecondFactor } from './store.ts'

const questionRoute = {
  operationId: 'beginPasskeySignIn',
  summary: 'What a browser needs to sign in with a passkey, without a user name',
  response: { 200: PasskeyQuestion, 429: problem('too-many-attempts') },
}
const signInRoute = {
  operationId: 'signInWithPasskey',
  summary: 'Sign in with a passkey',
  body: z.strictObject({ response: PasskeyProof }),
  response: { 201: Session, 422: problem('passkey-refused'), 429: problem('too-many-attempts') },
}
const beginRoute = {
  operationId: 'beginPasskey',
  summary: 'What a browser needs to make a passkey',
  response: {
    200: PasskeyQuestion,
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
  },
}
const addRoute = {
  operationId: 'addPasskey',
  summary: 'Add a passkey to the own account',
  body: PasskeyRegistration,
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    409: problem('passkey-exists'),
    422: problem('passkey-refused'),
  },
}
const removeRoute = {
  operationId: 'removePasskey',
  summary: 'Remove a passkey from the own account',
  params: z.object({ passkeyId: z.base64url().max(1400) }),
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    403: problem('step-up-required'),
    404: problem('passkey-not-found'),
  },
}

const open = { isPublic: true, rateLimit: { max: 60, timeWindow: '1 minute' } }
const own = { action: 'manage-own-account' }

/** Signing in with a passkey, and the passkeys of one's own account. */
export function passkeyRoutes(api: Api, parts: SignInParts): void {
  const { db, isHttps } = parts

  api.post(
    '/api/v1/session/passkey-question',
    { schema: questionRoute, config: open },
    async (request) => ({
      options: { ...(await askForProof(parts, siteOf(request, isHttps), 'passkey-sign-in')) },
    }),
  )

  api.post(
    '/api/v1/session/passkey',
    { schema: signInRoute, config: open },
    async (request, reply) => {
      const site = siteOf(request, isHttps)
      const accountId = await checkProof(
        parts,
        site,
        'passkey-sign-in',
        request.body.response,
      ).catch(async (error) => {
        await recordOwn(db, request, undefined, 'sign-in-refused', { method: 'passkey' })
        throw error
      })
      const opened = { accountId, method: 'passkey', hasSecondFactor: true } as const
      const session = await startSession(request, reply, opened, parts)
      return reply.code(201).send(session)
    },
  )

  api.post('/api/v1/passkeys/question', { schema: beginRoute, config: own }, async (request) => {
    const who = requireStepUp(request)
    return { options: { ...(await askForPasskey(parts, siteOf(request, isHttps), who)) } }
  })

  api.post('/api/v1/passkeys', { schema: addRoute, config: own }, async (request, reply) => {
    const { accountId, sessionId } = requireStepUp(request)
    await addPasskey(parts, siteOf(request, isHttps), accountId, request.body, async (trx) => {
      await noteSecondFactor(trx, sessionId)
      await recordOwn(trx, request, accountId, 'add-passkey')
    })
    return reply.code(204).send(null)
  })

  api.delete(
    '/api/v1/passkeys/:passkeyId',
    { schema: removeRoute, config: own },
    async (request, reply) => {
      const { accountId } = requireStepUp(request)
      await inTransaction(db, async (trx) => {
        const isRemoved = await deletePasskey(trx, accountId, request.params.passkeyId)
        if (!isRemoved) throw new AppError('passkey-not-found', {})
        await recordOwn(trx, request, accountId, 'remove-passkey')
      })
      return reply.code(204).send(null)
    },
  )
}
