import type { SqlStep } from '#platform/duckdb'

/**
 * `need`, `counted_family`, `indicator` to `lacking_family`: which family lacks what. One line a
 * family and indicator, however many of its members need the same.
 */
export const lackingFamilySql: SqlStep = {
  creates: 'lacking_family',
  sql: `
    select distinct family_id, ward, served, sector, indicator
    from need
    join counted_family using (family_id)
    join indicator using (indicator)`,
}
