import type { ValueOrigin } from '#registry/schema'

/**
 * Fields of the register behind each fact of a rule, the telling one first. Facts that rest on many
 * (the whole house, a need) name no row.
 */
export const originFields: Readonly<Record<string, readonly ValueOrigin['field'][]>> = {
  decile: ['decile'],
  own_house: ['houseTenure'],
  house_tenure: ['houseTenure'],
  land_title: ['landTitle'],
  has_land_proof: ['landTitle'],
  other_house: ['assets'],
  roof_sound: ['roofCondition', 'roof'],
  wall_sound: ['wallCondition', 'wall'],
  floor_sound: ['floorCondition', 'floor'],
  house_condition: ['houseCondition'],
  house_damaged: ['houseCondition'],
  floor_area_per_person_dm2: ['floorAreaM2'],
  water_safe: ['water'],
  sanitation_safe: ['wasteDisposal', 'closet', 'toilet'],
  over_water: ['closet'],
  flooded: ['isFlooded'],
  power_va: ['powerVa'],
  age_years: ['birthDate', 'ageYears'],
  sex: ['sex'],
  relation: ['relation'],
  has_nik: ['nik', 'nikPrefix'],
  in_school: ['schoolParticipation'],
  school_level: ['schoolLevel', 'education'],
  school_class: ['schoolClass'],
  education: ['education'],
  pregnant: ['isPregnant'],
  has_disability: ['disability'],
  disability_severity: ['disabilitySeverity'],
  severe_disability: ['disabilitySeverity', 'disability'],
  chronic_illness: ['chronicIllness'],
  jkn_active: ['jknStatus'],
  employment: ['occupation'],
  unemployed: ['occupation'],
  owns_business: ['ownsBusiness'],
}
