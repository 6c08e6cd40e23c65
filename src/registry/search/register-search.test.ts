import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { testSecrets } from '../../../test/api.ts'
import { engines, withDatabase } from '../../../test/database.ts'
import type { SearchAsker } from './found.ts'
import { makeRegisterSearch } from './register-search.ts'

const asker: SearchAsker = { isSeen: () => true, ownRegions: [], limit: 5 }

/** So many families of one person each, called by this name. */
async function addPersons(db: Db, prefix: string, count: number, name: string): Promise<void> {
  await sql`
    insert into family (family_id, list_count, member_count, detail)
    select ${prefix}::text || n, 1, 1, '{}' from generate_series(1, ${count}::integer) n`.execute(
    db,
  )
  await sql`
    insert into person (person_id, family_id, name, status, detail)
    select ${prefix}::text || n, ${prefix}::text || n, ${name}::text, 'active', '{}'
    from generate_series(1, ${count}::integer) n`.execute(db)
}

async function changeStamp(db: Db): Promise<void> {
  await sql`
    insert into list_sheet (sheet_no, file, sheet, kind, title, detail, read_at)
    values (1, 'a.csv', '', 'aid', '', '{}', '2030-01-01')`.execute(db)
}

describe.each(engines)('makeRegisterSearch on %s', (engine) => {
  it('reads every person of a register of several batches', () =>
    withDatabase(engine, async (db) => {
      await addPersons(db, 'a', 4100, 'Norlela')
      const search = makeRegisterSearch(db, testSecrets)
      await search.refresh()
      expect(search.find('norlela', { ...asker, limit: 10_000 })).toHaveLength(4100)
    }))
})

describe('makeRegisterSearch', () => {
  it('answers from the index before while a large one is made', () =>
    withDatabase('PGlite', async (db) => {
      await addPersons(db, 'a', 20_001, 'Norlela')
      const search = makeRegisterSearch(db, testSecrets)
      await search.refresh()
      await addPersons(db, 'b', 1, 'Kristina')
      await changeStamp(db)

      await search.refresh()
      expect(search.find('kristina', asker)).toEqual([])
      expect(search.find('norlela', asker)).toHaveLength(5)
      await expect
        .poll(
          async () => {
            await search.refresh()
            return search.find('kristina', asker).length
          },
          { timeout: 60_000 },
        )
        .toBe(1)
    }))

  it('tells the next question where the index could not be made', () =>
    withDatabase('PGlite', async (db) => {
      await addPersons(db, 'a', 3, 'Norlela')
      const search = makeRegisterSearch(db, testSecrets)
      await search.refresh()
      await sql`alter table person rename to person_gone`.execute(db)
      await changeStamp(db)
      await expect(search.refresh()).rejects.toThrow()
    }))
})
