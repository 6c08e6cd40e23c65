import type { SqlStep } from '#platform/duckdb'

/**
 * `person`, `family`, `source_row`, `person_office` to `nik_fault`: what is amiss with a person's number.
 *
 * Digits 7 to 12 are day, month and year of birth, 40 added to the day of a woman; the century is not
 * in it, so only two digits of a year are compared. What a list has wrong counts while no list has it
 * right. The first digits name where the number was first given out, not where its person lives.
 *
 * @source docs/guides/data-quality.md
 */
export const nikFaultSql: SqlStep = {
  creates: 'nik_fault',
  sql: `
    with told as (
      select person_id, nik, sex, born_on, kk, offices,
        try_cast(substr(nik, 7, 2) as integer) as written_day
      from person
      join family using (family_id)
      join person_office using (person_id)
      where nik is not null)
    select person_id, 'nik-birth-date-mismatch' as code, offices
    from told
    where written_day % 40 <> cast(substr(born_on, 9, 2) as integer) or substr(nik, 9, 2) <> substr(born_on, 6, 2)
      or substr(nik, 11, 2) <> substr(born_on, 3, 2)
    union all
    select person_id, 'nik-sex-mismatch', offices from told where (written_day > 40) <> (sex = 'female')
    union all
    select person_id, 'nik-serial-zero', offices from told where nik like '%0000'
    union all
    select person_id, 'nik-same-as-kk', offices from told where nik = kk
    union all
    select person_id, 'nik-region-not-city', offices
    from told
    where nik not like '6271%'
      and not exists (
        from source_row s where s.nik = told.nik and s.fault = 'nik-region-unknown')
    union all
    select person_id, fault, list_sort(list(distinct office))
    from source_row
    join person using (person_id)
    where case
      when fault in ('nik-format', 'nik-date-impossible', 'nik-serial-zero') then person.nik is null
      when fault = 'nik-region-unknown' then person.nik = source_row.nik
      else fault is not null end
    group by person_id, fault`,
}
