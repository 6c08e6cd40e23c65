import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Batch, type InputTable, openBatch, type SqlStep, stepStatement } from './duckdb.ts'

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

  it('loads rows with every kind of value, more than one chunk holds, in their order', async () => {
    const rows = Array.from({ length: 5000 }, (_, no) => aHouse({ no }))
    await batch.load(houses, rows)
    const [sums] = await batch.read(
      'select count(*) as rows, sum(no) as total, count_if(has_well) as wells from "ho""use"',
    )
    expect(sums).toEqual({ rows: 5000, total: 12_497_500, wells: 5000 })
    expect(await batch.read('select no from "ho""use" limit 2 offset 2047')).toEqual([
      { no: 2047 },
      { no: 2048 },
    ])
  })

  it('keeps an unknown apart from no and from empty, and the last load only', async () => {
    await batch.load(houses, [aHouse({ no: 9 })])
    await batch.load(houses, [
      aHouse({ no: -1, street: "Jl. O'Neill", hasWell: false }),
      aHouse({ no: null, street: null, hasWell: null }),
      aHouse({ no: 3, street: '' }),
    ])
    expect(await batch.read('select * from "ho""use"')).toEqual([
      { no: -1, street: "Jl. O'Neill", has_well: false },
      { no: null, street: null, has_well: null },
      { no: 3, street: '', has_well: true },
    ])
  })

  it('makes an empty table of no rows', async () => {
    await batch.load(houses, [])
    expect(await batch.read('select * from "ho""use"')).toEqual([])
  })

  it.each([2 ** 31, 1.5, Number.NaN])('refuses to cut %d to an integer', async (no) => {
    await expect(batch.load(houses, [aHouse({ no })])).rejects.toThrow('not an integer of 32 bits')
  })
})

interface House {
  readonly no: number | null
  readonly street: string | null
  readonly hasWell: boolean | null
}

const houses: InputTable<House> = {
  name: 'ho"use',
  columns: {
    no: { type: 'integer', valueOf: ({ no }) => no },
    street: { type: 'varchar', valueOf: ({ street }) => street },
    has_well: { type: 'boolean', valueOf: ({ hasWell }) => hasWell },
  },
}

function aHouse(part: Partial<House>): House {
  return { no: 1, street: 'Jl. Tjilik Riwut', hasWell: true, ...part }
}

describe('stepStatement', () => {
  it('is what runs and what the documents print', () => {
    expect(stepStatement({ creates: 'a"b', sql: ' select 1; ' })).toBe(
      'create or replace table "a""b" as\nselect 1',
    )
  })

  it('stands at the left edge, whatever the indent of its source', () => {
    const sql = `
      select ward
      from person
        join house using (person_id);
    `
    expect(stepStatement({ creates: 'ward', sql })).toBe(
      'create or replace table "ward" as\nselect ward\nfrom person\n  join house using (person_id)',
    )
  })
})
