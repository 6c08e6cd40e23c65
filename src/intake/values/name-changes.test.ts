import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { textCell } from './cell.ts'
import { columnMeanings, type Meaning } from './meaning.ts'
import { normalisations } from './normalisation.ts'
import { parseCell } from './parse-cell.ts'

describe('the name of a change', () => {
  it.each<readonly [Meaning, string, Record<string, string>]>([
    ['name', 'SITI AMINAH', {}],
    ['name', "'SITI", { name: 'tidied' }],
    ['nik', '6271.0345.0890.0003', { nik: 'digits-only' }],
    ['nik', '62710345O8900003', { nik: 'letters-as-digits' }],
    ['nik', '6,27103450890001E+15', { nikPrefix: 'lost-digits-cut' }],
    ['birthDate', '05/03/1985', { birthDate: 'date-form', birthPrecision: 'date-precision' }],
    [
      'birthDate',
      '5 Maret 1985',
      { birthDate: 'date-month-name', birthPrecision: 'date-precision' },
    ],
    ['birthDate', '1985', { birthDate: 'date-part', birthPrecision: 'date-precision' }],
    ['birthDate', '03/25/1985', { birthDate: 'date-order', birthPrecision: 'date-precision' }],
    ['rtRw', 'RT. 02 / RW. 01', { rt: 'unit-number', rw: 'unit-number' }],
    ['rt', '2', {}],
    ['amountRp', 'Rp 1.500.000,-', { amountRp: 'rupiah' }],
    ['sex', 'L', { sex: 'word' }],
    ['relation', '1', { relation: 'code' }],
    ['ward', 'Menteng', { ward: 'region' }],
    ['ward', 'Mentengg', { ward: 'region-repaired' }],
    ['occupation', 'BURUH CUCI', { occupation: 'lower-case' }],
    ['occupation', 'IRT', { occupation: 'one-name' }],
    ['phone', '+62 812-3456-7890', { phone: 'phone-national' }],
    ['address', 'Jl. Riau RT 02', { rt: 'out-of-text' }],
    ['schoolName', 'SDN 4 Langkai', { schoolLevel: 'follows' }],
  ])('of %s "%s"', (meaning, text, names) => {
    expect(parseCell(meaning, textCell(text), { codes: 'dtsen' }).normalisations).toMatchObject(
      names,
    )
    if (Object.keys(names).length === 0) {
      expect(parseCell(meaning, textCell(text)).normalisations).toEqual({})
    }
  })

  it('stands with every value that is not what the cell says, whatever the column means', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 25 }),
      fc.stringMatching(/^[\d./ -]{1,18}$/),
      fc.constantFrom('Ya', 'ada', '5 jiwa', 'Rp 250 rb', 'sumur bor', 'jamban', 'SD', '0', '3'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...columnMeanings), text, (meaning, written) => {
        const { fields, normalisations: named = {} } = parseCell(meaning, textCell(written))
        for (const [field, value] of Object.entries(fields)) {
          const isWritten = typeof value !== 'object' && String(value) === written
          const name = Object.entries(named).find(([of]) => of === field)?.[1]
          if (isWritten || (typeof value === 'object' && name === undefined)) continue
          expect(Object.keys(normalisations), `${meaning} ${field} "${written}"`).toContain(name)
        }
      }),
      { numRuns: propertyRuns(2000) },
    )
  })
})
