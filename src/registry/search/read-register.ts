import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db'

/** Some rows of the register in one text, as `IndexBuilder` takes them: JSON, a tuple a row. */
export interface RegisterBatch {
  readonly kind: 'families' | 'persons'
  readonly rows: string
}

/**
 * Rows a batch: few enough that the store, which may have one connection, and this thread serve others
 * in between.
 */
const batchRows = 2000

/**
 * The whole register for an index, families first, in the order of their keys.
 *
 * The store makes one text of a batch, so that this thread has nothing to do for each row. Batches are
 * not of one moment: whoever reads them compares `readStamp` before and after.
 */
export async function* readRegister(whole: Db): AsyncGenerator<RegisterBatch> {
  for (const kind of ['families', 'persons'] as const) {
    let after = ''
    for (;;) {
      const { rows } = await (kind === 'families' ? familyBatch : personBatch)(after).execute(whole)
      const [batch] = rows
      if (!batch || batch.count === 0) break
      yield { kind, rows: batch.rows }
      if (batch.count < batchRows) break
      after = batch.last
    }
  }
}

interface BatchRow {
  readonly rows: string
  readonly last: string
  readonly count: number
}

// The keys' own order, whatever the language of the database.
const familyBatch = (after: string) => sql<BatchRow>`
  select coalesce(json_agg(json_build_array(family_id, ward, district, address, rt, rw,
      left(encode(kk_hmac, 'hex'), 13), array_remove(reach, '*')) order by family_id), '[]')::text as rows,
    max(family_id) as last, count(*)::integer as count
  from (select * from family where family_id > ${after} order by family_id limit ${sql.lit(batchRows)}) f`

const personBatch = (after: string) => sql<BatchRow>`
  select coalesce(json_agg(json_build_array(person_id, family_id, name,
      is_minor(birth_date, birth_year, detail), left(encode(nik_hmac, 'hex'), 13),
      detail ->> 'phone') order by person_id), '[]')::text as rows,
    max(person_id) as last, count(*)::integer as count
  from (select * from person where person_id > ${after} order by person_id limit ${sql.lit(batchRows)}) p`

const Stamp = z.object({ stamp: z.string() })

/**
 * Changes whenever the register, the reach of organisations or, at midnight, the age of a child may
 * have: the day, the last reading of the lists, persons erased since, sectors and names of
 * organisations.
 */
export async function readStamp(whole: Db): Promise<string> {
  const { rows } = await sql`
    select concat_ws(' ', current_date, (select max(read_at) from list_sheet),
      (select max(version_no) from subject_version),
      (select count(*) from erased_person), (select max(erased_at) from erased_person),
      (select md5(string_agg(concat(organisation_id, sectors), ' ' order by organisation_id)) from organisation),
      (select md5(string_agg(concat(alias_key, organisation_id), ' ' order by alias_key))
       from organisation_alias)) as stamp`.execute(whole)
  return Stamp.parse(rows[0]).stamp
}
