import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { asViewer, type Viewer } from '#platform/scoped-db'
import { engines, withDatabase } from '../../../test/database.ts'
import { bySystem, recordEvent, recordReads } from './record-event.ts'

const officer: Viewer = {
  accountId: 'acc',
  grantId: 'grant',
  role: 'ward-officer',
  organisationId: 'kel',
  isOwnOrganisation: false,
  regions: ['62.71.03.1001'],
  dataClasses: ['general', 'family'],
  purpose: 'service',
}
const asked = {
  accountId: 'acc',
  organisationId: 'kel',
  role: 'ward-officer',
  purpose: 'service',
  requestId: 'req-1',
  fields: ['general', 'family'],
}
const eventsOf = (db: Db) => db.selectFrom('audit_event').selectAll().orderBy('event_id').execute()
/** What the database says when `work` is refused; the transaction goes on. */
async function refusal(db: Db, work: (db: Db) => Promise<unknown>): Promise<string> {
  await sql`savepoint before_refusal`.execute(db)
  const said = await work(db).then(
    () => 'allowed',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  await sql`rollback to savepoint before_refusal`.execute(db)
  return said
}

describe.each(engines)('events on %s', (engine) => {
  it('hold who, as what, what for, on whom, and what was shown', () =>
    withDatabase(engine, async (db) => {
      await recordEvent(db, {
        ...asked,
        action: 'export',
        subjectKind: 'family',
        subjectId: 'k7f2m9q4xa',
        reason: 'rapat',
        detail: { rows: 12, wards: ['62.71.03.1001'] },
      })
      expect(await eventsOf(db)).toMatchObject([
        {
          account_id: 'acc',
          organisation_id: 'kel',
          role: 'ward-officer',
          purpose: 'service',
          action: 'export',
          subject_kind: 'family',
          subject_id: 'k7f2m9q4xa',
          fields: ['general', 'family'],
          reason: 'rapat',
          request_id: 'req-1',
          detail: { rows: 12, wards: ['62.71.03.1001'] },
        },
      ])
    }))

  it('stand one a subject, each subject once, and none for an empty page', () =>
    withDatabase(engine, async (db) => {
      const look = { ...asked, action: 'search', subjectKind: 'family' } as const
      await recordReads(db, { ...look, subjectIds: ['a', 'b', 'a'] })
      await recordReads(db, { ...look, subjectIds: [] })
      expect((await eventsOf(db)).map(({ subject_id }) => subject_id)).toEqual(['a', 'b'])
    }))

  it('are written by a reader in the transaction of the look, and cannot be read by it', () =>
    withDatabase(engine, async (db) => {
      await asViewer(db, officer, async (scoped) => {
        await recordReads(scoped, {
          ...asked,
          action: 'read',
          subjectKind: 'family',
          subjectIds: ['a', 'b'],
        })
        expect(await eventsOf(scoped)).toEqual([])
        expect(
          await refusal(scoped, (trx) => sql`select * from public.audit_event`.execute(trx)),
        ).toMatch(/permission denied/)
      })
      expect(await eventsOf(db)).toHaveLength(2)
      expect(await db.selectFrom('audit_unsealed').selectAll().execute()).toHaveLength(2)
    }))

  it.each(['auditor', 'data-protection-officer'])('are read by the role %s', (role) =>
    withDatabase(engine, async (db) => {
      await recordEvent(db, { ...asked, action: 'read' })
      await asViewer(db, { ...officer, role }, async (scoped) => {
        expect(await eventsOf(scoped)).toHaveLength(1)
      })
    }),
  )

  it('are changed by nobody, their owner included', () =>
    withDatabase(engine, async (db) => {
      await recordEvent(db, { ...asked, action: 'read' })
      for (const table of ['audit_event', 'audit_seal', 'audit_anchor']) {
        for (const change of [`delete from ${table}`, `truncate ${table}`]) {
          expect(await refusal(db, (trx) => sql.raw(change).execute(trx))).toMatch(/only grows/)
        }
      }
      const blank = sql`update audit_event set action = 'x'`
      expect(await refusal(db, (trx) => blank.execute(trx))).toMatch(/only grows/)
      await asViewer(db, officer, async (scoped) => {
        for (const change of [
          `update public.audit_event set action = 'x'`,
          'delete from public.audit_event',
          'truncate public.audit_event',
          'delete from public.audit_unsealed',
          `insert into public.audit_seal values (1, 1, '', '')`,
        ]) {
          expect(await refusal(scoped, (trx) => sql.raw(change).execute(trx))).toMatch(
            /permission denied/,
          )
        }
      })
    }))

  it('take any key of a system, also one that ends in digits', () =>
    withDatabase(engine, async (db) => {
      const subjectId = '0b1e3a52-6f0d-4c5e-9a3b-123456789012'
      await recordEvent(db, {
        ...asked,
        action: 'create-api-key',
        subjectKind: 'account',
        subjectId,
      })
      expect(await eventsOf(db)).toMatchObject([{ subject_id: subjectId }])
    }))

  it('take no NIK and no name', () =>
    withDatabase(engine, async (db) => {
      const event = { ...asked, action: 'read' }
      for (const wrong of [
        { subjectId: '6271034502890001' },
        { detail: { who: 'Siti Aminah' } },
        { detail: { numbers: ['6271034502890001'] } },
        { detail: { number: 6271034502890001 } },
      ]) {
        await expect(recordEvent(db, { ...event, ...wrong })).rejects.toThrow(TypeError)
      }
      await recordEvent(db, { ...event, reason: 'NIK 6271 0345 0289 0001, telepon 0812-3456-7890' })
      expect(await eventsOf(db)).toMatchObject([{ reason: 'NIK •, telepon •' }])
      const planted = sql`insert into audit_event (action, reason) values ('x', '6271034502890001')`
      expect(await refusal(db, (trx) => planted.execute(trx))).toMatch(/check constraint/)
    }))

  it('tell of Betang itself without an account', () =>
    withDatabase(engine, async (db) => {
      await recordEvent(db, { ...bySystem, action: 'import', detail: { lists: 7 } })
      expect(await eventsOf(db)).toMatchObject([{ account_id: null, role: 'system' }])
    }))
})
