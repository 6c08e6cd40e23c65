import { sql } from 'kysely'
import type { Db } from '../db.ts'

export interface TableShape {
  readonly name: string
  /** Columns that are stored, not worked out from others; in order. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

export interface SequenceState {
  readonly name: string
  readonly lastValue: string
}

/** Tables of the store, whose rows a backup holds: all but the one that says which migrations ran. */
export async function findTables(db: Db): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
        order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname <> 'schema_migration'
    group by c.relname
    order by c.relname`.execute(db)
  return rows
}

/** Counters that gave a number at least once. */
export async function findSequences(db: Db): Promise<SequenceState[]> {
  const { rows } = await sql<SequenceState>`
    select sequencename as name, last_value::text as "lastValue"
    from pg_sequences
    where schemaname = 'public' and last_value is not null
    order by sequencename`.execute(db)
  return rows
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export async function findForeignKeys(db: Db): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0
    order by c.relname, k.conname`.execute(db)
  return rows
}

export async function countRows(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Whether the schema holds no table at all: nobody's store. */
export async function isEmptyDatabase(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') limit 1`.execute(db)
  return rows.length === 0
}
