import { z } from 'zod'
import { type Db, inTransaction } from '#platform/db'
import { type Api, problem } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { askedBy, recordEvent } from '../audit/record-event.ts'
import {
  changeOrganisation,
  deleteOrganisation,
  findOrganisations,
  findUnclaimedNames,
  getOrganisation,
  insertOrganisation,
} from './organisation-store.ts'
import { managing, onceHeaders, type PeopleParts, refused, repeatable } from './parts.ts'
import {
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationKey,
  OrganisationsFilter,
  OrganisationsPage,
  UnclaimedNames,
} from './schema.ts'

const listRoute = {
  operationId: 'listOrganisations',
  summary: 'Organisations by name',
  querystring: OrganisationsFilter,
  response: { 200: OrganisationsPage, ...refused, 400: problem('cursor-invalid') },
}
const unclaimedRoute = {
  operationId: 'listUnclaimedNames',
  summary: 'Names in lists and offers that no organisation claims',
  response: { 200: UnclaimedNames, ...refused },
}
const createRoute = {
  operationId: 'createOrganisation',
  summary: 'Add an organisation',
  headers: onceHeaders,
  body: NewOrganisation,
  response: {
    201: Organisation,
    ...refused,
    409: problem('organisation-name-taken', 'idempotency-key-reused'),
  },
}
const changeRoute = {
  operationId: 'changeOrganisation',
  summary: 'Change an organisation, and which families it has to do with',
  params: OrganisationKey,
  body: OrganisationChange,
  response: {
    200: Organisation,
    ...refused,
    404: problem('organisation-not-found'),
    409: problem('organisation-name-taken'),
  },
}
const deleteRoute = {
  operationId: 'deleteOrganisation',
  summary: 'Delete an organisation that has no account',
  params: OrganisationKey,
  response: {
    204: z.null(),
    ...refused,
    404: problem('organisation-not-found'),
    409: problem('organisation-in-use'),
  },
}

/** Organisations, as an administrator keeps them. */
export function organisationRoutes(api: Api, { db }: PeopleParts): void {
  type Asked = Parameters<typeof askedBy>[0]
  const record = (trx: Db, request: Asked, action: string, organisationId: string) =>
    recordEvent(trx, {
      ...askedBy(request),
      action,
      subjectKind: 'organisation',
      subjectId: organisationId,
    })

  api.get('/api/v1/organisations', { schema: listRoute, ...managing }, (request) =>
    findOrganisations(db, request.query),
  )

  api.get('/api/v1/organisations/unclaimed-names', { schema: unclaimedRoute, ...managing }, () =>
    findUnclaimedNames(db),
  )

  api.post(
    '/api/v1/organisations',
    { schema: createRoute, ...managing },
    async (request, reply) => {
      const made = await onceByKey(db, repeatable(request), Organisation, async (trx) => {
        const organisationId = await insertOrganisation(trx, request.body)
        await record(trx, request, 'create-organisation', organisationId)
        return getOrganisation(trx, organisationId)
      })
      return reply.code(201).send(made)
    },
  )

  api.patch(
    '/api/v1/organisations/:organisationId',
    { schema: changeRoute, ...managing },
    (request) =>
      inTransaction(db, async (trx) => {
        const { organisationId } = request.params
        await changeOrganisation(trx, organisationId, request.body)
        await record(trx, request, 'change-organisation', organisationId)
        return getOrganisation(trx, organisationId)
      }),
  )

  api.delete(
    '/api/v1/organisations/:organisationId',
    { schema: deleteRoute, ...managing },
    async (request, reply) => {
      const { organisationId } = request.params
      await inTransaction(db, async (trx) => {
        await deleteOrganisation(trx, organisationId)
        await record(trx, request, 'delete-organisation', organisationId)
      })
      return reply.code(204).send(null)
    },
  )
}
