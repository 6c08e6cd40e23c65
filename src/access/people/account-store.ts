import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { fromCursor, toCursor } from '#platform/http'
import { publicKey } from '#platform/keys'
import { moveGrantEnd } from '../scope/store.ts'
import { deleteSessions, firstPasswordUntil } from '../sign-in/store.ts'
import { joinPerson } from './account-person.ts'
import { keepAnAdministrator } from './last-administrator.ts'
import { getOrganisation } from './organisation-store.ts'
import {
  Account,
  type AccountChange,
  type AccountsFilter,
  type AccountsPage,
  type NewAccount,
} from './schema.ts'

const pageSize = 50

/** Who asks, and on which day roles count. */
export interface Asking {
  readonly accountId: string
  readonly clock: Clock
}

/** Accounts that fit a filter, by display name, page after page. */
export async function findAccounts(
  db: Db,
  filter: AccountsFilter,
  asking: Asking,
): Promise<AccountsPage> {
  const after = filter.cursor === undefined ? undefined : fromCursor(filter.cursor, 2)
  const rows = await accounts(db, asking)
    .where(fits(filter, asking))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(lower(c.display_name), c.account_id) > (${String(after?.[0])}, ${String(after?.[1])})`,
      ),
    )
    .orderBy(sql`lower(c.display_name)`)
    .orderBy('c.account_id')
    .limit(pageSize + 1)
    .execute()
  const { total } = await db
    .selectFrom('account as c')
    .where(fits(filter, asking))
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow()
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    accounts: rows.slice(0, pageSize).map((row) => toAccount(row, asking)),
    total,
    nextCursor: last ? toCursor([last.display_name.toLowerCase(), last.account_id]) : null,
  }
}

/** @throws AppError `account-not-found`. */
export async function getAccount(db: Db, accountId: string, asking: Asking): Promise<Account> {
  const row = await accounts(db, asking).where('c.account_id', '=', accountId).executeTakeFirst()
  if (!row) throw new AppError('account-not-found', { accountId })
  return toAccount(row, asking)
}

/** Nobody else changes the account before the transaction ends. */
export async function lockAccount(trx: Db, accountId: string): Promise<void> {
  await sql`select 1 from account where account_id = ${accountId} for update`.execute(trx)
}

/** Grants of the account `c` that hold on the day. */
const held = (on: string) => sql`
  from role_grant g
  left join role_grant lender on lender.grant_id = g.delegated_from
  where g.account_id = c.account_id and g.valid_from <= ${on}::date
    and coalesce(least(g.valid_to, lender.valid_to), 'infinity') > ${on}::date`

function fits({ q, organisationId, role, isDisabled }: AccountsFilter, { clock }: Asking) {
  const words = q === undefined ? '' : `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql`c.kind = 'person'`,
    ...(words === ''
      ? []
      : [sql`(lower(c.display_name) like ${words} or c.user_name like ${words})`]),
    ...(organisationId === undefined ? [] : [sql`c.organisation_id = ${organisationId}`]),
    ...(role === undefined
      ? []
      : [sql`exists (select 1 ${held(today(clock))} and g.role = ${role})`]),
    ...(isDisabled === undefined ? [] : [sql`(c.disabled_at is not null) = ${isDisabled}`]),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function accounts(db: Db, { clock }: Asking) {
  return db
    .selectFrom('account as c')
    .innerJoin('organisation as o', 'o.organisation_id', 'c.organisation_id')
    .select([
      'c.account_id',
      'c.user_name',
      'c.display_name',
      'c.organisation_id',
      'o.name as organisation_name',
      'c.language',
      'c.disabled_at',
      'c.must_change_password',
      'c.created_at',
      sql<string[]>`array(select distinct g.role ${held(today(clock))} order by 1)`.as('roles'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]

function toAccount(row: Row, { accountId }: Asking): Account {
  return Account.parse({
    accountId: row.account_id,
    userName: row.user_name,
    displayName: row.display_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    language: row.language,
    isDisabled: row.disabled_at !== null,
    hasFirstPassword: row.must_change_password,
    isMine: row.account_id === accountId,
    createdOn: row.created_at.slice(0, 10),
    roles: row.roles,
  })
}

/** Adds an account that must change its password. @throws AppError `user-name-taken`. */
export async function insertAccount(
  db: Db,
  account: NewAccount & { readonly passwordHash: string },
): Promise<string> {
  await getOrganisation(db, account.organisationId)
  const accountId = publicKey(`account ${account.userName}`)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({
      account_id: accountId,
      organisation_id: account.organisationId,
      user_name: account.userName,
      display_name: account.displayName,
      password_hash: account.passwordHash,
      must_change_password: true,
      first_password_until: firstPasswordUntil,
      language: account.language,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError('user-name-taken', {})
  return accountId
}

/**
 * Changes an account. Who is disabled is signed out everywhere; who moves to another organisation
 * leaves the roles of the earlier one behind.
 *
 * @throws AppError `account-not-found`, `own-account-refused` for disabling or moving oneself,
 * `last-administrator`, `person-not-found`.
 */
export async function changeAccount(
  db: Db,
  accountId: string,
  change: AccountChange,
  asking: Asking,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const before = await getAccount(trx, accountId, asking)
    const isMoved =
      change.organisationId !== undefined && change.organisationId !== before.organisationId
    if (before.isMine && (isMoved || change.isDisabled)) {
      throw new AppError('own-account-refused', {})
    }
    if (change.organisationId !== undefined) await getOrganisation(trx, change.organisationId)
    if (isMoved || change.isDisabled) await keepAnAdministrator(trx, { accountId }, asking.clock)
    const isSwitched = change.isDisabled !== undefined && change.isDisabled !== before.isDisabled
    await trx
      .updateTable('account')
      .set({
        display_name: change.displayName ?? before.displayName,
        organisation_id: change.organisationId ?? before.organisationId,
        language: change.language ?? before.language,
        ...(isSwitched
          ? { disabled_at: change.isDisabled ? asking.clock().toISOString() : null }
          : {}),
      })
      .where('account_id', '=', accountId)
      .execute()
    if (change.personId !== undefined) await joinPerson(trx, before, change.personId)
    if (isMoved) await endGrants(trx, accountId, today(asking.clock))
    if (change.isDisabled) await deleteSessions(trx, accountId)
  })
}

async function endGrants(trx: Db, accountId: string, on: string): Promise<void> {
  const running = await trx
    .selectFrom('role_grant')
    .select('grant_id')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`coalesce(valid_to, 'infinity') > ${on}::date`)
    .orderBy('grant_id')
    .execute()
  for (const { grant_id } of running) await moveGrantEnd(trx, grant_id, on)
}

/** Whether no other account can sign in. */
export async function isOnlyAccount(db: Db, accountId: string): Promise<boolean> {
  const other = await db
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '<>', accountId)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return other === undefined
}
