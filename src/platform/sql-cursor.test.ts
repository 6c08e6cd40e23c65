import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { readInBatches } from './sql-cursor.ts'

describe.each(engines)('rows in batches on %s', (engine) => {
  it.each([
    { rows: 0, sizes: [] },
    { rows: 4, sizes: [2, 2] },
    { rows: 5, sizes: [2, 2, 1] },
  ])('are all of the $rows rows, in order, twice in one transaction', ({ rows, sizes }) =>
    withDatabase(engine, async (db) => {
      for (let no = 0; no < rows; no++) {
        await db
          .insertInto('run_state')
          .values({ key: `batch-${no}`, value: '1' })
          .execute()
      }
      const query = db
        .selectFrom('run_state')
        .select('key')
        .where('key', 'like', 'batch-%')
        .orderBy(sql`key collate "C"`)
      for (let turn = 0; turn < 2; turn++) {
        const read: string[][] = []
        for await (const batch of readInBatches(db, query, 2)) {
          read.push(batch.map(({ key }) => key))
        }
        expect(read.map((batch) => batch.length)).toEqual(sizes)
        expect(read.flat()).toEqual(Array.from({ length: rows }, (_, no) => `batch-${no}`))
      }
    }),
  )
})
