import { hashText } from './hash.ts'
import type { LinkRecord } from './schema.ts'

/** Sixteen digits a record, eight in each half, one digit in four bits; unknown digits are 0. */
export interface NumberColumn {
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** Leading digits that are known, 0 for none. */
  readonly digits: Uint8Array
}

/** A number and the leading digits known of it. */
interface Written {
  readonly text: string
  readonly digits: number
}

/**
 * NIK and family card columns, with numbers put back into their own column: where a number stands
 * in the NIK column of one record and in the family card column of others, the others decide.
 */
export function numberColumns(sorted: readonly LinkRecord[]): {
  readonly nik: NumberColumn
  readonly kk: NumberColumn
} {
  const asNik = countTexts(sorted.map((record) => stem(record.nik ?? record.nikPrefix)))
  const asKk = countTexts(sorted.map((record) => stem(record.kk ?? record.kkPrefix)))
  const niks: (Written | undefined)[] = []
  const kks: (Written | undefined)[] = []
  for (const record of sorted) {
    let nik = written(record.nik, record.nikPrefix)
    let kk = written(record.kk, record.kkPrefix)
    const nikText = stem(record.nik ?? record.nikPrefix)
    const kkText = stem(record.kk ?? record.kkPrefix)
    const isNikRatherKk = nikText !== undefined && votes(asKk, nikText) > votes(asNik, nikText)
    const isKkRatherNik = kkText !== undefined && votes(asNik, kkText) > votes(asKk, kkText)
    if (nikText !== undefined && nikText === kkText) {
      if (isNikRatherKk) nik = undefined
      else kk = undefined
    } else if (
      nikText !== undefined &&
      kkText !== undefined &&
      isSwapped(asNik, asKk, nikText, kkText)
    ) {
      ;[nik, kk] = [kk, nik]
    } else {
      if (isNikRatherKk) nik = undefined
      if (isKkRatherNik) kk = undefined
    }
    niks.push(nik)
    kks.push(kk)
  }
  return { nik: toColumn(niks), kk: toColumn(kks) }
}

/** The first fifteen digits, the ones that survive a spreadsheet; shorter remains cannot vote. */
function stem(number: string | undefined): string | undefined {
  return number === undefined || number.length < 14 ? undefined : number.slice(0, 15)
}

function written(whole: string | undefined, prefix: string | undefined): Written | undefined {
  if (whole !== undefined) return { text: whole, digits: 16 }
  if (prefix !== undefined && prefix.length >= 4)
    return { text: prefix, digits: Math.min(15, prefix.length) }
  return undefined
}

function countTexts(texts: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** True when the lists say more often that the two numbers belong in each other's column. */
function isSwapped(
  asNik: ReadonlyMap<string, number>,
  asKk: ReadonlyMap<string, number>,
  nik: string,
  kk: string,
): boolean {
  return votes(asKk, nik) + votes(asNik, kk) > votes(asNik, nik) + votes(asKk, kk)
}

/** How often the number stands in a column. */
function votes(counts: ReadonlyMap<string, number>, text: string): number {
  return counts.get(text) ?? 0
}

function toColumn(texts: readonly (Written | undefined)[]): NumberColumn {
  const high = new Uint32Array(texts.length)
  const low = new Uint32Array(texts.length)
  const digits = new Uint8Array(texts.length)
  texts.forEach((number, no) => {
    if (!number) return
    digits[no] = number.digits
    const isDigits = /^\d{1,16}$/.test(number.text)
    if (!isDigits) {
      high[no] = hashText(number.text, 1)
      low[no] = hashText(number.text, 2)
      return
    }
    const padded =
      number.digits === 16 ? number.text.padStart(16, '0') : number.text.padEnd(16, '0')
    high[no] = Number.parseInt(padded.slice(0, 8), 16)
    low[no] = Number.parseInt(padded.slice(8, 16), 16)
  })
  return { high, low, digits }
}

/** How two numbers of sixteen digits stand to each other, by digits. */
export type NumberRelation = 'same' | 'slip' | 'other'

/** Same, one digit wrong or two neighbours swapped (`slip`), or other; both numbers whole. */
export function relateNumbers(column: NumberColumn, left: number, right: number): NumberRelation {
  const high = ((column.high[left] ?? 0) ^ (column.high[right] ?? 0)) >>> 0
  const low = ((column.low[left] ?? 0) ^ (column.low[right] ?? 0)) >>> 0
  if (high === 0 && low === 0) return 'same'
  const wrong = wrongDigits(high) + wrongDigits(low)
  if (wrong === 1) return 'slip'
  if (wrong === 2 && isSwap(column, left, right)) return 'slip'
  return 'other'
}

/** Digits that differ, from the exclusive or of two halves. */
export function wrongDigits(difference: number): number {
  let folded = difference | (difference >>> 1)
  folded |= folded >>> 2
  let marks = folded & 0x11111111
  let count = 0
  while (marks !== 0) {
    marks &= marks - 1
    count++
  }
  return count
}

function digitAt(column: NumberColumn, no: number, place: number): number {
  const half = place < 8 ? column.high[no] : column.low[no]
  return ((half ?? 0) >>> ((7 - (place & 7)) * 4)) & 15
}

function isSwap(column: NumberColumn, left: number, right: number): boolean {
  for (let place = 0; place < 15; place++) {
    if (digitAt(column, left, place) === digitAt(column, right, place)) continue
    return (
      digitAt(column, left, place) === digitAt(column, right, place + 1) &&
      digitAt(column, left, place + 1) === digitAt(column, right, place)
    )
  }
  return false
}

/** True when the first `digits` digits agree. */
export function agreesFor(
  column: NumberColumn,
  left: number,
  right: number,
  digits: number,
): boolean {
  const high = ((column.high[left] ?? 0) ^ (column.high[right] ?? 0)) >>> 0
  const low = ((column.low[left] ?? 0) ^ (column.low[right] ?? 0)) >>> 0
  if (digits <= 8) return digits === 8 ? high === 0 : high >>> (32 - digits * 4) === 0
  if (high !== 0) return false
  return digits === 16 ? low === 0 : low >>> (32 - (digits - 8) * 4) === 0
}

/** The sixteen digits as text. */
export function digitsOf(column: NumberColumn, no: number): string {
  const half = (value: number | undefined) => (value ?? 0).toString(16).padStart(8, '0')
  return half(column.high[no]) + half(column.low[no])
}

/** True when the last digit is 0, as spreadsheets leave it that keep fifteen digits. */
export function mayHaveLostLastDigit(column: NumberColumn, no: number): boolean {
  return ((column.low[no] ?? 0) & 15) === 0
}
