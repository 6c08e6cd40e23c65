import { ageYears, type IsoDate, toIsoDate } from '#platform/dates'
import type { Cell, CellContext, DateOrder, ParsedCell, Reading } from './cell.ts'
import type { FindingCode } from './finding-codes.ts'
import { isEmptyMark, tidyText } from './plain-words.ts'
import { fault, nothing, remark, value } from './reading.ts'

export interface DateReading {
  readonly date: IsoDate
  readonly precision: 'day' | 'month' | 'year'
}

const monthByPrefix: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
}

/** Days of a spreadsheet's calendar that can be meant: 1900 to 2119. */
const serialDays = { least: 367, most: 80_000 }

/**
 * The date of a cell, in any form that offices write. A bare year or month is a date with less
 * precision. `isBirth` decides how two-digit years are read.
 */
export function parseDate(cell: Cell, context: CellContext, isBirth = false): Reading<DateReading> {
  if (cell.date !== undefined) return value({ date: cell.date, precision: 'day' })
  const text = tidyText(cell.text).replace(/[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?z?$/i, '')
  if (isEmptyMark(text) || /^0+$/.test(text)) return nothing
  if (/^0+(?:[-/. ]0+)+$/.test(text)) return fault('date-placeholder')
  const bare = text.replace(/\s*\([^)]*\)$|^(?:th|thn|tahun|tgl|tanggal|±)\.?\s*(?=\d)/gi, '')
  return (
    fromDigits(bare, cell) ??
    fromNumbers(bare, context, isBirth) ??
    fromWords(bare, context, isBirth) ??
    fault('date-unreadable')
  )
}

function fromDigits(text: string, cell: Cell): Reading<DateReading> | undefined {
  if (!/^\d+(\.0+)?$/.test(text)) return undefined
  const digits = text.replace(/\.0+$/, '')
  if (/^(?:1[89]|20)\d{2}$/.test(digits)) {
    return value({ date: `${digits}-01-01`, precision: 'year' }, 'date-part')
  }
  if (digits.length === 8) {
    const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
    const isYearFirst = /^(?:1[89]|20)/.test(digits) && (month ?? 0) <= 12
    if (isYearFirst) return fromParts(year, month, day)
    return fromParts(
      Number(digits.slice(4)),
      Number(digits.slice(2, 4)),
      Number(digits.slice(0, 2)),
    )
  }
  const serial = Number(digits)
  if (cell.kind === 'number' && serial >= serialDays.least && serial <= serialDays.most) {
    const date = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
    return value({ date, precision: 'day' }, 'date-serial')
  }
  return undefined
}

/** A day or month written as 0 is one that the list does not know. */
function fromParts(year = 0, month = 0, day = 0): Reading<DateReading> {
  if (month === 0 && day === 0)
    return value({ date: `${year}-01-01`, precision: 'year' }, 'date-part')
  if (day === 0) return wholeMonth(year, month)
  const date = toIsoDate(year, month, day)
  return date ? value({ date, precision: 'day' }) : fault('date-impossible')
}

function fromNumbers(
  text: string,
  context: CellContext,
  isBirth: boolean,
): Reading<DateReading> | undefined {
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text)
  if (iso) {
    const [year, month, day] = iso.slice(1).map(Number)
    return month !== undefined && month > 12 && (day ?? 13) <= 12
      ? swapped(fromParts(year, day, month))
      : fromParts(year, month, day)
  }
  const plain = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})$/.exec(text)
  if (plain) {
    const [first = 0, second = 0] = plain.slice(1, 3).map(Number)
    const year = fullYear(plain[3] ?? '', context, isBirth)
    const [day, month] = context.dateOrder === 'mdy' ? [second, first] : [first, second]
    return month > 12 && day <= 12
      ? swapped(fromParts(year, day, month))
      : fromParts(year, month, day)
  }
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text)
  if (monthYear) return wholeMonth(Number(monthYear[2]), Number(monthYear[1]))
  return /^\d{1,2}[-/]\d{1,2}$/.test(text) ? fault('date-year-missing') : undefined
}

function swapped(reading: Reading<DateReading>): Reading<DateReading> {
  return reading.value ? remark(reading.value, 'date-order-swapped') : reading
}

function wholeMonth(year: number, month: number): Reading<DateReading> {
  const date = toIsoDate(year, month, 1)
  return date ? value({ date, precision: 'month' }, 'date-part') : fault('date-impossible')
}

function fromWords(
  text: string,
  context: CellContext,
  isBirth: boolean,
): Reading<DateReading> | undefined {
  const english = /^([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)
  const englishMonth = monthOf(english?.[1])
  if (english && englishMonth) {
    return byMonthName(fromParts(Number(english[3]), englishMonth, Number(english[2])))
  }
  const words =
    /^(?:[a-z']+,?\s+)?(?:(\d{1,2})[\s.-]*)?([a-z]{3,10})\.?[\s,.-]*(\d{2}|\d{4})?$/i.exec(text)
  const month = monthOf(words?.[2])
  if (!words || month === undefined) return undefined
  if (!words[3]) return fault('date-year-missing')
  const year = fullYear(words[3], context, isBirth)
  return words[1] ? byMonthName(fromParts(year, month, Number(words[1]))) : wholeMonth(year, month)
}

function byMonthName(reading: Reading<DateReading>): Reading<DateReading> {
  return reading.value?.precision === 'day'
    ? { ...reading, normalisation: 'date-month-name' }
    : reading
}

function monthOf(word = ''): number | undefined {
  return monthByPrefix[word.toLowerCase().slice(0, 3)]
}

/** Two-digit years of births lie behind the list's date; those of events in this century. */
function fullYear(text: string, context: CellContext, isBirth: boolean): number {
  const year = Number(text)
  if (text.length === 4) return year
  if (!isBirth) return 2000 + year
  const listYear = Number((context.on ?? '2029').slice(2, 4))
  return year > listYear ? 1900 + year : 2000 + year
}

/** Oldest believable person. */
const mostYears = 120
/** How far beyond the list's date one of its dates may lie before it is a slip. */
const reachDays = 62

/** A birth date with its precision, or an age where the column mixes both. */
export function parseBirth(cell: Cell, context: CellContext): ParsedCell {
  if (cell.date === undefined && !isSerial(cell) && !/\d[-/]\d|\d\.\d+\.\d|\d{4}/.test(cell.text)) {
    const age = parseAge(cell)
    if (age.value !== undefined) return ageFields(age)
  }
  const reading = parseDate(cell, context, true)
  if (!reading.value) return { fields: {}, findings: reading.findings }
  const { date, precision } = reading.value
  const amiss = birthFault(date, context)
  if (amiss) return { fields: {}, findings: fault(amiss).findings }
  return {
    fields: { birthDate: date, birthPrecision: precision },
    findings: reading.findings,
    ...(reading.normalisation ? { normalisations: { birthDate: reading.normalisation } } : {}),
  }
}

function isSerial(cell: Cell): boolean {
  return cell.kind === 'number' && (cell.number ?? 0) > mostYears
}

function birthFault(date: IsoDate, { on }: CellContext): FindingCode | undefined {
  if (on === undefined) return undefined
  if (date > on) return 'date-in-future'
  return ageYears(date, on) > mostYears ? 'date-too-old' : undefined
}

/** "Pulang Pisau, 02-10-1973", either part alone too. */
export function parsePlaceAndBirth(cell: Cell, context: CellContext): ParsedCell {
  if (cell.kind !== 'text') return parseBirth(cell, context)
  const text = tidyText(cell.text)
  const parts =
    /^([a-z .'’()]+?)\s*[,/;-]\s*(\d.*)$/i.exec(text) ??
    /^([a-z .'’()]+?)\s+(\d{1,2}[-/. ].*)$/i.exec(text)
  if (!parts) {
    if (/^[a-z .'’]+$/i.test(text) && !isEmptyMark(text)) {
      return { fields: { birthPlace: text }, findings: [] }
    }
    return parseBirth(cell, context)
  }
  const birth = parseBirth({ text: parts[2] ?? '', kind: 'text' }, context)
  return {
    fields: { ...birth.fields, birthPlace: tidyText(parts[1] ?? '') },
    findings: birth.findings,
    normalisations: { ...birth.normalisations, birthPlace: 'out-of-text' },
  }
}

/** A date of help or an event; one far beyond the list's own date is a slip. */
export function parseEventDate(cell: Cell, context: CellContext): Reading<IsoDate> {
  const reading = parseDate(cell, context)
  if (!reading.value) return { findings: reading.findings }
  const { date } = reading.value
  const beyond = context.on ? Date.parse(date) - Date.parse(context.on) : 0
  if (beyond > reachDays * 86_400_000) return fault('date-in-future')
  return { ...reading, value: date }
}

/** Completed years: "± 45", "25 th", "8 bln". */
export function parseAge(cell: Cell): Reading<number> {
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text)) return nothing
  const months = /^[±~+]?\s*(\d{1,3})\s*(?:bln|bulan|bl)\b/.exec(text)
  if (months) return value(Math.floor(Number(months[1]) / 12))
  if (/^\d{1,3}\s*(?:minggu|mgg|hari|hr)\b/.test(text)) return value(0)
  const years =
    /^(?:[±~+>\s-]|kl\.?|kira|sekitar|kurang lebih|usia|umur)*\s*(\d{1,3})(?:[.,]\d+)?\s*(?:an|-an|\+)?\s*(?:th|thn|tahun|tn|t)?\.?(?:\s*\d{1,2}\s*(?:bln|bulan).*)?\.?$/.exec(
      text,
    )
  if (!years) return fault('age-unreadable')
  const age = Number(years[1])
  return age <= mostYears ? value(age) : fault('age-implausible')
}

export function ageFields(reading: Reading<number>): ParsedCell {
  const fields = reading.value === undefined ? {} : { ageYears: reading.value }
  return { fields, findings: reading.findings }
}

/**
 * The order of day and month in a column: as most cells prove where one part is over 12; day first,
 * as in Indonesia, where nothing proves it.
 */
export function decideDateOrder(texts: Iterable<string>): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts) {
    const match = /^\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*\d{2,4}/.exec(text)
    if (!match) continue
    if (Number(match[1]) > 12) dayFirst++
    else if (Number(match[2]) > 12) monthFirst++
  }
  return monthFirst > 3 * dayFirst && monthFirst >= 2 ? 'mdy' : 'dmy'
}
