import type { Intake, IntakeRow, RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import type { Batch, InputTable } from '#platform/duckdb'
import type { Family, Person, Register } from '../schema.ts'
import type { QualityCode } from './codes.ts'

/** A register with the rows that it was made of. */
export interface JudgedRegister {
  readonly intake: Pick<Intake, 'sheets' | 'rows' | 'findings'>
  readonly register: Pick<Register, 'persons' | 'families' | 'rowLinks' | 'review'>
  /** Ages are counted on this day. */
  readonly on: IsoDate
}

/** Makes the tables that the steps read: persons, families, and the rows of lists with their office. */
export async function loadInputTables(
  batch: Batch,
  { intake, register, on }: JudgedRegister,
): Promise<void> {
  const doubtful = new Set(
    register.review.flatMap(({ leftPersonId, rightPersonId }) =>
      leftPersonId === rightPersonId ? [] : [leftPersonId, rightPersonId],
    ),
  )
  await batch.load(personTable(doubtful, Number(on.slice(0, 4))), register.persons)
  await batch.load(familyTable, register.families)
  const rows = intake.rows.map((row, rowNo) => ({
    row,
    personId: register.rowLinks[rowNo]?.personId,
  }))
  await batch.load(rowTable(intake), rows)
}

/** Whether the birth date is known to the day. */
export function isBornOnDay({ birthDate, birthPrecision }: Person): boolean {
  return birthDate !== undefined && birthPrecision !== 'year' && birthPrecision !== 'month'
}

/** A person, and which variables of the national register some list tells. */
function personTable(doubtful: ReadonlySet<string>, year: number): InputTable<Person> {
  const has = (tell: (person: Person) => unknown) =>
    ({ type: 'boolean', valueOf: (person: Person) => tell(person) !== undefined }) as const
  return {
    name: 'person',
    columns: {
      person_id: { type: 'varchar', valueOf: ({ personId }) => personId },
      family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
      is_here: { type: 'boolean', valueOf: ({ status }) => status === 'active' },
      is_doubtful: { type: 'boolean', valueOf: ({ personId }) => doubtful.has(personId) },
      nik: { type: 'varchar', valueOf: ({ nik }) => nik ?? null },
      sex: { type: 'varchar', valueOf: ({ sex }) => sex ?? null },
      // a day by habit or a year is no birth date to compare with
      born_on: {
        type: 'varchar',
        valueOf: (person) => (isBornOnDay(person) ? (person.birthDate ?? null) : null),
      },
      age_years: {
        type: 'integer',
        valueOf: ({ birthYear }) => (birthYear === undefined ? null : year - birthYear),
      },
      has_name: has(({ name }) => name),
      has_relation: has(({ relation }) => relation),
      has_marital: has(({ marital }) => marital),
      has_education: has(({ education, schoolParticipation }) => education ?? schoolParticipation),
      has_occupation: has(({ occupation }) => occupation),
      has_business: has(({ ownsBusiness }) => ownsBusiness),
      has_disability: has(({ disability }) => disability),
      has_illness: has(({ chronicIllness }) => chronicIllness),
    },
  }
}

const familyTable: InputTable<Family> = {
  name: 'family',
  columns: {
    family_id: { type: 'varchar', valueOf: ({ familyId }) => familyId },
    kk: { type: 'varchar', valueOf: ({ kk }) => kk ?? null },
    ward: { type: 'varchar', valueOf: ({ ward }) => ward ?? null },
    has_address: { type: 'boolean', valueOf: ({ address }) => address !== undefined },
  },
}

/** What the reading of lists found amiss with a NIK, in the words of a record's quality. */
const codeOfFinding: Readonly<Record<string, QualityCode>> = {
  'nik-length': 'nik-format',
  'nik-format': 'nik-format',
  'nik-digits-lost': 'nik-format',
  'nik-date-impossible': 'nik-date-impossible',
  'nik-serial-zero': 'nik-serial-zero',
  'nik-same-as-kk': 'nik-same-as-kk',
  'nik-region-unknown': 'nik-region-unknown',
}

interface LinkedRow {
  readonly row: IntakeRow
  readonly personId: string | undefined
}

function rowTable({ sheets, findings }: JudgedRegister['intake']): InputTable<LinkedRow> {
  const faultOf = new Map<string, QualityCode>()
  for (const { code, ...ref } of findings) {
    const fault = codeOfFinding[code]
    if (fault !== undefined) faultOf.set(placeOf(ref), fault)
  }
  return {
    name: 'source_row',
    columns: {
      person_id: { type: 'varchar', valueOf: ({ personId }) => personId ?? null },
      // a list that names nobody belongs to an office that is not known
      office: { type: 'varchar', valueOf: ({ row }) => sheets[row.sheetNo]?.provider ?? '' },
      nik: { type: 'varchar', valueOf: ({ row }) => row.fields.nik ?? null },
      kk: { type: 'varchar', valueOf: ({ row }) => row.fields.kk ?? null },
      fault: { type: 'varchar', valueOf: ({ row }) => faultOf.get(placeOf(row.ref)) ?? null },
    },
  }
}

function placeOf({ file, sheet, row }: RowRef): string {
  return `${row} ${sheet}\n${file}`
}
