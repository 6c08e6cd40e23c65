import { cpSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import type { Db } from '#platform/db'
import { openStore, type Store, type StorePlace } from '#platform/open-store'
import { makeOnce } from './make-once.ts'
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
  return openStore(engine === 'PGlite' ? { memory: true } : { url: await copyDatabase() })
}

/** What stands in a store before a test begins: its tables and, with `fill`, rows that many tests need. */
export interface Stock {
  /** Names it among all workers. */
  readonly name: string
  readonly fill: (store: Store) => Promise<void>
}

const empty: Stock = { name: 'empty', fill: async () => {} }

/** Where a store of one's own lies, migrated, with `stock` in it; nobody has opened it yet. */
export async function copyStore(engine: Engine, stock?: Stock): Promise<StorePlace> {
  return engine === 'PGlite'
    ? { folder: await copyFolder(stock) }
    : { url: await copyDatabase(stock) }
}

/** Data folder of an office of one's own; see `copyStore`. */
export async function copyFolder(stock = empty): Promise<string> {
  const home = inject('postgresHome')
  const made = await makeOnce(home, `folder-${stock.name}`, async () => {
    const folder = mkdtempSync(path.join(home, 'stock-'))
    await fillStock({ folder }, stock)
    return folder
  })
  const folder = mkdtempSync(path.join(home, 'office-'))
  cpSync(made, folder, { recursive: true })
  return folder
}

/** Address of a database of one's own; see `copyStore`. */
export async function copyDatabase(stock = empty): Promise<string> {
  const home = inject('postgresHome')
  const made = await makeOnce(home, `database-${stock.name}`, async () => {
    const url = await createDatabase(home)
    await fillStock({ url }, stock)
    return url
  })
  return createDatabase(home, made)
}

async function fillStock(place: StorePlace, { fill }: Stock): Promise<void> {
  const store = await openStore(place)
  await fill(store)
  // Each copy is a store of its own, with a name and keys of its own.
  await store.db.deleteFrom('run_state').where('key', '=', 'store-id').execute()
  await store.close()
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
