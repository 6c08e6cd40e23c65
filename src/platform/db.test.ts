import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { insertMany, inTransaction } from './db.ts'

describe.each(engines)('the store on %s', (engine) => {
  it('reads integers, sums, dates and moments alike', () =>
    withDatabase(engine, async (db) => {
      const { rows } = await sql`
        select 9007199254740991::bigint as big, sum(x)::numeric as total, avg(x) as mean,
          date '2024-02-29' as day, timestamptz '2026-07-01 10:00:00.5+07' as moment,
          array[1, 2]::bigint[] as many, count(*) as number, '\\x00ff'::bytea as raw
        from generate_series(1, 4) as x`.execute(db)
      expect(rows).toEqual([
        {
          big: Number.MAX_SAFE_INTEGER,
          total: 10,
          mean: 2.5,
          day: '2024-02-29',
          moment: '2026-07-01T03:00:00.500Z',
          many: [1, 2],
          number: 4,
          raw: Buffer.from([0, 255]),
        },
      ])
    }))

  it('refuses an integer that a number cannot hold rather than round it', () =>
    withDatabase(engine, async (db) => {
      await expect(sql`select 9007199254740993::bigint as big`.execute(db)).rejects.toThrow(
        'integer beyond 2^53',
      )
    }))

  it('inserts many rows with quotes, arrays, JSON and bytes as they are', () =>
    withDatabase(engine, async (db) => {
      const sheets = [0, 1].map((sheetNo) => ({
        sheet_no: sheetNo,
        file: `a"b\\c{,}'${sheetNo}.csv`,
        sheet: '',
        kind: 'aid',
        title: 'NULL',
        provider: sheetNo === 0 ? null : 'Dinas Sosial',
        detail: { columns: [['a"b', '\\'], null], period: { from: '2026-01-01' } },
      }))
      const columns = ['sheet_no', 'file', 'sheet', 'kind', 'title', 'provider', 'detail'] as const
      await insertMany(db, 'list_sheet', columns, sheets)
      const read = await db.selectFrom('list_sheet').select(columns).orderBy('sheet_no').execute()
      expect(read).toEqual(sheets)

      const row = { row_no: 1, sheet_no: 0, row: 7, fields: { name: 'Ani' } }
      const bytes = { nik_cipher: Buffer.from([1, 0, 255]), nik_hmac: null }
      await insertMany(
        db,
        'import_row',
        ['row_no', 'sheet_no', 'row', 'fields', 'nik_cipher', 'nik_hmac'],
        [{ ...row, ...bytes }],
      )
      await insertMany(
        db,
        'value_origin',
        ['subject_id', 'field', 'row_no', 'other_row_nos'],
        [{ subject_id: 'p1', field: 'name', row_no: 1, other_row_nos: [2, 3] }],
      )
      expect(
        await db.selectFrom('import_row').select(['fields', 'nik_cipher', 'kk_hmac']).execute(),
      ).toEqual([{ fields: { name: 'Ani' }, nik_cipher: bytes.nik_cipher, kk_hmac: null }])
      expect(await db.selectFrom('value_origin').select('other_row_nos').execute()).toEqual([
        { other_row_nos: [2, 3] },
      ])
    }))

  it('inserts more rows than one statement takes', () =>
    withDatabase(engine, async (db) => {
      const lines = Array.from({ length: 4001 }, (_, no) => ({
        need_id: `n${no}`,
        reason_code: 'no-offer',
        score: no,
      }))
      await insertMany(db, 'unserved', ['need_id', 'reason_code', 'score'], lines)
      const { sum } = await db
        .selectFrom('unserved')
        .select((eb) => eb.fn.sum<number>('score').as('sum'))
        .executeTakeFirstOrThrow()
      expect(sum).toBe((4000 * 4001) / 2)
    }))

  it('joins a transaction that is open, and takes back all of it', () =>
    withDatabase(engine, async (db) => {
      await inTransaction(db, async (inner) => {
        expect(inner).toBe(db)
        await inner.insertInto('run_state').values({ key: 'a', value: '1' }).execute()
      })
      expect(await db.selectFrom('run_state').select('value').where('key', '=', 'a').execute()) //
        .toEqual([{ value: 1 }])
    }))

  it('says what is wrong with a statement and goes on with the next', () =>
    withDatabase(engine, async (db) => {
      await sql`savepoint s`.execute(db)
      await expect(sql`select ${'x'}::integer`.execute(db)).rejects.toMatchObject({ code: '22P02' })
      await sql`rollback to s`.execute(db)
      expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    }))
})
