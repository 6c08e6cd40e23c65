import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import {
  OfficeNames,
  type OfficeSettings,
  SecondFactorRoles,
  SessionLimits,
  SettingChange,
  type SettingKey,
  settingKeys,
} from './schema.ts'
import { usualSessions, usualSettings } from './usual-settings.ts'

/** What sign-in asks the settings for. */
export type AccessSettings = Pick<OfficeSettings, 'sessions' | 'secondFactorRoles'>

const StoredAccess = z.object({
  sessions: SessionLimits.optional(),
  'second-factor': SecondFactorRoles.optional(),
})

/** The settings of sign-in as one column, for a query that reads more. */
export const accessSettingsSql = sql<unknown>`(
  select coalesce(jsonb_object_agg(key, value), '{}') from setting
  where key in ('sessions', 'second-factor'))`

/** What `accessSettingsSql` gave, with what Betang comes with. */
export function accessSettingsOf(stored: unknown): AccessSettings {
  const { sessions, 'second-factor': roles } = StoredAccess.parse(stored)
  return { sessions: sessions ?? usualSessions, secondFactorRoles: roles ?? [] }
}

export async function findAccessSettings(db: Db): Promise<AccessSettings> {
  const { rows } = await sql<{ settings: unknown }>`
    select ${accessSettingsSql} as settings`.execute(db)
  return accessSettingsOf(rows[0]?.settings)
}

/** The office by the names that an administrator gave it; undefined while it has those it came with. */
export async function findOfficeNames(db: Db): Promise<OfficeNames | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'office')
    .executeTakeFirst()
  return row && OfficeNames.parse(row.value)
}

/** All settings as they hold now. */
export async function readSettings(db: Db): Promise<OfficeSettings> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const usual = usualSettings()
  const office = stored.get('office')
  return {
    office: office === undefined ? usual.office : OfficeNames.parse(office),
    ...accessSettingsOf(Object.fromEntries(stored)),
  }
}

/** As `readSettings`, and nobody else changes them before the transaction ends. */
export async function lockSettings(trx: Db): Promise<OfficeSettings> {
  // Rows may be missing, so the table itself is what two writers wait for.
  await sql`lock table setting in share row exclusive mode`.execute(trx)
  return readSettings(trx)
}

/** Settings as they lie in the store, by key. */
function byKey(settings: OfficeSettings): Record<SettingKey, unknown> {
  return {
    office: settings.office,
    sessions: settings.sessions,
    // In one order, so that the same roles are the same value.
    'second-factor': settings.secondFactorRoles.toSorted(),
  }
}

/**
 * Writes what differs from `present`, a line of history each, and returns the keys. Call it in the
 * transaction of `lockSettings`.
 */
export async function changeSettings(
  trx: Db,
  { present, wanted }: { readonly present: OfficeSettings; readonly wanted: OfficeSettings },
  { accountId, clock }: { readonly accountId: string; readonly clock: Clock },
): Promise<SettingKey[]> {
  const [before, after, usual] = [byKey(present), byKey(wanted), byKey(usualSettings())]
  const changed = settingKeys.filter((key) => !isDeepStrictEqual(before[key], after[key]))
  /** Null for what Betang comes with, which may be another in its next version. */
  const stored = (key: SettingKey, value: unknown) =>
    isDeepStrictEqual(value, usual[key]) ? null : JSON.stringify(value)
  for (const key of changed) {
    const value = stored(key, after[key])
    if (value === null) await trx.deleteFrom('setting').where('key', '=', key).execute()
    else {
      await trx
        .insertInto('setting')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    }
    await trx
      .insertInto('setting_change')
      .values({
        key,
        from_value: stored(key, before[key]),
        to_value: value,
        changed_at: clock().toISOString(),
        changed_by: accountId,
      })
      .execute()
  }
  return changed
}

type Change = Omit<SettingChange, 'changedBy' | 'from' | 'to' | 'key'> & {
  readonly key: string
  readonly from: unknown
  readonly to: unknown
  readonly accountId: string
}

/** The latest changes, newest first, with who made them by the key of the account. */
export async function findChanges(db: Db, limit: number): Promise<Change[]> {
  const rows = await db
    .selectFrom('setting_change')
    .selectAll()
    .orderBy('change_no', 'desc')
    .limit(limit)
    .execute()
  const usual: Readonly<Record<string, unknown>> = byKey(usualSettings())
  return rows.map((row) => ({
    changeNo: row.change_no,
    changedAt: row.changed_at,
    accountId: row.changed_by,
    key: row.key,
    from: row.from_value ?? usual[row.key],
    to: row.to_value ?? usual[row.key],
  }))
}

/** Changes with the names of those who made them, from outside any scope as accounts are. */
export async function nameChanges(db: Db, changes: readonly Change[]): Promise<SettingChange[]> {
  const ids = [...new Set(changes.map(({ accountId }) => accountId))]
  const { rows } = await sql<{ account_id: string; display_name: string }>`
    select account_id, display_name from account where account_id = any(${ids}::text[])`.execute(db)
  const names = new Map(rows.map((row) => [row.account_id, row.display_name]))
  return changes.map(({ accountId, ...change }) =>
    SettingChange.parse({
      ...change,
      changedBy: { accountId, displayName: names.get(accountId) ?? '' },
    }),
  )
}
