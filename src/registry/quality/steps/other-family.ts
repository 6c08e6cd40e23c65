import type { SqlStep } from '#platform/duckdb'

/**
 * `source_row`, `person`, `family` to `other_family`: persons whom some list puts on the card of another
 * family of the register, and whose lists those are. A card that no family has is a slip or an old card.
 */
export const otherFamilySql: SqlStep = {
  creates: 'other_family',
  sql: `
    select person_id, list_sort(list(distinct source_row.office)) as offices
    from source_row
    join person using (person_id)
    join family as own on own.family_id = person.family_id
    join family as other on other.kk = source_row.kk
    where other.family_id <> own.family_id and source_row.kk is distinct from own.kk
    group by person_id`,
}
