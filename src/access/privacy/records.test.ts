import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { engines, withDatabase } from '../../../test/database.ts'
import { purposes } from '../people/schema.ts'
import { processingRecords, retentionRules, rights } from './privacy-files.ts'
import { requestKinds, retentionCodes } from './schema.ts'

/** Every table of the store, and whether the database guards its rows. */
async function findTables(db: Db): Promise<{ name: string; isGuarded: boolean }[]> {
  const { rows } = await sql<{ name: string; isGuarded: boolean }>`
    select relname as name, relrowsecurity as "isGuarded" from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`.execute(
    db,
  )
  return rows
}
const duplicates = (names: readonly string[]) =>
  names.filter((name, at) => names.indexOf(name) !== at)

describe('the processing records', () => {
  const { activities, withoutPersonalData } = processingRecords()
  const recorded = new Set(activities.flatMap(({ tables }) => tables))
  const free = new Set(withoutPersonalData.map(({ table }) => table))

  it.each(engines)('name every table on %s as personal, or say why it is not', (engine) =>
    withDatabase(engine, async (db) => {
      const names = (await findTables(db)).map(({ name }) => name)
      expect(names.filter((name) => !recorded.has(name) && !free.has(name))).toEqual([])
      expect([...recorded, ...free].filter((name) => !names.includes(name))).toEqual([])
      expect([...recorded].filter((name) => free.has(name))).toEqual([])
    }),
  )

  it('cover every table whose rows the database guards', () =>
    withDatabase('PGlite', async (db) => {
      const guarded = (await findTables(db)).filter(({ isGuarded }) => isGuarded)
      expect(guarded.length).toBeGreaterThan(20)
      expect(guarded.filter(({ name }) => !recorded.has(name))).toEqual([])
    }))

  it('cover a table that is added, or fail', () =>
    withDatabase('PGlite', async (db) => {
      await sql`create table planted (name text)`.execute(db)
      const names = (await findTables(db)).map(({ name }) => name)
      expect(names.filter((name) => !recorded.has(name) && !free.has(name))).toEqual(['planted'])
    }))

  it('name each purpose that a grant can have, in one activity', () => {
    const named = activities.flatMap(({ grantPurposes }) => grantPurposes)
    expect(named.sort()).toEqual([...purposes].sort())
  })

  it('rest on article 20 without consent, which is not free where aid depends on it', () => {
    const letters = activities.flatMap(({ legalBasis }) => legalBasis.map(({ letter }) => letter))
    expect(new Set(letters)).toEqual(new Set(['c', 'e']))
  })

  it('keep data by rules that exist, and each rule belongs to an activity', () => {
    const rules = retentionRules().rules.map(({ code }) => code)
    const named = new Set(activities.flatMap(({ retention }) => retention))
    expect([...named].sort()).toEqual([...rules].sort())
    expect(duplicates(rules)).toEqual([])
  })
})

describe('the files of the law', () => {
  it('have a right for each kind of request, and a ground to refuse each', () => {
    expect(rights().rights.map(({ kind }) => kind)).toEqual([...requestKinds])
    for (const kind of requestKinds) {
      expect(rights().grounds.filter(({ kinds }) => kinds.includes(kind)).length).toBeGreaterThan(1)
    }
  })

  it('give 3 × 24 hours where the law does: articles 30, 32, 40, 41 and 46', () => {
    const bound = rights().rights.filter(({ termHours }) => termHours !== null)
    expect(bound.map(({ kind, termHours }) => [kind, termHours])).toEqual([
      ['access', 72],
      ['correction', 72],
      ['withdraw-consent', 72],
      ['restrict', 72],
    ])
    expect(rights().breach.termHours).toBe(72)
  })

  it('say for each rule of retention that does something, who does it', () => {
    const active = retentionRules().rules.filter(({ action }) => action !== 'keep')
    expect(active.map(({ code }) => code)).toEqual([...retentionCodes])
  })
})
