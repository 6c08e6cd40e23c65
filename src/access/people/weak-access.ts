import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import { today } from '#platform/clock'
import type { IsoDate } from '#platform/dates'
import type { Db } from '#platform/db'
import { firstUserName } from '../sign-in/accounts.ts'

/** What makes coming in easier than it should be, for `doctor`; user names are no secret there. */
export interface WeakAccess {
  /** The account of the first start still has the password that was printed. */
  readonly isFirstPasswordKept: boolean
  /** Passwords given by somebody else more than a week ago, and never replaced. */
  readonly unusedPasswords: readonly string[]
  readonly administrators: number
  /** Without an authenticator app, passkey or outside provider. */
  readonly administratorsWithoutSecondFactor: readonly string[]
  /** Beginnings of keys past their end that nobody took back. */
  readonly expiredKeys: readonly string[]
  /** Beginnings of keys in force that asked nothing for 90 days. */
  readonly idleKeys: readonly string[]
  /** Null where nothing was sealed since the latest anchor. */
  readonly unanchoredSince: IsoDate | null
  /** Moment of the latest event; null for an empty trail. */
  readonly latestEventAt: string | null
}

const passwordDays = 7
const idleKeyDays = 90

/** Looks through accounts, keys and the trail. */
export async function findWeakAccess(db: Db, clock: Clock): Promise<WeakAccess> {
  const day = today(clock)
  const now = clock().toISOString()
  const { rows: administrators } = await sql<{ user_name: string; has_factor: boolean }>`
    select a.user_name,
      exists (select 1 from totp t where t.account_id = a.account_id and t.confirmed_at is not null)
      or exists (select 1 from passkey p where p.account_id = a.account_id)
      or exists (select 1 from account_link l where l.account_id = a.account_id) as has_factor
    from account a
    where a.disabled_at is null and exists (
      select 1 from role_grant g
      where g.account_id = a.account_id and g.role = 'administrator'
        and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date))
    order by a.user_name`.execute(db)
  const { rows: given } = await sql<{ user_name: string; is_old: boolean }>`
    select user_name, created_at < ${now}::timestamptz - make_interval(days => ${passwordDays}) as is_old
    from account
    where must_change_password and disabled_at is null and kind = 'person'
    order by user_name`.execute(db)
  const { rows: keys } = await sql<{ prefix: string; is_expired: boolean }>`
    select prefix, expires_at <= ${now}::timestamptz as is_expired
    from api_key
    where revoked_at is null and (expires_at <= ${now}::timestamptz
      or coalesce(last_used_at, created_at) < ${now}::timestamptz - make_interval(days => ${idleKeyDays}))
    order by prefix`.execute(db)
  const { rows: trail } = await sql<{ unanchored: IsoDate | null; latest: string | null }>`
    select (select min(sealed_at)::date from audit_seal
        where seq > coalesce((select max(seq) from audit_anchor), 0)) as unanchored,
      (select max(at) from audit_event) as latest`.execute(db)

  return {
    isFirstPasswordKept: given.some(({ user_name }) => user_name === firstUserName),
    unusedPasswords: given
      .filter(({ user_name, is_old }) => is_old && user_name !== firstUserName)
      .map(({ user_name }) => user_name),
    administrators: administrators.length,
    administratorsWithoutSecondFactor: administrators
      .filter(({ has_factor }) => !has_factor)
      .map(({ user_name }) => user_name),
    expiredKeys: keys.filter(({ is_expired }) => is_expired).map(({ prefix }) => prefix),
    idleKeys: keys.filter(({ is_expired }) => !is_expired).map(({ prefix }) => prefix),
    unanchoredSince: trail[0]?.unanchored ?? null,
    latestEventAt: trail[0]?.latest ?? null,
  }
}
