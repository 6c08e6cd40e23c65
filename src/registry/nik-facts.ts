import { type IsoDate, toIsoDate } from '#platform/dates'

/** What the digits of a NIK tell of its bearer. */
export interface NikFacts {
  readonly birthDate: IsoDate
  readonly sex: 'male' | 'female'
}

/**
 * Birth date and sex in a NIK (digits 7 to 12; 40 is added to the day of a woman), undefined when they
 * are no date. The century is the latest that is not after `listYear`.
 */
export function readNik(nik: string, listYear: number): NikFacts | undefined {
  const written = Number(nik.slice(6, 8))
  const short = Number(nik.slice(10, 12))
  const year = 2000 + short <= listYear ? 2000 + short : 1900 + short
  const birthDate = toIsoDate(year, Number(nik.slice(8, 10)), written > 40 ? written - 40 : written)
  if (birthDate === undefined) return undefined
  return { birthDate, sex: written > 40 ? 'female' : 'male' }
}
