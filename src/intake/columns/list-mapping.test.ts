import { describe, expect, it } from 'vitest'
import { readSources } from '../read-sources.ts'
import type { Intake } from '../schema.ts'
import { findMapping, ListMapping, saidMeanings } from './list-mapping.ts'

const list = [
  'Laporan triwulan;;;',
  'A;Nama;Sebutan;Catatan',
  '1;SITI AMINAH;6271034508900003;RIDWAN',
  '2;BUDI;6271010502850001;SARI',
  '3;RAHMA;6271015511920002;TINI',
].join('\n')

function read(mappings: readonly unknown[], text = list): Promise<Intake> {
  return readSources(
    [
      {
        file: 'a.csv',
        load: async () => Buffer.from(text),
        mappings: mappings.map((mapping) => ListMapping.parse(mapping)),
      },
    ],
    { today: '2025-07-01', withSamples: true },
  )
}

describe('ListMapping', () => {
  it('puts an officer’s word before what a heading and its values say', async () => {
    const { sheets, rows } = await read([{ columns: { catatan: 'motherName', Nama: 'ignore' } }])
    expect(rows.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ motherName: 'RIDWAN', nik: '6271034508900003' }),
      expect.objectContaining({ motherName: 'SARI' }),
      expect.objectContaining({ motherName: 'TINI' }),
    ])
    expect(rows.every(({ fields }) => fields.name === undefined)).toBe(true)
    expect(sheets[0]?.columns[3]).toMatchObject({
      meaning: 'motherName',
      confidence: 1,
      isCorrected: true,
    })
    expect(sheets[0]?.columns[1]).toMatchObject({ meaning: 'ignored', isCorrected: true })
  })

  it('frees a meaning for another column by taking it from one', async () => {
    const { rows } = await read([{ columns: { B: null, D: 'name' } }])
    expect(rows.map(({ fields }) => fields.name)).toEqual(['RIDWAN', 'SARI', 'TINI'])
  })

  it('believes the row of headings that it names, and that there is none', async () => {
    const without = await read([{ headerRow: 0, columns: { B: 'name' } }], 'x;SITI;a\ny;BUDI;b')
    expect(without.rows.map(({ ref, fields }) => [ref.row, fields.name])).toEqual([
      [1, 'SITI'],
      [2, 'BUDI'],
    ])
    const text = 'nama;nik\nBidang;Data\nPenduduk;Nomor\nSITI;6271034508900003'
    const { sheets, rows } = await read(
      [{ headerRow: 3, columns: { Penduduk: 'name', Nomor: 'nik' } }],
      text,
    )
    expect(sheets[0]?.headerRow).toBe(3)
    expect(rows.map(({ fields }) => fields.name)).toEqual(['SITI'])
  })

  it('leaves a sheet unread that it calls other', async () => {
    const { sheets, rows } = await read([{ kind: 'other', columns: {} }])
    expect(rows).toEqual([])
    expect(sheets[0]?.account).toMatchObject({ lastRow: 5, data: 0, title: 5 })
  })

  it('refuses a meaning that there is none of', () => {
    expect(ListMapping.safeParse({ columns: { Nama: 'nama' } }).success).toBe(false)
  })

  it('is the one of the sheet, else the one for all', () => {
    const all = { columns: {} }
    const own = { sheet: 'SD', columns: {} }
    expect(findMapping([all, own], 'SD')).toBe(own)
    expect(findMapping([all, own], 'SMP')).toBe(all)
    expect(findMapping([own], 'SMP')).toBeUndefined()
  })

  it('takes a key for a heading first, then for a letter', () => {
    const headings = ['Nama', 'A', 'KOMPONEN | BUMIL', '']
    const said = (columns: ListMapping['columns']) => [...saidMeanings(headings, { columns })]
    expect(said({ A: 'note' })).toEqual([[1, 'note']])
    expect(said({ 'kolom A': 'name' })).toEqual([[0, 'name']])
    expect(said({ 'komponen / bumil': 'component.pregnant', D: 'note' })).toEqual([
      [2, 'component.pregnant'],
      [3, 'note'],
    ])
  })
})

describe('ColumnMeaning', () => {
  it('brings a second best and samples without a number of a person', async () => {
    const { sheets } = await read([])
    const [, , nik] = sheets[0]?.columns ?? []
    expect(nik).toMatchObject({ meaning: 'nik', heading: 'Sebutan' })
    expect(nik?.samples).toEqual(['6271••••••••0003', '6271••••••••0001', '6271••••••••0002'])
    expect(nik?.confidence).toBeLessThan(0.9)
  })
})
