import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedBy, can, recordEvent, recordReads } from '#access'
import { type Clock, today } from '#platform/clock'
import type { IsoDate } from '#platform/dates'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, getSignedIn, getViewer, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { publicKey } from '#platform/keys'
import { type Random, randomToken } from '#platform/random'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { findRegionByCode } from '#territory'
import {
  findGroupMembers,
  findGroups,
  getGroup,
  getGroupOfChange,
  getStandingGroup,
  type StandingGroup,
} from './find-groups.ts'
import {
  GroupChangeKey,
  GroupDay,
  GroupKey,
  GroupsPage,
  GroupsQuery,
  GroupView,
  NewGroup,
  NewGroupChange,
} from './schema.ts'
import {
  insertGroup,
  insertGroupChange,
  isRestedOn,
  lockGroup,
  refuseOverlap,
  refuseUnfit,
  undoGroupChange,
} from './store.ts'

export interface GroupParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
}

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
const once = z.object({ 'idempotency-key': z.string().min(8).max(100) })

const listRoute = {
  operationId: 'searchGroups',
  summary: 'Groups of residents by name, kind and ward',
  querystring: GroupsQuery,
  response: { 200: GroupsPage, ...refused, 400: problem('cursor-invalid') },
}
const readRoute = {
  operationId: 'getGroup',
  summary: 'A group on a day: who belongs to it, who did, and what was written down',
  params: GroupKey,
  querystring: GroupDay,
  response: { 200: GroupView, ...refused, 404: problem('group-not-found') },
}
const createRoute = {
  operationId: 'createGroup',
  summary: 'Write down a group of residents',
  headers: once,
  body: NewGroup,
  response: {
    201: GroupView,
    ...refused,
    409: problem('idempotency-key-reused'),
    422: problem('group-ward-refused', 'group-day-refused'),
  },
}
const changeRoute = {
  operationId: 'changeGroup',
  summary: 'Rename or close a group, write down who joined it or left it',
  headers: once,
  params: GroupKey,
  body: NewGroupChange,
  response: {
    201: GroupView,
    ...refused,
    404: problem('group-not-found', 'person-not-found', 'group-member-unknown'),
    409: problem('group-closed', 'group-member-twice', 'idempotency-key-reused'),
    422: problem('group-day-refused'),
  },
}
const undoRoute = {
  operationId: 'undoGroupChange',
  summary: 'Take a change of a group back, as who wrote it or who decides; it then never was',
  params: GroupChangeKey,
  response: {
    204: z.null(),
    ...refused,
    403: problem('not-permitted', 'group-change-of-others'),
    404: problem('group-change-not-found'),
    409: problem('group-change-rested-on', 'group-member-twice'),
  },
}

/** Groups of residents, with the rights of whoever asks; each member shown is a look in the trail. */
export function groupRoutes(api: Api, parts: GroupParts): void {
  const { db, clock } = parts
  api.get('/api/v1/groups', { schema: listRoute, config: { action: 'read-families' } }, (request) =>
    asViewer(db, getViewer(request), (scoped) => findGroups(scoped, request.query, today(clock))),
  )
  api.get(
    '/api/v1/groups/:groupId',
    { schema: readRoute, config: { action: 'read-families' } },
    (request) =>
      asViewer(db, getViewer(request), async (scoped) => {
        const on = request.query.on ?? today(clock)
        const group = await getGroup(scoped, request.params.groupId, dayFor(request, on))
        await recordReads(scoped, {
          ...askedBy(request),
          action: 'read-group',
          subjectKind: 'person',
          subjectIds: [...group.members, ...group.past].flatMap(({ personId }) => personId ?? []),
          detail: { groupId: group.groupId, on },
        })
        return group
      }),
  )
  createRoutes(api, parts)
  undoRoutes(api, parts)
}

function createRoutes(api: Api, { db, clock, random }: GroupParts): void {
  api.post(
    '/api/v1/groups',
    { schema: createRoute, config: { action: 'propose-changes' } },
    async (request, reply) => {
      const made = await writeOnce(db, request, createRoute.operationId, async (trx) => {
        const { body } = request
        const viewer = getViewer(request)
        const on = today(clock)
        if (findRegionByCode(body.ward)?.level !== 'ward' || !isInPlaces(viewer, body.ward))
          throw new AppError('group-ward-refused', {})
        if (body.since > on) throw new AppError('group-day-refused', { unfit: 'in-future' })
        const groupId = publicKey(`group ${randomToken(random)}`)
        await insertGroup(trx, groupId, body, authorOf(request))
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'create-group',
          detail: { groupId, kind: body.kind, ward: body.ward },
        })
        return asViewer(trx, viewer, (scoped) => getGroup(scoped, groupId, dayFor(request, on)))
      })
      return reply.code(201).send(made)
    },
  )
  api.post(
    '/api/v1/groups/:groupId/changes',
    { schema: changeRoute, config: { action: 'propose-changes' } },
    async (request, reply) => {
      const { groupId } = request.params
      const made = await writeOnce(
        db,
        request,
        `${changeRoute.operationId} ${groupId}`,
        async (trx) => {
          const { body } = request
          const viewer = getViewer(request)
          const on = today(clock)
          await lockGroup(trx, groupId)
          await asViewer(trx, viewer, async (scoped) => {
            requireHome(request, await getStandingGroup(scoped, groupId, on))
            if (body.kind === 'joined') await requirePerson(scoped, body.personId)
          })
          const group = await getStandingGroup(trx, groupId, on)
          const members = await findGroupMembers(trx, groupId)
          refuseUnfit(body, { group, members, today: on })
          await insertGroupChange(trx, groupId, body, authorOf(request))
          await recordEvent(trx, {
            ...askedBy(request),
            action: 'change-group',
            ...subjectOf(body, members),
            detail: { groupId, kind: body.kind },
          })
          return asViewer(trx, viewer, (scoped) => getGroup(scoped, groupId, dayFor(request, on)))
        },
      )
      return reply.code(201).send(made)
    },
  )
}

function undoRoutes(api: Api, { db, clock }: GroupParts): void {
  api.delete(
    '/api/v1/group-changes/:changeNo',
    { schema: undoRoute, config: { action: 'propose-changes' } },
    (request, reply) =>
      inTransaction(db, async (trx) => {
        const { changeNo } = request.params
        const on = today(clock)
        const viewer = getViewer(request)
        const groupId = await asViewer(trx, viewer, (scoped) => getGroupOfChange(scoped, changeNo))
        await lockGroup(trx, groupId)
        const change = await asViewer(trx, viewer, async (scoped) => {
          requireHome(request, await getStandingGroup(scoped, groupId, on))
          const group = await getGroup(scoped, groupId, dayFor(request, on))
          return group.changes.find((one) => one.changeNo === changeNo)
        })
        if (!change) throw new AppError('group-change-not-found', {})
        if (!change.isOwn && !can(viewer, 'decide-changes').isAllowed)
          throw new AppError('group-change-of-others', {})
        if (change.undoneAt !== null) return reply.code(204).send(null)
        if (await isRestedOn(trx, groupId, change)) throw new AppError('group-change-rested-on', {})
        await undoGroupChange(trx, changeNo, getSignedIn(request).accountId)
        if (change.kind === 'left') {
          const { joined_no } = await trx
            .selectFrom('group_member_change')
            .select('joined_no')
            .where('change_no', '=', changeNo)
            .executeTakeFirstOrThrow()
          refuseOverlap(await findGroupMembers(trx, groupId), joined_no ?? 0)
        }
        await recordEvent(trx, {
          ...askedBy(request),
          action: 'undo-group-change',
          detail: { groupId, changeNo, kind: change.kind },
        })
        return reply.code(204).send(null)
      }),
  )
}

/** A write that its sender may repeat. */
function writeOnce(
  db: Db,
  request: FastifyRequest & { readonly headers: z.infer<typeof once> },
  what: string,
  work: (trx: Db) => Promise<GroupView>,
): Promise<GroupView> {
  const repeatable = {
    accountId: getSignedIn(request).accountId,
    key: request.headers['idempotency-key'],
    request: [what, request.body],
  }
  return onceByKey(db, repeatable, GroupView, work)
}

function dayFor(request: FastifyRequest, on: IsoDate) {
  return { on, accountId: getSignedIn(request).accountId }
}

function authorOf(request: FastifyRequest) {
  return {
    organisationId: getViewer(request).organisationId,
    accountId: getSignedIn(request).accountId,
  }
}

/** A group of another ward, seen through a member, is not changed from here. */
function isAtHome(viewer: Viewer, group: StandingGroup): boolean {
  return (
    isInPlaces(viewer, group.ward) &&
    (!viewer.isOwnOrganisation || viewer.organisationId === group.organisation_id)
  )
}

function isInPlaces({ regions }: Viewer, ward: string): boolean {
  return regions === null || regions.some((code) => ward === code || ward.startsWith(`${code}.`))
}

/** @throws AppError `not-permitted`. */
function requireHome(request: FastifyRequest, group: StandingGroup): void {
  if (!isAtHome(getViewer(request), group))
    throw new AppError('not-permitted', { action: 'propose-changes' })
}

/** @throws AppError `person-not-found` where the viewer of `scoped` sees none of that key. */
async function requirePerson(scoped: Db, personId: string): Promise<void> {
  const person = await scoped
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new AppError('person-not-found', { personId })
}

function subjectOf(change: NewGroupChange, members: Awaited<ReturnType<typeof findGroupMembers>>) {
  const personId =
    change.kind === 'joined'
      ? change.personId
      : change.kind === 'left'
        ? members.find((member) => member.changeNo === change.changeNo)?.personId
        : undefined
  return personId ? { subjectKind: 'person', subjectId: personId } : {}
}
