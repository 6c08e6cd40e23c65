import type { Cell, Reading } from './cell.ts'
import { isEmptyMark, isNoneWord, tidyText } from './plain-words.ts'
import { fault, nothing, value } from './reading.ts'

/** Rupiah, whole: "Rp 600.000,-", "250 rb", "1,5 jt". Undetermined where a unit may be missing. */
export function parseAmount(cell: Cell): Reading<number> {
  if (cell.kind === 'number' && cell.number !== undefined) return wholeRupiah(cell.number)
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text) || isNoneWord(text)) return nothing
  const bare = bareAmount(text)
  if (bare === '' || /^[.\s_…-]+$/.test(bare)) return nothing
  const times =
    /^(\d{1,2})\s*[x×*]\s*(\D*\d.*)$|^(.*\d.*?)\s*[x×*]\s*(\d{1,2})(?:\s*(?:bln|bulan|kali|bl))?$/.exec(
      bare,
    )
  if (times) {
    const one = readAmount(bareAmount(times[2] ?? times[3] ?? ''))
    const factor = Number(times[1] ?? times[4])
    return one.value === undefined ? one : value(one.value * factor)
  }
  return readAmount(bare)
}

/** Without currency, dashes of cheques and "a month": what is left is the number and its unit. */
function bareAmount(text: string): string {
  return text
    .replace(/^@?\s*(?:rp|idr)?\.?\s*/, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/\s*(?:\/|per|tiap)\s*(?:bln|bulan|thn|tahun|kpm|kk|orang|org|jiwa|tahap)\.?$/, '')
    .replace(/\s*,\s*-+$|\s*\.-+$|\s*rupiah\.?$|\s*=$/g, '')
    .trim()
}

const amountUnits: readonly (readonly [RegExp, number])[] = [
  [/^(?:rb|ribu|rbu|k)$/, 1e3],
  [/^(?:jt|juta|jta)$/, 1e6],
  [/^(?:m|miliar|milyar|mil)$/, 1e9],
]
const scaledPart = '(\\d+(?:[.,]\\d+)*)\\s*(rb|ribu|rbu|k|jt|juta|jta|m|miliar|milyar|mil)\\b\\.?'
const scaledWhole = new RegExp(`^${scaledPart}(?:\\s*${scaledPart.replace('\\b', '')})?$`)

function readAmount(bare: string): Reading<number> {
  const scaled = scaledWhole.exec(bare.replace(/(jt|juta)(?=\d)/, '$1 '))
  if (scaled) return scaledAmount(scaled)
  if (/^\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?$/.test(bare)) {
    return wholeRupiah(Number(bare.replace(/[.,]\d{1,2}$/, '').replace(/\D/g, '')))
  }
  if (/^\d+(?:[.,]0{1,2})?$/.test(bare)) {
    const amount = Number(bare.replace(/[.,]0{1,2}$/, ''))
    return amount > 0 && amount < 1000 ? fault('amount-ambiguous') : wholeRupiah(amount)
  }
  return fault(
    /^\d+[.,]\d+$|\d\s*(?:-|–|s\/?d)\s*\d/.test(bare) ? 'amount-ambiguous' : 'amount-unreadable',
  )
}

/** "1 juta 500 ribu". Three digits behind a point are thousands with "ribu" and doubtful above. */
function scaledAmount([, first = '', firstUnit = '', more = '0', moreUnit]: RegExpExecArray) {
  const factorOf = (unit: string) => amountUnits.find(([words]) => words.test(unit))?.[1] ?? 1
  const factor = factorOf(firstUnit)
  if (factor > 1e3 && /^\d+[.,]\d{3}$/.test(first)) return fault('amount-ambiguous')
  const rest = moreUnit === undefined ? 0 : decimal(more) * factorOf(moreUnit)
  return wholeRupiah(decimal(first) * factor + rest)
}

function wholeRupiah(amount: number): Reading<number> {
  if (!Number.isFinite(amount) || amount < 0) return fault('amount-unreadable')
  return value(Math.round(amount))
}

function decimal(text: string): number {
  return Number(
    /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text.replace(',', '.'),
  )
}

const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    satu: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
  }),
)

/**
 * A count or measure: "5 jiwa", "±17", "1,8"; nothing for a cell that says nothing. "> 10" is read
 * as the next whole number, "< 10" as the one before: enough to tell which side of a limit it is.
 */
export function parseQuantity(cell: Cell, most: number): Reading<number> {
  if (cell.kind === 'number' && cell.number !== undefined) return bounded(cell.number, most)
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text)) return nothing
  if (isNoneWord(text)) return value(0)
  const word = numberWords.get(/^[a-z]+/.exec(text)?.[0] ?? '')
  if (word !== undefined) return bounded(word, most)
  const found =
    /^(?:tipe|type|kl\.?|kurang lebih|[±~=+\s])*([<>]|lebih dari|lebih|kurang dari)?\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*(?:[a-z²2.]{0,8}\b.*)?$/.exec(
      text,
    )
  if (!found || /\d\s*(?:-|–|s\/?d|atau)\s*\d/.test(text)) return fault('number-unreadable')
  const step = /^(?:>|lebih)/.test(found[1] ?? '') ? 1 : found[1] ? -1 : 0
  return bounded(Number((found[2] ?? '').replace(',', '.')) + step, most)
}

function bounded(number: number, most: number): Reading<number> {
  return number >= 0 && number <= most ? value(number) : fault('number-implausible')
}

/** A whole count. */
export function parseCount(cell: Cell, most: number): Reading<number> {
  const reading = parseQuantity(cell, most)
  if (reading.value === undefined || Number.isInteger(reading.value)) return reading
  return fault('number-unreadable')
}

/** Square metres: "38 m2", "4x6", "5 x 4 m". */
export function parseArea(cell: Cell): Reading<number> {
  const sides =
    /^(\d{1,2}(?:[.,]\d+)?)\s*(?:m\s*)?[x×*]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:m(?:eter|2|²)?)?$/i.exec(
      tidyText(cell.text),
    )
  if (!sides) return parseQuantity(cell, 2000)
  return value(Math.round(decimal(sides[1] ?? '') * decimal(sides[2] ?? '') * 100) / 100)
}

/** How many of a thing a family has: a number, or yes and no as 1 and 0. */
export function parseHolding(cell: Cell): Reading<number> {
  const text = tidyText(cell.text).toLowerCase()
  if (/^(?:ya|y|ada|punya|v|√|✓|✔|x|memiliki|true)$/.test(text)) return value(1)
  return parseQuantity(cell, 100_000)
}

/** Farmland in hectares; square metres are turned into them. */
export function parseHectares(cell: Cell): Reading<number> {
  const metres = /^([\d.,]+)\s*m(?:2|²|eter)/i.exec(tidyText(cell.text))
  if (!metres) return parseHolding(cell)
  const squareMetres = decimal(metres[1] ?? '')
  return Number.isFinite(squareMetres) ? value(squareMetres / 10_000) : fault('number-unreadable')
}

/** A Roman number up to twelve; 0 where it is none. */
export function romanNumber(text: string): number {
  return romans.indexOf(text.toUpperCase()) + 1
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Class of a pupil, 1 to 12: "VI", "4A", "Kelas 5", "2 SMA". */
export function parseSchoolClass(cell: Cell): Reading<number> {
  const text = tidyText(cell.text)
    .toUpperCase()
    .replace(/^(?:KELAS|KLS|KL)\.?\s*/, '')
  if (isEmptyMark(text)) return nothing
  const number = /^(\d{1,2})(?!\d)/.exec(text)?.[1]
  const roman = /^([IVX]+)(?![A-Z])/.exec(text)?.[1]
  const written = number ? Number(number) : roman ? romanNumber(roman) : 0
  // "Kelas 1 SMP" counts within its school.
  const before = /\b(?:SMP|MTS|SLTP)/.test(text) ? 6 : /\b(?:SMA|SMK|SLTA|MA)\b/.test(text) ? 9 : 0
  const schoolClass = written <= 3 ? written + before : written
  return schoolClass >= 1 && schoolClass <= 13 ? value(schoolClass) : fault('number-unreadable')
}

/** Voltampere that PLN sells, the highest class for more. */
export function parsePower(cell: Cell): Reading<0 | 450 | 900 | 1300 | 2200 | 3500> {
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text)) return nothing
  if (/tanpa|tidak|non/.test(text)) return value(0)
  const digits = Number(/\d[\d.,]{2,}|^0$/.exec(text)?.[0].replace(/[.,]/g, '') ?? Number.NaN)
  if (digits > 2200 || (/>|lebih/.test(text) && digits === 2200)) return value(3500)
  const classes = [0, 450, 900, 1300, 2200] as const
  const found = classes.find((power) => power === digits)
  return found === undefined ? fault('number-unreadable') : value(found)
}
