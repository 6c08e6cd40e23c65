import { describe, expect, it } from 'vitest'
import { toCsv, toTsv } from './table-text.ts'

const table = {
  headings: ['Nama', 'Nilai'],
  rows: [
    ['Norlela, "Ibu"', 12],
    ['=HYPERLINK("x")', null],
    ['dua\nbaris', -3],
    ['-1+1', '+62 812 0000 0000'],
  ],
}

describe('tables as text', () => {
  it('quotes what CSV needs and opens as UTF-8 in Excel', () => {
    expect(toCsv(table)).toBe(
      '\uFEFFNama,Nilai\r\n"Norlela, ""Ibu""",12\r\n"\'=HYPERLINK(""x"")",\r\n"dua\nbaris",-3\r\n\'-1+1,+62 812 0000 0000\r\n',
    )
  })

  it('keeps one row a line in TSV, and no cell runs as a formula', () => {
    expect(toTsv(table).split('\n')).toEqual([
      'Nama\tNilai',
      'Norlela, "Ibu"\t12',
      '\'=HYPERLINK("x")\t',
      'dua baris\t-3',
      "'-1+1\t+62 812 0000 0000",
    ])
  })
})
