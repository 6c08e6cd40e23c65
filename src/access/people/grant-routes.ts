import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { type Api, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import type { Viewer } from '#platform/scoped-db'
import { askedBy, recordEvent } from '../audit/record-event.ts'
import { findConflict } from '../scope/store.ts'
import { type Asking, getAccount } from './account-store.ts'
import { withGeneral } from './fit-grant.ts'
import { changeGrantEnd, findHeldGrants, getHeldGrant, giveGrant } from './grant-store.ts'
import { asking, managing, onceHeaders, type PeopleParts, refused, repeatable } from './parts.ts'
import { previewOf } from './preview.ts'
import {
  AccountKey,
  GrantEnd,
  GrantKey,
  HeldGrant,
  NewGrantBody,
  Preview,
  PreviewQuestion,
  type ProposedGrant,
} from './schema.ts'

const giveRoute = {
  operationId: 'giveGrant',
  summary: 'Give an account a role: where, on which data, what for, how long',
  params: AccountKey,
  headers: onceHeaders,
  body: NewGrantBody,
  response: {
    201: HeldGrant,
    ...refused,
    403: problem('not-permitted', 'own-account-refused', 'step-up-required'),
    404: problem('account-not-found'),
    409: problem('roles-incompatible', 'idempotency-key-reused'),
    422: problem('grant-unfit'),
  },
}
const endRoute = {
  operationId: 'changeGrantEnd',
  summary: 'End a role today, or move its end; taking an ending back is the same',
  params: GrantKey,
  body: GrantEnd,
  response: {
    200: HeldGrant,
    ...refused,
    403: problem('not-permitted', 'own-account-refused'),
    404: problem('grant-not-found'),
    409: problem('last-administrator', 'roles-incompatible'),
    422: problem('grant-unfit', 'delegation-too-wide'),
  },
}
const previewRoute = {
  operationId: 'previewGrant',
  summary: 'What an account would see under a role it holds or might be given: counts only',
  params: AccountKey,
  body: PreviewQuestion,
  response: {
    200: Preview,
    ...refused,
    404: problem('account-not-found', 'grant-not-found'),
  },
}

/** Roles of people, as an administrator gives and ends them. */
export function grantRoutes(api: Api, { db, clock }: PeopleParts): void {
  api.post(
    '/api/v1/accounts/:accountId/grants',
    { schema: giveRoute, ...managing },
    async (request, reply) => {
      requireStepUp(request)
      const { accountId } = request.params
      const who = asking(request, clock)
      const grant = await onceByKey(db, repeatable(request), HeldGrant, async (trx) => {
        const grantId = await giveGrant(trx, accountId, request.body, who)
        const given = await getHeldGrant(trx, { accountId, grantId }, clock)
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'give-grant',
          subjectKind: 'account',
          subjectId: accountId,
          detail: { grantId, validTo: given.validTo, ...scopeOf(given) },
        })
        return given
      })
      return reply.code(201).send(grant)
    },
  )

  api.patch(
    '/api/v1/accounts/:accountId/grants/:grantId',
    { schema: endRoute, ...managing },
    (request) =>
      inTransaction(db, async (trx) => {
        const { accountId, grantId } = request.params
        const { validTo } = request.body
        const grant = await changeGrantEnd(trx, request.params, validTo, asking(request, clock))
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'change-grant-end',
          subjectKind: 'account',
          subjectId: accountId,
          detail: { grantId, role: grant.role, validTo: grant.validTo },
        })
        return grant
      }),
  )

  api.post(
    '/api/v1/accounts/:accountId/preview',
    { schema: previewRoute, ...managing },
    (request) =>
      inTransaction(db, async (trx) => {
        const { accountId } = request.params
        const question = request.body
        const who = asking(request, clock)
        const viewer =
          'grantId' in question
            ? await viewerOfGrant(trx, { accountId, grantId: question.grantId }, who)
            : await viewerOf(trx, accountId, question.proposed, who)
        const preview = await previewOf(trx, viewer)
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'preview-grant',
          subjectKind: 'account',
          subjectId: accountId,
          detail: scopeOf(viewer),
        })
        const isProposed = 'proposed' in question
        return {
          ...preview,
          conflict: isProposed ? await findHeldConflict(trx, accountId, preview.role, clock) : null,
        }
      }),
  )
}

/** Where and on what, in ids that an audit event may hold. */
function scopeOf(grant: {
  readonly role: string
  readonly regions: readonly string[] | null
  readonly isOwnOrganisation: boolean
  readonly dataClasses: readonly string[]
  readonly purpose: string
}) {
  const { role, regions, isOwnOrganisation, dataClasses, purpose } = grant
  return {
    role,
    regions: regions ?? 'whole-city',
    isOwnOrganisation,
    dataClasses,
    grantedFor: purpose,
  }
}

async function viewerOf(
  db: Db,
  accountId: string,
  proposed: ProposedGrant,
  who: Asking,
): Promise<Viewer> {
  const { organisationId } = await getAccount(db, accountId, who)
  return {
    ...proposed,
    accountId,
    organisationId,
    grantId: '',
    dataClasses: withGeneral(proposed.dataClasses),
  }
}

async function viewerOfGrant(
  db: Db,
  key: { readonly accountId: string; readonly grantId: string },
  who: Asking,
): Promise<Viewer> {
  const { organisationId } = await getAccount(db, key.accountId, who)
  const { role, regions, isOwnOrganisation, dataClasses, purpose } = await getHeldGrant(
    db,
    key,
    who.clock,
  )
  return { ...key, organisationId, role, regions, isOwnOrganisation, dataClasses, purpose }
}

async function findHeldConflict(
  db: Db,
  accountId: string,
  role: Preview['role'],
  clock: Clock,
): Promise<Preview['conflict']> {
  for (const held of await findHeldGrants(db, accountId, clock)) {
    const conflict = held.state === 'ended' ? undefined : findConflict(role, held.role)
    if (conflict) {
      const { other, whyId, whyEn } = conflict
      return { other, whyId, whyEn }
    }
  }
  return null
}
