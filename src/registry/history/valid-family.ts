import type { FamilyFields, Intake, ListSheet, PersonFields, RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import { assembleFamily } from '../assemble-family.ts'
import { assemblePerson } from '../assemble-person.ts'
import { byHandFile, changeOfRow } from '../changes.ts'
import { KeyMaker } from '../public-keys.ts'
import type { Person, ValueOrigin } from '../schema.ts'
import { type MembershipPeriod, membershipPeriods } from './membership-periods.ts'
import type { KnownFamily, KnownOrigin, KnownRow } from './schema.ts'

/** A row with the day of which it speaks; null where neither it nor its list says one. */
export interface DatedRow extends KnownRow {
  readonly personId: string
  readonly on: IsoDate | null
}

export interface ValidPerson {
  readonly personId: string
  readonly fields: PersonFields
  readonly birthYear: number | null
  readonly status: Person['status']
  readonly statusDate: IsoDate | null
  readonly periods: readonly MembershipPeriod[]
  readonly origins: readonly KnownOrigin[]
}

/** Why somebody of the family was not, or cannot be told to have been, with it on that day. */
export type AbsenceReason = 'no-row' | 'not-born' | 'not-moved-in'

/** Where a family lived, by rows that say a day; the last has no end. */
export interface DwellingPeriod {
  readonly ward: string
  readonly from: IsoDate
  readonly to?: IsoDate
  readonly ref: RowRef
}

/** A family as it was on a day, by the rows that speak of that day or of one before. */
export interface ValidFamily {
  readonly headPersonId: string | null
  readonly fields: FamilyFields
  readonly origins: readonly KnownOrigin[]
  readonly persons: readonly ValidPerson[]
  readonly absent: readonly { readonly personId: string; readonly reason: AbsenceReason }[]
  readonly dwellings: readonly DwellingPeriod[]
  /** All rows of the family; those of a later day say nothing of it. */
  readonly rows: readonly (DatedRow & { readonly isCounted: boolean })[]
}

export interface Day {
  readonly validOn: IsoDate
  /** Day of the lists: ages and years of birth are told by the earlier of the two. */
  readonly listDay: IsoDate
  /** Day on which a change came in force: what is written by hand holds from then on. */
  readonly dayOfChange: (changeNo: number) => IsoDate | undefined
}

/**
 * The record that the rows of a day and of those before make by the published order of belief. Rows
 * and lists that say no day count on every day.
 *
 * @param known the family as it was known at some moment: who belongs to it is taken from there.
 */
export function familyValidOn(known: KnownFamily, day: Day): ValidFamily {
  const dated = known.persons
    .flatMap(({ personId, rows }) =>
      rows.map((row): DatedRow => ({ ...row, personId, on: dayOfRow(row, day) })),
    )
    .sort((left, right) => left.place - right.place)
  const isCounted = ({ on }: DatedRow): boolean => on === null || on <= day.validOn
  const counted = dated.filter(isCounted)
  const latestDate = day.validOn < day.listDay ? day.validOn : day.listDay
  const intake = intakeOf(counted, latestDate)
  const originOf = ({ field, rowNo, otherRowNos }: ValueOrigin): KnownOrigin[] => {
    const ref = counted[rowNo]?.ref
    const others = otherRowNos.flatMap((other) => counted[other]?.ref ?? [])
    return ref ? [{ field, ref, others }] : []
  }
  const absent: { personId: string; reason: AbsenceReason }[] = []
  const persons: Person[] = []
  for (const { personId, rows } of known.persons) {
    const rowNos = counted.flatMap((row, rowNo) => (row.personId === personId ? rowNo : []))
    const reason = whyAbsent(rows, rowNos.length, day)
    if (reason) absent.push({ personId, reason })
    if (reason) continue
    const draft = { rowNos, family: 0 }
    const made = assemblePerson(intake, draft, known.familyId, new KeyMaker(intake))
    persons.push({ ...made, personId })
  }
  const family = assembleFamily({
    intake,
    familyId: known.familyId,
    kk: cardOf(known, counted),
    rowNos: persons.flatMap(({ rowNos }) => rowNos),
    persons,
  })
  const { headPersonId, memberIds, rowNos: _, listCount: _l, familyId: _id, ...rest } = family
  const { origins, ...fields } = rest
  const personOf = new Map(persons.map((person) => [person.personId, person]))
  const eventsOf = new Map(
    known.persons.map(({ personId, rows }) => [personId, rows.map((row) => row.fields)]),
  )
  return {
    headPersonId: headPersonId ?? null,
    fields,
    origins: origins.flatMap(originOf),
    persons: memberIds.flatMap((id) => {
      const person = personOf.get(id)
      if (!person) return []
      const periods = membershipPeriods(eventsOf.get(id) ?? [])
      return toValidPerson(person, periods, person.origins.flatMap(originOf))
    }),
    absent,
    dwellings: dwellingPeriods(dated),
    rows: dated.map((row) => ({ ...row, isCounted: isCounted(row) })),
  }
}

function toValidPerson(
  person: Person,
  periods: readonly MembershipPeriod[],
  origins: readonly KnownOrigin[],
): ValidPerson {
  const { personId, familyId: _f, birthYear, status, statusDate, rowNos: _r, ...rest } = person
  const { origins: _origins, ...fields } = rest
  return {
    personId,
    fields,
    birthYear: birthYear ?? null,
    status,
    statusDate: statusDate ?? null,
    periods,
    origins,
  }
}

/** The day of which a row speaks: its own, else the first day of its list's time. */
function dayOfRow({ ref, fields, period }: KnownRow, { dayOfChange }: Day): IsoDate | null {
  const own = fields.surveyDate ?? fields.eventDate ?? fields.aidDate
  if (own !== undefined) return own
  if (ref.file === byHandFile) return dayOfChange(changeOfRow(ref.row)) ?? null
  return period?.from ?? null
}

function whyAbsent(
  rows: readonly KnownRow[],
  countedRows: number,
  { validOn }: Day,
): AbsenceReason | undefined {
  if (countedRows === 0) return 'no-row'
  const born = rows.flatMap(({ fields }) => fields.birthDate ?? [])
  if (born.length > 0 && born.every((date) => date > validOn)) return 'not-born'
  const [first] = membershipPeriods(rows.map(({ fields }) => fields))
  return first?.from !== undefined && first.from > validOn ? 'not-moved-in' : undefined
}

/** The card that the family is known by where a row of the time has it, else the card that one has. */
function cardOf({ fields }: KnownFamily, rows: readonly KnownRow[]): string | undefined {
  const cards = rows.flatMap((row) => row.fields.kk ?? [])
  return fields.kk !== undefined && cards.includes(fields.kk) ? fields.kk : cards[0]
}

/** Wards in order of time; a row that says the same ward again begins nothing. */
function dwellingPeriods(rows: readonly DatedRow[]): readonly DwellingPeriod[] {
  const said = rows
    .flatMap(({ on, ref, fields: { ward } }) =>
      on === null || ward === undefined ? [] : [{ ward, from: on, ref }],
    )
    .sort((left, right) => (left.from < right.from ? -1 : Number(left.from > right.from)))
  const periods: DwellingPeriod[] = []
  for (const one of said) {
    const last = periods.at(-1)
    if (last?.ward === one.ward) continue
    if (last) periods[periods.length - 1] = { ...last, to: one.from }
    periods.push(one)
  }
  return periods
}

/** Rows of the store as the steps of the register take them. */
function intakeOf(rows: readonly KnownRow[], latestDate: IsoDate): Intake {
  const sheetNos = new Map<string, number>()
  const sheets: ListSheet[] = []
  const sheetNoOf = ({ ref, kind, title, period }: KnownRow): number => {
    const key = JSON.stringify([ref.file, ref.sheet, kind])
    const known = sheetNos.get(key)
    if (known !== undefined) return known
    sheetNos.set(key, sheets.length)
    const dated = period === null ? {} : { period }
    sheets.push({ ...ref, ...dated, kind, title, headerRow: 0, columns: [], account: noRows })
    return sheets.length - 1
  }
  return {
    sheets,
    rows: rows.map((row) => ({ ref: row.ref, sheetNo: sheetNoOf(row), fields: row.fields })),
    quarantinedRefs: [],
    quarantine: [],
    findings: [],
    faults: [],
    ignored: [],
    offers: [],
    budgets: [],
    latestDate,
  }
}

const noRows = {
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
