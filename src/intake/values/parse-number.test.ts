import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { textCell } from './cell.ts'
import type { Meaning } from './meaning.ts'
import { parseCell } from './parse-cell.ts'

function amountOf(text: string) {
  return parseCell('amountRp', textCell(text)).fields.amountRp
}

describe('parseCell of an amount', () => {
  it.each([
    ['Rp. 600.000', 600_000],
    ['Rp 600.000,-', 600_000],
    ['Rp600.000,00', 600_000],
    ['Rp.600.000.-', 600_000],
    ['600,000.00', 600_000],
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['1 500 000', 1_500_000],
    ['3500000', 3_500_000],
    ['250 rb', 250_000],
    ['250rb', 250_000],
    ['250 ribu', 250_000],
    ['3,5 jt', 3_500_000],
    ['2,5 juta', 2_500_000],
    ['2.5 juta', 2_500_000],
    ['1 juta 500 ribu', 1_500_000],
    ['1jt500rb', 1_500_000],
    ['Rp 1.5 M', 1_500_000_000],
    ['Rp 200.000/bulan', 200_000],
    ['@ Rp 200.000', 200_000],
    ['200.000 x 3', 600_000],
    ['3 x Rp 200.000', 600_000],
    ['IDR 250.000', 250_000],
    ['0', 0],
    ['Rp ......', undefined],
    ['Rp -', undefined],
    ['-', undefined],
    ['250', undefined],
    ['1.500 jt', undefined],
    ['200.000 - 300.000', undefined],
    ['sesuai kemampuan', undefined],
    ['600.00', undefined],
  ])('reads %s as %s', (text, amount) => {
    expect(amountOf(text)).toBe(amount)
  })

  it('says why it does not read an amount', () => {
    const codeOf = (text: string) => parseCell('amountRp', textCell(text)).findings[0]?.code
    expect(codeOf('250')).toBe('amount-ambiguous')
    expect(codeOf('600.00')).toBe('amount-ambiguous')
    expect(codeOf('sesuai kemampuan')).toBe('amount-unreadable')
    expect(codeOf('-')).toBeUndefined()
  })

  it('gives back any amount in any form that offices write', () => {
    const dotted = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
    const forms = fc.constantFrom<(amount: number) => string>(
      String,
      dotted,
      (amount) => `Rp ${dotted(amount)},-`,
      (amount) => `Rp. ${dotted(amount)}`,
      (amount) => `Rp${dotted(amount)},00`,
      (amount) => `${amount / 1000} rb`.replace('.', ','),
      (amount) => `${amount / 1_000_000} jt`.replace('.', ','),
    )
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 9_000 }), forms, (tenThousands, form) => {
        const amount = tenThousands * 10_000
        expect(amountOf(form(amount))).toBe(amount)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

describe('parseCell of counts and measures', () => {
  it.each<[Meaning, string, unknown]>([
    ['occupants', '5 jiwa', 5],
    ['occupants', '5 org', 5],
    ['occupants', 'lima', 5],
    ['occupants', '3 (tiga)', 3],
    ['occupants', '±5', 5],
    ['occupants', '400', undefined],
    ['dependants', '-', undefined],
    ['dependants', 'tidak ada', 0],
    ['dependants', '2 anak', 2],
    ['floorAreaM2', '38 m2', 38],
    ['floorAreaM2', '38m²', 38],
    ['floorAreaM2', '3x4', 12],
    ['floorAreaM2', '3 x 4 m', 12],
    ['floorAreaM2', '3m x 4m', 12],
    ['floorAreaM2', '4,5 x 6', 27],
    ['floorAreaM2', '21', 21],
    ['floorAreaM2', 'Tipe 36', 36],
    ['floorAreaM2', '±24', 24],
    ['wellToCesspitM', '±17', 17],
    ['wellToCesspitM', '8 m', 8],
    ['wellToCesspitM', '> 10 m', 11],
    ['wellToCesspitM', '< 10', 9],
    ['decile', '3', 3],
    ['decile', 'Desil 3', 3],
    ['decile', 'DESIL IV', 4],
    ['decile', 'D-1', 1],
    ['decile', '11', undefined],
    ['schoolClass', 'VI', 6],
    ['schoolClass', '4', 4],
    ['schoolClass', 'Kelas 5', 5],
    ['schoolClass', 'VII A', 7],
    ['schoolClass', '7B', 7],
    ['schoolClass', 'Kelas 1 SMP', 7],
    ['schoolClass', '2 SMA', 11],
    ['schoolClass', 'XII IPA 2', 12],
    ['schoolClass', '15', undefined],
    ['powerVa', '450 VA', 450],
    ['powerVa', '900', 900],
    ['powerVa', '1.300 VA', 1300],
    ['powerVa', 'R1/900VA', 900],
    ['powerVa', '>2200', 3500],
    ['powerVa', '5500', 3500],
    ['powerVa', 'tanpa meteran', 0],
    ['rt', '003', 3],
    ['rt', 'RT. 3', 3],
    ['rw', 'RW 02', 2],
    ['rt', '000', undefined],
  ])('reads %s %s as %s', (meaning, text, expected) => {
    const { fields } = parseCell(meaning, textCell(text))
    expect(Object.entries(fields).find(([name]) => name === meaning)?.[1]).toBe(expected)
  })

  it('takes the level of a school from its name or a higher class', () => {
    expect(parseCell('schoolName', textCell('SDN-4 PALANGKA')).fields.schoolLevel).toBe('SD')
    expect(parseCell('schoolName', textCell('SMP Negeri 1 P. Raya')).fields.schoolLevel).toBe('SMP')
    expect(parseCell('schoolClass', textCell('IX')).fields.schoolLevel).toBe('SMP')
    expect(parseCell('schoolClass', textCell('2')).fields.schoolLevel).toBeUndefined()
  })

  it('counts assets and members, and hectares from square metres', () => {
    expect(parseCell('motorcycle', textCell('2 unit')).fields.assets).toEqual({ motorcycle: 2 })
    expect(parseCell('boat', textCell('ada')).fields.assets).toEqual({ boat: 1 })
    expect(parseCell('boat', textCell('tidak ada')).fields.assets).toEqual({ boat: 0 })
    expect(parseCell('goldGrams', textCell('3,5 gr')).fields.assets).toEqual({ goldGrams: 3.5 })
    expect(parseCell('farmlandHectares', textCell('0,5 ha')).fields.assets).toEqual({
      farmlandHectares: 0.5,
    })
    expect(parseCell('farmlandHectares', textCell('2.500 m2')).fields.assets).toEqual({
      farmlandHectares: 0.25,
    })
    expect(parseCell('component.primary', textCell('2')).fields.components).toEqual({ primary: 2 })
    expect(parseCell('component.primary', textCell('v')).fields.components).toEqual({ primary: 1 })
    expect(parseCell('component.primary', textCell('0')).fields).toEqual({})
    expect(parseCell('components', textCell('Bumil 1, SD 2, Lansia')).fields.components).toEqual({
      pregnant: 1,
      primary: 2,
      elderly: 1,
    })
  })
})
