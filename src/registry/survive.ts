import type {
  FamilyFields,
  FieldName,
  Intake,
  IntakeRow,
  PersonFields,
  RowFields,
} from '#intake/schema'
import { chooseName } from './choose-name.ts'
import type { ValueOrigin } from './schema.ts'
import { dayOfRow, isStale, lastPlace, trustPlace, trustWeight } from './survivorship/trust.ts'

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

/**
 * One value a field: what the most believed lists say together.
 *
 * What an officer wrote by hand stands, the latest of two. Else rows that say the same add up their
 * weights, so that three copies can outvote one; a birth date that stands in the person's own NIK weighs
 * more, and the NIK that holds the stated date. Of what weighs the same the better believed list wins,
 * then the fresher row, then the order of the values themselves: the order of files and rows decides
 * nothing.
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
  const evidence = evidenceOf(intake, rowNos)
  for (const name of names) {
    if (done.has(name)) continue
    const chosen = chooseRow(intake, rowNos, name, evidence)
    if (!chosen) continue
    const group = together.find((fieldsTogether) => fieldsTogether[0] === name) ?? [name]
    const isWritten = isByHand(intake, chosen.rowNo)
    for (const field of group) {
      const value = chosen.row.fields[field]
      // An officer who wrote one fact leaves the others to the lists.
      if (value !== undefined || !isWritten) done.add(field)
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
  /** The day of which the row speaks; empty where nothing says one. */
  readonly day: string
  readonly key: string
}

function isByHand({ rows, sheets }: Intake, rowNo: number): boolean {
  return sheets[rows[rowNo]?.sheetNo ?? -1]?.kind === 'by-hand'
}

interface Supported {
  readonly best: Candidate
  /** What lists give it. */
  readonly trust: number
  /** What other fields of one of its rows give it. */
  readonly extra: number
}

function chooseRow(
  intake: Intake,
  rowNos: readonly number[],
  name: FieldName,
  evidence: Evidence,
): Pick<Candidate, 'row' | 'rowNo'> | undefined {
  const byHand = rowNos.findLast(
    (rowNo) => intake.rows[rowNo]?.fields[name] !== undefined && isByHand(intake, rowNo),
  )
  const written = byHand === undefined ? undefined : intake.rows[byHand]
  if (byHand !== undefined && written) return { row: written, rowNo: byHand }
  // In the order of belief: each value stands where its best row does, and sums come out alike.
  const byValue = new Map<string, Supported>()
  for (const candidate of candidatesOf(intake, rowNos, name)) {
    const { row, place, key } = candidate
    const known = byValue.get(key)
    const extra = extraWeight(name, row, evidence)
    byValue.set(key, {
      best: known?.best ?? candidate,
      trust: (known?.trust ?? 0) + trustWeight(place),
      extra: Math.max(known?.extra ?? extra, extra),
    })
  }
  const all = [...byValue.values()].map(({ best, trust, extra }) => ({
    best,
    weight: trust + extra,
  }))
  if (name === 'name') {
    const written = all.map(({ weight, best }) => ({ name: best.row.fields.name ?? '', weight }))
    return all[chooseName(written)]?.best
  }
  let best: (typeof all)[number] | undefined
  for (const entry of all) if (!best || entry.weight > best.weight) best = entry
  return best?.best
}

/** Rows that tell a field: the most believed first, of equals the freshest. */
function candidatesOf(intake: Intake, rowNos: readonly number[], name: FieldName): Candidate[] {
  const telling = rowNos.flatMap((rowNo) => {
    const row = intake.rows[rowNo]
    const value = row?.fields[name]
    if (!row || value === undefined) return []
    return [{ row, rowNo, day: dayOfRow(intake, row) ?? '', key: valueKey(value) }]
  })
  const newest = telling.reduce((latest, { day }) => (day > latest ? day : latest), '')
  return telling
    .map((one) => ({
      ...one,
      place: isStale(name, one.day, newest) ? lastPlace(name) : trustPlace(intake, one.row, name),
    }))
    .sort(byBelief)
}

function byBelief(left: Candidate, right: Candidate): number {
  return (
    left.place - right.place ||
    compareTexts(right.day, left.day) ||
    compareTexts(left.key, right.key) ||
    // Fields that are told together come from this row: their values decide before its place does.
    compareTexts(fieldsKey(left.row), fieldsKey(right.row)) ||
    left.rowNo - right.rowNo
  )
}

/** One text for equal fields: the store gives them back in another order. */
function fieldsKey({ fields }: IntakeRow): string {
  return JSON.stringify(Object.entries(fields).sort(([left], [right]) => compareTexts(left, right)))
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Facts of other fields that speak for a value. */
interface Evidence {
  /** `YY-MM-DD` as the NIKs of the rows tell them. */
  readonly nikDates: ReadonlySet<string>
  /** `YY-MM-DD` of the birth dates that rows state to the day. */
  readonly statedDates: ReadonlySet<string>
  readonly nikPrefixes: readonly string[]
}

function evidenceOf(intake: Intake, rowNos: readonly number[]): Evidence {
  const fields = rowNos.flatMap((rowNo) => intake.rows[rowNo]?.fields ?? [])
  return {
    nikDates: birthDatesInNiks(intake, rowNos),
    statedDates: new Set(
      fields.flatMap(({ birthDate, birthPrecision }) =>
        birthDate === undefined || birthPrecision === 'year' ? [] : [birthDate.slice(2)],
      ),
    ),
    nikPrefixes: fields.flatMap(({ nikPrefix }) => nikPrefix ?? []),
  }
}

/** A date and a NIK that tell the same support each other; a year alone gives way to a day. */
function extraWeight(name: FieldName, { fields }: IntakeRow, evidence: Evidence): number {
  const value = fields[name]
  if (typeof value !== 'string') return 0
  if (name === 'birthDate') {
    if (fields.birthPrecision === 'year') return -8
    return evidence.nikDates.has(value.slice(2)) ? 6 : 0
  }
  if (name === 'nik') {
    const isFitting = evidence.statedDates.has(dateInNik(value))
    const agreeing = evidence.nikPrefixes.filter((prefix) => value.startsWith(prefix)).length
    return (isFitting ? 5 : 0) + agreeing
  }
  return 0
}

/** `YY-MM-DD` as the NIKs of these rows tell them. */
function birthDatesInNiks(intake: Intake, rowNos: readonly number[]): ReadonlySet<string> {
  const dates = new Set<string>()
  for (const rowNo of rowNos) {
    const nik = intake.rows[rowNo]?.fields.nik
    if (nik === undefined) continue
    dates.add(dateInNik(nik))
  }
  return dates
}

/** `YY-MM-DD` in a NIK, whether a real day or not. */
function dateInNik(nik: string): string {
  const day = Number(nik.slice(6, 8)) % 40
  return `${nik.slice(10, 12)}-${nik.slice(8, 10)}-${String(day).padStart(2, '0')}`
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
