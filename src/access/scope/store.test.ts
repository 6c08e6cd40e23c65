import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { engines, openTestStore, withDatabase } from '../../../test/database.ts'
import { createFirstAccount } from '../sign-in/accounts.ts'
import { findGrants, insertGrant, moveGrantEnd, type NewGrant } from './store.ts'

const on = '2026-07-01'

async function addAccount(db: Db): Promise<string> {
  await createFirstAccount(db, (count) => new Uint8Array(count).fill(3))
  await db
    .insertInto('account')
    .values({
      account_id: 'officer',
      organisation_id: 'tkpk',
      user_name: 'officer',
      display_name: 'Petugas',
      password_hash: '',
    })
    .execute()
  return 'officer'
}

const grant = (change: Partial<NewGrant> = {}): NewGrant => ({
  accountId: 'officer',
  role: 'district-officer',
  regions: ['62.71.03'],
  isOwnOrganisation: false,
  purpose: 'test',
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
})

describe.each(engines)('grants on %s', (engine) => {
  it('hold from their first day until the day before their end', () =>
    withDatabase(engine, async (db) => {
      await addAccount(db)
      await insertGrant(db, grant({ validFrom: '2026-02-01', validTo: '2026-03-01' }))
      const held = async (day: string) => (await findGrants(db, 'officer', day)).length
      expect(await held('2026-01-31')).toBe(0)
      expect(await held('2026-02-01')).toBe(1)
      expect(await held('2026-02-28')).toBe(1)
      expect(await held('2026-03-01')).toBe(0)
    }))

  it('of roles that must be kept apart are refused in the same days only', () =>
    withDatabase(engine, async (db) => {
      await addAccount(db)
      await insertGrant(db, grant({ role: 'payment-approver', validTo: '2026-07-01' }))
      const reconciler = grant({ role: 'payment-reconciler', validFrom: '2026-06-30' })
      await expect(insertGrant(db, reconciler)).rejects.toMatchObject({
        code: 'roles-incompatible',
      })
      await insertGrant(db, { ...reconciler, validFrom: '2026-07-01' })
    }))

  it('are lent no wider than they are held', () =>
    withDatabase(engine, async (db) => {
      await addAccount(db)
      const own = await insertGrant(
        db,
        grant({ regions: ['62.71.03'], dataClasses: ['general', 'family'], validTo: '2026-12-31' }),
      )
      const lent = grant({
        accountId: 'officer',
        delegatedFrom: own,
        regions: ['62.71.03.1002'],
        dataClasses: ['general'],
        validTo: '2026-08-01',
      })
      await insertGrant(db, lent)
      for (const wider of [
        { regions: ['62.71.01'] },
        { regions: null },
        { dataClasses: ['general', 'health'] as const },
        { validTo: '2027-01-01' },
        { validTo: null },
        { role: 'secretariat' as const },
      ]) {
        if (wider.validTo === null) continue // the table itself asks for an end
        await expect(insertGrant(db, { ...lent, ...wider })).rejects.toMatchObject({
          code: 'delegation-too-wide',
        })
      }
    }))

  it('name places by codes, never by what stands for the whole city', () =>
    withDatabase(engine, async (db) => {
      await addAccount(db)
      for (const regions of [['*'], ['62.71.03 *'], [''], []]) {
        await sql`savepoint before`.execute(db)
        await expect(insertGrant(db, grant({ regions }))).rejects.toThrow(/violates check/)
        await sql`rollback to savepoint before`.execute(db)
      }
      for (const organisationId of ['', '*', 'a b']) {
        await sql`savepoint before`.execute(db)
        const odd = { organisation_id: organisationId, name: 'Aneh', kind: 'agency' } as const
        await expect(db.insertInto('organisation').values(odd).execute()).rejects.toThrow(
          /violates check/,
        )
        await sql`rollback to savepoint before`.execute(db)
      }
    }))

  it('that were lent end with the grant that they came from', () =>
    withDatabase(engine, async (db) => {
      await addAccount(db)
      const own = await insertGrant(db, grant())
      await insertGrant(db, grant({ delegatedFrom: own, validTo: '2026-12-01' }))
      expect(await findGrants(db, 'officer', on)).toHaveLength(2)
      await moveGrantEnd(db, own, on)
      expect(await findGrants(db, 'officer', on)).toHaveLength(0)
    }))
})

describe('lines of a set of classes', () => {
  it('are written once when several get it at the same moment', async () => {
    const store = await openTestStore('PostgreSQL')
    const left = async (count: number) => {
      await sql`delete from family_line`.execute(store.db)
      await sql`delete from family_line_part`.execute(store.db)
      return count
    }
    await sql`
      insert into family_line (family_id, head_name, member_count, lacks, sectors, top_score, served_by, list_count)
      select 'f' || n, 'Keluarga', 1, '{}', '{}', 0, '{}', 1 from generate_series(1, 200) n`.execute(
      store.db,
    )
    await Promise.all(
      Array.from({ length: 6 }, () =>
        sql`select ensure_lines('{general,family}')`.execute(store.db),
      ),
    )
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from family_line_part where mask = 0`.execute(store.db)
    expect(await left(rows[0]?.count ?? 0)).toBe(200)
  })
})
