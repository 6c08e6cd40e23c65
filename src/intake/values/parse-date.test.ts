import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toIsoDate } from '#platform/dates'
import { propertyRuns } from '../../../test/property-runs.ts'
import { type Cell, textCell } from './cell.ts'
import { parseCell } from './parse-cell.ts'
import { decideDateOrder } from './parse-date.ts'

const on = '2025-06-30'

function birthOf(text: string | Cell) {
  return parseCell('birthDate', typeof text === 'string' ? textCell(text) : text, { on })
}

describe('parseCell of a birth date', () => {
  it.each([
    ['1985-03-05', '1985-03-05'],
    ['05/03/1985', '1985-03-05'],
    ['5-3-85', '1985-03-05'],
    ['05.03.1985', '1985-03-05'],
    ['05 03 1985', '1985-03-05'],
    ['19850305', '1985-03-05'],
    ['05031985', '1985-03-05'],
    ['5 Maret 1985', '1985-03-05'],
    ['5 Mar 85', '1985-03-05'],
    ['05-MAR-1985', '1985-03-05'],
    ['2 Juli 2018', '2018-07-02'],
    ['2 Jui 2018', undefined],
    ['17 Agustus 1945', '1945-08-17'],
    ['17 Agst 1945', '1945-08-17'],
    ['9 Pebruari 1970', '1970-02-09'],
    ['9 Februri 1970', '1970-02-09'],
    ['March 5, 1985', '1985-03-05'],
    ['Senin, 3 Maret 2025', '2025-03-03'],
    ['1985-03-05 00:00:00', '1985-03-05'],
    ['1985-03-05T00:00:00.000Z', '1985-03-05'],
    ['05/03/1985 (KTP)', '1985-03-05'],
    ['5/3/24', '2024-03-05'],
    ['5/3/26', '1926-03-05'],
    ['31/02/1985', undefined],
    ['29/02/1985', undefined],
    ['32/01/1985', undefined],
    ['2 Juli', undefined],
    ['2066-01-05', undefined],
    ['1885-01-05', undefined],
    ['tidak jelas', undefined],
  ])('reads %s as %s', (text, date) => {
    expect(birthOf(text).fields.birthDate).toBe(date)
  })

  it.each([
    ['31/02/1985', 'date-impossible'],
    ['2 Juli', 'date-year-missing'],
    ['2066-01-05', 'date-in-future'],
    ['1885-01-05', 'date-too-old'],
    ['12/25/1985', 'date-order-swapped'],
    ['entah kapan', 'date-unreadable'],
  ])('says of %s %s', (text, code) => {
    expect(birthOf(text).findings.map((finding) => finding.code)).toEqual([code])
  })

  it.each([
    ['1985', { birthDate: '1985-01-01', birthPrecision: 'year' }],
    ['th 1985', { birthDate: '1985-01-01', birthPrecision: 'year' }],
    ['00/00/1985', { birthDate: '1985-01-01', birthPrecision: 'year' }],
    ['1985-00-00', { birthDate: '1985-01-01', birthPrecision: 'year' }],
    ['Maret 1985', { birthDate: '1985-03-01', birthPrecision: 'month' }],
    ['03/1985', { birthDate: '1985-03-01', birthPrecision: 'month' }],
    ['00/03/1985', { birthDate: '1985-03-01', birthPrecision: 'month' }],
    ['44 th', { ageYears: 44 }],
  ])('keeps how much %s says', (text, fields) => {
    expect(birthOf(text).fields).toEqual(fields)
  })

  it('reads cells of other kinds', () => {
    expect(birthOf({ text: '05/03/1985', kind: 'date', date: '1985-03-05' }).fields.birthDate).toBe(
      '1985-03-05',
    )
    expect(birthOf({ text: '31111', kind: 'number', number: 31111 }).fields.birthDate).toBe(
      '1985-03-05',
    )
    expect(birthOf({ text: '1985', kind: 'number', number: 1985 }).fields).toEqual({
      birthDate: '1985-01-01',
      birthPrecision: 'year',
    })
    expect(birthOf({ text: '19850305', kind: 'number', number: 19850305 }).fields.birthDate).toBe(
      '1985-03-05',
    )
  })

  it('gives back any date in any form that offices write', () => {
    const months =
      'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'
    const forms = fc.constantFrom<(y: number, m: number, d: number) => string>(
      (y, m, d) => toIsoDate(y, m, d) ?? '',
      (y, m, d) => `${d}/${m}/${y}`,
      (y, m, d) => `${String(d).padStart(2, '0')}-${String(m).padStart(2, '0')}-${y}`,
      (y, m, d) => `${d}.${m}.${y}`,
      (y, m, d) => (toIsoDate(y, m, d) ?? '').replaceAll('-', ''),
      (y, m, d) => `${d} ${months.split(' ')[m - 1]} ${y}`,
      (y, m, d) => `${d} ${months.split(' ')[m - 1]?.slice(0, 3).toUpperCase()} ${y}`,
      (y, m, d) => `${d}-${months.split(' ')[m - 1]?.slice(0, 3)}-${String(y).slice(2)}`,
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1930, max: 2024 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        forms,
        (year, month, day, form) => {
          expect(birthOf(form(year, month, day)).fields).toEqual({
            birthDate: toIsoDate(year, month, day),
            birthPrecision: 'day',
          })
        },
      ),
      { numRuns: propertyRuns() },
    )
  })
})

describe('parseCell of place and birth date', () => {
  it.each([
    ['Pulang Pisau, 02-10-1973', 'Pulang Pisau', '1973-10-02'],
    ['Palangka Raya/5 Maret 1985', 'Palangka Raya', '1985-03-05'],
    ['P.Raya 05/03/1985', 'P.Raya', '1985-03-05'],
    ['Kapuas, 1973', 'Kapuas', '1973-01-01'],
    ['7 Juni 1995', undefined, '1995-06-07'],
    ['Sampit', 'Sampit', undefined],
  ])('splits %s', (text, birthPlace, birthDate) => {
    const { fields } = parseCell('placeAndBirthDate', textCell(text), { on })
    expect(fields.birthPlace).toBe(birthPlace)
    expect(fields.birthDate).toBe(birthDate)
  })
})

describe('parseCell of an age', () => {
  it.each([
    ['25 th', 25],
    ['± 75', 75],
    ['14 bulan', 1],
    ['44 tahun', 44],
    ['44 Thn', 44],
    ['1 th 3 bln', 1],
    ['60-an', 60],
    ['kira-kira 60', 60],
    ['3 minggu', 0],
    ['10 hari', 0],
    ['44,5', 44],
    ['75+', 75],
    ['140', undefined],
    ['dewasa', undefined],
  ])('reads %s as %s', (text, ageYears) => {
    expect(parseCell('ageYears', textCell(text), { on }).fields.ageYears).toBe(ageYears)
  })

  it('takes a year in a column of ages for a year of birth', () => {
    expect(parseCell('ageYears', textCell('1985'), { on }).fields).toEqual({
      birthDate: '1985-01-01',
      birthPrecision: 'year',
    })
  })
})

describe('parseCell of a date of help', () => {
  it('reads two-digit years as of this century and refuses far futures', () => {
    expect(parseCell('aidDate', textCell('19-1-25'), { on }).fields.aidDate).toBe('2025-01-19')
    expect(parseCell('aidDate', textCell('19-1-2035'), { on }).findings[0]?.code).toBe(
      'date-in-future',
    )
    expect(parseCell('aidDate', textCell('29 Januari'), { on }).findings[0]?.code).toBe(
      'date-year-missing',
    )
  })
})

describe('decideDateOrder', () => {
  it('takes day first unless values prove the month to be first', () => {
    expect(decideDateOrder(['05/03/1985', '25/03/1985'])).toBe('dmy')
    expect(decideDateOrder(['03/25/1985', '12/31/1990', '01/02/1990'])).toBe('mdy')
    expect(decideDateOrder([])).toBe('dmy')
  })
})
