import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { TestClock } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import { eraseAgain } from './erase-persons.ts'
import { applyRetention, planRetention } from './retention.ts'

const clock = new TestClock()
const family = 'famaaaaaaa'

/** A family of which the father died long ago and the mother lives. */
async function addFamily(db: Db): Promise<void> {
  await sql`
    insert into family (family_id, head_person_id, head_name, ward, address, list_count, member_count, detail)
    values (${family}, 'ayahaaaaaa', 'Pak Darto', '62.71.03.1001', 'Jl. Rajawali 3', 1, 2, '{}')`.execute(
    db,
  )
  await sql`
    insert into family_line (family_id, head_name, member_count, lacks, sectors, top_score, served_by, list_count)
    values (${family}, 'Pak Darto', 2, '{}', '{}', 0, '{}', 1)`.execute(db)
  await sql`
    insert into person (person_id, family_id, name, search_name, status, status_date, nik_cipher, nik_hmac, detail)
    values
      ('ayahaaaaaa', ${family}, 'Pak Darto', 'darto pak', 'dead', '2019-05-01', 'x', 'x', '{"phone": "0812"}'),
      ('ibuaaaaaaa', ${family}, 'Bu Sari', 'bu sari', 'active', null, 'y', 'y', '{}'),
      ('pindahaaaa', ${family}, 'Rudi', 'rudi', 'moved-out', '2025-05-01', 'z', 'z', '{}')`.execute(
    db,
  )
  await sql`
    insert into list_sheet (sheet_no, file, sheet, kind, title, detail) values (1, 'a.csv', '', 'aid', 'PKH', '{}')`.execute(
    db,
  )
  await sql`
    insert into import_row (row_no, sheet_no, row, person_id, family_id, fields, nik_cipher)
    values (1, 1, 2, 'ayahaaaaaa', ${family}, '{"name": "Pak Darto"}', 'x')`.execute(db)
  await sql`
    insert into finding (is_quarantine, file, sheet, row, code, column_heading, value, hint)
    values (false, 'a.csv', '', 2, 'nik-length', 'NIK', 'Pak Darto', '')`.execute(db)
  await sql`
    insert into need (need_id, family_id, person_id, sector, indicator, severity, score, facts, evidence, points)
    values ('n1', ${family}, 'ayahaaaaaa', 'health', 'JKN', 1, 5, '{}', '[]', '[]')`.execute(db)
  await sql`insert into unserved (need_id, reason_code, score) values ('n1', 'x', 5)`.execute(db)
  await sql`
    insert into decision (family_id, programme, rule_version, result, reason_code, outcomes, missing, reason_id,
      reason_en, is_receiving)
    values (${family}, 'PKH', '1', 'eligible', 'x', '[]', '[]', 'karena Pak Darto lansia', 'as Pak Darto is old', true)`.execute(
    db,
  )
  await sql`
    insert into subject_version (kind, subject_id, family_id, recorded_from, recorded_to, content_hmac)
    values ('family', ${family}, ${family}, '2018-01-01', '2019-01-01', ''),
      ('person', 'ayahaaaaaa', ${family}, '2018-01-01', '2019-01-01', '')`.execute(db)
  await sql`
    insert into family_past (version_no, family_id, head_person_id, head_name, address, list_count, member_count,
      detail, origins)
    select version_no, ${family}, 'ayahaaaaaa', 'Pak Darto', 'Jl. Rajawali 3', 1, 2, '{}', '[]'
    from subject_version where kind = 'family'`.execute(db)
  await sql`
    insert into person_past (version_no, person_id, family_id, name, status, nik_cipher, detail, origins)
    select version_no, 'ayahaaaaaa', ${family}, 'Pak Darto', 'active', 'x', '{"phone": "0812"}', '[]'
    from subject_version where kind = 'person'`.execute(db)
  await sql`
    insert into row_past (version_no, place, file, sheet, row, kind, title, fields, nik_cipher)
    select version_no, 1, 'a.csv', '', 2, 'aid', 'PKH', '{"name": "Pak Darto"}', 'x' from person_past`.execute(
    db,
  )
  await sql`
    insert into received (row_no, person_id, family_id, sector, indicator, programme, provider, amount_rp, status)
    values (1, 'ayahaaaaaa', ${family}, 'basic', 'INCOME', 'PKH', 'Kemensos', 200000, 'given')`.execute(
    db,
  )
}

/** Where a word still stands in the store. */
async function placesOf(db: Db, word: string): Promise<string[]> {
  const { rows: columns } = await sql<{ t: string; c: string }>`
    select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')`.execute(db)
  const places: string[] = []
  for (const { t, c } of columns) {
    const { rows } = await sql`
      select 1 from ${sql.table(t)} where ${sql.ref(c)}::text like ${`%${word}%`} limit 1`.execute(
      db,
    )
    if (rows.length > 0) places.push(`${t}.${c}`)
  }
  return places
}
const dueOf = async (db: Db, code: string) =>
  (await planRetention(db, clock.read())).lines.find((line) => line.code === code)?.due
const apply = (db: Db, more: object = {}) =>
  applyRetention({ db, clock: clock.read, accountId: null, ...more })

describe.each(engines)('retention on %s', (engine) => {
  it('counts what is due and touches nothing', () =>
    withDatabase(engine, async (db) => {
      await addFamily(db)
      const before = await placesOf(db, 'Darto')
      const plan = await planRetention(db, clock.read())
      expect(plan.lines.find(({ code }) => code === 'gone-persons')).toMatchObject({
        due: 1,
        period: 'P5Y',
        action: 'anonymise',
        isSettled: false,
      })
      expect(plan.lines.find(({ code }) => code === 'audit-trail')?.due).toBeNull()
      expect(await placesOf(db, 'Darto')).toEqual(before)
      expect(before.length).toBeGreaterThan(6)
    }))

  it('erases who is gone from every place, keeps the proof of help and leaves others alone', () =>
    withDatabase(engine, async (db) => {
      await addFamily(db)
      expect(await apply(db)).toEqual({ done: { 'gone-persons': 1 }, isComplete: true })
      expect(await placesOf(db, 'Darto')).toEqual([])
      expect(await placesOf(db, 'darto')).toEqual([])
      expect(await placesOf(db, '0812')).toEqual([])
      expect(await placesOf(db, 'Bu Sari')).toEqual(['person.name'])
      expect(await placesOf(db, 'Rudi')).toEqual(['person.name'])
      expect((await placesOf(db, 'Rajawali')).sort()).toEqual([
        'family.address',
        'family_past.address',
      ])
      const given = await db.selectFrom('received').selectAll().execute()
      expect(given).toMatchObject([{ person_id: 'ayahaaaaaa', amount_rp: 200_000 }])
      const numbers = await sql`select 1 from person where nik_cipher is not null`.execute(db)
      expect(numbers.rows).toHaveLength(2)
      expect(await dueOf(db, 'gone-persons')).toBe(0)
      const events = await db.selectFrom('audit_event').selectAll().execute()
      expect(events).toMatchObject([
        { action: 'erase', role: 'system', detail: { rule: 'gone-persons', rows: 1 } },
      ])
    }))

  it('takes the house and its address with the last of a family', () =>
    withDatabase(engine, async (db) => {
      await addFamily(db)
      await sql`update person set status = 'moved-out', status_date = '2019-01-01'`.execute(db)
      await apply(db)
      expect(await placesOf(db, 'Rajawali')).toEqual([])
      expect(await db.selectFrom('decision').selectAll().execute()).toEqual([])
    }))

  it('goes on where it was broken off, and says so', () =>
    withDatabase(engine, async (db) => {
      for (let no = 0; no < 7; no++) {
        await sql`
          insert into job (job_id, kind, state, finished_at)
          values (${`j${no}`}, 'lists', 'done', '2020-01-01')`.execute(db)
      }
      const stop = new AbortController()
      const onBatch = () => stop.abort()
      const first = await apply(db, { batchSize: 3, signal: stop.signal, onBatch })
      expect(first).toEqual({ done: { 'finished-jobs': 3 }, isComplete: false })
      expect(await dueOf(db, 'finished-jobs')).toBe(4)
      expect(await apply(db, { batchSize: 3 })).toEqual({
        done: { 'finished-jobs': 4 },
        isComplete: true,
      })
      const runs = await db.selectFrom('retention_run').selectAll().orderBy('run_no').execute()
      expect(runs.map(({ finished_at, done }) => [finished_at !== null, done])).toEqual([
        [false, { 'finished-jobs': 3 }],
        [true, { 'finished-jobs': 4 }],
      ])
    }))

  it('keeps who was erased erased when the lists are read again', () =>
    withDatabase(engine, async (db) => {
      await addFamily(db)
      await apply(db)
      await sql`
        update person set name = 'Pak Darto', search_name = 'darto pak', nik_cipher = 'x'
        where person_id = 'ayahaaaaaa'`.execute(db)
      await eraseAgain(db)
      expect(await placesOf(db, 'Darto')).toEqual([])
    }))

  it('keeps who was erased erased when the id is joined into another', () =>
    withDatabase(engine, async (db) => {
      await addFamily(db)
      await apply(db)
      await sql`
        insert into person (person_id, family_id, name, search_name, status, detail)
        values ('lainaaaaaa', ${family}, 'Pak Darto', 'darto pak', 'dead', '{}')`.execute(db)
      await sql`
        insert into subject_alias (kind, subject_id, present_id, rows, recorded_from)
        values ('person', 'ayahaaaaaa', 'lainaaaaaa', '[]', now())`.execute(db)
      await eraseAgain(db)
      expect(await placesOf(db, 'Darto')).toEqual([])
    }))

  it('leaves of a closed account the key by which the trail knows it', () =>
    withDatabase(engine, async (db) => {
      await sql`insert into organisation (organisation_id, name, kind) values ('o', 'Dinas', 'agency')`.execute(
        db,
      )
      await sql`
        insert into account (account_id, organisation_id, user_name, display_name, password_hash, disabled_at)
        values ('a1', 'o', 'rina', 'Rina Agustina', 'hash', '2020-01-01'), ('a2', 'o', 'budi', 'Budi', 'hash', null)`.execute(
        db,
      )
      await sql`
        insert into session (token_hash, account_id, device, expires_at)
        values ('t', 'a1', 'HP Rina', '2100-01-01')`.execute(db)
      expect(await apply(db)).toMatchObject({ done: { 'closed-accounts': 1 } })
      for (const word of ['rina', 'Rina', 'hash']) {
        const places = await placesOf(db, word)
        expect([word, places]).toEqual([word, word === 'hash' ? ['account.password_hash'] : []])
      }
      expect(await dueOf(db, 'closed-accounts')).toBe(0)
    }))

  it('has nothing due before the period is over', () =>
    withDatabase(engine, async (db) => {
      await addFamily(db)
      // Died on 1 July 2021; the tests stand on 1 July 2026.
      await sql`update person set status_date = '2021-07-01' where status = 'dead'`.execute(db)
      expect(await dueOf(db, 'gone-persons')).toBe(0)
      await sql`update person set status_date = '2021-06-30' where status = 'dead'`.execute(db)
      expect(await dueOf(db, 'gone-persons')).toBe(1)
    }))
})
