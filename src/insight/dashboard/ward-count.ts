import type { SqlStep } from '#platform/duckdb'

/**
 * `counted_family`, `ward` to `ward_count`: of every ward, its families, those with a need, and
 * those of them whom nobody serves. A ward without families stands with 0.
 */
export const wardCountSql: SqlStep = {
  creates: 'ward_count',
  sql: `
    select
      place,
      code,
      count(family_id) as families,
      count(*) filter (where is_in_need) as families_in_need,
      count(*) filter (where is_in_need and served = 'none') as unserved
    from ward
    left join counted_family on counted_family.ward = ward.code
    group by place, code`,
}
