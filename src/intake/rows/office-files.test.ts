import * as XLSX from '@e965/xlsx'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readSources } from '../read-sources.ts'
import type { Intake, RowFields } from '../schema.ts'

const headings = ['No', 'Nama Lengkap', 'NIK', 'Tgl Lahir', 'RT/RW', 'Kelurahan', 'Jumlah Bantuan']
const records = [
  ['1', 'SITI AMINAH', '6271034508850003', '05/08/1985', '01/02', 'Menteng', '600000'],
  ['2', 'JOSÉ PRATAMA', '6271010502900001', '05/02/1990', '03/02', 'Langkai', '600000'],
  ['3', 'RANGGA TUNJAN', '6271021212700004', '12/12/1970', '002/001', 'Tangkiling', '600000'],
]
const expected = [
  { name: 'SITI AMINAH', nik: '6271034508850003', birthDate: '1985-08-05', rt: 1, rw: 2 },
  { name: 'JOSÉ PRATAMA', nik: '6271010502900001', birthDate: '1990-02-05', rt: 3, rw: 2 },
  { name: 'RANGGA TUNJAN', nik: '6271021212700004', birthDate: '1970-12-12', rt: 2, rw: 1 },
].map((fields, no) => ({
  ...fields,
  ward: ['62.71.03.1002', '62.71.01.1003', '62.71.02.1004'][no],
  amountRp: 600_000,
}))

function read(content: Uint8Array | string, file = 'daftar'): Promise<Intake> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readSources([{ file, load: async () => bytes }], { today: '2025-07-01' })
}

async function fieldsOf(content: Uint8Array | string): Promise<readonly RowFields[]> {
  const { rows, faults } = await read(content)
  expect(faults).toEqual([])
  return rows.map(({ fields }) => fields)
}

function text(delimiter: string, lines: readonly (readonly string[])[] = [headings, ...records]) {
  return lines.map((line) => line.join(delimiter)).join('\r\n')
}

type Cell = string | number | Date | null
type BookForm = 'xlsx' | 'xlsm' | 'xlsb' | 'biff8' | 'ods' | 'html'

function book(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  bookType: BookForm,
): Uint8Array {
  const made = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { UTC: true },
    )
    XLSX.utils.book_append_sheet(made, sheet, name)
  }
  const bytes: Uint8Array | string = XLSX.write(made, {
    type: bookType === 'html' ? 'string' : 'buffer',
    bookType,
  })
  return typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}

describe('a list as text', () => {
  it.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
    ['bars', '|'],
    ['bars with spaces', ' | '],
    ['carets', '^'],
    ['tildes', '~'],
  ])('is read with %s', async (_, delimiter) => {
    expect(await fieldsOf(text(delimiter))).toMatchObject(expected)
  })

  it.each([
    ['UTF-8', (list: string) => Buffer.from(list)],
    ['UTF-8 with a mark', (list: string) => Buffer.from(`\ufeff${list}`)],
    ['Windows-1252', (list: string) => iconv.encode(list, 'win1252')],
    [
      'UTF-16, little end first',
      (list: string) => iconv.encode(list, 'utf-16le', { addBOM: true }),
    ],
    ['UTF-16, big end first', (list: string) => iconv.encode(list, 'utf-16be', { addBOM: true })],
    ['UTF-16 without a mark', (list: string) => iconv.encode(list, 'utf-16le', { addBOM: false })],
  ])('is read in %s', async (_, encode) => {
    expect(await fieldsOf(encode(text(';')))).toMatchObject(expected)
  })

  it('is read with quotes, line breaks in quotes, and old line ends', async () => {
    const quoted = [headings, ...records].map((line) => line.map((cell) => `"${cell}"`))
    expect(await fieldsOf(text(',', quoted))).toMatchObject(expected)
    expect(await fieldsOf(text(';').replaceAll('\r\n', '\r'))).toMatchObject(expected)
    const broken = text(';').replace('SITI AMINAH', '"SITI\nAMINAH"')
    expect(await fieldsOf(broken)).toMatchObject(expected)
  })
})

describe('a list as a workbook', () => {
  const rows: readonly (readonly Cell[])[] = [
    headings,
    ...records.map((line) => line.map((cell, column) => (column === 6 ? Number(cell) : cell))),
  ]

  it.each<readonly [string, BookForm]>([
    ['XLSX', 'xlsx'],
    ['XLSM', 'xlsm'],
    ['XLSB', 'xlsb'],
    ['XLS', 'biff8'],
    ['ODS', 'ods'],
    ['HTML called XLS', 'html'],
  ])('is read as %s', async (_, form) => {
    expect(await fieldsOf(book({ Data: rows }, form))).toMatchObject(expected)
  })

  it('is read over several sheets, each with headings of its own order', async () => {
    const turned = [headings, ...records].map((line) => line.toReversed())
    const { rows: found, sheets } = await read(
      book({ Satu: rows, Dua: turned, Kosong: [] }, 'xlsx'),
    )
    expect(found.map(({ fields }) => fields)).toMatchObject([...expected, ...expected])
    expect(sheets.map(({ sheet, account }) => [sheet, account.data])).toEqual([
      ['Satu', 3],
      ['Dua', 3],
      ['Kosong', 0],
    ])
  })

  it('is read as other programs write it: rich text, formulas, styles, hidden rows and columns', async () => {
    const made = new ExcelJS.Workbook()
    const sheet = made.addWorksheet('Data')
    sheet.addRow(headings)
    for (const [no, name, nik, , units, ward] of records) {
      sheet.addRow([
        Number(no),
        name,
        nik,
        null,
        units,
        ward,
        { formula: '300000*2', result: 600_000 },
      ])
    }
    sheet.getCell('B2').value = {
      richText: [{ text: 'SITI ' }, { text: 'AMINAH', font: { bold: true } }],
    }
    sheet.getCell('D2').value = new Date(Date.UTC(1985, 7, 5))
    sheet.getCell('D3').value = new Date(Date.UTC(1990, 1, 5))
    sheet.getCell('D4').value = 25_914
    sheet.getCell('D2').numFmt = 'dd mmmm yyyy'
    sheet.getCell('C3').value = Number(records[1]?.[2])
    sheet.getCell('C3').numFmt = '0'
    sheet.getColumn(3).hidden = true
    sheet.getRow(3).hidden = true
    made.addWorksheet('Sembunyi', { state: 'veryHidden' }).addRow(['x'])
    const content = new Uint8Array(await made.xlsx.writeBuffer())
    expect(await fieldsOf(content)).toMatchObject(expected)
  })
})

describe('a list with what offices put around it', () => {
  const titles = [['PEMERINTAH KOTA PALANGKA RAYA'], ['DAFTAR PENERIMA BANTUAN TAHUN 2025'], []]
  const footers = [
    [],
    ['', '', '', '', '', 'Palangka Raya, 30 Juni 2025'],
    ['', 'Mengetahui,', '', '', '', 'Kepala Dinas Sosial'],
    [],
    ['', 'Drs. ARDIANTO', '', '', '', 'BUDI SANTOSO, S.Sos'],
    ['', 'NIP. 19720314 199803 1 007'],
  ]

  it('keeps persons apart from titles, sums and signatures, the headings in any row', async () => {
    const sums = ['', 'JUMLAH', '', '', '', '', '1800000']
    for (const before of [[], titles, [...titles, ...titles, ...titles, ['Keadaan Juni']]]) {
      const lines = [...before, headings, ...records, sums, ...footers]
      const { rows, sheets } = await read(text(';', lines))
      expect(rows.map(({ fields }) => fields)).toMatchObject(expected)
      const { lastRow, ...parts } = sheets[0]?.account ?? { lastRow: 0 }
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(lastRow)
      expect(sheets[0]?.headerRow).toBe(before.length + 1)
    }
  })

  it('reads headings over two rows with merged groups, and a row of column numbers', async () => {
    const made = new ExcelJS.Workbook()
    const sheet = made.addWorksheet('Data')
    sheet.addRow(['DAFTAR PENERIMA'])
    sheet.addRow(['No', 'Identitas', null, 'Tgl Lahir', 'Tempat Tinggal', null, 'Jumlah Bantuan'])
    sheet.addRow([null, 'Nama Lengkap', 'NIK', null, 'RT/RW', 'Kelurahan', null])
    for (const range of ['A2:A3', 'B2:C2', 'D2:D3', 'E2:F2', 'G2:G3']) sheet.mergeCells(range)
    sheet.addRow([1, 2, 3, 4, 5, 6, 7])
    for (const record of records) sheet.addRow([...record])
    const content = new Uint8Array(await made.xlsx.writeBuffer())
    const { rows, sheets } = await read(content)
    expect(rows.map(({ fields }) => fields)).toMatchObject(expected)
    expect(sheets[0]?.columns.map(({ heading }) => heading)).toContain('Tempat Tinggal / Kelurahan')
  })

  it('carries a ward down that is written once in a merged cell', async () => {
    const made = new ExcelJS.Workbook()
    const sheet = made.addWorksheet('Data')
    sheet.addRow(['Kelurahan', 'Nama', 'NIK'])
    for (const [place, [, name, nik]] of records.entries()) {
      sheet.addRow([place === 0 ? 'Menteng' : null, name, nik])
    }
    sheet.mergeCells('A2:A4')
    const { rows } = await read(new Uint8Array(await made.xlsx.writeBuffer()))
    expect(rows.map(({ fields }) => fields.ward)).toEqual(Array(3).fill('62.71.03.1002'))
    expect(rows[2]?.normalised?.ward).toEqual(['carried-down', 'region'])
  })
})

/** One column of a list whose other columns are in order. */
async function columnOf(heading: string, cells: readonly (string | number | Date)[]) {
  const people = cells.map((cell, no) => [`ORANG ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[no]}`, cell])
  const { rows, findings } = await read(book({ Data: [['Nama', heading], ...people] }, 'xlsx'))
  expect(rows).toHaveLength(cells.length)
  return { fields: rows.map((row) => row.fields), findings }
}

describe('one column with everything in it', () => {
  it('reads dates of every kind side by side', async () => {
    const { fields } = await columnOf('Tanggal Lahir', [
      new Date(Date.UTC(1985, 2, 5)),
      31_111,
      '5 Maret 1985',
      '19850305',
      '05/03/1985',
      '5-3-85',
      '1985-03-05',
      '05.03.1985',
      '5 Mar 1985',
      '1985',
      '44 th',
    ])
    expect(fields.slice(0, 9).map(({ birthDate }) => birthDate)).toEqual(
      Array(9).fill('1985-03-05'),
    )
    expect(fields[9]).toMatchObject({ birthDate: '1985-01-01', birthPrecision: 'year' })
    expect(fields[10]).toMatchObject({ ageYears: 44 })
  })

  it('reads amounts as they are written', async () => {
    const written = [
      'Rp 1.500.000,-',
      'Rp. 1.500.000',
      '1.500.000',
      '1,500,000',
      '1500000',
      '1,5 jt',
      '1.500 rb',
      'Rp1.500.000,00',
      'IDR 1.500.000',
      1_500_000,
    ]
    const { fields } = await columnOf('Nominal Bantuan', written)
    expect(fields.map(({ amountRp }) => amountRp)).toEqual(written.map(() => 1_500_000))
  })

  it('reads RT and RW in ten spellings', async () => {
    const written = [
      '02/01',
      '002/001',
      'RT 02 RW 01',
      'RT.2/1',
      'RT 2/RW 1',
      'RT.02 RW.01',
      'rt 2 rw 1',
      '2 / 1',
      'RT:2, RW:1',
      '02-01',
      'II/I',
      'Rt. 002 / Rw. 001',
      'RW 01 RT 02',
      '002001',
    ]
    const { fields } = await columnOf('RT/RW', written)
    expect(fields.map(({ rt, rw }) => [rt, rw])).toEqual(written.map(() => [2, 1]))
  })

  it('reads wards however they are spelled', async () => {
    const written = ['Menteng', 'MENTENG', 'Kel. Menteng', 'Mentng', 'Menteg', 'Kelurahan Menteng']
    const { fields } = await columnOf('Kelurahan', written)
    expect(fields.map(({ ward }) => ward)).toEqual(written.map(() => '62.71.03.1002'))
    const short = await columnOf('Desa/Kel', [
      'Bkt Tunggal',
      'Bukittunggal',
      'Bukit Tungal',
      'B. Tunggal',
    ])
    expect(short.fields.map(({ ward }) => ward)).toEqual(Array(4).fill('62.71.03.1003'))
  })

  it('reads points in degrees and in decimals', async () => {
    const { fields } = await columnOf('Koordinat', [
      '-2.2080, 113.9345',
      '-2,2080; 113,9345',
      '2°12\'28.8"S 113°56\'4.2"E',
      '2° 12\' 28,8" LS 113° 56\' 4,2" BT',
      'S 2°12\'28.8" E 113°56\'4.2"',
      '2.2080 LS 113.9345 BT',
      '113.9345, -2.2080',
      '2.2080, 113.9345',
      "2°12.48'S, 113°56.07'E",
      'https://maps.google.com/?q=-2.2080,113.9345',
    ])
    for (const { latitude, longitude } of fields) {
      expect(latitude).toBeCloseTo(-2.208, 3)
      expect(longitude).toBeCloseTo(113.9345, 3)
    }
  })

  it('keeps what is sure of numbers that lost digits, and says so', async () => {
    const { fields, findings } = await columnOf('NIK', [
      '6271034508850003',
      6271010502900010,
      6271010502900020,
      '6.27E+15',
      '6,27101E+15',
      "'6271021212700004",
      '6271.0212.1270.0004',
      '62710212127OOOO4',
      '627102121270004',
    ])
    expect(fields.map(({ nik, nikPrefix }) => nik ?? nikPrefix)).toEqual([
      '6271034508850003',
      '627101050290001',
      '627101050290002',
      '62',
      '62710',
      '6271021212700004',
      '6271021212700004',
      '6271021212700004',
      undefined,
    ])
    expect(findings.map(({ row, code }) => `${row} ${code}`)).toEqual(
      expect.arrayContaining(['3 nik-digits-lost', '5 nik-digits-lost', '10 nik-length']),
    )
  })
})
