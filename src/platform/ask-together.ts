import {
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely'
import type { Db } from './db.ts'
import type { Tables } from './tables.ts'

/** It is asked for nothing: the connection of the transaction is handed in. */
const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}

/**
 * The same transaction, whose queries go out without waiting for the answers before them: those asked
 * together, by `Promise.all`, take one way to the database and back instead of one each.
 *
 * The database answers in the order in which it was asked. Where one fails, those behind it fail too.
 */
export async function askTogether(trx: Db): Promise<Db> {
  const executor = trx.getExecutor()
  const connection = await executor.provideConnection(async (held) => held)
  return new Transaction<Tables>({
    config: { dialect },
    dialect,
    driver: new DummyDriver(),
    executor: executor.withConnectionProvider({ provideConnection: (use) => use(connection) }),
  })
}
