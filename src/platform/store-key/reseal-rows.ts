import { sql } from 'kysely'
import { type Db, inTransaction } from '../db.ts'
import type { KeyRing } from './key-ring.ts'
import { isBehind, type SealedTable } from './sealed-tables.ts'

/** Where a walk through a table stands: the primary key of the last row seen, as text. */
export type RowKey = readonly string[]

export interface Batch {
  /** Rows that were sealed again. */
  readonly rows: number
  /** Undefined at the end of the table. */
  readonly last: RowKey | undefined
}

/** Of files kept whole a part may be a megabyte: so much is read at once, and one row at least. */
const bytesABatch = 8 * 1024 * 1024

/**
 * Seals the next rows of a table again and hashes them on, in one transaction. Rows that another
 * transaction holds are passed over; they are met on the next walk.
 */
export async function resealRows(
  db: Db,
  table: SealedTable,
  ring: KeyRing,
  { after, rows: limit }: { readonly after: RowKey | undefined; readonly rows: number },
): Promise<Batch> {
  return inTransaction(db, async (trx) => {
    const found = await findRows(trx, table, { keyId: ring.newestId(), after, limit })
    const last = found.at(-1)?.key
    if (!last) return { rows: 0, last: undefined }
    const renewed = found.map(({ key, values }) => ({
      key,
      values: values.map((value, place) => {
        if (value === null) return null
        const bytes = Buffer.from(value, 'hex')
        const isCipher = place < table.ciphers.length
        if (!isCipher) return toHex(ring.renewHmac(bytes))
        return bytes.length === 0 ? value : toHex(ring.reseal(bytes))
      }),
    }))
    await writeRows(trx, table, renewed)
    return { rows: found.length, last }
  })
}

interface Row {
  readonly key: readonly string[]
  /** Ciphers, then HMACs, in hexadecimal. */
  readonly values: readonly (string | null)[]
}

async function findRows(
  trx: Db,
  table: SealedTable,
  { keyId, after, limit }: { keyId: string; after: RowKey | undefined; limit: number },
): Promise<Row[]> {
  const { name, key, ciphers, hmacs } = table
  const keyRefs = sql.join(key.map((column) => sql.ref(`t.${column.name}`)))
  const isAfter = after
    ? sql`(${keyRefs}) > (${sql.join(key.map(({ type }, no) => sql`${after[no]}::${sql.raw(type)}`))})`
    : sql`true`
  const keyTexts = sql.join(key.map((column) => sql`${sql.ref(`t.${column.name}`)}::text`))
  const columns = [...ciphers, ...hmacs]
  const values = sql.join(columns.map((column) => sql`encode(${sql.ref(`t.${column}`)}, 'hex')`))
  const size = sql.join(
    columns.map((column) => sql`coalesce(octet_length(${sql.ref(`t.${column}`)}), 0)`),
    sql` + `,
  )
  // Rows are locked before their values are read, so that none is written over.
  const { rows } = await sql<Row>`
    with taken as materialized (
      select t.ctid as place, ${size} as size from ${sql.table(name)} t
      where ${isAfter} and ${isBehind(table, keyId)}
      order by ${keyRefs} limit ${limit} for update skip locked
    ), few as (
      select place from (
        select t.ctid as place, sum(taken.size) over (order by ${keyRefs}) - taken.size as before
        from ${sql.table(name)} t join taken on t.ctid = taken.place
      ) as sized where before < ${bytesABatch}
    )
    select array[${keyTexts}] as key, array[${values}] as values
    from ${sql.table(name)} t join few on t.ctid = few.place
    order by ${keyRefs}`.execute(trx)
  return rows
}

async function writeRows(trx: Db, table: SealedTable, rows: readonly Row[]): Promise<void> {
  const { name, key, ciphers, hmacs } = table
  const columns = [...ciphers, ...hmacs]
  const arrays = sql.join([
    ...key.map((_, no) => sql`${rows.map((row) => row.key[no])}::text[]`),
    ...columns.map((_, no) => sql`${rows.map((row) => row.values[no] ?? null)}::text[]`),
  ])
  const names = sql.join([...key.keys()].map((no) => sql.ref(`k${no}`)))
  const valueNames = sql.join([...columns.keys()].map((no) => sql.ref(`v${no}`)))
  const isSame = sql.join(
    key.map(
      ({ name: column, type }, no) =>
        sql`${sql.ref(`t.${column}`)} = ${sql.ref(`r.k${no}`)}::${sql.raw(type)}`,
    ),
    sql` and `,
  )
  const renewed = sql`unnest(${arrays}) as r(${names}, ${valueNames})`
  if (key.some((column) => hmacs.includes(column.name))) {
    // Somebody wrote the same under the next key meanwhile: theirs is the later word.
    const isWritten = sql.join(
      key.map(({ name: column, type }, no) => {
        const place = columns.indexOf(column)
        return place === -1
          ? sql`${sql.ref(`other.${column}`)} = ${sql.ref(`r.k${no}`)}::${sql.raw(type)}`
          : sql`${sql.ref(`other.${column}`)} = decode(${sql.ref(`r.v${place}`)}, 'hex')`
      }),
      sql` and `,
    )
    await sql`
      delete from ${sql.table(name)} t using ${renewed}
      where ${isSame} and exists (select 1 from ${sql.table(name)} other where ${isWritten})`.execute(
      trx,
    )
  }
  const sets = sql.join(
    columns.map((column, no) => sql`${sql.ref(column)} = decode(${sql.ref(`r.v${no}`)}, 'hex')`),
  )
  await sql`update ${sql.table(name)} t set ${sets} from ${renewed} where ${isSame}`.execute(trx)
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
