import type { FastifyRequest } from 'fastify'
import { AppError } from '#platform/errors'
import type { Api } from '#platform/http'
import { withKeptPlans } from '#platform/kept-plans'
import { getKeyCaller } from '../keys/find-caller.ts'
import { makeCookies } from './cookies.ts'
import type { AccessParts } from './parts.ts'
import { findSession } from './store.ts'

/**
 * Reads the session cookie of every request under `/api`, or the API key of a system, and refuses
 * those without, by default.
 * Whoever still has the first password gets no further than changing it; whoever came without a second
 * factor, where the office requires one, no further than the own account, where it is added.
 */
export function requireSession(api: Api, parts: AccessParts): void {
  const { clock, isHttps } = parts
  const db = withKeptPlans(parts.db)
  const cookies = makeCookies(isHttps)
  api.decorateRequest('signedIn', null)
  api.addHook('onRequest', async (request: FastifyRequest) => {
    // The route that was found, not the address as written: `/%61pi/v1/…` is the same route.
    const { url, config } = request.routeOptions
    if (config.isPublic || !url?.startsWith('/api/')) return
    const token = cookies.findSession(request)
    const { authorization } = request.headers
    if (authorization !== undefined) {
      if (token) throw new AppError('credentials-both', {})
      request.signedIn = await getKeyCaller(db, authorization, clock)
      return
    }
    const signedIn = token ? await findSession(db, token, parts) : undefined
    if (!signedIn) throw new AppError('sign-in-required', {})
    if (signedIn.mustChangePassword && !config.isBeforePasswordChange) {
      throw new AppError('password-change-required', {})
    }
    if (signedIn.needsSecondFactor && !isForOneself(config.action)) {
      throw new AppError('second-factor-required', {})
    }
    request.signedIn = signedIn
  })
}

function isForOneself(action: string | undefined): boolean {
  return action === 'manage-own-account'
}
