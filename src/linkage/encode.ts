import { normaliseAddresses } from './addresses.ts'
import { canonicalOrder } from './canonical-order.ts'
import { NameCollector, type NameIndex } from './distinct-names.ts'
import { fillPlaces } from './fill-places.ts'
import type { LinkRecord } from './schema.ts'
import { type NumberColumn, numberColumns } from './state-numbers.ts'

/** How much of a birth date a record knows. */
export const datePrecision = { none: 0, day: 1, month: 2, year: 3, approximate: 4 } as const

/** Places in the family in the order of their numbers, counted from 1. */
export const roles = ['head', 'spouse', 'member', 'household', 'payee'] as const

/** Records as columns of numbers, in canonical order; -1 or 0 stands for "does not say". */
export interface EncodedRecords {
  readonly count: number
  /** Place in the caller's records of each encoded record. */
  readonly order: Int32Array
  readonly source: Int32Array
  readonly nameNo: Int32Array
  readonly nameIndex: NameIndex
  readonly nik: NumberColumn
  /** 1 where the digits of the NIK give the record's own birth date. */
  readonly isNikFitting: Uint8Array
  readonly kk: NumberColumn
  readonly year: Int16Array
  readonly month: Uint8Array
  readonly day: Uint8Array
  readonly precision: Uint8Array
  /** 1 where the birth date was read from the NIK because the record has none of its own. */
  readonly isDateFromNik: Uint8Array
  /** 0 unknown, 1 male, 2 female. */
  readonly sex: Uint8Array
  /** 1 where the sex was read from the NIK. */
  readonly isSexFromNik: Uint8Array
  readonly ward: Int32Array
  readonly district: Int32Array
  readonly rt: Int32Array
  readonly rw: Int32Array
  readonly street: Int32Array
  readonly streets: readonly string[]
  readonly door: Int32Array
  readonly phone: Int32Array
  /** Names of kin that the record itself states (mother, head, guardian). */
  readonly statedKin: readonly (readonly number[])[]
  /** Names of others of the family, from other records. */
  readonly familyKin: readonly (readonly number[])[]
  readonly childKin: readonly (readonly number[])[]
  /** 0 unknown, then as in `roles`. */
  readonly role: Uint8Array
  /** Digits of a NIK that cannot be right, empty for none. */
  readonly looseNik: readonly string[]
}

/** Numbers the distinct texts of a column in the order in which they come. */
class Dictionary {
  readonly texts: string[] = []
  readonly #noByText = new Map<string, number>()

  add(text: string | undefined): number {
    if (text === undefined || text === '') return -1
    const known = this.#noByText.get(text)
    if (known !== undefined) return known
    this.#noByText.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

/** Records as columns, in an order and with numbers that depend on what they say only. */
export function encodeRecords(records: readonly LinkRecord[]): EncodedRecords {
  const count = records.length
  const order = canonicalOrder(records)
  const sorted = Array.from(order, (place) => records[place] ?? { source: 0 })
  const { nik, kk } = numberColumns(sorted)

  const collector = new NameCollector()
  const nameNo = Int32Array.from(sorted, (record) => collector.add(record.name))
  let named = 0
  for (const no of nameNo) {
    if (no < 0) continue
    collector.countRecord(no)
    named++
  }
  const statedKin = sorted.map((record) =>
    kinNames(collector, [record.motherName, record.headName]),
  )
  const familyKin = sorted.map((record) => kinNames(collector, record.familyNames ?? []))
  const childKin = sorted.map((record) => kinNames(collector, record.childNames ?? []))
  const nameIndex = collector.finish(named)

  const dates = dateColumns(sorted, nik)
  const wards = new Dictionary()
  const districts = new Dictionary()
  const phones = new Dictionary()
  const sex = new Uint8Array(count)
  const isSexFromNik = new Uint8Array(count)
  sorted.forEach((record, no) => {
    const told = record.sex ?? nameIndex.names[nameNo[no] ?? -1]?.sex
    sex[no] = told === 'male' ? 1 : told === 'female' ? 2 : sexFromNik(nik, no)
    if (!told && sex[no] !== 0) isSexFromNik[no] = 1
  })
  const places = placeColumns(sorted)
  const area = fillPlaces({
    ...places,
    ward: Int32Array.from(sorted, (record) => wards.add(record.ward)),
    rt: Int32Array.from(sorted, (record) => record.rt ?? -1),
    rw: Int32Array.from(sorted, (record) => record.rw ?? -1),
  })
  return {
    count,
    order,
    source: Int32Array.from(sorted, (record) => record.source),
    nameNo,
    nameIndex,
    nik,
    kk,
    ...dates,
    sex,
    isSexFromNik,
    district: Int32Array.from(sorted, (record) => districts.add(record.district)),
    ...places,
    ...area,
    phone: Int32Array.from(sorted, (record) => phones.add(normalPhone(record.phone))),
    statedKin,
    familyKin,
    childKin,
    role: Uint8Array.from(sorted, (record) => (record.role ? roles.indexOf(record.role) + 1 : 0)),
    looseNik: sorted.map((record) => record.nikAsWritten ?? ''),
  }
}

function kinNames(collector: NameCollector, written: readonly (string | undefined)[]): number[] {
  const numbers: number[] = []
  for (const name of written) {
    const no = collector.add(name)
    if (no >= 0 && !numbers.includes(no)) numbers.push(no)
  }
  return numbers
}

/** Digits of a phone number in the national form; other texts (mail addresses) as they are. */
function normalPhone(phone: string | undefined): string | undefined {
  if (phone === undefined) return undefined
  if (/[a-z]/i.test(phone)) return phone.trim().toLowerCase()
  const digits = phone.replace(/\D/g, '').replace(/^(62|0062)/, '0')
  return digits.length >= 6 ? digits : undefined
}

function sexFromNik(nik: NumberColumn, no: number): number {
  const day = nikDay(nik, no)
  if (day === 0) return 0
  return day > 40 ? 2 : 1
}

/** Digits 7 and 8 of a NIK, 0 where they are unknown or impossible. */
function nikDay(nik: NumberColumn, no: number): number {
  if ((nik.digits[no] ?? 0) < 12) return 0
  const high = nik.high[no] ?? 0
  const day = ((high >>> 4) & 15) * 10 + (high & 15)
  const isPossible = (day >= 1 && day <= 31) || (day >= 41 && day <= 71)
  return isPossible ? day : 0
}

function dateColumns(sorted: readonly LinkRecord[], nik: NumberColumn) {
  const count = sorted.length
  const year = new Int16Array(count)
  const month = new Uint8Array(count)
  const day = new Uint8Array(count)
  const precision = new Uint8Array(count)
  const isDateFromNik = new Uint8Array(count)
  const isNikFitting = new Uint8Array(count)
  let latestYear = 0
  for (const record of sorted) {
    latestYear = Math.max(latestYear, Number(record.birthDate?.slice(0, 4) ?? 0))
  }
  if (latestYear === 0) latestYear = 2029
  sorted.forEach((record, no) => {
    const fromNik = dateFromNik(nik, no, latestYear)
    if (record.birthDate) {
      year[no] = Number(record.birthDate.slice(0, 4))
      month[no] = Number(record.birthDate.slice(5, 7))
      day[no] = Number(record.birthDate.slice(8, 10))
      precision[no] = datePrecision[record.birthPrecision ?? 'day']
      const isFitting =
        fromNik?.day === day[no] &&
        fromNik.month === month[no] &&
        (fromNik.year - (year[no] ?? 0)) % 100 === 0
      if (isFitting) isNikFitting[no] = 1
    } else if (fromNik) {
      year[no] = fromNik.year
      month[no] = fromNik.month
      day[no] = fromNik.day
      precision[no] = datePrecision.day
      isDateFromNik[no] = 1
    } else if (record.birthYearApprox !== undefined) {
      year[no] = record.birthYearApprox
      precision[no] = datePrecision.approximate
    }
  })
  return { year, month, day, precision, isDateFromNik, isNikFitting }
}

function dateFromNik(nik: NumberColumn, no: number, latestYear: number) {
  const written = nikDay(nik, no)
  if (written === 0) return undefined
  const low = nik.low[no] ?? 0
  const month = (low >>> 28) * 10 + ((low >>> 24) & 15)
  if (month < 1 || month > 12) return undefined
  const short = ((low >>> 20) & 15) * 10 + ((low >>> 16) & 15)
  const year = 2000 + short <= latestYear ? 2000 + short : 1900 + short
  return { day: written > 40 ? written - 40 : written, month, year }
}

/** Streets and doors as numbers. */
function placeColumns(sorted: readonly LinkRecord[]) {
  const addresses = normaliseAddresses(sorted.map(({ address }) => address))
  const streets = new Dictionary()
  const doors = new Dictionary()
  const street = new Int32Array(sorted.length).fill(-1)
  const door = new Int32Array(sorted.length).fill(-1)
  addresses.forEach((address, no) => {
    if (!address) return
    street[no] = streets.add(address.street)
    door[no] = doors.add(address.number)
  })
  return { street, door, streets: streets.texts }
}
