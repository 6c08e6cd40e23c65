import { sql } from 'kysely'
import { type Clock, today } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { SignedIn } from '#platform/http'
import { findGrants, insertGrant } from '../scope/store.ts'
import type { SessionLimits } from '../settings/schema.ts'
import {
  type AccessSettings,
  accessSettingsOf,
  accessSettingsSql,
  findAccessSettings,
} from '../settings/store.ts'
import { hashToken } from './token-hash.ts'

const minuteMs = 60_000
/** How long a proof (password, code, passkey) opens what asks for a fresh one. */
const proofMs = 10 * 60_000
/** How exactly `last_seen_at` is kept: a page makes many requests, one write a minute is enough. */
const seenStepMs = 60_000

/** When a password that somebody else chose stops to open anything. */
export const firstPasswordUntil = sql<string>`now() + interval '7 days'`

/** Grants of the first account hold from before any list. */
const beginning = '2000-01-01'

export interface NewAccount {
  readonly accountId: string
  readonly userName: string
  readonly displayName: string
  readonly passwordHash: string
}

/** True when nobody can sign in yet. */
export async function hasNoAccount(db: Db): Promise<boolean> {
  const found = await db.selectFrom('account').select('account_id').limit(1).executeTakeFirst()
  return found === undefined
}

/**
 * The first account, of the coordination secretariat, whose password has to be changed. It lets the
 * others in as administrator and works as secretariat, one at a time.
 */
export async function insertFirstAccount(db: Db, account: NewAccount): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('organisation')
      .values({ organisation_id: 'tkpk', name: 'Sekretariat TKPK', kind: 'secretariat' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await trx
      .insertInto('account')
      .values({
        account_id: account.accountId,
        organisation_id: 'tkpk',
        user_name: account.userName,
        display_name: account.displayName,
        password_hash: account.passwordHash,
        must_change_password: true,
        first_password_until: firstPasswordUntil,
      })
      .execute()
    for (const role of ['secretariat', 'administrator'] as const) {
      await insertGrant(trx, {
        accountId: account.accountId,
        role,
        regions: null,
        isOwnOrganisation: false,
        purpose: 'coordination',
        validFrom: beginning,
        validTo: null,
      })
    }
  })
}

/**
 * Account id and password hash of a user name, in any case of letters, unless it is disabled or its
 * first password was left unused for too long.
 */
export async function findCredentials(
  db: Db,
  userName: string,
): Promise<{ accountId: string; passwordHash: string } | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['account_id', 'password_hash'])
    .where('user_name', '=', userName.toLowerCase())
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('first_password_until', 'is', null),
        eb('first_password_until', '>', sql<string>`now()`),
      ]),
    )
    .$narrowType<{ password_hash: string }>()
    .executeTakeFirst()
  return row && { accountId: row.account_id, passwordHash: row.password_hash }
}

export async function getPasswordHash(db: Db, accountId: string): Promise<string> {
  const row = await db
    .selectFrom('account')
    .select('password_hash')
    .where('account_id', '=', accountId)
    .where('password_hash', 'is not', null)
    .$narrowType<{ password_hash: string }>()
    .executeTakeFirstOrThrow()
  return row.password_hash
}

/** Account id of a user name, in any case of letters, disabled or not. */
export async function findAccountId(db: Db, userName: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('account_id')
    .where('user_name', '=', userName.toLowerCase())
    .executeTakeFirst()
  return row?.account_id
}

/**
 * Sets a password that has to be changed and ends every session of the account; false where there
 * is no such account.
 */
export async function setFirstPassword(
  db: Db,
  accountId: string,
  passwordHash: string,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('account')
      .set({
        password_hash: passwordHash,
        must_change_password: true,
        first_password_until: firstPasswordUntil,
      })
      .where('account_id', '=', accountId)
      .where('kind', '=', 'person')
      .executeTakeFirst()
    await deleteSessions(trx, accountId)
    return numUpdatedRows > 0n
  })
}

/** Sets the password and ends every session of the account: whoever knew the old one is out. */
export async function replacePassword(
  db: Db,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('account')
      .set({
        password_hash: passwordHash,
        must_change_password: false,
        first_password_until: null,
      })
      .where('account_id', '=', accountId)
      .execute()
    await deleteSessions(trx, accountId)
  })
}

export interface NewSession {
  readonly token: string
  readonly accountId: string
  readonly method: 'password' | 'passkey' | 'oidc'
  readonly hasSecondFactor: boolean
  /** As `deviceName` says. */
  readonly device: string
}

export async function insertSession(db: Db, session: NewSession, clock: Clock): Promise<void> {
  const now = clock()
  const { sessions } = await findAccessSettings(db)
  await db
    .insertInto('session')
    .values({
      token_hash: hashToken(session.token),
      account_id: session.accountId,
      method: session.method,
      has_second_factor: session.hasSecondFactor,
      device: session.device,
      proved_at: now.toISOString(),
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: new Date(now.getTime() + sessions.longestMinutes * minuteMs).toISOString(),
    })
    .execute()
  await db.deleteFrom('session').where('expires_at', '<', now.toISOString()).execute()
}

/** What decides, beside the settings, whether a session opens anything. */
export interface SessionRules {
  readonly clock: Clock
  /** Everybody needs a second factor, whatever the roles. */
  readonly requiresSecondFactor?: boolean | undefined
}

/**
 * Who a token belongs to while its session lives; notes that it was seen. A shorter limit ends
 * sessions that began before it was set; a longer one does not prolong them.
 */
export async function findSession(
  db: Db,
  token: string,
  { clock, requiresSecondFactor = false }: SessionRules,
): Promise<SignedIn | undefined> {
  const nowMs = clock().getTime()
  const tokenHash = hashToken(token)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.account_id', 'session.account_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'account.organisation_id')
    .select([
      'account.account_id',
      'account.user_name',
      'account.display_name',
      'account.language',
      'account.must_change_password',
      'organisation.organisation_id',
      'organisation.name as organisation_name',
      'session.session_id',
      'session.method',
      'session.proved_at',
      'session.has_second_factor',
      'session.created_at',
      'session.last_seen_at',
      'session.grant_id',
      accessSettingsSql.as('settings'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', new Date(nowMs).toISOString())
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const settings = accessSettingsOf(row.settings)
  if (isOver(row, settings.sessions, nowMs)) return undefined

  if (nowMs - Date.parse(row.last_seen_at) > seenStepMs) {
    await db
      .updateTable('session')
      .set({ last_seen_at: new Date(nowMs).toISOString() })
      .where('token_hash', '=', tokenHash)
      .execute()
  }
  return {
    accountId: row.account_id,
    userName: row.user_name,
    displayName: row.display_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    language: row.language,
    mustChangePassword: row.must_change_password && row.method === 'password',
    sessionId: row.session_id,
    hasFreshProof: nowMs - Date.parse(row.proved_at) < proofMs,
    hasSecondFactor: row.has_second_factor,
    needsSecondFactor:
      !row.has_second_factor &&
      (requiresSecondFactor || (await holdsOneOf(db, row.account_id, settings, clock))),
    grantInUse: row.grant_id,
  }
}

function isOver(
  session: { readonly created_at: string; readonly last_seen_at: string },
  { idleMinutes, longestMinutes }: SessionLimits,
  nowMs: number,
): boolean {
  return (
    nowMs - Date.parse(session.last_seen_at) >= idleMinutes * minuteMs ||
    nowMs - Date.parse(session.created_at) >= longestMinutes * minuteMs
  )
}

/** Whether an account holds a role for which the office demands a second factor, in use or not. */
async function holdsOneOf(
  db: Db,
  accountId: string,
  { secondFactorRoles }: AccessSettings,
  clock: Clock,
): Promise<boolean> {
  if (secondFactorRoles.length === 0) return false
  const grants = await findGrants(db, accountId, today(clock))
  const demanding: readonly string[] = secondFactorRoles
  return grants.some(({ role }) => demanding.includes(role))
}

export async function deleteSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute()
}

/** Sessions of an account that still live, the last seen first. */
export async function findSessions(
  db: Db,
  accountId: string,
  clock: Clock,
): Promise<{ sessionId: string; device: string; startedAt: string; lastSeenAt: string }[]> {
  const nowMs = clock().getTime()
  const { sessions } = await findAccessSettings(db)
  const rows = await db
    .selectFrom('session')
    .select(['session_id', 'device', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', new Date(nowMs).toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('session_id')
    .execute()
  const living = rows.filter((row) => !isOver(row, sessions, nowMs))
  return living.map((row) => ({
    sessionId: row.session_id,
    device: row.device,
    startedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }))
}

/** Ends one session of an account; false where it has none of that id. */
export async function deleteSessionOf(
  db: Db,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends every session of an account. */
export async function deleteSessions(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute()
}

/** Notes that the person of a session has just shown a second factor. */
export async function noteSecondFactor(db: Db, sessionId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ has_second_factor: true })
    .where('session_id', '=', sessionId)
    .execute()
}

/** Notes a fresh proof of the person in a session, which goes on under another token. */
export async function renewSession(
  db: Db,
  token: string,
  nextToken: string,
  clock: Clock,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ token_hash: hashToken(nextToken), proved_at: clock().toISOString() })
    .where('token_hash', '=', hashToken(token))
    .execute()
}
