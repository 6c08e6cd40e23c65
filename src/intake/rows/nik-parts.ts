import type { IsoDate } from '#platform/dates'
import type { Sex } from '../schema.ts'
import { isDayOfCentury } from '../values/index.ts'

/** What a NIK says about its holder: day and month of birth, two digits of the year, sex. */
export interface NikParts {
  readonly day: number
  readonly month: number
  readonly yearInCentury: number
  readonly sex: Sex
}

/** The parts of a 16-digit number read as a NIK; undefined when its date cannot be. */
export function nikParts(nik: string): NikParts | undefined {
  if (!/^\d{16}$/.test(nik)) return undefined
  const written = Number(nik.slice(6, 8))
  const day = written > 40 ? written - 40 : written
  const month = Number(nik.slice(8, 10))
  const yearInCentury = Number(nik.slice(10, 12))
  if (!isDayOfCentury(day, month, yearInCentury)) return undefined
  return { day, month, yearInCentury, sex: written > 40 ? 'female' : 'male' }
}

/** True when the NIK was made from this birth date. */
export function bearsBirthDate({ day, month, yearInCentury }: NikParts, born: IsoDate): boolean {
  return (
    Number(born.slice(8, 10)) === day &&
    Number(born.slice(5, 7)) === month &&
    Number(born.slice(2, 4)) === yearInCentury
  )
}

/**
 * True when the number can only be a person's: a woman's day, or a year of birth that no family
 * card was numbered in (cards carry the year of issue, from 2000 on).
 */
export function isSurelyNik(number: string, listYear: number): boolean {
  const parts = nikParts(number)
  if (!parts) return false
  return parts.sex === 'female' || parts.yearInCentury > listYear % 100
}

/** True when the number can be a family card's. */
export function canBeKk(number: string, listYear: number): boolean {
  const parts = nikParts(number)
  return parts !== undefined && parts.sex === 'male' && parts.yearInCentury <= listYear % 100
}
