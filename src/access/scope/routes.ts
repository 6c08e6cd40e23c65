import { z } from 'zod'
import { type Clock, today } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, problem } from '#platform/http'
import type { Viewer } from '#platform/scoped-db'
import { permits } from './can.ts'
import { actions } from './roles.ts'
import { GrantsPage } from './schema.ts'
import { chooseGrant, findGrants } from './store.ts'

const grantsRoute = {
  operationId: 'getOwnGrants',
  summary: 'The roles one holds, the one in use first, and what it permits',
  response: { 200: GrantsPage, 401: problem('sign-in-required') },
}
const chooseRoute = {
  operationId: 'chooseGrant',
  summary: 'Act under another role that one holds',
  body: z.strictObject({ grantId: z.string().max(40) }),
  response: {
    200: GrantsPage,
    401: problem('sign-in-required'),
    404: problem('grant-not-found'),
  },
}

/** What one may do oneself: the roles held, and which of them is in use. */
export function ownGrantRoutes(api: Api, { db, clock }: { db: Db; clock: Clock }): void {
  const config = { action: 'manage-own-account' }
  api.get('/api/v1/grants', { schema: grantsRoute, config }, async (request) => {
    const { accountId, grantInUse } = getSignedIn(request)
    return toPage(await findGrants(db, accountId, today(clock), grantInUse))
  })

  api.put('/api/v1/grants/in-use', { schema: chooseRoute, config }, async (request) => {
    const { accountId, sessionId } = getSignedIn(request)
    const { grantId } = request.body
    const held = await findGrants(db, accountId, today(clock), grantId)
    if (held[0]?.grantId !== grantId) throw new AppError('grant-not-found', { grantId })
    await chooseGrant(db, sessionId, grantId)
    return toPage(held)
  })
}

function toPage(held: readonly Viewer[]): GrantsPage {
  const [inUse] = held
  return GrantsPage.parse({
    grants: held,
    actions: inUse ? actions.filter((action) => permits(inUse.role, action)) : [],
  })
}
