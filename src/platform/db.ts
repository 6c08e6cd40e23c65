import { type Insertable, type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A connection or an open transaction: a store function cannot tell and need not. */
export type Db = Kysely<Tables>

/**
 * Runs `work` in one transaction; joins the open one where `db` is already inside.
 *
 * The embedded store has a single connection: inside `work` use only the `db` handed to it, or the
 * query waits for itself.
 */
export async function inTransaction<Result>(
  db: Db,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return work(db)
  return db.transaction().execute(work)
}

/** Rows a statement: large enough to be fast, small enough to keep a message under a few MB. */
const chunkSize = 2000

/**
 * Inserts many rows by `insert … select … from unnest(…)`, a statement for each 2,000 of them.
 *
 * Each value crosses as text and is cast to the column's own type, so that arrays, jsonb and bytea
 * read alike on both engines. A property that is undefined becomes NULL: leave a column with a
 * default out of `columns`. Rows that are made as they are asked for (sealed, hashed) leave the thread
 * free between the statements.
 */
export async function insertMany<Name extends keyof Tables & string>(
  db: Db,
  table: Name,
  columns: readonly (keyof Insertable<Tables[Name]> & string)[],
  rows: Iterable<Insertable<Tables[Name]>>,
): Promise<void> {
  // The next statement is made ready while the database works on this one.
  let running: Promise<unknown> = Promise.resolve()
  let writers: readonly ColumnWriter<(typeof columns)[number]>[] | undefined
  for (const chunk of inChunks(rows)) {
    writers ??= await makeWriters(db, table, columns)
    const names = sql.join(writers.map(({ column }) => sql.ref(column)))
    const casts = sql.join(
      writers.map(({ type }, no) => sql`${sql.ref(`c${no}`)}::${sql.raw(type)}`),
    )
    const aliases = sql.join(writers.map((_, no) => sql.ref(`c${no}`)))
    const arrays = writers.map(({ column, toText }) => {
      const literal = toArrayText(
        chunk.map((row) => {
          const value: unknown = row[column]
          return value === null || value === undefined ? null : toText(value)
        }),
      )
      return sql`${literal}::text[]`
    })
    await running
    running = sql`
      insert into ${sql.table(table)} (${names})
      select ${casts} from unnest(${sql.join(arrays)}) as r(${aliases})`.execute(db)
    running.catch(() => {}) // awaited, and thrown, in the next round
  }
  await running
}

interface ColumnWriter<Column> {
  readonly column: Column
  readonly type: string
  readonly toText: (value: unknown) => string
}

async function makeWriters<Column extends string>(
  db: Db,
  table: string,
  columns: readonly Column[],
): Promise<readonly ColumnWriter<Column>[]> {
  const types = await findColumnTypes(db, table)
  return columns.map((column) => {
    const type = types.get(column)
    if (type === undefined) throw new Error(`table ${table} has no column ${column}`)
    return { column, type, toText: textWriter(type) }
  })
}

function* inChunks<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let chunk: Row[] = []
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

async function findColumnTypes(db: Db, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(db)
  return new Map(rows.map(({ name, type }) => [name, type]))
}

function textWriter(type: string): (value: unknown) => string {
  if (type === 'json' || type === 'jsonb') return (value) => JSON.stringify(value)
  if (type === 'bytea') return toByteaText
  if (type.endsWith('[]')) return toArrayText
  return String
}

function toByteaText(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new TypeError('bytea takes a Uint8Array')
  return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
}

/** A PostgreSQL array literal of one dimension, every element quoted. */
function toArrayText(value: unknown): string {
  if (!Array.isArray(value)) throw new TypeError('an array column takes an array')
  return `{${value.map(toElementText).join(',')}}`
}

function toElementText(element: unknown): string {
  if (element === null) return 'NULL'
  const text = String(element)
  return /["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`
}
