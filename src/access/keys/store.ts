import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import { refuseUnfit, withGeneral } from '../people/fit-grant.ts'
import { getOrganisation } from '../people/organisation-store.ts'
import { isServiceRole, Role } from '../scope/roles.ts'
import { findGrants, insertGrant } from '../scope/store.ts'
import type { FreshKey } from './key-text.ts'
import {
  ApiKey,
  type KeyRotation,
  type NewApiKey,
  type NewServiceAccount,
  ServiceAccount,
} from './schema.ts'

const dayMs = 24 * 60 * 60_000
const hourMs = 60 * 60_000

/** Who makes a key, and when. */
export interface Making {
  readonly accountId: string
  readonly clock: Clock
}

/** All service accounts with their keys, by name. */
export async function findServiceAccounts(db: Db, clock: Clock): Promise<ServiceAccount[]> {
  const rows = await accounts(db)
    .orderBy(sql`lower(a.display_name)`)
    .orderBy('a.account_id')
    .execute()
  const keys = await keyRows(db).execute()
  return rows.map((row) => toServiceAccount(row, keys, clock))
}

/** @throws AppError `service-account-not-found`. */
export async function getServiceAccount(
  db: Db,
  accountId: string,
  clock: Clock,
): Promise<ServiceAccount> {
  const row = await accounts(db).where('a.account_id', '=', accountId).executeTakeFirst()
  if (!row) throw new AppError('service-account-not-found', { accountId })
  const keys = await keyRows(db).where('k.account_id', '=', accountId).execute()
  return toServiceAccount(row, keys, clock)
}

/**
 * Adds a service account with the role it works under, and returns its id.
 *
 * @throws AppError `organisation-not-found`, `grant-unfit`.
 */
export async function insertServiceAccount(
  db: Db,
  { displayName, organisationId, grant }: NewServiceAccount,
  { accountId: grantedBy, clock }: Making,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    await getOrganisation(trx, organisationId)
    const accountId = randomUUID()
    await trx
      .insertInto('account')
      .values({
        account_id: accountId,
        organisation_id: organisationId,
        user_name: `service-${accountId}`,
        display_name: displayName,
        kind: 'service',
        password_hash: null,
        created_at: clock().toISOString(),
      })
      .execute()
    const given = {
      ...grant,
      accountId,
      dataClasses: withGeneral(grant.dataClasses),
      validFrom: today(clock),
      validTo: null,
      grantedBy,
    }
    refuseUnfit(given, today(clock))
    await insertGrant(trx, given)
    return accountId
  })
}

/**
 * Writes a key of a service account, bound to one role that it holds.
 *
 * @throws AppError `service-account-not-found`, `grant-not-found` for a role that it does not hold or
 * that no system may act under.
 */
export async function insertApiKey(
  db: Db,
  accountId: string,
  terms: NewApiKey & { readonly key: FreshKey },
  { accountId: createdBy, clock }: Making,
): Promise<ApiKey> {
  const account = await getServiceAccount(db, accountId, clock)
  if (account.isDisabled) throw new AppError('service-account-not-found', { accountId })
  const held = await findGrants(db, accountId, today(clock))
  const grant = held.find(({ grantId }) => grantId === terms.grantId)
  if (!grant || !isServiceRole(grant.role)) {
    throw new AppError('grant-not-found', { grantId: terms.grantId })
  }
  const now = clock()
  const keyId = randomUUID()
  await db
    .insertInto('api_key')
    .values({
      key_id: keyId,
      account_id: accountId,
      grant_id: terms.grantId,
      prefix: terms.key.prefix,
      key_hash: terms.key.hash,
      requests_per_minute: terms.requestsPerMinute,
      created_at: now.toISOString(),
      created_by: createdBy,
      expires_at: new Date(now.getTime() + terms.validDays * dayMs).toISOString(),
    })
    .execute()
  return getApiKey(db, keyId, clock)
}

/** @throws AppError `api-key-not-found`. */
export async function getApiKey(db: Db, keyId: string, clock: Clock): Promise<ApiKey> {
  const row = await keyRows(db).where('k.key_id', '=', keyId).executeTakeFirst()
  if (!row) throw new AppError('api-key-not-found', { keyId })
  return toApiKey(row, clock)
}

/**
 * Gives the key that follows another, which opens for `overlapHours` more and never longer than it
 * would have.
 *
 * @throws AppError `api-key-not-found` for one that no longer opens or has a follower already.
 */
export async function rotateApiKey(
  db: Db,
  keyId: string,
  { key, validDays, overlapHours }: KeyRotation & { readonly key: FreshKey },
  making: Making,
): Promise<ApiKey> {
  return inTransaction(db, async (trx) => {
    const row = await lockValid(trx, keyId, making.clock)
    if (row.replaced_by !== null) throw new AppError('api-key-not-found', { keyId })
    const next = await insertApiKey(
      trx,
      row.account_id,
      { grantId: row.grant_id, validDays, requestsPerMinute: row.requests_per_minute, key },
      making,
    )
    const endsMs = making.clock().getTime() + overlapHours * hourMs
    const end = new Date(Math.min(endsMs, Date.parse(row.expires_at))).toISOString()
    await trx
      .updateTable('api_key')
      .set({
        replaced_by: next.keyId,
        // a period of no moment is a key taken back
        ...(overlapHours === 0
          ? { revoked_at: making.clock().toISOString() }
          : { expires_at: end }),
      })
      .where('key_id', '=', keyId)
      .execute()
    return next
  })
}

/** Ends a key at once. @throws AppError `api-key-not-found` for one that no longer opens. */
export async function revokeApiKey(db: Db, keyId: string, clock: Clock): Promise<string> {
  return inTransaction(db, async (trx) => {
    const row = await lockValid(trx, keyId, clock)
    await trx
      .updateTable('api_key')
      .set({ revoked_at: clock().toISOString() })
      .where('key_id', '=', keyId)
      .execute()
    return row.account_id
  })
}

async function lockValid(trx: Db, keyId: string, clock: Clock) {
  const row = await trx
    .selectFrom('api_key')
    .selectAll()
    .where('key_id', '=', keyId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', clock().toISOString())
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('api-key-not-found', { keyId })
  return row
}

function accounts(db: Db) {
  return db
    .selectFrom('account as a')
    .innerJoin('organisation as o', 'o.organisation_id', 'a.organisation_id')
    .select([
      'a.account_id',
      'a.display_name',
      'a.organisation_id',
      'o.name as organisation_name',
      'a.disabled_at',
      'a.created_at',
    ])
    .where('a.kind', '=', 'service')
}

function keyRows(db: Db) {
  return db
    .selectFrom('api_key as k')
    .innerJoin('role_grant as g', 'g.grant_id', 'k.grant_id')
    .selectAll('k')
    .select('g.role')
    .orderBy('k.created_at', 'desc')
    .orderBy('k.key_id')
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]
type KeyRow = Awaited<ReturnType<ReturnType<typeof keyRows>['execute']>>[number]

function toServiceAccount(row: AccountRow, keys: readonly KeyRow[], clock: Clock): ServiceAccount {
  return ServiceAccount.parse({
    accountId: row.account_id,
    displayName: row.display_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    isDisabled: row.disabled_at !== null,
    createdAt: row.created_at,
    keys: keys
      .filter((key) => key.account_id === row.account_id)
      .map((key) => toApiKey(key, clock)),
  })
}

function toApiKey(row: KeyRow, clock: Clock): ApiKey {
  const isOver = Date.parse(row.expires_at) <= clock().getTime()
  return ApiKey.parse({
    keyId: row.key_id,
    prefix: `btg_${row.prefix}`,
    grantId: row.grant_id,
    role: Role.parse(row.role),
    state: row.revoked_at !== null ? 'revoked' : isOver ? 'expired' : 'valid',
    requestsPerMinute: row.requests_per_minute,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    replacedBy: row.replaced_by,
  })
}
