import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db.ts'
import type { Store } from '../open-store.ts'
import { getKeysInUse } from '../secrets.ts'
import { findKeyState } from '../store-key/key-state.ts'
import { writeBackupFile } from './backup-file.ts'
import type { BackupSecret } from './backup-lock.ts'
import { countRows, findSequences, findTables } from './table-catalogue.ts'

/** First line of a backup: what follows, and what the store needs besides its rows. */
export const BackupManifest = z.strictObject({
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  /** The key of the NIK, in base64url: a store without it cannot be read. */
  storeKey: z.string(),
  /** In a backup made while the key changed: the one that came into use. */
  nextStoreKey: z.string().optional(),
  sequences: z.array(z.strictObject({ name: z.string(), lastValue: z.string() })),
  /** In the order in which their rows follow. */
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() }),
  ),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** Told now and then while rows are copied or brought back. */
export type OnRows = (done: number, total: number) => void

export interface BackupOrder {
  readonly store: Store
  readonly env: NodeJS.ProcessEnv
  readonly secret: BackupSecret
  readonly madeAt: string
  /** Tables that stay behind: what must not come alive again. */
  readonly leftOut: readonly string[]
  readonly onRows?: OnRows
}

/** What a backup holds, without any of it. */
export interface BackupCount {
  readonly tables: number
  readonly rows: number
}

const rowsAFetch = 1000

/**
 * Copies a store, as one moment saw it, into a sealed file; the same file on both engines.
 *
 * @throws AppError `file-not-writable`, and what `getKeysInUse` throws.
 */
export async function copyStore(file: string, order: BackupOrder): Promise<BackupCount> {
  const { store, secret, madeAt, onRows } = order
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      // Values cross as text: on every machine the same text.
      await sql`select set_config('datestyle', 'ISO, YMD', true),
        set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
        set_config('extra_float_digits', '1', true)`.execute(trx)
      const manifest = await makeManifest(trx, order)
      const lines = manifestAndRows(trx, manifest, onRows)
      await writeBackupFile(file, { madeAt, storeId: store.storeId, secret }, lines)
      return { tables: manifest.tables.length, rows: countAll(manifest) }
    })
}

async function makeManifest(
  trx: Db,
  { store, env, leftOut }: BackupOrder,
): Promise<BackupManifest> {
  const { key, next } = getKeysInUse(store.storeId, await findKeyState(trx), env)
  const tables: BackupManifest['tables'] = []
  for (const { name, columns } of await findTables(trx)) {
    if (leftOut.includes(name)) continue
    const rows = await countRows(trx, name)
    tables.push({ name, columns: columns.map((column) => column.name), rows })
  }
  return {
    migrations: await trx
      .selectFrom('schema_migration')
      .select(['name', 'checksum'])
      .orderBy('name')
      .execute(),
    storeKey: Buffer.from(key.bytes).toString('base64url'),
    ...(next && { nextStoreKey: Buffer.from(next.bytes).toString('base64url') }),
    sequences: await findSequences(trx),
    tables,
  }
}

export function countAll({ tables }: BackupManifest): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

async function* manifestAndRows(
  trx: Db,
  manifest: BackupManifest,
  onRows: OnRows | undefined,
): AsyncGenerator<string> {
  const total = countAll(manifest)
  let done = 0
  yield `${JSON.stringify(manifest)}\n`
  for (const { name, columns } of manifest.tables) {
    // One line a row: an array of the columns as text.
    const values = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`))
    await sql`
      declare copied no scroll cursor for
      select array_to_json(array[${values}])::text as line from ${sql.table(name)}`.execute(trx)
    for (;;) {
      const { rows } = await sql<{ line: string }>`
        fetch forward ${sql.lit(rowsAFetch)} from copied`.execute(trx)
      if (rows.length > 0) yield `${rows.map(({ line }) => line).join('\n')}\n`
      done += rows.length
      onRows?.(done, total)
      if (rows.length < rowsAFetch) break
    }
    await sql`close copied`.execute(trx)
  }
}
