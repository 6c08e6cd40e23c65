import { sql } from 'kysely'
import { type Db, inTransaction } from '../db.ts'
import { AppError } from '../errors.ts'
import { migrate, readMigrations } from '../migrations.ts'
import { type BackupManifest, countAll, type OnRows } from './copy-store.ts'
import {
  countRows,
  findForeignKeys,
  findTables,
  isEmptyDatabase,
  type TableShape,
} from './table-catalogue.ts'

const charactersABatch = 1_000_000

/** A table whose rows are not what the backup says it holds. */
export interface CountFault {
  readonly table: string
  readonly expected: number
  readonly found: number
}

/**
 * Makes the tables as they were when the backup was written, brings its rows in, then the tables up
 * to this version: all or nothing, in one transaction.
 *
 * @returns names of the migrations that came after the backup.
 * @throws AppError `store-not-empty`, `store-newer`, `store-changed`, `backup-damaged`.
 */
export async function fillStore(
  db: Db,
  manifest: BackupManifest,
  rows: AsyncIterator<string, void>,
  onRows?: OnRows,
): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    if (!(await isEmptyDatabase(trx))) throw new AppError('store-not-empty', {})
    const known = readMigrations()
    await migrate(trx, getMigrationsOf(manifest, known))
    await bringIn(trx, manifest, rows, onRows)
    const faults = await findCountFaults(trx, manifest)
    if (faults.length > 0) throw new AppError('backup-damaged', {})
    return migrate(trx, known)
  })
}

/** Tables of the store whose number of rows differs from the backup's. */
export async function findCountFaults(db: Db, { tables }: BackupManifest): Promise<CountFault[]> {
  const faults: CountFault[] = []
  for (const { name, rows } of tables) {
    const found = await countRows(db, name)
    if (found !== rows) faults.push({ table: name, expected: rows, found })
  }
  return faults
}

function getMigrationsOf(
  { migrations }: BackupManifest,
  known: ReturnType<typeof readMigrations>,
): ReturnType<typeof readMigrations> {
  return migrations.map(({ name, checksum }) => {
    const migration = known.find((one) => one.name === name)
    if (!migration) throw new AppError('store-newer', { migration: name })
    if (migration.checksum !== checksum) throw new AppError('store-changed', { migration: name })
    return migration
  })
}

async function bringIn(
  trx: Db,
  manifest: BackupManifest,
  rows: AsyncIterator<string, void>,
  onRows: OnRows | undefined,
): Promise<void> {
  const shapes = new Map((await findTables(trx)).map((shape) => [shape.name, shape]))
  const names = [...shapes.keys()].map((name) => sql.table(name))
  // Rows come as they once were written: nothing is derived from them again, and tables that refer
  // to each other or to themselves come in any order. Putting the keys back proves every reference.
  const foreignKeys = await findForeignKeys(trx)
  for (const { table, name } of foreignKeys) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx)
  }
  for (const name of names) await sql`alter table ${name} disable trigger user`.execute(trx)
  await sql`truncate ${sql.join(names)}`.execute(trx)

  const total = countAll(manifest)
  let done = 0
  for (const { name, columns, rows: count } of manifest.tables) {
    const insert = makeInsert(getShape(shapes, name), columns)
    await eachBatch(rows, count, async (batch) => {
      await insert(trx, batch)
      done += batch.length
      onRows?.(done, total)
    })
  }
  if ((await rows.next()).done !== true) throw new AppError('backup-damaged', {})

  for (const { name, lastValue } of manifest.sequences) {
    await sql`select setval(${name}::regclass, ${lastValue}::bigint)`.execute(trx)
  }
  for (const name of names) await sql`alter table ${name} enable trigger user`.execute(trx)
  for (const { table, name, definition } of foreignKeys) {
    await sql`alter table ${sql.table(table)}
      add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx)
  }
  for (const name of names) await sql`analyze ${name}`.execute(trx)
}

function getShape(shapes: ReadonlyMap<string, TableShape>, name: string): TableShape {
  const shape = shapes.get(name)
  if (!shape) throw new AppError('backup-damaged', {})
  return shape
}

function makeInsert({ name, columns }: TableShape, held: readonly string[]) {
  const values = held.map((column, no) => {
    const type = columns.find((one) => one.name === column)?.type
    if (type === undefined) throw new AppError('backup-damaged', {})
    return sql`(line ->> ${sql.lit(no)})::${sql.raw(type)}`
  })
  const targets = sql.join(held.map((column) => sql.ref(column)))
  return async (trx: Db, lines: readonly string[]): Promise<void> => {
    await sql`
      insert into ${sql.table(name)} (${targets}) overriding system value
      select ${sql.join(values)}
      from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) as r (line)`.execute(trx)
  }
}

/** The next `count` lines, in batches of about a megabyte. */
async function eachBatch(
  lines: AsyncIterator<string, void>,
  count: number,
  work: (batch: readonly string[]) => Promise<void>,
): Promise<void> {
  let batch: string[] = []
  let characters = 0
  for (let no = 0; no < count; no++) {
    const { value, done } = await lines.next()
    if (done === true || value === undefined) throw new AppError('backup-damaged', {})
    batch.push(value)
    characters += value.length
    if (characters < charactersABatch) continue
    await work(batch)
    batch = []
    characters = 0
  }
  if (batch.length > 0) await work(batch)
}
