import type { SqlStep } from '#platform/duckdb'

/**
 * `person`, `family`, `person_office`, `shared_nik`, `other_family` to `person_quality`: three of the four
 * criteria for each person who lives in the city; Dukcapil alone answers the fourth.
 *
 * Null is not known: without a NIK nobody can say that a person stands once, without a family card
 * nobody can say in how many families. `missing` names the variables of the national register, 13 of a
 * person, that no list tells; some are asked from an age on only.
 *
 * @source Draft of BPS regulation 6/2025, annex, as its public notes name the variables; ages as BPS
 *   asks in Susenas: school from 5, marriage from 10, work and business from 15 years.
 */
export const personQualitySql: SqlStep = {
  creates: 'person_quality',
  sql: `
    select person_id, family_id, ward, person_office.offices,
      case
        when shared_nik.nik is not null then false
        when person.nik is null or is_doubtful then null
        else true end as is_unique,
      case
        when other_family.person_id is not null then false
        when kk is null then null
        else true end as is_in_one_family,
      list_filter([
        case when person.nik is null then 'nomor_induk_kependudukan' end,
        case when not has_name then 'nama' end,
        case when kk is null then 'nomor_kartu_keluarga' end,
        case when born_on is null then 'tanggal_lahir' end,
        case when sex is null then 'jenis_kelamin' end,
        case when not has_address or ward is null then 'alamat' end,
        case when not has_relation then 'status_hubungan_keluarga' end,
        case when not has_marital and coalesce(age_years, 10) >= 10 then 'status_kawin' end,
        case when not has_education and coalesce(age_years, 5) >= 5 then 'pendidikan' end,
        case when not has_occupation and coalesce(age_years, 15) >= 15 then 'pekerjaan' end,
        case when not has_business and coalesce(age_years, 15) >= 15 then 'kepemilikan_usaha' end,
        case when not has_disability then 'penyandang_disabilitas' end,
        case when not has_illness then 'penyakit_kronis' end], lambda variable: variable is not null) as missing
    from person
    join family using (family_id)
    join person_office using (person_id)
    left join shared_nik on shared_nik.nik = person.nik
    left join other_family using (person_id)
    where is_here`,
}
