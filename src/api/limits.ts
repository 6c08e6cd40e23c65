import type { FastifyRequest } from 'fastify'
import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'
import type { Words } from '#platform/words'

/**
 * Requests a minute, the whole of them but two: a key has its own number, and guesses at a password
 * wait longer each time (`access/sign-in/attempts.ts`).
 *
 * Counted in the memory of this process: a restart forgets them, and several servers over one store
 * count apart.
 */
export interface Limits {
  /** Of one address, on routes that ask for no session. */
  readonly openRoutesOfAddress: number
  /** Of one address, refused for want of a session or key. */
  readonly refusedOfAddress: number
  /** Of one person, on all devices together. */
  readonly ofAccount: number
}

export const usualLimits: Limits = {
  openRoutesOfAddress: 300,
  refusedOfAddress: 300,
  ofAccount: 600,
}

/** The limits as an administrator reads them. */
export function limitWords(limits: Limits): { meaning: Words; perMinute: number }[] {
  return [
    {
      meaning: {
        id: 'dari satu alamat, sebelum masuk',
        en: 'from one address, before signing in',
      },
      perMinute: limits.openRoutesOfAddress,
    },
    {
      meaning: {
        id: 'dari satu alamat, yang ditolak karena belum masuk',
        en: 'from one address, refused for want of signing in',
      },
      perMinute: limits.refusedOfAddress,
    },
    {
      meaning: {
        id: 'dari satu orang, semua perangkatnya bersama',
        en: 'of one person, on all devices together',
      },
      perMinute: limits.ofAccount,
    },
  ]
}

const windowMs = 60_000

type Limit = ReturnType<Api['createRateLimit']>

/** Register it before the session is asked for. */
export function limitAddresses(api: Api, limits: Limits): void {
  const shared = { timeWindow: windowMs }
  const open = api.createRateLimit({ ...shared, max: limits.openRoutesOfAddress })
  const refused = api.createRateLimit({ ...shared, max: limits.refusedOfAddress })
  api.addHook('onRequest', async (request) => {
    if (!isApi(request)) return
    if (request.routeOptions.config.isPublic) await count(open, request)
    else await look(refused, request)
  })
  api.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode === 401 && isApi(request)) await refused(request)
  })
}

/** Register it after the session is known. */
export function limitAccounts(api: Api, limits: Limits): void {
  const caller = api.createRateLimit({
    timeWindow: windowMs,
    max: ({ signedIn }) => signedIn?.apiKey?.requestsPerMinute ?? limits.ofAccount,
    keyGenerator: ({ signedIn }) =>
      signedIn?.apiKey ? `key ${signedIn.apiKey.keyId}` : `account ${signedIn?.accountId ?? ''}`,
  })
  api.addHook('onRequest', async (request) => {
    if (request.signedIn) await count(caller, request)
  })
}

function isApi(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/api') ?? false
}

/** @throws AppError `rate-limit-exceeded`. */
async function count(limit: Limit, request: FastifyRequest): Promise<void> {
  const state = await limit(request)
  if (!state.isAllowed && state.isExceeded) refuse(state.ttlInSeconds)
}

/** As `count`, for what is counted only when it failed. */
async function look(limit: Limit, request: FastifyRequest): Promise<void> {
  const state = await limit(request, { increment: false })
  if (!state.isAllowed && state.remaining === 0) refuse(state.ttlInSeconds)
}

function refuse(waitSeconds: number): never {
  throw new AppError('rate-limit-exceeded', { waitSeconds: Math.max(1, waitSeconds) })
}
