import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { askTogether } from './ask-together.ts'
import { inTransaction } from './db.ts'
import type { Tables } from './tables.ts'

describe.each(engines)('queries asked together on %s', (engine) => {
  it('get each its own answer', () =>
    withDatabase(engine, (db) =>
      inTransaction(db, async (trx) => {
        const together = await askTogether(trx)
        const numbers = Array.from({ length: 50 }, (_, no) => no)
        const answers = await Promise.all(
          numbers.map((no) => sql<{ no: number }>`select ${no}::integer as no`.execute(together)),
        )
        expect(answers.map(({ rows }) => rows[0]?.no)).toEqual(numbers)
      }),
    ))

  it('see what those before them wrote', () =>
    withDatabase(engine, (db) =>
      inTransaction(db, async (trx) => {
        const together = await askTogether(trx)
        const write = (key: string) =>
          together.insertInto('run_state').values({ key, value: '1' }).execute()
        const [, seen] = await Promise.all([
          write('together'),
          together.selectFrom('run_state').select('key').where('key', '=', 'together').execute(),
        ])
        expect(seen).toEqual([{ key: 'together' }])
      }),
    ))

  it('fail behind one that failed, and leave the connection to the next', () =>
    withDatabase(engine, async (db) => {
      const { rows } = await inTransaction(db, async (trx) => {
        await sql`savepoint before`.execute(trx)
        const together = await askTogether(trx)
        const answers = await Promise.allSettled([
          sql`select 1`.execute(together),
          sql`select 1 / 0`.execute(together),
          sql`insert into run_state (key, value) values ('behind', '1')`.execute(together),
        ])
        expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
        await sql`rollback to savepoint before`.execute(trx)
        return sql`select key from run_state where key = 'behind'`.execute(trx)
      })
      expect(rows).toEqual([])
    }))
})

describe('queries asked together', () => {
  it('are all on their way before the first is answered', async () => {
    const asked: string[] = []
    const answer = Promise.withResolvers<void>()
    const connection = {
      executeQuery: async ({ sql: text }: { readonly sql: string }) => {
        asked.push(text)
        await answer.promise
        return { rows: [] }
      },
      streamQuery: () => {
        throw new Error('nothing is streamed here')
      },
    }
    class Held extends DummyDriver {
      override acquireConnection = async () => connection
    }
    const db = new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new Held(),
        createIntrospector: (of) => new PostgresIntrospector(of),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
    await db.transaction().execute(async (trx) => {
      const together = await askTogether(trx)
      const all = Promise.all([sql`select 1`.execute(together), sql`select 2`.execute(together)])
      await new Promise((resolve) => setImmediate(resolve))
      expect(asked).toEqual(['select 1', 'select 2'])
      answer.resolve()
      await all
    })
  })
})
