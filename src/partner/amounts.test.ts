import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../test/property-runs.ts'
import { parseCount, parseNumber, parseRupiah } from './amounts.ts'

describe('parseRupiah', () => {
  it.each([
    ['Rp 1.870.000,00', 1_870_000],
    ['Rp1.870.000,-', 1_870_000],
    ['1,870,000.00', 1_870_000],
    ['1870000', 1_870_000],
    ['1.500', 1500],
    ['1,5 juta', 1_500_000],
    ['Rp 2,5 M', 2_500_000_000],
    ['500 ribu', 500_000],
    ['(1.000)', -1000],
    ['1234.567', 1235],
    ['0', 0],
    ['', undefined],
    ['belum ada', undefined],
    ['1.000 - 2.000', undefined],
    ['5 orang', undefined],
  ])('reads "%s" as %s', (text, amount) => {
    expect(parseRupiah(text)).toBe(amount)
  })

  it('reads back any amount in either notation', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (amount) => {
        const dotted = String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
        expect(parseRupiah(`Rp${dotted}`)).toBe(amount)
        expect(parseRupiah(`${dotted.replaceAll('.', ',')}.00`)).toBe(amount)
        expect(parseNumber(String(amount))).toBe(amount)
      }),
      { numRuns: propertyRuns(200), seed: 5 },
    )
  })
})

describe('parseCount', () => {
  it.each([
    ['500 KK', { count: 500, unit: 'KK' }],
    ['± 1.250 orang', { count: 1250, unit: 'orang' }],
    ['30', { count: 30, unit: '' }],
    ['seluruh warga', undefined],
    ['5-10 KK', undefined],
  ])('reads "%s"', (text, counted) => {
    expect(parseCount(text)).toEqual(counted)
  })
})
