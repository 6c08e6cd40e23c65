import { z } from 'zod'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Api, problem, requireStepUp } from '#platform/http'
import { onceByKey } from '#platform/idempotency'
import { randomPassword } from '#platform/random'
import { matchHeaders, requireMatch } from '#platform/versions'
import { askedBy, recordEvent, recordReads } from '../audit/record-event.ts'
import { findPersons } from '../privacy/find-person.ts'
import { PersonHint, PersonQuestion } from '../privacy/schema.ts'
import { resetAccount } from '../sign-in/account-reset.ts'
import { hashPassword } from '../sign-in/passwords.ts'
import { findAccountPerson, maskPerson } from './account-person.ts'
import {
  type Asking,
  changeAccount,
  findAccounts,
  getAccount,
  insertAccount,
  lockAccount,
} from './account-store.ts'
import { findHeldGrants } from './grant-store.ts'
import { type AccountParts, asking, managing, onceHeaders, refused, repeatable } from './parts.ts'
import {
  Account,
  AccountChange,
  AccountKey,
  AccountPage,
  AccountReset,
  AccountsFilter,
  AccountsPage,
  AccountWithPassword,
  NewAccount,
} from './schema.ts'

const searchRoute = {
  operationId: 'searchAccounts',
  summary: 'Accounts by name, organisation and role',
  body: AccountsFilter,
  response: { 200: AccountsPage, ...refused, 400: problem('cursor-invalid') },
}
const accountRoute = {
  operationId: 'getAccount',
  summary: 'One account and the roles it holds, held or will hold',
  params: AccountKey,
  response: { 200: AccountPage, ...refused, 404: problem('account-not-found') },
}
const findPersonRoute = {
  operationId: 'findAccountPerson',
  summary: 'Whose account it may be, of the persons in the register, their names masked',
  body: PersonQuestion,
  response: { 200: z.object({ persons: z.array(PersonHint) }), ...refused },
}
const createRoute = {
  operationId: 'createAccount',
  summary: 'Add an account; the answer holds its first password, once',
  headers: onceHeaders,
  body: NewAccount,
  response: {
    201: AccountWithPassword,
    ...refused,
    403: problem('not-permitted', 'step-up-required'),
    404: problem('organisation-not-found'),
    409: problem('user-name-taken', 'idempotency-key-reused'),
  },
}
const changeRoute = {
  operationId: 'changeAccount',
  summary: 'Change an account, disable it and end its sessions, or enable it',
  headers: matchHeaders,
  params: AccountKey,
  body: AccountChange,
  response: {
    200: AccountPage,
    ...refused,
    403: problem('not-permitted', 'own-account-refused'),
    404: problem('account-not-found', 'organisation-not-found', 'person-not-found'),
    409: problem('last-administrator'),
  },
}
const resetRoute = {
  operationId: 'resetAccount',
  summary: 'Give an account another first password and end its sessions',
  params: AccountKey,
  body: AccountReset,
  response: {
    200: AccountWithPassword,
    ...refused,
    403: problem('not-permitted', 'own-account-refused', 'step-up-required'),
    404: problem('account-not-found'),
  },
}

/** Accounts of people, as an administrator keeps them. */
export function accountRoutes(api: Api, { db, clock, random, secrets }: AccountParts): void {
  api.post('/api/v1/accounts/search', { schema: searchRoute, ...managing }, (request) =>
    findAccounts(db, request.body, asking(request, clock)),
  )

  api.post('/api/v1/accounts/find-person', { schema: findPersonRoute, ...managing }, (request) =>
    inTransaction(db, async (trx) => {
      const persons = await findPersons(trx, secrets, request.body)
      await recordReads(trx, {
        ...askedBy(request),
        action: 'search',
        subjectKind: 'person',
        subjectIds: persons.map(({ personId }) => personId),
      })
      return { persons: persons.map(maskPerson) }
    }),
  )

  api.get('/api/v1/accounts/:accountId', { schema: accountRoute, ...managing }, (request) =>
    inTransaction(db, async (trx) => {
      const page = await readPage(trx, request.params.accountId, asking(request, clock))
      await recordReads(trx, {
        ...askedBy(request),
        action: 'read',
        subjectKind: 'person',
        subjectIds: page.person ? [page.person.personId] : [],
      })
      return page
    }),
  )

  api.post('/api/v1/accounts', { schema: createRoute, ...managing }, async (request, reply) => {
    requireStepUp(request)
    // Kept out of what is stored for a repetition: the password is told once.
    let firstPassword: string | null = null
    const account = await onceByKey(db, repeatable(request), Account, async (trx) => {
      const password = randomPassword(random)
      const passwordHash = await hashPassword(password)
      const accountId = await insertAccount(trx, { ...request.body, passwordHash })
      await recordEvent(trx, {
        ...askedBy(request),
        action: 'create-account',
        subjectKind: 'account',
        subjectId: accountId,
        detail: { organisationId: request.body.organisationId },
      })
      firstPassword = password
      return getAccount(trx, accountId, asking(request, clock))
    })
    return reply.code(201).send({ account, firstPassword })
  })

  api.patch('/api/v1/accounts/:accountId', { schema: changeRoute, ...managing }, (request) =>
    inTransaction(db, async (trx) => {
      const { accountId } = request.params
      const who = asking(request, clock)
      await lockAccount(trx, accountId)
      requireMatch(request, AccountPage, await readPage(trx, accountId, who))
      await changeAccount(trx, accountId, request.body, who)
      const { isDisabled, organisationId, personId } = request.body
      await recordEvent(trx, {
        ...askedBy(request),
        action: 'change-account',
        subjectKind: 'account',
        subjectId: accountId,
        detail: {
          changed: Object.keys(request.body),
          ...(isDisabled === undefined ? {} : { isDisabled }),
          ...(organisationId === undefined ? {} : { organisationId }),
          ...(personId === undefined ? {} : { personId }),
        },
      })
      return readPage(trx, accountId, who)
    }),
  )

  api.post(
    '/api/v1/accounts/:accountId/reset',
    { schema: resetRoute, ...managing },
    async (request) => {
      requireStepUp(request)
      const { accountId } = request.params
      const who = asking(request, clock)
      if (accountId === who.accountId) throw new AppError('own-account-refused', {})
      return inTransaction(db, async (trx) => {
        const firstPassword = await resetAccount(
          trx,
          { accountId, withAllFactors: request.body.withAllFactors },
          { asker: askedBy(request), random },
        )
        return { account: await getAccount(trx, accountId, who), firstPassword }
      })
    },
  )
}

async function readPage(db: Db, accountId: string, who: Asking): Promise<AccountPage> {
  return {
    account: await getAccount(db, accountId, who),
    grants: await findHeldGrants(db, accountId, who.clock),
    person: await findAccountPerson(db, accountId),
  }
}
