import type { Intake, IntakeRow } from '#intake/schema'
import { type LinkRecord, normaliseAddress } from '#linkage'

/** Records to link, and the place in `Intake.rows` of each. Rows of family registers are not among them. */
export interface RegisterRecords {
  readonly records: readonly LinkRecord[]
  readonly rowNos: readonly number[]
}

/** One record for each row that names a person; what its family register says of the place is added. */
export function makeRecords(intake: Intake): RegisterRecords {
  const familyRowByKk = familyRows(intake)
  const kin = namesOfKin(intake)
  const records: LinkRecord[] = []
  const rowNos: number[] = []
  intake.rows.forEach((row, rowNo) => {
    if (isFamilyRow(intake, row)) return
    records.push(toRecord(row, familyRowByKk, kin, yearOf(intake)))
    rowNos.push(rowNo)
  })
  return { records, rowNos }
}

/** Rows that count for a family and name its head. */
export function isFamilyRow(intake: Intake, row: IntakeRow): boolean {
  return intake.sheets[row.sheetNo]?.kind === 'register-family'
}

function familyRows(intake: Intake): ReadonlyMap<string, IntakeRow> {
  const byKk = new Map<string, IntakeRow>()
  for (const row of intake.rows) {
    if (row.fields.kk !== undefined && isFamilyRow(intake, row)) byKk.set(row.fields.kk, row)
  }
  return byKk
}

/** Names that share a family card in a register, or a door in a list of members. */
interface Kin {
  readonly byKey: ReadonlyMap<string, readonly string[]>
  readonly keyOf: (row: IntakeRow) => string | undefined
}

function namesOfKin(intake: Intake): Kin {
  const keyOf = (row: IntakeRow): string | undefined => {
    const { kk, relation } = row.fields
    if (kk !== undefined && relation !== undefined) return `kk ${kk}`
    return row.fields.jknStatus === undefined ? undefined : doorKey(row)
  }
  const byKey = new Map<string, string[]>()
  for (const row of intake.rows) {
    const key = isFamilyRow(intake, row) ? undefined : keyOf(row)
    const { name } = row.fields
    if (key === undefined || name === undefined) continue
    const names = byKey.get(key)
    if (names) names.push(name)
    else byKey.set(key, [name])
  }
  return { byKey, keyOf }
}

/** Ward, RT, street and number; undefined where no number is written. */
export function doorKey({ fields }: IntakeRow): string | undefined {
  const { address, ward, rt } = fields
  const door = address === undefined ? undefined : normaliseAddress(address)
  if (door?.number === undefined || door.street === '') return undefined
  return `door ${ward ?? ''} ${rt ?? ''} ${door.street} ${door.number}`
}

function toRecord(
  row: IntakeRow,
  familyRowByKk: ReadonlyMap<string, IntakeRow>,
  kin: Kin,
  listYear: number | undefined,
): LinkRecord {
  const { fields } = row
  const register =
    fields.relation !== undefined && fields.kk !== undefined
      ? familyRowByKk.get(fields.kk)?.fields
      : undefined
  const key = kin.keyOf(row)
  const names = key === undefined ? undefined : kin.byKey.get(key)
  const familyNames = names?.filter((name) => name !== fields.name)
  return withoutAbsent({
    source: row.sheetNo,
    name: fields.name,
    nik: fields.nik,
    nikPrefix: fields.nikPrefix,
    kk: fields.kk,
    kkPrefix: fields.kkPrefix,
    birthDate: fields.birthDate,
    birthPrecision: fields.birthPrecision,
    birthYearApprox:
      fields.ageYears === undefined || listYear === undefined
        ? undefined
        : listYear - fields.ageYears,
    sex: fields.sex,
    ward: fields.ward ?? register?.ward,
    district: fields.district ?? register?.district,
    address: fields.address,
    rt: fields.rt,
    rw: fields.rw,
    phone: fields.phone,
    motherName: fields.motherName,
    headName: fields.headName ?? fields.guardianName,
    familyNames: familyNames !== undefined && familyNames.length > 0 ? familyNames : undefined,
  })
}

/** Year in which the lists were written, for stated ages. */
function yearOf({ latestDate }: Intake): number | undefined {
  return latestDate === undefined ? undefined : Number(latestDate.slice(0, 4))
}

type Loose = { readonly [Key in keyof LinkRecord]: LinkRecord[Key] | undefined } & {
  readonly source: number
}

/** Leaves out what is undefined, so that absence has one form. */
function withoutAbsent(loose: Loose): LinkRecord {
  const record: { -readonly [Key in keyof LinkRecord]: LinkRecord[Key] } = { source: loose.source }
  for (const [key, value] of Object.entries(loose)) {
    if (value !== undefined) Object.assign(record, { [key]: value })
  }
  return record
}
