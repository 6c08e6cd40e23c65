/** A civil date without a time zone, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDate = string

const isoDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The date when year, month (from 1) and day name a real day, else undefined. */
export function toIsoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1800 || year > 2999) return undefined
  if (day > daysInMonth(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** True when the text is a real civil date in ISO form. */
export function isIsoDate(text: string): boolean {
  const match = isoDatePattern.exec(text)
  if (!match) return false
  return toIsoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** Completed years between two dates: a person born 2000-02-29 turns 18 on 2018-03-01. */
export function ageYears(bornOn: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** The civil date that lies `days` days before another. */
export function daysBefore(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10)
}
