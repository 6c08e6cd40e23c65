import { type AidFields, type AssetName, assetNames, type FieldName } from '../schema.ts'

/** Members that a programme pays for, as columns of their own: `BUMIL`, `AUD`, `SD`. */
export type ComponentName = keyof NonNullable<AidFields['components']>

/** Fields that a parser fills beside another; no column means them by itself. */
type DerivedField =
  | 'nikPrefix'
  | 'nikAsWritten'
  | 'kkPrefix'
  | 'birthPrecision'
  | 'assets'
  | 'components'

/** Columns that feed several fields, or none. */
export const compositeMeanings = [
  'rtRw', // "02/01", "RT 01 RW 02"
  'placeAndBirthDate', // "Pulang Pisau, 02-10-1973"
  'birthDateOrAge', // "12/03/1985" or "44 th" in one column
  'birthYear', // the year alone
  'ageMonths', // "Umur (bulan)"
  'nikOrKk', // "NIK / No KK": told apart by their form
  'nameAndNik', // "SITI (6271…)"
  'sexMale', // a column "L" with ticks
  'sexFemale', // a column "P" with ticks
  'coordinates', // latitude and longitude in one cell
  'sanitation', // free text on toilet, closet and disposal
  'house', // free text on the whole house: "lantai tanah, dinding papan lapuk"
  'wardAndDistrict', // "Menteng / Jekan Raya"
  'regionCode', // code of ward or district
  'components', // "Bumil 1, SD 2"
  'otherNumber', // card, school or register number: no field
  'rowNumber',
  'ignored',
] as const
export type CompositeMeaning = (typeof compositeMeanings)[number]

/** What a column may mean. One column may feed several fields. */
export type Meaning =
  | Exclude<FieldName, DerivedField>
  | AssetName
  | CompositeMeaning
  | `component.${ComponentName}`

/** The list as it is; it does not compile where one of `Meaning` is left out. */
function complete<const Listed extends readonly Meaning[]>(
  listed: Listed & (Exclude<Meaning, Listed[number]> extends never ? unknown : never),
): Listed {
  return listed
}

/** Every meaning, in the order in which a person would look for it. */
export const columnMeanings = complete([
  'nik',
  'kk',
  'name',
  'birthDate',
  'birthPlace',
  'sex',
  'motherName',
  'guardianName',
  'headName',
  'relation',
  'marital',
  'ageYears',
  'phone',
  'religion',
  'address',
  'rt',
  'rw',
  'ward',
  'district',
  'latitude',
  'longitude',
  'schoolParticipation',
  'education',
  'schoolLevel',
  'schoolClass',
  'schoolName',
  'occupation',
  'industry',
  'ownsBusiness',
  'disability',
  'disabilitySeverity',
  'chronicIllness',
  'isPregnant',
  'hasBirthCertificate',
  'nutrition',
  'jknStatus',
  'jknReason',
  'event',
  'eventDate',
  'familiesInHouse',
  'occupants',
  'dependants',
  'decile',
  'houseTenure',
  'landTitle',
  'floor',
  'wall',
  'roof',
  'floorCondition',
  'wallCondition',
  'roofCondition',
  'houseCondition',
  'floorAreaM2',
  'water',
  'isWaterCustomer',
  'wellToCesspitM',
  'lighting',
  'powerVa',
  'meterId',
  'cookingFuel',
  'toilet',
  'closet',
  'wasteDisposal',
  'isFlooded',
  'hasDebt',
  'aidText',
  'provider',
  'amountRp',
  'aidDate',
  'aidStatusText',
  'earlierAidText',
  'groundsText',
  'note',
  'surveyDate',
  'component.pregnant',
  'component.early-childhood',
  'component.primary',
  'component.junior',
  'component.senior',
  'component.elderly',
  'component.severe-disability',
  ...assetNames,
  ...compositeMeanings,
])

const assetNameSet: ReadonlySet<string> = new Set(assetNames)

/** True when the meaning is one of the nineteen assets. */
export function isAssetMeaning(meaning: Meaning): meaning is AssetName {
  return assetNameSet.has(meaning)
}

/** The field that a meaning chiefly feeds; none for numbers of the list itself. */
export function chiefField(meaning: Meaning): FieldName | AssetName | undefined {
  if (isAssetMeaning(meaning)) return meaning
  switch (meaning) {
    case 'component.pregnant':
    case 'component.early-childhood':
    case 'component.primary':
    case 'component.junior':
    case 'component.senior':
    case 'component.elderly':
    case 'component.severe-disability':
      return 'components'
    case 'rtRw':
      return 'rt'
    case 'placeAndBirthDate':
    case 'birthDateOrAge':
    case 'birthYear':
      return 'birthDate'
    case 'ageMonths':
      return 'ageYears'
    case 'nikOrKk':
    case 'nameAndNik':
      return 'nik'
    case 'sexMale':
    case 'sexFemale':
      return 'sex'
    case 'coordinates':
      return 'latitude'
    case 'sanitation':
      return 'toilet'
    case 'house':
      return 'houseCondition'
    case 'wardAndDistrict':
    case 'regionCode':
      return 'ward'
    case 'otherNumber':
    case 'rowNumber':
    case 'ignored':
      return undefined
    default:
      return meaning
  }
}
