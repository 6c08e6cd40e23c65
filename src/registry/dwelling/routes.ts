import { askedBy, recordReads } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { AsOfQuery } from '../history/answers.ts'
import { findDwelling } from './find-dwelling.ts'
import { findDwellingAsOf } from './find-dwelling-as-of.ts'
import { Dwelling, DwellingAsOf, DwellingKey } from './schema.ts'

const dwellingRoute = {
  operationId: 'getDwelling',
  summary: 'A house and the families that live in it, and by what that is known',
  params: DwellingKey,
  response: {
    200: Dwelling,
    401: problem('sign-in-required'),
    403: problem('not-permitted'),
    404: problem('dwelling-not-found'),
  },
}

const asOfRoute = {
  operationId: 'getDwellingAsOf',
  summary: 'A house as it was known on one day, and who lived in it on another',
  params: DwellingKey,
  querystring: AsOfQuery,
  response: { ...dwellingRoute.response, 200: DwellingAsOf },
}

export interface DwellingParts {
  readonly db: Db
  readonly secrets: Secrets
}

/** Houses, with the rights of whoever asks; each family looked at is in the trail. */
export function dwellingRoutes(api: Api, { db, secrets }: DwellingParts): void {
  api.get(
    '/api/v1/dwellings/:dwellingId',
    { schema: dwellingRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const { dwellingId } = request.params
        const dwelling = await findDwelling(scoped, dwellingId)
        if (!dwelling) throw new AppError('dwelling-not-found', { dwellingId })
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'family',
          subjectIds: dwelling.families.map(({ familyId }) => familyId),
          detail: { dwellingId },
        })
        return dwelling
      }),
  )
  api.get(
    '/api/v1/dwellings/:dwellingId/as-of',
    { schema: asOfRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const { dwellingId } = request.params
        const { knownOn, validOn } = request.query
        const dwelling = await findDwellingAsOf(scoped, secrets, dwellingId, request.query)
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read',
          subjectKind: 'family',
          subjectIds: [...dwelling.families, ...dwelling.absent].map(({ familyId }) => familyId),
          detail: { dwellingId, knownOn, validOn },
        })
        return dwelling
      }),
  )
}
