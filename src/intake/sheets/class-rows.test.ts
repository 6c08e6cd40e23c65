import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { RawCell } from '../files/raw-sheet.ts'
import { classRows, type RowClass } from './class-rows.ts'
import { toGrid } from './grid.ts'

const blank: readonly RawCell[] = []

function layoutOf(
  rows: readonly (readonly RawCell[])[],
  merges: Parameters<typeof toGrid>[0]['merges'] = [],
) {
  return classRows(toGrid({ sheet: 'S', rows, merges, isHidden: false }))
}

const heading = ['NO', 'NAMA', 'NIK', 'ALAMAT', 'JUMLAH']
const person = (no: number, name = 'SITI'): RawCell[] => [
  no,
  name,
  '6271034508900003',
  'Jl. Bangka',
  400000,
]

describe('classRows', () => {
  it.each([
    { where: 'last', rows: [['BUDI', '6271010502850001', 'Langkai'], ['SITI']] },
    {
      where: 'after a blank row',
      rows: [['BUDI', '6271010502850001', 'Langkai'], blank, ['SITI']],
    },
    { where: 'between records', rows: [['SITI'], ['BUDI', '6271010502850001', 'Langkai']] },
    { where: 'of one letter', rows: [['BUDI', '6271010502850001', 'Langkai'], ['A']] },
    { where: 'of one letter', rows: [['BUDI', '6271010502850001', 'Langkai'], blank, ['É.']] },
  ])('keeps a record that is only a name, $where', ({ rows }) => {
    const { classes } = layoutOf([['NAMA', 'NIK', 'KELURAHAN'], ...rows])
    expect(classes.slice(1)).toEqual(rows.map((row) => (row.length === 0 ? 'blank' : 'data')))
  })

  it('takes names under a signature line, and lines over several columns, for no record', () => {
    const { classes } = layoutOf(
      [
        ['NAMA', 'NIK', 'KELURAHAN'],
        ['KELOMPOK MAWAR'],
        ['BUDI', '6271010502850001', 'Langkai'],
        blank,
        ['Mengetahui,'],
        ['H. MASRANI'],
      ],
      [{ top: 1, bottom: 1, left: 0, right: 2 }],
    )
    expect(classes).toEqual(['heading', 'section', 'data', 'blank', 'footer', 'footer'])
  })

  it('tells titles, headings, records, sums and signatures apart', () => {
    const { classes, titles } = layoutOf([
      ['DAFTAR PENERIMA'],
      ['TAHUN 2025'],
      blank,
      heading,
      person(1),
      blank,
      person(2),
      [undefined, 'JUMLAH KEL. LANGKAI (2 KPM)', undefined, undefined, 800000],
      [undefined, 'TOTAL', undefined, undefined, 800000],
      blank,
      [undefined, undefined, undefined, 'Palangka Raya, 30 Juni 2025'],
      [undefined, 'Mengetahui,', undefined, 'Kepala Dinas Sosial'],
      blank,
      [undefined, 'BUDI SANTOSO', undefined, 'ARDIANTO KALEKA, S.Sos'],
      [undefined, undefined, undefined, 'NIP. 19720314 199803 1 007'],
    ])
    const expected: RowClass[] = [
      'title',
      'title',
      'blank',
      'heading',
      'data',
      'blank',
      'data',
      'total',
      'total',
      'blank',
      'footer',
      'footer',
      'blank',
      'footer',
      'footer',
    ]
    expect(classes).toEqual(expected)
    expect(titles).toEqual(['DAFTAR PENERIMA', 'TAHUN 2025'])
  })

  it('keeps a record whose values are all bad, and not a form line with only its number', () => {
    const { classes } = layoutOf([heading, person(1), [2, '-', '0', '???', 'x'], [3], person(4)])
    expect(classes).toEqual(['heading', 'data', 'data', 'blank', 'data'])
  })

  it('joins a heading of two rows over merged groups, and skips a row of column numbers', () => {
    const { classes, blocks } = layoutOf(
      [
        ['NO', 'NAMA', 'KOMPONEN', undefined, 'NOMINAL'],
        [undefined, undefined, 'BUMIL', 'SD', undefined],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        [1, 'SITI', 1, 2, 750000],
        [2, 'BUDI', undefined, 1, 225000],
      ],
      [{ top: 0, left: 2, bottom: 0, right: 3 }],
    )
    expect(classes).toEqual(['heading', 'heading', 'heading', 'data', 'data'])
    expect(blocks[0]?.headings).toEqual([
      'NO',
      'NAMA',
      'KOMPONEN | BUMIL',
      'KOMPONEN | SD',
      'NOMINAL',
    ])
  })

  it('joins a row of groups over a full row of headings', () => {
    const { blocks } = layoutOf([
      ['IDENTITAS', undefined, undefined, 'TEMPAT TINGGAL', undefined],
      ['No', 'Nama', 'NIK', 'Alamat', 'Kelurahan'],
      [1, 'SITI', '6271034508900003', 'Jl. Bangka', 'Menteng'],
      [2, 'BUDI', '6271034508900004', 'Jl. Riau', 'Langkai'],
    ])
    expect(blocks[0]?.headings[1]).toBe('IDENTITAS | Nama')
    expect(blocks[0]?.rows).toEqual([2, 3])
  })

  it('takes a heading said again for one block, and other headings for another', () => {
    const { classes, blocks, places } = layoutOf([
      ['RT 01 / RW 02'],
      heading,
      person(1),
      blank,
      ['RT 02 / RW 02'],
      heading,
      person(1),
      blank,
      ['No', 'NIK', 'Nama Lengkap', 'Kelurahan'],
      [1, '6271034508900003', 'SITI', 'Langkai'],
    ])
    expect(classes[4]).toBe('section')
    expect(blocks.map(({ rows }) => rows)).toEqual([[2, 6], [9]])
    expect(places.get(2)).toEqual({ rt: 1, rw: 2 })
    expect(places.get(6)).toEqual({ rt: 2, rw: 2 })
  })

  it('reads a list without any heading, and nothing where there is no table', () => {
    const bare = layoutOf([person(1), person(2), person(3)])
    expect(bare.blocks[0]).toMatchObject({ headingRow: -1, rows: [0, 1, 2] })
    expect(layoutOf([['pivot'], ['Grand Total', 749]]).blocks).toEqual([])
  })

  it('puts every row of any sheet in exactly one class', () => {
    const cell = fc.oneof(
      fc.constantFrom<RawCell>(
        undefined,
        '',
        'NAMA',
        'NIK',
        'NO',
        'ALAMAT',
        'TOTAL',
        'RT 01',
        'Mengetahui',
        '6271034508900003',
        { formula: true },
      ),
      fc.string(),
      fc.integer(),
    )
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 25 })
    fc.assert(
      fc.property(rows, (sheet) => {
        const { classes, blocks } = layoutOf(sheet)
        expect(classes).toHaveLength(sheet.length)
        expect(classes.every((rowClass) => rowClass !== undefined)).toBe(true)
        const data = classes.flatMap((rowClass, row) => (rowClass === 'data' ? [row] : []))
        expect(blocks.flatMap((block) => block.rows)).toEqual(data)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
