import type { SqlStep } from '#platform/duckdb'

/** `source_row` to `person_office`: in whose lists each person stands; '' for lists that name nobody. */
export const personOfficeSql: SqlStep = {
  creates: 'person_office',
  sql: `
    select person_id, list_sort(list(distinct office)) as offices
    from source_row
    where person_id is not null
    group by person_id`,
}
