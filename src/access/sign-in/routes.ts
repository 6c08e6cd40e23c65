import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, problem, type SignedIn } from '#platform/http'
import type { Random } from '#platform/random'
import { changePassword, signIn } from './accounts.ts'
import { makeAttemptLimit } from './attempts.ts'
import { PasswordChange, Session, SignIn } from './schema.ts'
import { deleteSession, findSession } from './store.ts'

export interface AccessParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  /** Behind HTTPS the cookie says so. */
  readonly isHttps: boolean
}

const cookieName = 'betang_session'

const signInRoute = {
  operationId: 'signIn',
  summary: 'Sign in with user name and password',
  body: SignIn,
  response: { 201: Session, 401: problem('sign-in-failed'), 429: problem('too-many-attempts') },
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
const passwordRoute = {
  operationId: 'changePassword',
  summary: 'Change the password and end all other sessions',
  body: PasswordChange,
  response: {
    204: z.null(),
    401: problem('sign-in-required'),
    422: problem('password-wrong', 'password-weak'),
    429: problem('too-many-attempts'),
  },
}

/** Reads the session cookie of every request under `/api` and refuses those without, by default. */
export function requireSession(api: Api, { db, clock }: AccessParts): void {
  api.decorateRequest('signedIn', null)
  api.addHook('onRequest', async (request: FastifyRequest) => {
    // The route that was found, not the address as written: `/%61pi/v1/…` is the same route.
    const { url, config } = request.routeOptions
    if (config.isPublic || !url?.startsWith('/api/')) return
    const token = request.cookies[cookieName]
    const signedIn = token ? await findSession(db, token, clock) : undefined
    if (!signedIn) throw new AppError('sign-in-required', {})
    request.signedIn = signedIn
  })
}

/** Sign-in, session and password. */
export function accessRoutes(api: Api, parts: AccessParts): void {
  const { db, clock } = parts
  const attempts = makeAttemptLimit(clock)

  async function startSession(reply: FastifyReply, token: string): Promise<Session> {
    setCookie(reply, token, parts.isHttps)
    const signedIn = await findSession(db, token, clock)
    if (!signedIn) throw new AppError('sign-in-required', {})
    return toSession(signedIn)
  }

  api.post(
    '/api/v1/session',
    { schema: signInRoute, config: { isPublic: true } },
    async (request, reply) => {
      const who = `${request.body.userName.toLowerCase()} ${request.ip}`
      attempts.check(who)
      try {
        const token = await signIn(db, request.body, parts)
        attempts.succeeded(who)
        return await reply.code(201).send(await startSession(reply, token))
      } catch (error) {
        if (error instanceof AppError && error.code === 'sign-in-failed') attempts.failed(who)
        throw error
      }
    },
  )

  api.get('/api/v1/session', { schema: sessionRoute }, (request) => toSession(getSignedIn(request)))

  api.delete('/api/v1/session', { schema: signOutRoute }, async (request, reply) => {
    await deleteSession(db, request.cookies[cookieName] ?? '')
    reply.clearCookie(cookieName, { path: '/' })
    return reply.code(204).send(null)
  })

  api.post('/api/v1/password', { schema: passwordRoute }, async (request, reply) => {
    const who = getSignedIn(request)
    attempts.check(who.accountId)
    try {
      const token = await changePassword(db, who, request.body, parts)
      attempts.succeeded(who.accountId)
      setCookie(reply, token, parts.isHttps)
      return await reply.code(204).send(null)
    } catch (error) {
      if (error instanceof AppError && error.code === 'password-wrong') {
        attempts.failed(who.accountId)
      }
      throw error
    }
  })
}

function setCookie(reply: FastifyReply, token: string, isHttps: boolean): void {
  reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps,
  })
}

function toSession(who: SignedIn): Session {
  return {
    userName: who.userName,
    displayName: who.displayName,
    organisationName: who.organisationName,
    language: who.language,
    mustChangePassword: who.mustChangePassword,
  }
}
