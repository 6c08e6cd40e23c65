import type { Intake, ListKind, ListSheet, RowFields } from '#intake/schema'
import type { Received } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import type { Family, Person, Register } from '#registry/schema'
import { assess } from './assess.ts'
import type { Assessment, FamilyProfile, Need } from './schema.ts'

/** The day on which the builders' families are looked at. */
export const today: IsoDate = '2025-07-01'

/** A row of another list about the family, of its first member unless said otherwise. */
export interface OtherRow {
  readonly kind: ListKind
  readonly fields: RowFields
  readonly title?: string
  readonly member?: number
  readonly period?: IsoDate
}

/** Some fields of a record; undefined is said like absent, and then really absent. */
type Some<T> = { readonly [Name in keyof T]?: T[Name] | undefined }

export interface FamilySketch {
  readonly family?: Some<Family>
  /** Members as a register lists them; a grown-up head where absent. */
  readonly members?: readonly Some<Person>[]
  readonly others?: readonly OtherRow[]
  readonly received?: readonly Partial<Received>[]
  /** False: no register lists the members, a giver's list names them. */
  readonly isRegistered?: boolean
}

/** An intake, register and ledger that hold one family. */
export function aCity(sketch: FamilySketch) {
  const { family = {}, members = [{}], others = [], received = [], isRegistered = true } = sketch
  const sheets: ListSheet[] = []
  const rows: Intake['rows'][number][] = []
  const addRow = (kind: ListKind, fields: RowFields, title: string, period?: IsoDate): number => {
    const file = `${kind}.xlsx`
    sheets.push({
      file,
      sheet: 'S',
      kind,
      title,
      headerRow: 1,
      columns: [],
      account: noRows,
      ...(period === undefined ? {} : { period: { from: period, to: period } }),
    })
    rows.push({
      ref: { file, sheet: 'S', row: rows.length + 2 },
      sheetNo: sheets.length - 1,
      fields,
    })
    return rows.length - 1
  }

  const persons = members.map((member, place): Person => {
    const rowNo = addRow(isRegistered ? 'register-person' : 'aid', {}, '')
    return present<Person>({
      personId: `p${place}`,
      familyId: 'f',
      name: `Warga ${place}`,
      relation: place === 0 ? 'head' : 'other',
      sex: 'male',
      birthDate: '1985-01-01',
      status: 'active',
      rowNos: [rowNo],
      origins: fieldOrigins(member, rowNo),
      ...member,
    })
  })
  const familyRowNo = addRow('register-family', {}, '')
  const otherRowNos = others.map(({ kind, fields, title, period }) =>
    addRow(kind, fields, title ?? '', period),
  )
  const giftRowNos = received.map(() => addRow('aid', {}, ''))
  const register: Register = {
    persons,
    families: [
      present<Family>({
        familyId: 'f',
        headPersonId: 'p0',
        memberIds: persons.map(({ personId }) => personId),
        rowNos: rows.map((_, rowNo) => rowNo),
        listCount: 1,
        origins: fieldOrigins(family, familyRowNo),
        ...family,
      }),
    ],
    rowLinks: rows.map((_, rowNo) => {
      const other = others[otherRowNos.indexOf(rowNo)]
      const place = other === undefined ? Math.min(rowNo, persons.length - 1) : (other.member ?? 0)
      return { personId: `p${place}`, familyId: 'f' }
    }),
    review: [],
    linkageSummary: { pairsCompared: 0, clusterCount: 0, doubtfulCount: 0 },
  }
  const ledger = received.map((gift, place): Received => {
    const rowNo = gift.rowNo ?? giftRowNos[place] ?? 0
    const ref = rows[rowNo]?.ref ?? { file: '', sheet: '', row: 0 }
    return {
      rowNo,
      ref,
      personId: 'p0',
      familyId: 'f',
      sector: 'basic',
      indicator: 'INCOME',
      programme: 'SEMBAKO',
      provider: 'Kemensos',
      status: 'received',
      ...gift,
    }
  })
  const intake: Intake = { ...noLists, sheets, rows }
  return { intake, register, received: ledger, on: today, otherRowNos }
}

/** The assessment of one family. */
export function assessFamily(sketch: FamilySketch): Assessment {
  return assess(aCity(sketch))
}

/** What one family lacks. */
export function lacksOf(sketch: FamilySketch): FamilyProfile['lacks'] {
  const [profile] = assessFamily(sketch).profiles
  if (profile === undefined) throw new Error('the sketch has no family')
  return profile.lacks
}

/** The needs of one family of one indicator. */
export function needsOf(sketch: FamilySketch, indicator: Need['indicator']): readonly Need[] {
  return assessFamily(sketch).needs.filter((need) => need.indicator === indicator)
}

/** Drops fields that are undefined: what no list says is absent. */
function present<T extends object>(fields: { [Name in keyof T]: T[Name] | undefined }): T {
  // The one cast of these builders: dropping what is undefined is what makes it a T.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as T
}

function fieldOrigins(values: object, rowNo: number): Person['origins'] {
  const names = ['water', 'decile', 'nutrition', 'schoolParticipation', 'wasteDisposal'] as const
  return names
    .filter((field) => field in values)
    .map((field) => ({ field, rowNo, otherRowNos: [] }))
}

const noRows: ListSheet['account'] = {
  lastRow: 0,
  title: 0,
  heading: 0,
  blank: 0,
  section: 0,
  total: 0,
  footer: 0,
  data: 0,
  quarantined: 0,
}

const noLists: Intake = {
  sheets: [],
  rows: [],
  quarantinedRefs: [],
  quarantine: [],
  findings: [],
  faults: [],
  ignored: [],
  offers: [],
  budgets: [],
}
