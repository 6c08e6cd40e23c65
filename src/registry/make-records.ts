import type { Intake, IntakeRow } from '#intake/schema'
import type { LinkRecord } from '#linkage'
import { kinOf } from './kin-names.ts'
import { isFamilyRow } from './row-kinds.ts'

/** Records to link, and the place in `Intake.rows` of each. */
export interface RegisterRecords {
  readonly records: readonly LinkRecord[]
  readonly rowNos: readonly number[]
}

/**
 * One record for each row: a row of a family register speaks of the head whom it names. What the family
 * register says of the place is added to the rows of persons with the same card.
 */
export function makeRecords(
  intake: Intake,
  ownerOfValue: ReadonlyMap<number, number>,
): RegisterRecords {
  const familyRowByKk = familyRows(intake)
  const kin = kinOf(intake)
  const payeeSheets = sheetsOfPayees(intake)
  const records: LinkRecord[] = []
  const rowNos: number[] = []
  intake.rows.forEach((row, rowNo) => {
    if (ownerOfValue.has(rowNo)) return // says whose it is
    records.push(
      withoutAbsent({
        ...toRecord(row, isFamilyRow(intake, row), familyRowByKk, yearOf(intake)),
        ...kin.namesFor(row),
        role: roleOf(intake, row, payeeSheets),
      }),
    )
    rowNos.push(rowNo)
  })
  return { records, rowNos }
}

function familyRows(intake: Intake): ReadonlyMap<string, IntakeRow> {
  const byKk = new Map<string, IntakeRow>()
  for (const row of intake.rows) {
    if (row.fields.kk !== undefined && isFamilyRow(intake, row)) byKk.set(row.fields.kk, row)
  }
  return byKk
}

/**
 * Sheets of aid that name one person a family: nearly every row has another family card. Who receives
 * there is an adult of the family, head or spouse as a rule.
 */
function sheetsOfPayees(intake: Intake): ReadonlySet<number> {
  const cards = new Map<number, string[]>()
  for (const { sheetNo, fields } of intake.rows) {
    const card = fields.kk ?? fields.kkPrefix
    if (intake.sheets[sheetNo]?.kind !== 'aid' || card === undefined) continue
    const known = cards.get(sheetNo)
    if (known) known.push(card)
    else cards.set(sheetNo, [card])
  }
  const ofPayees = [...cards].filter(([, all]) => new Set(all).size >= all.length * 0.7)
  return new Set(ofPayees.map(([sheetNo]) => sheetNo))
}

/** Where the row's person stands in the family, said by the row or by the kind of its list. */
function roleOf(
  intake: Intake,
  row: IntakeRow,
  payeeSheets: ReadonlySet<number>,
): LinkRecord['role'] {
  const { sheetNo, fields } = row
  if (isFamilyRow(intake, row)) return 'head'
  if (fields.relation === 'head' || fields.relation === 'spouse') return fields.relation
  if (fields.relation !== undefined) return 'member'
  const kind = intake.sheets[sheetNo]?.kind
  if (kind === 'housing-survey' || kind === 'water-survey') return 'household'
  return kind === 'proposal' || payeeSheets.has(sheetNo) ? 'payee' : undefined
}

function toRecord(
  row: IntakeRow,
  isFamily: boolean,
  familyRowByKk: ReadonlyMap<string, IntakeRow>,
  listYear: number | undefined,
): Loose {
  const { fields } = row
  const register =
    fields.relation !== undefined && fields.kk !== undefined
      ? familyRowByKk.get(fields.kk)?.fields
      : undefined
  return {
    source: row.sheetNo,
    name: isFamily ? (fields.headName ?? fields.name) : fields.name,
    nik: fields.nik,
    nikPrefix: fields.nikPrefix,
    nikAsWritten: fields.nikAsWritten,
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
    headName: isFamily ? undefined : (fields.headName ?? fields.guardianName),
  }
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
