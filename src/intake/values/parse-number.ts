import type { Cell, Reading } from './cell.ts'
import { isEmptyMark, isNoneWord, tidyText } from './plain-words.ts'
import { fault, nothing, value } from './reading.ts'

/** Rupiah, whole: "Rp 600.000,-", "250 rb", "1,5 jt". Undetermined where a unit may be missing. */
export function parseAmount(cell: Cell): Reading<number> {
  if (cell.kind === 'number' && cell.number !== undefined) return wholeRupiah(cell.number)
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text) || isNoneWord(text)) return nothing
  const bare = text
    .replace(/^(?:rp|idr)\.?\s*/, '')
    .replace(/\s*,\s*-+$|\s*\.-+$|\s*rupiah$/g, '')
    .trim()
  if (bare === '' || /^[.\s_…-]+$/.test(bare)) return nothing
  const scaled = /^(\d+(?:[.,]\d+)*)\s*(rb|ribu|k|jt|juta|jta|m|miliar|milyar)\.?$/.exec(bare)
  if (scaled) {
    const factor = /^(?:rb|ribu|k)$/.test(scaled[2] ?? '')
      ? 1e3
      : /^j/.test(scaled[2] ?? '')
        ? 1e6
        : 1e9
    return wholeRupiah(decimal(scaled[1] ?? '') * factor)
  }
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

function wholeRupiah(amount: number): Reading<number> {
  if (!Number.isFinite(amount) || amount < 0) return fault('amount-unreadable')
  return value(Math.round(amount))
}

function decimal(text: string): number {
  return Number(
    /^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text.replace(',', '.'),
  )
}

/** A count or measure: "5 jiwa", "±17", "1,8"; nothing for a cell that says nothing. */
export function parseQuantity(cell: Cell, most: number): Reading<number> {
  if (cell.kind === 'number' && cell.number !== undefined) return bounded(cell.number, most)
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text)) return nothing
  if (isNoneWord(text)) return value(0)
  const found = /^(?:[±~<>=+]|kl\.?|\s)*(\d{1,6}(?:[.,]\d{1,3})?)\s*(?:[a-z²2.() ]*)$/.exec(
    text,
  )?.[1]
  return found ? bounded(Number(found.replace(',', '.')), most) : fault('number-unreadable')
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

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Class of a pupil, 1 to 12: "VI", "4A", "Kelas 5". */
export function parseSchoolClass(cell: Cell): Reading<number> {
  const text = tidyText(cell.text)
    .toUpperCase()
    .replace(/^(?:KELAS|KLS)\.?\s*/, '')
  if (isEmptyMark(text)) return nothing
  const number = /^(\d{1,2})\b|^(\d{1,2})[A-Z]/.exec(text)
  const roman = /^([IVX]+)\b/.exec(text)?.[1]
  const schoolClass = number
    ? Number(number[1] ?? number[2])
    : roman
      ? romans.indexOf(roman) + 1
      : 0
  return schoolClass >= 1 && schoolClass <= 13 ? value(schoolClass) : fault('number-unreadable')
}

/** Voltampere that PLN sells, the highest class for more. */
export function parsePower(cell: Cell): Reading<0 | 450 | 900 | 1300 | 2200 | 3500> {
  const text = tidyText(cell.text).toLowerCase()
  if (isEmptyMark(text)) return nothing
  if (/tanpa|tidak|non/.test(text)) return value(0)
  const digits = Number(/\d[\d.,]*/.exec(text)?.[0].replace(/[.,]/g, '') ?? Number.NaN)
  if (digits > 2200 || (/>|lebih/.test(text) && digits === 2200)) return value(3500)
  const classes = [0, 450, 900, 1300, 2200] as const
  const found = classes.find((power) => power === digits)
  return found === undefined ? fault('number-unreadable') : value(found)
}
