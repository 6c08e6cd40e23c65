import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { systemRandom } from '#platform/random'
import { engines, withDatabase } from '../../../test/database.ts'
import { createFirstAccount } from '../sign-in/accounts.ts'
import { findWeakAccess } from './weak-access.ts'

const clock = () => new Date('2026-06-01T05:00:00Z')

/** An account with a role, made in May. */
async function add(db: Db, userName: string, role: string, mustChange = false): Promise<void> {
  await sql`
    insert into account (account_id, organisation_id, user_name, display_name, password_hash,
      must_change_password, created_at)
    select ${userName}, organisation_id, ${userName}, ${userName}, 'x', ${mustChange}, '2026-05-01Z'
    from organisation limit 1`.execute(db)
  await sql`
    insert into role_grant (grant_id, account_id, role, data_classes, purpose, valid_from)
    values (${`grant ${userName}`}, ${userName}, ${role}, '{general}', 'x', '2026-05-01')`.execute(
    db,
  )
}

describe.each(engines)('findWeakAccess on %s', (engine) => {
  it('finds nothing where nobody is', () =>
    withDatabase(engine, async (db) => {
      expect(await findWeakAccess(db, clock)).toEqual({
        isFirstPasswordKept: false,
        unusedPasswords: [],
        administrators: 0,
        administratorsWithoutSecondFactor: [],
        expiredKeys: [],
        idleKeys: [],
        unanchoredSince: null,
        latestEventAt: null,
      })
    }))

  it('names first passwords, administrators with a password only, keys and an old anchor', () =>
    withDatabase(engine, async (db) => {
      await createFirstAccount(db, systemRandom)
      await add(db, 'budi', 'administrator')
      await add(db, 'citra', 'administrator')
      await add(db, 'dewi', 'auditor', true)
      await sql`
        insert into passkey (passkey_id, account_id, name, public_key, counter)
        values ('p', 'citra', 'x', 'x', 0)`.execute(db)
      for (const [prefix, expires, used] of [
        ['old', '2026-05-20Z', '2026-05-19Z'],
        ['idle', '2026-12-01Z', '2026-01-10Z'],
        ['good', '2026-12-01Z', '2026-05-30Z'],
      ]) {
        await sql`
          insert into api_key (key_id, account_id, grant_id, prefix, key_hash, requests_per_minute,
            created_at, created_by, expires_at, last_used_at)
          values (${prefix}, 'dewi', 'grant dewi', ${prefix}, 'x', 60, '2026-01-01Z', 'budi',
            ${expires}, ${used})`.execute(db)
      }
      await sql`
        insert into audit_event (action, at) values ('read', '2026-05-30T01:00:00Z')`.execute(db)
      await sql`
        insert into audit_seal (seq, event_id, previous_hash, hash, sealed_at)
        values (1, 1, 'a', 'b', '2026-05-28Z'), (2, 2, 'b', 'c', '2026-05-29Z')`.execute(db)
      await sql`
        insert into audit_anchor (seq, anchored_on, hash) values (1, '2026-05-28', 'b')`.execute(db)

      const weak = await findWeakAccess(db, clock)
      expect(weak).toMatchObject({
        isFirstPasswordKept: true,
        unusedPasswords: ['dewi'],
        expiredKeys: ['old'],
        idleKeys: ['idle'],
        unanchoredSince: '2026-05-29',
        latestEventAt: '2026-05-30T01:00:00.000Z',
      })
      expect(weak.administratorsWithoutSecondFactor).toContain('budi')
      expect(weak.administratorsWithoutSecondFactor).not.toContain('citra')
    }))
})
