import { inject } from 'vitest'
import type { Db } from '#platform/db'
import { openStore, type Store } from '#platform/open-store'
import { createDatabase } from './postgres.ts'

/** Every store test runs on both. */
export const engines = ['PGlite', 'PostgreSQL'] as const
export type Engine = (typeof engines)[number]

const stores = new Map<Engine, Promise<Store>>()

/** The migrated, empty store of this worker; made at the first call and never closed by a test. */
export function openTestStore(engine: Engine): Promise<Store> {
  const open = stores.get(engine) ?? makeStore(engine)
  stores.set(engine, open)
  return open
}

async function makeStore(engine: Engine): Promise<Store> {
  if (engine === 'PGlite') return openStore({ memory: true })
  return openStore({ url: await createDatabase(inject('postgresHome')) })
}

class Rollback extends Error {}

/** Runs a test in a transaction that is rolled back, whatever it does. */
export async function withDatabase(
  engine: Engine,
  work: (db: Db, store: Store) => Promise<void>,
): Promise<void> {
  const store = await openTestStore(engine)
  try {
    await store.db.transaction().execute(async (db) => {
      await work(db, { ...store, db })
      throw new Rollback()
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
  }
}
