import { daysInMonth, type IsoDate, toIsoDate } from '#platform/dates'
import { plainText } from './plain-text.ts'

/** First three letters of the months, Indonesian and English. */
const months: Readonly<Record<string, number>> = {
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
  agt: 8,
  ags: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
}

export interface DayRange {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** First and last day that a date text may mean: a day, a month, a year; undefined when none. */
export function readDays(text: string): DayRange | undefined {
  const trimmed = text.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]\d{2}:.*)?$/.exec(trimmed)
  if (iso) return oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(trimmed)
  if (local) return oneDay(fullYear(local[3]), Number(local[2]), Number(local[1]))
  // A spreadsheet's day number, 2009 to 2064.
  if (/^[4-5]\d{4}$/.test(trimmed)) return serialDay(Number(trimmed))

  const words = plainText(trimmed)
  const named = /^(?:(\d{1,2}) )?([a-z]+) (\d{4}|\d{2})$/.exec(words)
  const month = months[(named?.[2] ?? '').slice(0, 3)]
  if (named && month !== undefined) {
    const year = fullYear(named[3])
    if (named[1] !== undefined) return oneDay(year, month, Number(named[1]))
    return monthRange(year, month, month)
  }
  return readPeriod(words)
}

/** `2025`, `semester 1 2025`, `triwulan II 2025`, `TW 3 2025`. */
function readPeriod(words: string): DayRange | undefined {
  const year = /\b(20\d\d)\b/.exec(words)?.[1]
  if (year === undefined) return undefined
  const rest = words.replace(year, '').replace(/\b(?:tahun|anggaran|ta|thn)\b/g, '')
  const part = /^\s*(semester|smt|sem|triwulan|tw|kuartal|q)\s*(i{1,3}|iv|[1-4])\s*$/.exec(rest)
  if (part) {
    const number = romanOrDigit(part[2] ?? '')
    const length = /^s/.test(part[1] ?? '') ? 6 : 3
    if (number * length > 12) return undefined
    return monthRange(Number(year), (number - 1) * length + 1, number * length)
  }
  return rest.trim() === '' ? monthRange(Number(year), 1, 12) : undefined
}

/** Both ends of a text such as `1 Januari s.d. 30 Juni 2025`, `Jan-Jun 2025`, `2025`. */
export function readDayRange(text: string): DayRange | undefined {
  const whole = readDays(text)
  if (whole) return whole
  const parts = text.split(
    /\s+(?:s\.?\s?\/?d\.?|sampai(?: dengan)?|hingga|to|until)\s+|\s*[–—]\s*/i,
  )
  const [first, second] = parts.length === 2 ? parts : text.split(/\s*-\s*/)
  if (first === undefined || second === undefined) return undefined
  const to = readDays(second)
  if (!to) return undefined
  // "Jan-Jun 2025" names the year once.
  const from = readDays(first) ?? readDays(`${first} ${to.to.slice(0, 4)}`)
  return from && from.from <= to.to ? { from: from.from, to: to.to } : undefined
}

function oneDay(year: number, month: number, day: number): DayRange | undefined {
  const date = toIsoDate(year, month, day)
  return date === undefined ? undefined : { from: date, to: date }
}

function monthRange(year: number, first: number, last: number): DayRange | undefined {
  const from = toIsoDate(year, first, 1)
  const to = toIsoDate(year, last, daysInMonth(year, last))
  return from === undefined || to === undefined ? undefined : { from, to }
}

function serialDay(serial: number): DayRange | undefined {
  const day = new Date(Date.UTC(1899, 11, 30 + serial))
  return oneDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

function fullYear(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function romanOrDigit(text: string): number {
  return ['i', 'ii', 'iii', 'iv'].indexOf(text) + 1 || Number(text)
}
