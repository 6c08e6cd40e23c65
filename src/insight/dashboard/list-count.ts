import type { SqlStep } from '#platform/duckdb'

/** `counted_family` to `list_count`: how many families stand in exactly 1, 2, 3, … lists. */
export const listCountSql: SqlStep = {
  creates: 'list_count',
  sql: `
    select list_count as lists, count(*) as families
    from counted_family
    group by list_count`,
}
