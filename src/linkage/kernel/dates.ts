/** A written date as numbers; parts that it does not state are 0. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Months by the first three letters of their names, English and Indonesian. */
const monthByName = new Map(
  'jan|feb peb|mar|apr|may mei|jun|jul|aug agu ags|sep|oct okt|nov nop|dec des'
    .split('|')
    .flatMap((names, place) => names.split(' ').map((name) => [name, place + 1] as const)),
)

/**
 * Reads a date as lists in any country write it: year first or last, with or without separators,
 * months as names, a year alone. Day and month stand as `isMonthFirst` says where both are possible.
 *
 * @returns undefined for what cannot be a date.
 */
export function parseDateText(text: string, isMonthFirst = false): DateParts | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}.*$/, '')
    .split(/[^a-z0-9]+/)
  if (parts.length === 1) return parseJoined(parts[0] ?? '')
  if (parts.length === 2) {
    const [first = '', second = ''] = parts
    if (/^\d{4}$/.test(first)) return checked(Number(first), monthOf(second), 0)
    return /^\d{4}$/.test(second) ? checked(Number(second), monthOf(first), 0) : undefined
  }
  if (parts.length !== 3) return undefined
  const [first = '', second = '', third = ''] = parts
  if (/^\d{4}$/.test(first)) return checked(Number(first), monthOf(second), dayOf(third))
  const year = yearOf(third)
  if (/^[a-z]/.test(first)) return checked(year, monthOf(first), dayOf(second))
  if (/^[a-z]/.test(second)) return checked(year, monthOf(second), dayOf(first))
  const isFirstMonth = isMonthFirst
    ? Number(first) <= 12
    : Number(second) > 12 && Number(first) <= 12
  return isFirstMonth
    ? checked(year, monthOf(first), dayOf(second))
    : checked(year, monthOf(second), dayOf(first))
}

function parseJoined(digits: string): DateParts | undefined {
  if (/^\d{4}$/.test(digits)) return checked(Number(digits), 0, 0)
  if (!/^\d{8}$/.test(digits)) return undefined
  const at = (from: number, to: number) => Number(digits.slice(from, to))
  const yearFirst = checked(at(0, 4), at(4, 6), at(6, 8))
  if (yearFirst && isPossible(yearFirst)) return yearFirst
  const yearLast = checked(at(4, 8), at(2, 4), at(0, 2))
  return yearLast && isPossible(yearLast) ? yearLast : yearFirst
}

function dayOf(part: string): number {
  return /^\d{1,2}$/.test(part) ? Number(part) : -1
}

function monthOf(part: string): number {
  if (/^\d{1,2}$/.test(part)) return Number(part)
  return /^[a-z]{3}/.test(part) ? (monthByName.get(part.slice(0, 3)) ?? -1) : -1
}

function yearOf(part: string): number {
  if (/^\d{4}$/.test(part)) return Number(part)
  // Two digits leave the century open; the nearer one keeps pairs comparable.
  return /^\d{2}$/.test(part) ? Number(part) + (Number(part) < 30 ? 2000 : 1900) : -1
}

function checked(year: number, month: number, day: number): DateParts | undefined {
  if (year < 1000 || year > 2200 || month < 0 || day < 0) return undefined
  return { year, month, day: month === 0 ? 0 : day }
}

/** Whether the calendar may have the date: a slip makes months of 81 and days of 72, which still compare. */
export function isPossible({ month, day }: DateParts): boolean {
  return month <= 12 && day <= 31
}

/** Parts in one number: year, month and day, 7 bits for each of the last two. */
export function packDate({ year, month, day }: DateParts): number {
  return (year << 14) | (month << 7) | day
}

export const dateLevel = {
  other: 1,
  decade: 2,
  nearYear: 3,
  sameYear: 4,
  sameDayAndMonth: 5,
  firstOfJanuary: 6,
  yearOnly: 7,
  sameMonth: 8,
  slip: 9,
  swapped: 10,
  exact: 11,
} as const

/** Level of two packed dates. */
export function compareDates(left: number, right: number): number {
  const leftYear = left >>> 14
  const rightYear = right >>> 14
  const years = Math.abs(leftYear - rightYear)
  const leftMonth = (left >>> 7) & 127
  const rightMonth = (right >>> 7) & 127
  const leftDay = left & 127
  const rightDay = right & 127
  const isWhole = leftDay > 0 && rightDay > 0
  if (years === 0) {
    if (left === right && isWhole) return dateLevel.exact
    if (leftMonth === 0 || rightMonth === 0) return dateLevel.yearOnly
    if (!isWhole) return leftMonth === rightMonth ? dateLevel.sameMonth : dateLevel.sameYear
    if (leftDay === rightMonth && rightDay === leftMonth) return dateLevel.swapped
    if (isHabit(leftMonth, leftDay) || isHabit(rightMonth, rightDay))
      return dateLevel.firstOfJanuary
    if (leftMonth === rightMonth) {
      return isSlip(leftDay, rightDay) ? dateLevel.slip : dateLevel.sameMonth
    }
    return leftDay === rightDay && isSlip(leftMonth, rightMonth)
      ? dateLevel.slip
      : dateLevel.sameYear
  }
  if (isWhole && leftMonth === rightMonth && leftDay === rightDay) {
    return isYearSlip(leftYear, rightYear) ? dateLevel.slip : dateLevel.sameDayAndMonth
  }
  if (years <= 1) return dateLevel.nearYear
  return years <= 10 ? dateLevel.decade : dateLevel.other
}

/** The day that offices write when they know the year only. */
function isHabit(month: number, day: number): boolean {
  return month === 1 && day === 1
}

/** One digit of two differs, or its neighbour is meant. */
function isSlip(left: number, right: number): boolean {
  if (Math.abs(left - right) === 1) return true
  const isTensSame = Math.floor(left / 10) === Math.floor(right / 10)
  const isOnesSame = left % 10 === right % 10
  const isTurned = left % 10 === Math.floor(right / 10) && right % 10 === Math.floor(left / 10)
  return isTensSame || isOnesSame || isTurned
}

/** One digit of the year differs, or two neighbours are swapped. */
function isYearSlip(left: number, right: number): boolean {
  let wrong = 0
  let leftRest = left
  let rightRest = right
  let leftWrong = 0
  let rightWrong = 0
  let lastPlace = -1
  let isNeighbour = true
  for (let place = 0; place < 4; place++) {
    const leftDigit = leftRest % 10
    const rightDigit = rightRest % 10
    leftRest = (leftRest - leftDigit) / 10
    rightRest = (rightRest - rightDigit) / 10
    if (leftDigit === rightDigit) continue
    if (wrong > 0) {
      isNeighbour = place === lastPlace + 1 && leftDigit === rightWrong && rightDigit === leftWrong
    }
    wrong++
    leftWrong = leftDigit
    rightWrong = rightDigit
    lastPlace = place
  }
  return wrong === 1 || (wrong === 2 && isNeighbour)
}
