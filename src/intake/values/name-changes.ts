import type { RowFields } from '../schema.ts'
import type { Cell, ParsedCell } from './cell.ts'
import type { FindingCode } from './finding-codes.ts'
import type { Normalisation } from './normalisation.ts'

type Field = keyof RowFields

/** What changes a value of the field where its parser says nothing finer. */
const usual: Readonly<Record<Field, Normalisation>> = {
  name: 'tidied',
  nik: 'digits-only',
  nikPrefix: 'lost-digits-cut',
  nikAsWritten: 'digits-only',
  birthDate: 'date-form',
  birthPrecision: 'date-precision',
  ageYears: 'age-years',
  birthPlace: 'tidied',
  sex: 'word',
  motherName: 'tidied',
  guardianName: 'tidied',
  phone: 'phone-national',
  relation: 'word',
  marital: 'word',
  schoolParticipation: 'word',
  education: 'word',
  schoolLevel: 'word',
  schoolClass: 'number',
  schoolName: 'tidied',
  occupation: 'lower-case',
  industry: 'lower-case',
  ownsBusiness: 'yes-no',
  disability: 'word',
  disabilitySeverity: 'word',
  chronicIllness: 'lower-case',
  isPregnant: 'yes-no',
  hasBirthCertificate: 'yes-no',
  nutrition: 'word',
  jknStatus: 'word',
  jknReason: 'tidied',
  religion: 'word',
  event: 'word',
  eventDate: 'date-form',
  kk: 'digits-only',
  kkPrefix: 'lost-digits-cut',
  headName: 'tidied',
  address: 'tidied',
  rt: 'unit-number',
  rw: 'unit-number',
  ward: 'region',
  district: 'region',
  latitude: 'decimal-degrees',
  longitude: 'decimal-degrees',
  familiesInHouse: 'number',
  occupants: 'number',
  dependants: 'number',
  decile: 'number',
  houseTenure: 'word',
  landTitle: 'word',
  floor: 'word',
  wall: 'word',
  roof: 'word',
  floorCondition: 'word',
  wallCondition: 'word',
  roofCondition: 'word',
  houseCondition: 'word',
  floorAreaM2: 'number',
  water: 'word',
  isWaterCustomer: 'yes-no',
  wellToCesspitM: 'number',
  lighting: 'word',
  powerVa: 'number',
  meterId: 'tidied',
  cookingFuel: 'word',
  toilet: 'word',
  closet: 'word',
  wasteDisposal: 'word',
  assets: 'number',
  isFlooded: 'yes-no',
  hasDebt: 'yes-no',
  aidText: 'tidied',
  provider: 'tidied',
  amountRp: 'rupiah',
  aidDate: 'date-form',
  aidStatusText: 'tidied',
  components: 'number',
  earlierAidText: 'tidied',
  groundsText: 'tidied',
  note: 'tidied',
  surveyDate: 'date-form',
}

/** What a finding says of how its value came about. */
const told: Partial<Record<FindingCode, Normalisation>> = {
  'word-guessed': 'nearest-word',
  'ward-repaired': 'region-repaired',
  'ward-is-neighbourhood': 'region-part',
  'ward-is-city': 'region-part',
  'district-repaired': 'region-repaired',
  'date-order-swapped': 'date-order',
  'rt-rw-was-date': 'date-to-rt-rw',
  'coordinates-repaired': 'coordinates-repaired',
}

/** The parsed cell with a name for each of its values that is not what the cell says. */
export function nameChanges(cell: Cell, parsed: ParsedCell): ParsedCell {
  const named: Partial<Record<Field, Normalisation>> = {}
  const byFinding = parsed.findings.map(({ code }) => told[code]).find((name) => name)
  for (const field of fieldsOf(parsed.fields)) {
    if (isAsWritten(parsed.fields[field], cell.text)) continue
    const explicit = parsed.normalisations?.[field]
    named[field] =
      explicit ?? (field === 'birthPrecision' ? usual[field] : byFinding) ?? usual[field]
  }
  return { ...parsed, normalisations: named }
}

/** Names of the fields that are set. */
export function fieldsOf(fields: Partial<RowFields>): Field[] {
  return Object.keys(fields)
    .filter(isField)
    .filter((field) => fields[field] !== undefined)
}

function isField(name: string): name is Field {
  return name in usual
}

function isAsWritten(value: RowFields[Field], text: string): boolean {
  if (typeof value === 'object') return Object.values(value).every((part) => String(part) === text)
  return String(value) === text
}
