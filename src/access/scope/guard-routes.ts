import type { Clock } from '#platform/clock'
import { today } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn } from '#platform/http'
import { withKeptPlans } from '#platform/kept-plans'
import { permits } from './can.ts'
import { Action } from './roles.ts'
import { findGrants } from './store.ts'

/**
 * Finds the grant under which each request acts and refuses what its role does not carry.
 *
 * Register it after the session and before any route: a route under `/api` that is neither public
 * nor names its action stops the server from starting.
 */
export function guardRoutes(api: Api, parts: { db: Db; clock: Clock }): void {
  const { clock } = parts
  const db = withKeptPlans(parts.db)
  api.decorateRequest('viewer', null)
  api.addHook('onRoute', ({ url, config, method }) => {
    if (!url.startsWith('/api/') || config?.isPublic) return
    if (!Action.safeParse(config?.action).success) {
      throw new Error(`route ${String(method)} ${url} names no action`)
    }
  })
  api.addHook('onRequest', async (request) => {
    const { url, config } = request.routeOptions
    if (config.isPublic || !url?.startsWith('/api/')) return
    const { accountId, grantInUse, apiKey } = getSignedIn(request)
    const [viewer] = await findGrants(db, accountId, today(clock), grantInUse)
    request.viewer = viewer ?? null
    const action = Action.parse(config.action)
    // A key acts under the role it was given or not at all, and has no account of its own to manage.
    if (apiKey && (viewer?.grantId !== grantInUse || action === 'manage-own-account')) {
      throw new AppError('not-permitted', { action })
    }
    if (action === 'manage-own-account') return
    if (!viewer || !permits(viewer.role, action)) throw new AppError('not-permitted', { action })
  })
}
