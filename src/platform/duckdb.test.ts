import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Batch, openBatch, type SqlStep, stepStatement } from './duckdb.ts'

let batch: Batch
beforeEach(async () => {
  batch = await openBatch({ memoryMb: 200, threads: 2 })
})
afterEach(() => batch.close())

/** Which wards have more than one person. */
const steps: readonly SqlStep[] = [
  {
    creates: 'person',
    sql: "select * from (values (1, 'a'), (2, 'a'), (3, 'b'), (4, null)) as p(person_id, ward)",
  },
  {
    creates: 'crowded',
    sql: 'select ward, count(*) as persons from person group by ward having count(*) > 1;',
  },
]

describe('a batch', () => {
  it('runs steps in order, each into its own table, and again over what was there', async () => {
    await batch.run(steps)
    await batch.run(steps)
    expect(await batch.read('select * from crowded')).toEqual([{ ward: 'a', persons: 2 }])
  })

  it('hands out plain values: numbers, text of days, lists, null for unknown', async () => {
    const [row] = await batch.read(`
      select 5::bigint as big, sum(x) as total, 12.5::decimal(9, 2) as share, 0.25::double as part,
        date '2024-02-29' as day, ['62.71', null] as wards, null::varchar as unknown, true as yes,
        '6271014501900001' as number_as_text
      from range(4) as r(x)`)
    expect(row).toEqual({
      big: 5,
      total: 6,
      share: 12.5,
      part: 0.25,
      day: '2024-02-29',
      wards: ['62.71', null],
      unknown: null,
      yes: true,
      number_as_text: '6271014501900001',
    })
  })

  it('refuses a whole number that it would have to round', async () => {
    await expect(batch.read('select 9007199254740993::bigint as big')).rejects.toThrow(
      'integer beyond 2^53',
    )
  })

  it('writes Parquet that reads back alike, the same bytes each time', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "betang-o'parquet-"))
    const [first, second] = [path.join(folder, 'a.parquet'), path.join(folder, 'b.parquet')]
    await batch.run(steps)
    await batch.writeParquet('person', first)
    await batch.writeParquet('select * from person order by person_id', second)
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
    await batch.readParquet('again', first)
    expect(await batch.read('select * from again')).toEqual(
      await batch.read('select * from person'),
    )
  })
})

describe('stepStatement', () => {
  it('is what runs and what the documents print', () => {
    expect(stepStatement({ creates: 'a"b', sql: ' select 1; ' })).toBe(
      'create or replace table "a""b" as\nselect 1',
    )
  })
})
