import { describe, expect, it } from 'vitest'
import { compareDates, dateLevel, packDate, parseDateText } from './dates.ts'

describe('parseDateText', () => {
  it.each([
    ['1990-05-03', 1990, 5, 3],
    ['19900503', 1990, 5, 3],
    ['03051990', 1990, 5, 3],
    ['3/5/1990', 1990, 5, 3],
    ['13.5.90', 1990, 5, 13],
    ['5/13/1990', 1990, 5, 13],
    ['5 Maret 1985', 1985, 3, 5],
    ['Okt 7, 1985', 1985, 10, 7],
    ['1985-10', 1985, 10, 0],
    ['1985', 1985, 0, 0],
    ['1990-05-03 00:00:00', 1990, 5, 3],
    // A damaged date still has parts to compare.
    ['1855-08-72', 1855, 8, 72],
  ])('reads %s', (text, year, month, day) => {
    expect(parseDateText(text)).toEqual({ year, month, day })
  })

  it.each(['', 'palangka', '12', '1234567', '1/2/3/4', 'budi 12'])(
    'reads no date in "%s"',
    (text) => {
      expect(parseDateText(text)).toBeUndefined()
    },
  )
})

describe('compareDates', () => {
  it.each([
    ['1990-05-03', '1990-05-03', dateLevel.exact],
    ['1990-05-03', '1990-03-05', dateLevel.swapped],
    ['1990-05-03', '1990-05-08', dateLevel.slip],
    ['1990-05-03', '1909-05-03', dateLevel.slip],
    ['1990-05-03', '1990-01-01', dateLevel.firstOfJanuary],
    ['1990-05-03', '1990', dateLevel.yearOnly],
    ['1990-05-03', '1991-12-30', dateLevel.nearYear],
    ['1990-05-03', '1950-12-30', dateLevel.other],
  ])('%s and %s', (left, right, level) => {
    const packed = (text: string) => packDate(parseDateText(text) ?? { year: 0, month: 0, day: 0 })
    expect(compareDates(packed(left), packed(right))).toBe(level)
    expect(compareDates(packed(right), packed(left))).toBe(level)
  })
})
