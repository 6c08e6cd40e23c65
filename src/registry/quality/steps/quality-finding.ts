import type { SqlStep } from '#platform/duckdb'

/**
 * `person_quality`, `nik_fault`, `shared_nik`, `other_family`, `source_row` to `quality_finding`: what is
 * to be put right, a line a person, or a family where its person is ''; with the offices whose lists
 * have it. What Dukcapil has not confirmed is read from `person_quality`.
 */
export const qualityFindingSql: SqlStep = {
  creates: 'quality_finding',
  sql: `
    with fault as (
      from nik_fault
      union all
      select person_id, 'nik-two-persons', list_sort(list(distinct office))
      from shared_nik join source_row using (nik)
      group by person_id
      union all
      select person_id, 'two-families', offices from other_family
      union all
      select person_id, 'no-nik', offices
      from person
      join person_office using (person_id)
      where nik is null
        and not exists (from nik_fault n where n.person_id = person.person_id and n.code <> 'nik-same-as-kk')
    ),
    home as (
      select family_id, ward, list_sort(list_distinct(flatten(list(offices)))) as offices
      from person_quality
      group by family_id, ward
    )
    select code, family_id, person_id, ward, list_sort(list_distinct(flatten(list(fault.offices)))) as offices
    from fault
    join person_quality using (person_id)
    group by code, family_id, person_id, ward
    union all
    select 'no-kk', family_id, '', home.ward, offices
    from home join family using (family_id)
    where kk is null
    union all
    select 'no-place', family_id, '', home.ward, offices
    from home join family using (family_id)
    where not has_address or family.ward is null`,
}
