import { describe, expect, it } from 'vitest'
import { areSwapped, checkRow } from './check-row.ts'

const codes = (fields: Parameters<typeof checkRow>[0]) =>
  checkRow(fields, 2025).faults.map(({ code }) => code)

describe('checkRow', () => {
  it('finds a NIK that disagrees with sex or birth date, and keeps both', () => {
    expect(codes({ nik: '6271034508900003', sex: 'female', birthDate: '1990-08-05' })).toEqual([])
    expect(codes({ nik: '6271034508900003', sex: 'male' })).toEqual(['nik-sex-mismatch'])
    const checked = checkRow({ nik: '6271034508900003', birthDate: '1990-05-08' }, 2025)
    expect(checked.faults).toEqual([{ code: 'nik-birth-mismatch', field: 'birthDate' }])
    expect(checked.fields).toMatchObject({ nik: '6271034508900003', birthDate: '1990-05-08' })
  })

  it('reads a first of January that no NIK confirms as a year', () => {
    const checked = checkRow({ birthDate: '1990-01-01', birthPrecision: 'day' }, 2025)
    expect(checked.fields.birthPrecision).toBe('year')
    expect(checked.faults[0]?.code).toBe('birth-date-approximate')
    expect(codes({ nik: '6271030101900003', birthDate: '1990-01-01' })).toEqual([])
    expect(codes({ nik: '6271034508800003', birthDate: '1990-01-01' })).toEqual([
      'nik-birth-mismatch',
    ])
  })

  it('drops the number that is another’s where NIK and family card are equal', () => {
    const woman = '6271034508900003'
    expect(checkRow({ nik: woman, kk: woman }, 2025).fields).toEqual({ nik: woman })
    const card = '6271030508120003'
    expect(checkRow({ nik: card, kk: card }, 2025).fields).toEqual({ kk: card })
  })
})

describe('areSwapped', () => {
  const card = '6271011206250023'
  it.each([
    ['a woman’s number in the card’s column', card, '6271034508900003', undefined, true],
    ['a birth year before all cards', card, '6271030508640003', undefined, true],
    ['a number that the birth date proves', card, '6271030508120003', '2012-08-05', true],
    ['a boy’s number that nothing proves', card, '6271030508120003', undefined, false],
    ['numbers in their places', '6271034508900003', card, '1990-08-05', false],
  ])('judges %s', (_, nik, kk, born, expected) => {
    expect(areSwapped(nik, kk, born, 2025)).toBe(expected)
  })
})
