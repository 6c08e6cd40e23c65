import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { type Delimiter, delimiters, findDelimiter, splitRecords } from './split-records.ts'

describe('splitRecords', () => {
  it('counts titles, headings and blank lines, and not a line break inside quotes', () => {
    const text =
      'DAFTAR;;\r\n\r\nNO;NAMA;ALAMAT\r\n1;SITI;"Jl. Bangka\r\nGg. Karya"\r\n2;BUDI;-\r\n'
    expect(splitRecords(text, ';')).toEqual([
      ['DAFTAR', '', ''],
      [''],
      ['NO', 'NAMA', 'ALAMAT'],
      ['1', 'SITI', 'Jl. Bangka\r\nGg. Karya'],
      ['2', 'BUDI', '-'],
    ])
  })

  it('takes a stray quote as a letter and keeps the rows after it', () => {
    expect(splitRecords('a,b\n"SITI,1\nBUDI,2\n', ',')).toEqual([
      ['a', 'b'],
      ['"SITI', '1'],
      ['BUDI', '2'],
    ])
    expect(splitRecords('"Alm." SITI,1\n', ',')).toEqual([['"Alm." SITI', '1']])
  })

  it('gives back what was written, for any fields, delimiter and line end', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '"', ';', ',', '\t', '|', '\n', '\r', ' '),
    })
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Delimiter>(...delimiters),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, lineEnd) => {
          const quoted = rows.map((row) =>
            row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
          )
          expect(splitRecords(quoted.join(lineEnd) + lineEnd, delimiter)).toEqual(rows)
        },
      ),
      { numRuns: propertyRuns() },
    )
  })
})

describe('findDelimiter', () => {
  it.each([
    [
      'semicolons beside commas in addresses',
      'NO;NAMA;ALAMAT\n1;SITI;Jl. A, No. 1, RT 2\n2;BUDI;Jl. B\n',
      ';',
    ],
    ['commas beside semicolons in remarks', 'no,nama,ket\n1,SITI,a;b;c\n2,BUDI,d\n', ','],
    ['bars', 'NIK|NAMA|JK\n1|SITI|P\n', '|'],
    ['tabs', 'nik\tnama\n1\tSITI, S.Pd\n', '\t'],
    ['an announced delimiter', 'sep=|\na|b\n', '|'],
  ])('finds %s', (_, text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter)
  })
})
