import { randomUUID } from 'node:crypto'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './db.ts'
import { openEmbedded } from './embedded-store.ts'
import { AppError } from './errors.ts'
import { nameMarkedStatements } from './kept-plans.ts'
import { publicKey } from './keys.ts'
import { migrate, readMigrations } from './migrations.ts'
import { startPglite } from './pglite-wire.ts'
import { withRoles } from './server-roles.ts'
import { sqlTypes } from './sql-types.ts'
import type { Tables } from './tables.ts'

/** Where a store lies: a folder of one office, a PostgreSQL server, or memory (tests). */
export type StorePlace =
  | { readonly folder: string }
  | { readonly url: string }
  | { readonly memory: true }

/** An open, migrated store. Close it, or its lock and connections stay. */
export interface Store {
  readonly db: Db
  readonly kind: 'embedded' | 'server'
  /** Folder, or the server's address without the password. */
  readonly place: string
  /** Names this store's key file; made once. */
  readonly storeId: string
  /** For pg-boss, which brings its own SQL. */
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  readonly close: () => Promise<void>
}

/** Brings a store, or an empty database, to this version's tables. */
export type BringUp = (db: Db) => Promise<unknown>

const bringToNewest: BringUp = (db) => migrate(db, readMigrations())

/**
 * Opens the store and brings it to this version's tables.
 *
 * @throws AppError `store-locked`, `store-newer`, `store-changed`, `folder-not-writable`,
 * `store-unreadable`, `server-unreachable`, `server-roles-missing` or `server-rights-missing`.
 */
export async function openStore(
  place: StorePlace,
  bringUp: BringUp = bringToNewest,
): Promise<Store> {
  if ('folder' in place) {
    const embedded = await openEmbedded(place.folder, async (openWire) => {
      const { db, pool } = connect({ max: 1, idleTimeoutMillis: 0, stream: openWire })
      try {
        await bringUp(db)
      } finally {
        await db.destroy()
        if (!pool.ended) await pool.end()
      }
    })
    const { db, pool } = connect({ max: 1, idleTimeoutMillis: 0, stream: embedded.openWire })
    return {
      ...(await describeStore(db, pool)),
      kind: 'embedded',
      place: embedded.folder,
      close: async () => {
        await db.destroy()
        await embedded.close()
      },
    }
  }
  if ('memory' in place) {
    const engine = await startPglite()
    const { db, pool } = connect({ max: 1, idleTimeoutMillis: 0, stream: engine.openWire })
    await bringUp(db)
    return {
      ...(await describeStore(db, pool)),
      kind: 'embedded',
      place: 'memory',
      close: async () => {
        await db.destroy()
        await engine.close()
      },
    }
  }
  return openServer(place.url, bringUp)
}

async function openServer(url: string, bringUp: BringUp): Promise<Store> {
  const place = withoutPassword(url)
  const { db, pool } = connect({ connectionString: url, max: 10 })
  // A connection that the server drops, idle or in the middle of work, is replaced, and its query
  // fails; without these listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await pool.query('select 1')
  } catch (cause) {
    await db.destroy()
    throw new AppError('server-unreachable', { place }, { cause })
  }
  try {
    await withRoles(db, bringUp)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    ...(await describeStore(db, pool)),
    kind: 'server',
    place,
    close: () => db.destroy(),
  }
}

async function describeStore(db: Db, pool: pg.Pool) {
  await db
    .insertInto('run_state')
    .values({ key: 'store-id', value: JSON.stringify(publicKey(randomUUID())) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', 'store-id')
    .executeTakeFirstOrThrow()
  return {
    db,
    storeId: String(value),
    executeSql: (text: string, values?: unknown[]) => pool.query(text, values),
  }
}

function connect(config: pg.PoolConfig): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ ...config, types: sqlTypes, pipeline: true })
  pool.on('connect', nameMarkedStatements)
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw("set time zone 'UTC'"))
      // Row policies make plans wide: compiling one takes seconds, running it milliseconds.
      await connection.executeQuery(CompiledQuery.raw('set jit = off'))
    },
  })
  return { db: new Kysely<Tables>({ dialect }), pool }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    parsed.search = ''
    return parsed.href
  } catch {
    return 'DATABASE_URL'
  }
}
