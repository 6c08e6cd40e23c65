import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db.ts'
import { sealedHeadOf } from './key-ring.ts'

/** A table in which something is sealed or hashed by the key of the store. */
export interface SealedTable {
  readonly name: string
  /** Columns of the primary key, with their types. */
  readonly key: readonly { readonly name: string; readonly type: string }[]
  /** Columns `…_cipher`, which hold sealed values. */
  readonly ciphers: readonly string[]
  /** Columns `…_hmac`, which hold keyed hashes. */
  readonly hmacs: readonly string[]
}

/** Every table with such columns, by the names that the columns have; a new table needs no entry. */
export async function findSealedTables(db: Db): Promise<SealedTable[]> {
  const { rows } = await sql<{
    name: string
    columns: string[]
    key: SealedTable['key'] | null
  }>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns, (
      select json_agg(json_build_object('name', k.attname,
        'type', format_type(k.atttypid, k.atttypmod)) order by array_position(i.indkey::smallint[], k.attnum))
      from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.atttypid = 'bytea'::regtype and a.attname ~ '_(cipher|hmac)$'
    group by c.oid, c.relname
    order by c.relname`.execute(db)
  return rows.map(({ name, columns, key }) => {
    if (!key) throw new Error(`table ${name} has sealed columns and no primary key`)
    return {
      name,
      key,
      ciphers: columns.filter((column) => column.endsWith('_cipher')),
      hmacs: columns.filter((column) => column.endsWith('_hmac')),
    }
  })
}

/** Whether a row `t` holds anything that is not under a key. */
export function isBehind({ ciphers, hmacs }: SealedTable, keyId: string): RawBuilder<boolean> {
  const head = sealedHeadOf(keyId)
  const behind = [
    ...ciphers.map(
      (column) =>
        sql<boolean>`(octet_length(${sql.ref(`t.${column}`)}) > 0
          and substring(${sql.ref(`t.${column}`)} from 1 for 5) <> decode(${head}, 'hex'))`,
    ),
    ...hmacs.map(
      (column) =>
        sql<boolean>`substring(${sql.ref(`t.${column}`)} from 33) <> decode(${keyId}, 'hex')`,
    ),
  ]
  return sql<boolean>`(${sql.join(behind, sql` or `)})`
}

/** Rows that hold anything which is not under a key. */
export async function countBehind(
  db: Db,
  tables: readonly SealedTable[],
  keyId: string,
): Promise<number> {
  let count = 0
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(table.name)} t
      where ${isBehind(table, keyId)}`.execute(db)
    count += rows[0]?.count ?? 0
  }
  return count
}

/** How many sealed values stand under which key; `first` is the key that a store began with. */
export async function countByKey(
  db: Db,
  tables: readonly SealedTable[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { name, ciphers, hmacs } of tables) {
    const owners = [
      ...ciphers.map((column) => {
        const value = sql.ref(column)
        return sql`select case when get_byte(${value}, 0) = 1 then 'first'
          else encode(substring(${value} from 2 for 4), 'hex') end as owner
          from ${sql.table(name)} where octet_length(${value}) > 0`
      }),
      ...hmacs.map((column) => {
        const value = sql.ref(column)
        return sql`select case when octet_length(${value}) = 36
          then encode(substring(${value} from 33), 'hex') else 'first' end as owner
          from ${sql.table(name)} where ${value} is not null`
      }),
    ]
    const { rows } = await sql<{ owner: string; count: number }>`
      select owner, count(*)::integer as count from (${sql.join(owners, sql` union all `)}) as o
      group by owner`.execute(db)
    for (const { owner, count } of rows) counts.set(owner, (counts.get(owner) ?? 0) + count)
  }
  return counts
}
