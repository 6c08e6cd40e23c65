import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toIsoDate } from '#platform/dates'
import { propertyRuns } from '../../../test/property-runs.ts'
import { type Cell, textCell } from './cell.ts'
import { parseCell } from './parse-cell.ts'
import { decideDigitLoss } from './parse-id.ts'

function codesOf(meaning: 'nik' | 'kk', cell: Cell) {
  return parseCell(meaning, cell).findings.map(({ code }) => code)
}

function numberCell(number: number): Cell {
  return { text: String(number), kind: 'number', number }
}

describe('parseCell of a NIK', () => {
  it.each([
    ['6271034508900003', []],
    ['6271010502850001', []],
    ['6271010112100007', []],
    ['6271012902000001', []],
    ['1271012902000001', []],
    ['6271012902010001', ['nik-date-impossible']],
    ['6271057102000001', ['nik-date-impossible']],
    ['6271018102900001', ['nik-date-impossible']],
    ['6271034508900000', ['nik-serial-zero']],
    ['62710345089000', ['nik-length']],
    ['62710345089000031', ['nik-length']],
    ['9971034508900003', ['nik-region-unknown']],
    ['0', ['nik-placeholder']],
    ['-', ['nik-placeholder']],
    ['0000000000000000', ['nik-placeholder']],
    ['9999999999999999', ['nik-placeholder']],
    ['1234567890123456', ['nik-placeholder']],
    ['dlm proses', ['nik-placeholder']],
    ['belum punya KTP', ['nik-placeholder']],
    ['hilang', ['nik-placeholder']],
    ['6271000000000000', ['nik-placeholder']],
    ['SITI', ['nik-format']],
  ])('finds in %s %j', (text, codes) => {
    expect(codesOf('nik', textCell(text))).toEqual(codes)
  })

  it.each([
    "'6271034508900003",
    '6271 0345 0890 0003',
    '627103.450890.0003',
    '6271-0345-0890-0003',
    '6271O345O8900003',
    'NIK: 6271034508900003',
    '6271034508900003 (KTP lama)',
    ' 6271034508900003 ',
  ])('repairs %s', (text) => {
    expect(parseCell('nik', textCell(text)).fields).toEqual({ nik: '6271034508900003' })
  })

  it('says nothing of an apostrophe that only keeps the digits text', () => {
    expect(codesOf('nik', textCell("'6271034508900003"))).toEqual([])
  })

  it('keeps the digits that survived a number cell', () => {
    const cells = [6271035707870000, 6271016208480000, 6271015710950000].map(numberCell)
    const digitLoss = decideDigitLoss(cells)
    expect(digitLoss).toBe('number')
    const parsed = parseCell('nik', numberCell(6271016208480010), { digitLoss: 'number' })
    expect(parsed.fields).toEqual({ nikPrefix: '627101620848001' })
    expect(parsed.findings[0]?.code).toBe('nik-digits-lost')
  })

  it('takes a number cell with its last digit for whole', () => {
    expect(parseCell('nik', numberCell(6271035707870008)).fields.nik).toBe('6271035707870008')
  })

  it.each([
    ['6.27101E+15', '6271'],
    ['6,27101670788E+15', '62710167078'],
    ['6.27101670788007E+15', '627101670788007'],
    ['6.27E+15', '62'],
  ])('keeps of %s only digits that rounding cannot have changed', (text, prefix) => {
    const { fields, findings } = parseCell('nik', textCell(text))
    expect(fields.nik).toBeUndefined()
    expect('6271016707880071'.startsWith(fields.nikPrefix ?? '')).toBe(true)
    expect((fields.nikPrefix ?? '').length).toBeGreaterThanOrEqual(prefix.length)
    expect(findings.map(({ code }) => code)).toEqual(['nik-digits-lost'])
  })

  it('takes a power of ten with all sixteen digits for whole', () => {
    expect(parseCell('nik', textCell('6.271016707880071E+15')).fields).toEqual({
      nik: '6271016707880071',
    })
  })

  it('keeps an impossible number as evidence only', () => {
    expect(parseCell('nik', textCell('6271018102900001')).fields).toEqual({
      nikAsWritten: '6271018102900001',
    })
  })

  it('comes back whole however it is dressed', () => {
    const nik = fc
      .tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 9999 }),
      )
      .map(([district, day, isWoman, month, year, serial]) =>
        [
          `62710${district}`,
          String(isWoman ? day + 40 : day).padStart(2, '0'),
          String(month).padStart(2, '0'),
          String(year).padStart(2, '0'),
          String(serial).padStart(4, '0'),
        ].join(''),
      )
    const dress = fc.constantFrom<(nik: string) => string>(
      (text) => text,
      (text) => `'${text}`,
      (text) => text.replace(/(\d{4})(?=\d)/g, '$1 '),
      (text) => text.replace(/(\d{6})(?=\d)/g, '$1.'),
      (text) => text.replaceAll('0', 'O'),
      (text) => text.replace('1', 'l'),
      (text) => `NIK ${text}`,
    )
    fc.assert(
      fc.property(nik, dress, (number, dressed) => {
        const written = dressed(number)
        fc.pre((written.match(/[Ol]/g) ?? []).length <= 4)
        expect(parseCell('nik', textCell(written)).fields).toEqual({ nik: number })
      }),
      { numRuns: propertyRuns() },
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { fields, findings } = parseCell('nik', textCell(text))
        expect(fields.nik === undefined || /^\d{16}$/.test(fields.nik)).toBe(true)
        expect(findings.length + Object.keys(fields).length >= 0).toBe(true)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

describe('parseCell of a family card number', () => {
  it('reads one and repairs one', () => {
    expect(parseCell('kk', textCell('6271013004210030')).fields).toEqual({ kk: '6271013004210030' })
    expect(parseCell('kk', textCell("'6271 0130 0421 0030")).fields).toEqual({
      kk: '6271013004210030',
    })
  })

  it.each([
    ['6271017004210030', 'kk-looks-like-nik'],
    ['6271013204210030', 'kk-date-impossible'],
    ['627101300421003', 'kk-length'],
    ['-', 'kk-placeholder'],
    ['6.27101E+15', 'kk-digits-lost'],
  ])('finds %s wanting: %s', (text, code) => {
    const { fields, findings } = parseCell('kk', textCell(text))
    expect(fields.kk).toBeUndefined()
    expect(findings.map((finding) => finding.code)).toEqual([code])
  })
})

describe('decideDigitLoss', () => {
  it('leaves a column alone where a tenth of numbers ends in 0', () => {
    const cells = Array.from({ length: 50 }, (_, place) =>
      textCell(`62710105028500${String(place).padStart(2, '0')}`),
    )
    expect(decideDigitLoss(cells)).toBeUndefined()
  })

  it('sees a text file that was a spreadsheet', () => {
    const day = toIsoDate(2000, 1, 1)
    expect(day).toBe('2000-01-01')
    const cells = ['6271010502850000', '6271034508900010', '6271010112100020'].map(textCell)
    expect(decideDigitLoss(cells)).toBe('text')
  })
})
