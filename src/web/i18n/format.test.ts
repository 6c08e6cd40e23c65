// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import {
  columnLetters,
  day,
  longDay,
  number,
  percent,
  properName,
  rupiah,
  rupiahShort,
} from './format.ts'
import { codeWords, showLanguage, t } from './language.ts'

afterEach(() => showLanguage('id', false))

describe('format', () => {
  it.each([
    [1284, '1.284'],
    [18.64, '18,6'],
    [9.96, '10'],
    [-3, '−3'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(number(value)).toBe(text)
  })

  it.each([
    [0.62, '62%'],
    [0.603, '60,3%'],
    [0.0008, '0,08%'],
    [0.99999, '99,99%'],
    [0.000001, '0,01%'],
    [1, '100%'],
    [0, '0%'],
  ])('writes the share %d as %s', (share, text) => {
    expect(percent(share)).toBe(text)
  })

  it.each([
    [18_600_000_000, 'Rp18,6 M'],
    [640_000_000, 'Rp640 jt'],
    [2_100_000_000_000, 'Rp2,1 T'],
    [762_500, 'Rp762.500'],
  ])('shortens %d to %s', (amountRp, text) => {
    expect(rupiahShort(amountRp)).toBe(text)
  })

  it('writes numbers and money the English way in English', async () => {
    await showLanguage('en', false)
    expect(number(1284.5)).toBe('1,284.5')
    expect(rupiah(2_400_000)).toBe('Rp2,400,000')
    expect(percent(0.603)).toBe('60.3%')
  })

  it('writes civil dates without a time zone', () => {
    expect(day('2026-11-24')).toBe('24 Nov 2026')
    expect(longDay('2026-11-24')).toBe('Selasa, 24 November 2026')
  })

  it('writes names of cards as a title, and leaves mixed case alone', () => {
    expect(properName('SITI NUR-AINI')).toBe('Siti Nur-Aini')
    expect(properName('Yusuf bin Ardi')).toBe('Yusuf bin Ardi')
  })

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('words', () => {
  it('bends English nouns by number and falls back on the code', async () => {
    await showLanguage('en', false)
    expect(t('families.found', { count: 1 })).toBe('1 family')
    expect(t('families.found', { count: '1,284' })).toBe('1,284 families')
    expect(codeWords('unserved', 'no-offer')).toBe('No offer yet')
    expect(codeWords('unserved', 'brand-new')).toBe('brand new')
  })
})
