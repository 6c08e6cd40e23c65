import { z } from 'zod'
import type { Db } from '#platform/db'
import { inTransaction } from '#platform/db'
import { type Api, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { type Asker, askedBy, recordEvent } from '../audit/record-event.ts'
import {
  asking,
  managing,
  onceHeaders,
  type PeopleParts,
  refused,
  repeatable,
} from '../people/parts.ts'
import { makeKey } from './key-text.ts'
import {
  ApiKey,
  ApiKeyKey,
  FreshApiKey,
  KeyRotation,
  NewApiKey,
  NewServiceAccount,
  ServiceAccount,
  ServiceAccountKey,
  ServiceAccountsPage,
} from './schema.ts'
import {
  findServiceAccounts,
  getServiceAccount,
  insertApiKey,
  insertServiceAccount,
  revokeApiKey,
  rotateApiKey,
} from './store.ts'

const proved = { ...refused, 403: problem('not-permitted', 'step-up-required') }

const listRoute = {
  operationId: 'listServiceAccounts',
  summary: 'Systems that ask by themselves, with their keys',
  response: { 200: ServiceAccountsPage, ...refused },
}
const accountRoute = {
  operationId: 'getServiceAccount',
  summary: 'One system that asks by itself, with its keys',
  params: ServiceAccountKey,
  response: { 200: ServiceAccount, ...refused, 404: problem('service-account-not-found') },
}
const createRoute = {
  operationId: 'createServiceAccount',
  summary: 'Add a system with the role it acts under',
  headers: onceHeaders,
  body: NewServiceAccount,
  response: {
    201: ServiceAccount,
    ...proved,
    404: problem('organisation-not-found'),
    409: problem('idempotency-key-reused'),
    422: problem('grant-unfit'),
  },
}
const createKeyRoute = {
  operationId: 'createApiKey',
  summary: 'Give a system a key; the answer holds its text, once',
  headers: onceHeaders,
  params: ServiceAccountKey,
  body: NewApiKey,
  response: {
    201: FreshApiKey,
    ...proved,
    404: problem('service-account-not-found', 'grant-not-found'),
    409: problem('idempotency-key-reused'),
  },
}
const rotateRoute = {
  operationId: 'rotateApiKey',
  summary: 'Give the key that follows another; both open for the overlap',
  headers: onceHeaders,
  params: ApiKeyKey,
  body: KeyRotation,
  response: {
    201: FreshApiKey,
    ...proved,
    404: problem('api-key-not-found', 'service-account-not-found', 'grant-not-found'),
    409: problem('idempotency-key-reused'),
  },
}
const revokeRoute = {
  operationId: 'revokeApiKey',
  summary: 'End a key at once',
  params: ApiKeyKey,
  response: { 204: z.null(), ...refused, 404: problem('api-key-not-found') },
}

/** Systems of partners and agencies, and their keys, as an administrator keeps them. */
export function keyRoutes(api: Api, { db, clock, random }: PeopleParts): void {
  api.get('/api/v1/service-accounts', { schema: listRoute, ...managing }, async () => ({
    serviceAccounts: await findServiceAccounts(db, clock),
  }))

  api.get('/api/v1/service-accounts/:accountId', { schema: accountRoute, ...managing }, (request) =>
    getServiceAccount(db, request.params.accountId, clock),
  )

  api.post(
    '/api/v1/service-accounts',
    { schema: createRoute, ...managing },
    async (request, reply) => {
      requireStepUp(request)
      const account = await onceByKey(db, repeatable(request), ServiceAccount, async (trx) => {
        const accountId = await insertServiceAccount(trx, request.body, asking(request, clock))
        const { organisationId, grant } = request.body
        await note(trx, askedBy(request), 'create-service-account', accountId, {
          organisationId,
          role: grant.role,
        })
        return getServiceAccount(trx, accountId, clock)
      })
      return reply.code(201).send(account)
    },
  )

  api.post(
    '/api/v1/service-accounts/:accountId/keys',
    { schema: createKeyRoute, ...managing },
    async (request, reply) => {
      requireStepUp(request)
      const { accountId } = request.params
      // Kept out of what is stored for a repetition: the key is told once.
      let text: string | null = null
      const apiKey = await onceByKey(db, repeatable(request), ApiKey, async (trx) => {
        const key = makeKey(random)
        const made = await insertApiKey(
          trx,
          accountId,
          { ...request.body, key },
          asking(request, clock),
        )
        await note(trx, askedBy(request), 'create-api-key', accountId, { keyId: made.keyId })
        text = key.text
        return made
      })
      return reply.code(201).send({ apiKey, text })
    },
  )

  api.post(
    '/api/v1/api-keys/:keyId/rotate',
    { schema: rotateRoute, ...managing },
    async (request, reply) => {
      requireStepUp(request)
      const { keyId } = request.params
      let text: string | null = null
      const apiKey = await onceByKey(db, repeatable(request), ApiKey, async (trx) => {
        const key = makeKey(random)
        const next = await rotateApiKey(
          trx,
          keyId,
          { ...request.body, key },
          asking(request, clock),
        )
        await note(trx, askedBy(request), 'rotate-api-key', undefined, { keyId, next: next.keyId })
        text = key.text
        return next
      })
      return reply.code(201).send({ apiKey, text })
    },
  )

  api.delete(
    '/api/v1/api-keys/:keyId',
    { schema: revokeRoute, ...managing },
    async (request, reply) => {
      const { keyId } = request.params
      await inTransaction(db, async (trx) => {
        const accountId = await revokeApiKey(trx, keyId, clock)
        await note(trx, askedBy(request), 'revoke-api-key', accountId, { keyId })
      })
      return reply.code(204).send(null)
    },
  )
}

function note(
  trx: Db,
  asker: Asker,
  action: string,
  accountId: string | undefined,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  return recordEvent(trx, {
    ...asker,
    action,
    ...(accountId === undefined ? {} : { subjectKind: 'account', subjectId: accountId }),
    detail,
  })
}
