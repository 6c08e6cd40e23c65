import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { type Api, getSignedIn, getViewer, problem, requireStepUp } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import { matchHeaders, requireMatch } from '#platform/versions'
import { askedBy, recordEvent } from '../audit/record-event.ts'
import { OfficeSettings, SettingHistory } from './schema.ts'
import { changeSettings, findChanges, lockSettings, nameChanges, readSettings } from './store.ts'
import { isWeaker } from './weaker.ts'

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const readRoute = {
  operationId: 'getSettings',
  summary: 'What an administrator sets, as it holds now',
  response: { 200: OfficeSettings, ...refused },
}
const changeRoute = {
  operationId: 'changeSettings',
  summary: 'Change settings; what makes sign-in weaker wants a fresh proof of the person',
  headers: matchHeaders,
  body: OfficeSettings,
  response: {
    200: OfficeSettings,
    ...refused,
    400: problem('request-invalid'),
    403: problem('not-permitted', 'step-up-required'),
  },
}
const historyRoute = {
  operationId: 'getSettingHistory',
  summary: 'The latest changes of settings: who, when, from what, to what',
  response: { 200: SettingHistory, ...refused },
}

const config = { action: 'manage-settings' }
const changesShown = 100

/** Settings that hold from the next request on, without a restart. */
export function settingsRoutes(
  api: Api,
  { db, clock }: { readonly db: Db; readonly clock: Clock },
): void {
  api.get('/api/v1/settings', { schema: readRoute, config }, (request) =>
    asViewer(db, getViewer(request), readSettings),
  )

  api.put('/api/v1/settings', { schema: changeRoute, config }, (request) =>
    inTransaction(db, async (trx) => {
      const present = await lockSettings(trx)
      requireMatch(request, OfficeSettings, present)
      const wanted = request.body
      if (isWeaker(present, wanted)) requireStepUp(request)
      const { accountId } = getSignedIn(request)
      const changed = await changeSettings(trx, { present, wanted }, { accountId, clock })
      if (changed.length > 0) {
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'change-settings',
          detail: {
            settings: changed,
            ...wanted.sessions,
            secondFactorRoles: wanted.secondFactorRoles,
          },
        })
      }
      return readSettings(trx)
    }),
  )

  api.get('/api/v1/settings/history', { schema: historyRoute, config }, async (request) => {
    const changes = await asViewer(db, getViewer(request), (scoped) =>
      findChanges(scoped, changesShown),
    )
    return { changes: await nameChanges(db, changes) }
  })
}
