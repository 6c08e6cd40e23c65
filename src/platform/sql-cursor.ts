import { type Compilable, type Expression, sql } from 'kysely'
import type { Db } from './db.ts'

/**
 * The rows of a query, as one moment saw them, some at a time: however many there are, no more than
 * `batchRows` of them are held here. Call it inside a transaction, one query after another.
 */
export async function* readInBatches<Row>(
  trx: Db,
  query: Compilable<Row> & Expression<unknown>,
  batchRows: number,
): AsyncGenerator<readonly Row[]> {
  await sql`declare batches no scroll cursor for ${query}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(batchRows)} from batches`.execute(trx)
    if (rows.length > 0) yield rows
    if (rows.length < batchRows) break
  }
  await sql`close batches`.execute(trx)
}
