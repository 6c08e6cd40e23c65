import { type Clock, today } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { type Random, randomPassword } from '#platform/random'
import type { Secrets } from '#platform/secrets'
import { bySystem, recordEvent } from '../audit/record-event.ts'
import { insertGrant } from '../scope/store.ts'
import { resetAccount } from '../sign-in/account-reset.ts'
import { expectLink } from '../sign-in/oidc/link-store.ts'
import { hashPassword } from '../sign-in/passwords.ts'
import { findAccountId } from '../sign-in/store.ts'
import { changeAccount, findAccounts, insertAccount } from './account-store.ts'
import { type Account, NewAccount } from './schema.ts'

/** With what the accounts are kept by whoever runs the server: nobody is signed in there. */
export interface KeeperParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
}

const nobody = ''

/** Every account, by display name. */
export async function listAccounts({ db, clock }: KeeperParts): Promise<Account[]> {
  const accounts: Account[] = []
  let cursor: string | null = null
  do {
    const filter = cursor === null ? {} : { cursor }
    const page = await findAccounts(db, filter, { accountId: nobody, clock })
    accounts.push(...page.accounts)
    cursor = page.nextCursor
  } while (cursor !== null)
  return accounts
}

/**
 * Adds an account and returns its first password; with the role of administrator where asked, for
 * an office in which nobody has it any more.
 *
 * @throws AppError `request-invalid`, `user-name-taken`, `organisation-not-found`.
 */
export async function addAccount(
  { db, clock, random }: KeeperParts,
  account: {
    readonly userName: string
    readonly displayName: string
    readonly organisationId: string
    readonly isAdministrator: boolean
  },
): Promise<string> {
  const { isAdministrator, ...words } = account
  const parsed = NewAccount.safeParse(words)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }))
    throw new AppError('request-invalid', { fields })
  }
  const password = randomPassword(random)
  const passwordHash = await hashPassword(password)
  await inTransaction(db, async (trx) => {
    const accountId = await insertAccount(trx, { ...parsed.data, passwordHash })
    if (isAdministrator) {
      await insertGrant(trx, {
        accountId,
        role: 'administrator',
        regions: null,
        isOwnOrganisation: false,
        purpose: 'administration',
        validFrom: today(clock),
        validTo: null,
      })
    }
    await note(trx, 'create-account', accountId, { isAdministrator })
  })
  return password
}

/**
 * Lets nobody sign in to an account any more, or again.
 *
 * @throws AppError `account-not-found`, `last-administrator`.
 */
export async function disableAccount(
  { db, clock }: KeeperParts,
  userName: string,
  isDisabled: boolean,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const accountId = await getAccountId(trx, userName)
    await changeAccount(trx, accountId, { isDisabled }, { accountId: nobody, clock })
    await note(trx, 'change-account', accountId, { isDisabled })
  })
}

/** Another first password for a user name. @throws AppError `account-not-found`. */
export async function resetAccountOf(
  { db, random }: KeeperParts,
  userName: string,
  withAllFactors: boolean,
): Promise<string> {
  const accountId = await getAccountId(db, userName)
  return resetAccount(db, { accountId, withAllFactors }, { asker: bySystem, random })
}

/**
 * Notes which claim of an outside provider belongs to a user name, so that its first sign-in there
 * links the two.
 *
 * @throws AppError `account-not-found`.
 */
export async function expectPerson(
  { db }: KeeperParts,
  secrets: Secrets,
  expected: { readonly userName: string; readonly providerId: string; readonly claim: string },
): Promise<void> {
  const { userName, providerId, claim } = expected
  await inTransaction(db, async (trx) => {
    const accountId = await getAccountId(trx, userName)
    await expectLink(trx, { accountId, providerId, claim }, secrets)
    await note(trx, 'expect-identity', accountId, { providerId })
  })
}

async function getAccountId(db: Db, userName: string): Promise<string> {
  const accountId = await findAccountId(db, userName)
  if (accountId === undefined) throw new AppError('account-not-found', { accountId: userName })
  return accountId
}

function note(
  trx: Db,
  action: string,
  accountId: string,
  detail: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  return recordEvent(trx, {
    ...bySystem,
    action,
    subjectKind: 'account',
    subjectId: accountId,
    detail,
  })
}
