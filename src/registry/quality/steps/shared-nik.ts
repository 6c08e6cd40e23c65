import type { SqlStep } from '#platform/duckdb'

/** `person`, `source_row` to `shared_nik`: numbers under which more than one person stands in the lists. */
export const sharedNikSql: SqlStep = {
  creates: 'shared_nik',
  sql: `
    select nik
    from (
      select person_id, nik from person where nik is not null
      union
      select person_id, nik from source_row where nik is not null)
    group by nik
    having count(*) > 1`,
}
