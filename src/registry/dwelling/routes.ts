import { askedBy, recordReads } from '#access'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import { findDwelling } from './find-dwelling.ts'
import { Dwelling, DwellingKey } from './schema.ts'

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

/** Houses, with the rights of whoever asks; each family looked at is in the trail. */
export function dwellingRoutes(api: Api, { db }: { readonly db: Db }): void {
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
}
