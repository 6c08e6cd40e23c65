import { askedBy, recordEvent } from '#access'
import { type Db, inTransaction } from '#platform/db'
import { type Api, getSignedIn, getViewer, problem } from '#platform/http'
import { asViewer } from '#platform/scoped-db'
import { LinkageProposal, NewThreshold } from './judgement-schema.ts'
import { adoptThreshold, endThreshold, findProposal } from './threshold-store.ts'

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const readRoute = {
  operationId: 'getLinkageProposal',
  summary:
    'What people found of doubtful pairs beside what the linkage said, and what that proposes',
  response: { 200: LinkageProposal, ...refused },
}
const setRoute = {
  operationId: 'adoptThreshold',
  summary: 'Have the proposed threshold of the linkage hold, or the usual one again',
  body: NewThreshold,
  response: { 200: LinkageProposal, ...refused, 409: problem('threshold-not-proposed') },
}

/** How well the linkage knows what people know; a proposal holds when somebody adopts it, and not before. */
export function thresholdRoutes(api: Api, { db }: { readonly db: Db }): void {
  api.get(
    '/api/v1/linkage-threshold',
    { schema: readRoute, config: { action: 'review-pairs' } },
    (request) => asViewer(db, getViewer(request), findProposal),
  )

  api.put(
    '/api/v1/linkage-threshold',
    // Who may have the register made for the whole city.
    { schema: setRoute, config: { action: 'start-lists-job' } },
    (request) =>
      inTransaction(db, async (trx) => {
        const { accountId } = getSignedIn(request)
        const { thresholdBits } = request.body
        const read = () => asViewer(trx, getViewer(request), findProposal)
        if (thresholdBits === null) await endThreshold(trx, accountId)
        else await adoptThreshold(trx, await read(), { thresholdBits, accountId })
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'adopt-linkage-threshold',
          detail: { thresholdBits: thresholdBits ?? 'usual' },
        })
        return read()
      }),
  )
}
