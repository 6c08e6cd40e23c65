import type {
  FamilyFields,
  FieldName,
  Intake,
  IntakeRow,
  PersonFields,
  RowFields,
} from '#intake/schema'
import type { ValueOrigin } from './schema.ts'
import { trustPlace } from './trust.ts'

/** Fields of which one value survives for a person; events make the status instead. */
export const personFieldNames = [
  'name',
  'nik',
  'nikPrefix',
  'birthDate',
  'birthPrecision',
  'ageYears',
  'birthPlace',
  'sex',
  'motherName',
  'guardianName',
  'phone',
  'relation',
  'marital',
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
  'religion',
] as const satisfies readonly (keyof PersonFields)[]

/** Fields of which one value survives for a family; the card's number is decided with the family. */
export const familyFieldNames = [
  'headName',
  'address',
  'rt',
  'rw',
  'ward',
  'district',
  'latitude',
  'longitude',
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
  'assets',
  'isFlooded',
  'hasDebt',
] as const satisfies readonly (keyof FamilyFields)[]

export interface Survivors {
  readonly fields: Partial<RowFields>
  readonly origins: readonly ValueOrigin[]
}

/** Facts that must be told by one list together, or they contradict each other. */
const together: readonly (readonly FieldName[])[] = [
  ['birthDate', 'birthPrecision'],
  ['ward', 'district'],
  ['toilet', 'closet', 'wasteDisposal'],
  ['floor', 'floorCondition'],
  ['wall', 'wallCondition'],
  ['roof', 'roofCondition'],
  ['disability', 'disabilitySeverity'],
  ['jknStatus', 'jknReason'],
  ['latitude', 'longitude'],
]

/** Weight of a row by its place in the order of belief: one believed list outweighs two copies. */
const weightByPlace = [6, 3, 2, 1.5, 1.2, 1]

/**
 * One value a field: what the most believed lists say together.
 *
 * Rows that say the same add up their weights, so that three copies can outvote one; a birth date
 * that stands in the person's own NIK weighs more.
 *
 * @param rowNos rows of one person or family, ascending.
 */
export function survivors(
  intake: Intake,
  rowNos: readonly number[],
  names: readonly FieldName[],
): Survivors {
  const fields: Partial<RowFields> = {}
  const origins: ValueOrigin[] = []
  const done = new Set<FieldName>()
  const nikDates = birthDatesInNiks(intake, rowNos)
  for (const name of names) {
    if (done.has(name)) continue
    const chosen = chooseRow(intake, rowNos, name, nikDates)
    if (!chosen) continue
    const group = together.find((fieldsTogether) => fieldsTogether[0] === name) ?? [name]
    for (const field of group) {
      done.add(field)
      const value = chosen.row.fields[field]
      if (value === undefined) continue
      Object.assign(fields, { [field]: value })
      origins.push({
        field,
        rowNo: chosen.rowNo,
        otherRowNos: othersOf(intake, rowNos, field, value),
      })
    }
  }
  return { fields, origins }
}

interface Candidate {
  readonly row: IntakeRow
  readonly rowNo: number
  readonly place: number
}

function chooseRow(
  intake: Intake,
  rowNos: readonly number[],
  name: FieldName,
  nikDates: ReadonlySet<string>,
): Candidate | undefined {
  const byValue = new Map<string, { weight: number; best: Candidate }>()
  for (const rowNo of rowNos) {
    const row = intake.rows[rowNo]
    const value = row?.fields[name]
    if (!row || value === undefined) continue
    const place = trustPlace(intake, row, name)
    const isInNik =
      name === 'birthDate' && typeof value === 'string' && nikDates.has(value.slice(2))
    const weight = (weightByPlace[place] ?? 1) + (isInNik ? 6 : 0)
    const key = valueKey(value)
    const known = byValue.get(key)
    if (!known) byValue.set(key, { weight, best: { row, rowNo, place } })
    else {
      known.weight += weight
      if (place < known.best.place) known.best = { row, rowNo, place }
    }
  }
  let best: { weight: number; best: Candidate } | undefined
  for (const entry of byValue.values()) if (!best || entry.weight > best.weight) best = entry
  return best?.best
}

/** `YY-MM-DD` as the NIKs of these rows tell them. */
function birthDatesInNiks(intake: Intake, rowNos: readonly number[]): ReadonlySet<string> {
  const dates = new Set<string>()
  for (const rowNo of rowNos) {
    const nik = intake.rows[rowNo]?.fields.nik
    if (nik === undefined) continue
    const day = Number(nik.slice(6, 8)) % 40
    dates.add(`${nik.slice(10, 12)}-${nik.slice(8, 10)}-${String(day).padStart(2, '0')}`)
  }
  return dates
}

function othersOf(
  intake: Intake,
  rowNos: readonly number[],
  field: FieldName,
  value: RowFields[FieldName],
): number[] {
  const key = valueKey(value)
  return rowNos.filter((rowNo) => {
    const other = intake.rows[rowNo]?.fields[field]
    return other !== undefined && valueKey(other) !== key
  })
}

function valueKey(value: RowFields[FieldName]): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value).toLowerCase()
}
