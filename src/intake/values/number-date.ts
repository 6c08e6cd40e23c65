const daysByMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** True when a day and month with two digits of a year name a day in this century or the last. */
export function isDayOfCentury(day: number, month: number, yearInCentury: number): boolean {
  if (day < 1 || day > (daysByMonth[month - 1] ?? 0)) return false
  // 1900 had no 29 February, 2000 had one: either will do.
  return month !== 2 || day < 29 || yearInCentury % 4 === 0
}
