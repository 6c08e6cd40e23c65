import { askedBy, recordReads } from '#access'
import type { Db } from '#platform/db'
import { type Api, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { AsOfQuery, FamilyAsOf, FamilyHistory, FamilyKey } from './answers.ts'
import { findFamilyAsOf, findFamilyHistory } from './find-history.ts'
import { findPersonHistory } from './find-person-history.ts'
import { PersonHistory, PersonKey } from './person-answers.ts'

export interface HistoryParts {
  readonly db: Db
  readonly secrets: Secrets
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const historyRoute = {
  operationId: 'getFamilyHistory',
  summary: 'What became of a family from run to run, and by which list or decision',
  params: FamilyKey,
  response: { 200: FamilyHistory, ...refused, 404: problem('family-not-found') },
}
const asOfRoute = {
  operationId: 'getFamilyAsOf',
  summary: 'A family as it was known on one day, and as it was on another',
  params: FamilyKey,
  querystring: AsOfQuery,
  response: { 200: FamilyAsOf, ...refused, 404: problem('family-not-found') },
}

const personRoute = {
  operationId: 'getPersonHistory',
  summary: 'Names, numbers and families of a person from run to run, and the person on two days',
  params: PersonKey,
  querystring: AsOfQuery,
  response: { 200: PersonHistory, ...refused, 404: problem('person-not-found') },
}

/** The past of families and persons, with the rights of whoever asks; each look is in the trail. */
export function historyRoutes(api: Api, { db, secrets }: HistoryParts): void {
  api.get(
    '/api/v1/families/:familyId/history',
    { schema: historyRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const history = await findFamilyHistory(scoped, secrets, request.params.familyId)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'family',
          subjectIds: [history.familyId],
          detail: { steps: history.steps.length },
        })
        return history
      }),
  )
  api.get(
    '/api/v1/families/:familyId/as-of',
    { schema: asOfRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const { knownOn, validOn } = request.query
        const family = await findFamilyAsOf(scoped, secrets, request.params.familyId, request.query)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'family',
          subjectIds: [family.familyId],
          detail: { knownOn, validOn },
        })
        return family
      }),
  )
  api.get(
    '/api/v1/persons/:personId/history',
    { schema: personRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const { params, query } = request
        const history = await findPersonHistory(scoped, secrets, params.personId, query)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'person',
          subjectIds: [history.personId],
          detail: { knownOn: query.knownOn, validOn: query.validOn },
        })
        return history
      }),
  )
}
