import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, can, recordEvent, recordReads } from '#access'
import { readTyped } from '#intake'
import { type Clock, today } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { asViewer } from '#platform/scoped-db'
import type { Secrets } from '#platform/secrets'
import { matchHeaders, requireMatch } from '#platform/versions'
import { getNamedGroup, getNamedRow } from './find-rows.ts'
import {
  ChangeKey,
  ChangesPage,
  ChangesQuery,
  ChangeView,
  NewChange,
  TypedCheck,
  TypedFindings,
  Verdict,
} from './schema.ts'
import {
  decideChange,
  type FreshChange,
  findChanges,
  findChangesPage,
  getChange,
  insertChange,
  lockChange,
} from './store.ts'

export interface DecisionParts {
  readonly db: Db
  readonly clock: Clock
  readonly secrets: Secrets
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const listRoute = {
  operationId: 'listRegisterChanges',
  summary: 'What people decided and proposed about the register, the latest first',
  querystring: ChangesQuery,
  response: { 200: ChangesPage, ...refused, 400: problem('cursor-invalid') },
}
const readRoute = {
  operationId: 'getRegisterChange',
  summary: 'One decision or proposal about the register',
  params: ChangeKey,
  response: { 200: ChangeView, ...refused, 404: problem('change-not-found') },
}
const createRoute = {
  operationId: 'createRegisterChange',
  summary: 'Decide or propose: the same or not, a value that stands, a family by hand',
  headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
  body: NewChange,
  response: {
    201: ChangeView,
    ...refused,
    404: problem('change-subject-unknown'),
    409: problem('idempotency-key-reused'),
    422: problem('change-fields-refused'),
  },
}
const checkRoute = {
  operationId: 'checkTypedRows',
  summary: 'What is amiss with values as typed; nothing is kept',
  body: TypedCheck,
  response: { 200: TypedFindings, ...refused },
}
const decideRoute = {
  operationId: 'decideRegisterChange',
  summary: 'Approve, refuse or take back; what is taken back leaves the register as it was',
  headers: matchHeaders,
  params: ChangeKey,
  body: Verdict,
  response: {
    200: ChangeView,
    ...refused,
    403: problem('not-permitted', 'change-own'),
    404: problem('change-not-found'),
    409: problem('change-closed'),
  },
}

/** Decisions of people about the register. */
export function decisionRoutes(api: Api, parts: DecisionParts): void {
  const { db, secrets } = parts

  api.get(
    '/api/v1/register-changes',
    { schema: listRoute, config: { action: 'propose-changes' } },
    async (request) => {
      const page = await asViewer(db, getViewer(request), async (scoped) => {
        const found = await findChanges(scoped, secrets, request.query)
        await recordLooks(scoped, request, found.changes)
        return found
      })
      return findChangesPage(db, page)
    },
  )

  api.get(
    '/api/v1/register-changes/:changeNo',
    { schema: readRoute, config: { action: 'propose-changes' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const change = await getChange(scoped, secrets, request.params.changeNo)
        await recordLooks(scoped, request, [change])
        return change
      }),
  )

  api.post(
    '/api/v1/register-changes/check',
    { schema: checkRoute, config: { action: 'propose-changes' } },
    (request) => ({ findings: findingsOf(request.body.rows, parts.clock) }),
  )

  createRoutes(api, parts)
  decideRoutes(api, parts)
}

function createRoutes(api: Api, { db, clock, secrets }: DecisionParts): void {
  api.post(
    '/api/v1/register-changes',
    { schema: createRoute, config: { action: 'propose-changes' } },
    async (request, reply) => {
      const { accountId } = getSignedIn(request)
      const viewer = getViewer(request)
      const repeatable = {
        accountId,
        key: request.headers['idempotency-key'],
        request: [createRoute.operationId, request.body],
      }
      const made = await onceByKey(db, repeatable, ChangeView, async (trx) => {
        const { body } = request
        const mayDecide = can(viewer, 'decide-changes').isAllowed
        const fresh: FreshChange = {
          ...(await asViewer(trx, viewer, (scoped) => whatIsMeant(scoped, body, clock))),
          state: 'isDraft' in body && body.isDraft ? 'draft' : mayDecide ? 'in-force' : 'proposed',
          reason: body.reason,
          organisationId: viewer.organisationId,
          madeBy: accountId,
        }
        const changeNo = await insertChange(trx, secrets, fresh)
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'change-register',
          subjectKind: 'family',
          ...(fresh.left?.familyId && { subjectId: fresh.left.familyId }),
          detail: { changeNo, kind: fresh.kind, state: fresh.state },
        })
        return asViewer(trx, viewer, (scoped) => getChange(scoped, secrets, changeNo))
      })
      return reply.code(201).send(made)
    },
  )
}

/** The rows and values that a request is about. @throws AppError as the route says. */
async function whatIsMeant(
  scoped: Db,
  change: NewChange,
  clock: Clock,
): Promise<
  Pick<FreshChange, 'kind' | 'left' | 'right' | 'leftWith' | 'rightWith' | 'field' | 'detail'>
> {
  const { kind } = change
  if (kind === 'added') {
    refuseLost(change.rows, clock)
    const on = today(clock)
    return { kind, detail: change.rows.map((texts) => readTyped(texts, on).fields) }
  }
  if (kind === 'value') {
    const { subject, field, text } = change
    refuseLost([{ [field]: text }], clock, false)
    const { fields } = readTyped({ [field]: text }, today(clock))
    return { kind, field, left: await getNamedRow(scoped, subject), detail: fields }
  }
  if (change.kind === 'same-person' || change.kind === 'other-person') {
    const left = await getNamedRow(scoped, change.left)
    const right = await getNamedRow(scoped, change.right)
    return { kind, left, right }
  }
  const [left, ...leftWith] = await getNamedGroup(scoped, change.left)
  const [right, ...rightWith] = await getNamedGroup(scoped, change.right)
  return { kind, left, right, leftWith, rightWith }
}

type Texts = z.infer<typeof TypedCheck>['rows'][number]

/** @param isWhole the rows are persons, not single values of one. */
function findingsOf(
  rows: readonly Texts[],
  clock: Clock,
  isWhole = true,
): TypedFindings['findings'] {
  const on = today(clock)
  return rows.flatMap((texts, place) => {
    const { fields, findings } = readTyped(texts, on)
    const isNobody = fields.name === undefined && fields.nik === undefined
    const unnamed = {
      field: 'name',
      code: 'row-identifies-nobody',
      hint: 'Isi nama atau NIK.',
      isLost: true,
    }
    return [...findings, ...(isNobody && isWhole ? [unnamed] : [])].map((one) => ({
      place,
      ...one,
    }))
  })
}

/** Nothing goes in that could not be read. @throws AppError `change-fields-refused`. */
function refuseLost(rows: readonly Texts[], clock: Clock, isWhole = true): void {
  const lost = findingsOf(rows, clock, isWhole).filter(({ isLost }) => isLost)
  if (lost.length === 0) return
  const findings = lost.map(({ place, field, code, hint }) => ({ place, field, code, hint }))
  throw new AppError('change-fields-refused', { lost: findings })
}

function decideRoutes(api: Api, { db, secrets }: DecisionParts): void {
  api.patch(
    '/api/v1/register-changes/:changeNo',
    { schema: decideRoute, config: { action: 'propose-changes' } },
    (request) =>
      inTransaction(db, async (trx) => {
        const { accountId } = getSignedIn(request)
        const viewer = getViewer(request)
        const { changeNo } = request.params
        await lockChange(trx, changeNo)
        const read = () => asViewer(trx, viewer, (scoped) => getChange(scoped, secrets, changeNo))
        const present = await read()
        requireMatch(request, ChangeView, present)
        const { verdict } = request.body
        const isOwn = present.madeBy === accountId
        const mayDecide = can(viewer, 'decide-changes').isAllowed
        const isTakenBack = verdict === 'withdraw' && isOwn && present.state !== 'in-force'
        const isSent = verdict === 'approve' && isOwn && present.state === 'draft'
        if (!mayDecide && !isTakenBack)
          throw new AppError('not-permitted', { action: 'decide-changes' })
        if (isOwn && verdict === 'approve' && !isSent) throw new AppError('change-own', {})
        await decideChange(trx, present, request.body, accountId)
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'decide-register-change',
          subjectKind: 'family',
          ...(present.familyIds[0] && { subjectId: present.familyIds[0] }),
          detail: { changeNo, verdict },
        })
        return read()
      }),
  )
}

/** Each family of which changes told something; a family that no list has yet has no id to name. */
async function recordLooks(
  scoped: Db,
  request: FastifyRequest,
  changes: readonly ChangeView[],
): Promise<void> {
  await recordReads(scoped, {
    ...askedBy(request),
    action: 'read-register-changes',
    subjectKind: 'family',
    subjectIds: changes.flatMap(({ familyIds }) => familyIds),
  })
}
