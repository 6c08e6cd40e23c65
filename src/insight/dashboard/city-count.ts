import type { SqlStep } from '#platform/duckdb'

/**
 * `counted_family` to `city_count`, one line: families with a need served by none, one and several,
 * and all families whose ward no list says.
 */
export const cityCountSql: SqlStep = {
  creates: 'city_count',
  sql: `
    select
      count(*) filter (where is_in_need and served = 'none') as served_by_none,
      count(*) filter (where is_in_need and served = 'one') as served_by_one,
      count(*) filter (where is_in_need and served = 'several') as served_by_several,
      count(*) filter (where ward is null) as without_ward
    from counted_family`,
}
