import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { maxFileBytes } from './files/file-fault.ts'
import { readFolder } from './read-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'betang-lists-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Cell = string | number | Date | null
type Sheet = { readonly rows: readonly (readonly Cell[])[]; readonly merges?: readonly string[] }

function put(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content)
}

function putWorkbook(name: string, sheets: Readonly<Record<string, Sheet>>) {
  const book = XLSX.utils.book_new()
  for (const [sheet, { rows, merges = [] }] of Object.entries(sheets)) {
    const work = XLSX.utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { UTC: true },
    )
    work['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
    XLSX.utils.book_append_sheet(book, work, sheet)
  }
  put(name, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellDates: true }))
}

const read = () => readFolder(folder, { today: '2026-11-24' })

const people: readonly (readonly [string, string, string])[] = [
  ['SITI AMINAH', '6271034508900003', '6271031206150001'],
  ['BUDI SANTOSO', '6271010502850001', '6271010107080002'],
  ['RANGGA TUNJAN', '6271021212700004', '6271022003110003'],
  ['HASANAH NYARING', '6271035107820005', '6271031505190004'],
]

describe('readFolder', () => {
  it('reads an aid list with two heading rows, merged wards, subtotals and signatures', async () => {
    const [siti, budi, rangga, hasanah] = people
    const row = (no: number, ward: string | null, who: typeof siti, rp: number): Cell[] => [
      no,
      ward,
      who?.[2] ?? '',
      who?.[0] ?? '',
      who?.[1] ?? '',
      'RT 01 RW 02',
      1,
      null,
      rp,
    ]
    putWorkbook('laporan.xlsx', {
      'LAMPIRAN I': {
        merges: ['A1:I1', 'G3:H3', 'B5:B6'],
        rows: [
          ['DAFTAR PENERIMA PROGRAM KELUARGA HARAPAN TAHAP III TAHUN 2025'],
          [],
          [
            'No',
            'Desa/Kel',
            'Nomor Kartu Keluarga',
            'Nama Ibu Pengurus',
            'No. Identitas (KTP)',
            'RT-RW',
            'KOMPONEN',
            null,
            'Besar Bantuan (Rp)',
          ],
          [null, null, null, null, null, null, 'LANSIA', 'SMP', null],
          row(1, 'MENTENG', siti, 600000),
          row(2, null, budi, 600000),
          [null, 'JUMLAH KEL. MENTENG', null, null, null, null, 2, null, 1200000],
          row(1, 'LANGKAI', rangga, 600000),
          row(2, null, hasanah, 600000),
          [null, null, null, 'TOTAL', null, null, 4, null, 2400000],
          [],
          [null, null, null, null, null, 'Palangka Raya, 15 September 2025'],
          [null, null, null, null, null, 'Kepala Dinas Sosial'],
          [null, null, null, null, null, 'ARDIANTO KALEKA, S.Sos'],
        ],
      },
      Pivot: {
        rows: [
          ['Row Labels', 'Count of NIK'],
          ['MENTENG', 2],
          ['Grand Total', 4],
        ],
      },
    })
    const { rows, sheets, latestDate, faults } = await read()
    expect(faults).toEqual([])
    expect(rows.map(({ ref, fields }) => [ref.row, fields.name, fields.ward])).toEqual([
      [5, 'SITI AMINAH', '62.71.03.1002'],
      [6, 'BUDI SANTOSO', '62.71.03.1002'],
      [8, 'RANGGA TUNJAN', '62.71.01.1003'],
      [9, 'HASANAH NYARING', undefined],
    ])
    expect(rows[0]?.fields).toMatchObject({
      nik: '6271034508900003',
      kk: '6271031206150001',
      rt: 1,
      rw: 2,
      amountRp: 600000,
      components: { elderly: 1 },
    })
    expect(sheets[0]).toMatchObject({
      kind: 'aid',
      programme: 'PKH',
      period: { from: '2025-07-01', to: '2025-09-30' },
      headerRow: 3,
    })
    expect(sheets[1]?.kind).toBe('other')
    expect(latestDate).toBe('2025-09-30')
  })

  it('reads text of any delimiter and encoding, with strange headings or none', async () => {
    const many = Array.from({ length: 24 }, (_, at) => {
      const day = String((at % 27) + 1).padStart(2, '0')
      const [name = ''] = people[at % 4] ?? []
      return {
        name: `${name} ${'ABCDEFGHIJKLMNOPQRSTUVWX'[at]}É`,
        nik: `627103${day}0${(at % 9) + 1}78000${(at % 9) + 1}`,
        born: `${day}/0${(at % 9) + 1}/1978`,
      }
    })
    put(
      'kode.csv',
      iconv.encode(
        [
          'K1;K2;K3;K4',
          ...many.map(({ name, nik, born }) => `${born};${nik};${name};Menteng`),
        ].join('\r\n'),
        'win1252',
      ),
    )
    put('polos.txt', many.map(({ name, nik, born }) => `${nik}|${name}|${born}|Langkai`).join('\n'))
    const { rows, sheets } = await read()
    expect(rows).toHaveLength(48)
    expect(rows[0]?.ref).toEqual({ file: 'kode.csv', sheet: '', row: 2 })
    expect(rows[0]?.fields).toMatchObject({
      name: 'SITI AMINAH AÉ',
      birthDate: '1978-01-01',
      ward: '62.71.03.1002',
    })
    expect(rows[1]?.fields).toMatchObject({ birthDate: '1978-02-02', nik: many[1]?.nik })
    expect(rows[24]?.ref).toEqual({ file: 'polos.txt', sheet: '', row: 1 })
    expect(rows[24]?.fields).toMatchObject({ name: 'SITI AMINAH AÉ', ward: '62.71.01.1003' })
    expect(sheets.map(({ headerRow }) => headerRow)).toEqual([1, 0])
  })

  it('takes ward, RT and RW from titles, sheet names and section lines', async () => {
    const block = (rt: string, name: string): Cell[][] => [
      [`RT ${rt} / RW 03`],
      ['No', 'Nama', 'Usia', 'Keterangan'],
      [1, name, '± 45', 'rmh tdk layak'],
      [],
    ]
    putWorkbook('usul.xlsx', {
      Kalampangan: {
        rows: [['DAFTAR USULAN WARGA MISKIN'], ...block('01', 'Pak Tuk'), ...block('02', 'Bu Ani')],
      },
      Lembar2: {
        rows: [
          ['DAFTAR USULAN WARGA MISKIN'],
          ['Kelurahan', ':', 'Menteng'],
          [],
          ...block('07', 'Mama Rizki'),
        ],
      },
    })
    const { rows, sheets } = await read()
    expect(
      rows.map(({ fields }) => [fields.name, fields.ward, fields.rt, fields.rw, fields.ageYears]),
    ).toEqual([
      ['Pak Tuk', '62.71.04.1002', 1, 3, 45],
      ['Bu Ani', '62.71.04.1002', 2, 3, 45],
      ['Mama Rizki', '62.71.03.1002', 7, 3, 45],
    ])
    expect(sheets.every(({ kind }) => kind === 'proposal')).toBe(true)
  })

  it('carries a family’s number down over its members, and leaves a missing one missing', async () => {
    const [siti, budi, rangga, hasanah] = people
    put(
      'kk.csv',
      [
        'No;No KK;Nama;NIK;Hubungan Keluarga',
        `1;${siti?.[2]};${siti?.[0]};${siti?.[1]};Kepala Keluarga`,
        `;;${budi?.[0]};${budi?.[1]};Anak`,
        `2;${rangga?.[2]};${rangga?.[0]};${rangga?.[1]};Kepala Keluarga`,
        `;;${hasanah?.[0]};${hasanah?.[1]};Istri`,
      ].join('\n'),
    )
    put(
      'bolong.csv',
      `NAMA,NIK,NO KK\nSITI,${siti?.[1]},${siti?.[2]}\nBUDI,${budi?.[1]},\nRANGGA,${rangga?.[1]},${rangga?.[2]}\n`,
    )
    const { rows, sheets } = await read()
    expect(rows.map(({ fields }) => fields.kk)).toEqual([
      siti?.[2],
      undefined,
      rangga?.[2],
      siti?.[2],
      siti?.[2],
      rangga?.[2],
      rangga?.[2],
    ])
    expect(rows[4]?.fields).toMatchObject({ relation: 'child' })
    expect(sheets.find(({ file }) => file === 'kk.csv')?.kind).toBe('register-person')
  })

  it('holds back only rows that identify nobody, and says what else is amiss', async () => {
    const [siti, budi] = people
    put(
      'aneh.csv',
      [
        'No,Nama Penerima,NIK,Tgl Lahir,JK,Jumlah Bantuan',
        `1,SITI AMINAH,${siti?.[1]},05/08/1990,L,250 rb`,
        '2,-,,,P,250000',
        '3,BU ANI,62710345089000,31/02/1990,P,Rp 250.000',
        `4,BUDI,${budi?.[1]},05/02/1985,L,Rp 250.000`,
        `5,BUDI,${budi?.[1]},05/02/1985,L,Rp 250.000`,
      ].join('\n'),
    )
    const { rows, quarantine, quarantinedRefs, findings, sheets } = await read()
    expect(rows.map(({ ref }) => ref.row)).toEqual([2, 4, 5, 6])
    expect(quarantinedRefs).toEqual([{ file: 'aneh.csv', sheet: '', row: 3 }])
    expect(quarantine[0]).toMatchObject({ code: 'row-identifies-nobody', row: 3 })
    expect(rows[0]?.fields.amountRp).toBe(250000)
    expect(findings.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 nik-sex-mismatch',
      '4 date-impossible',
      '4 nik-length',
      '6 row-repeated',
    ])
    expect(rows[1]?.fields).not.toHaveProperty('nik')
    expect(sheets[0]?.account).toMatchObject({ lastRow: 6, heading: 1, data: 4, quarantined: 1 })
  })

  it('sets right NIK and family card numbers that stand in each other’s column', async () => {
    const [siti, budi] = people
    put(
      'tukar.csv',
      `NAMA,NIK,NO KK\nSITI,${siti?.[2]},${siti?.[1]}\nBUDI,${budi?.[1]},${budi?.[2]}\n`,
    )
    const { rows, findings } = await read()
    expect(rows[0]?.fields).toMatchObject({ nik: siti?.[1], kk: siti?.[2] })
    expect(findings.map(({ code }) => code)).toEqual(['nik-kk-swapped'])
  })

  it('hands on offers and budgets as tables, whatever their columns are called', async () => {
    put(
      'mitra.csv',
      'Mitra;Bentuk Bantuan;Kuota;Biaya per Unit;Wilayah;Syarat;Berlaku s/d\nBank Huma;Bedah rumah;10;20000000;Semua;desil 1-3;31/12/2025\n',
    )
    put(
      'apbd.csv',
      'No,OPD,Program,Kegiatan,Pagu,Sumber Dana,Realisasi\n1,Dinas Sosial,Perlindungan,Santunan,100000000,APBD,50000000\n,JUMLAH,,,100000000,,50000000\n',
    )
    const { offers, budgets, rows } = await read()
    expect(rows).toEqual([])
    expect(offers[0]?.rows.map(({ row, cells }) => [row, cells[0], cells[2]])).toEqual([
      [2, 'Bank Huma', '10'],
    ])
    expect(budgets[0]?.headings).toContain('Pagu')
    expect(budgets[0]?.rows).toHaveLength(2)
  })

  it('gives each bad file its own fault and reads the rest; names what it leaves alone', async () => {
    mkdirSync(join(folder, 'lama'))
    put('.rahasia.csv', 'x')
    put('~$buka.xlsx', 'x')
    put('catatan.docx', 'x')
    put('a-kosong.csv', '')
    put('b-judul.csv', 'NIK;Nama;Alamat\n')
    put('c-pdf.xlsx', '%PDF-1.4 …')
    put('d-besar.xlsx', Buffer.alloc(maxFileBytes, 1))
    put('e-cerita.txt', 'Rapat ditunda sampai minggu depan.\n')
    put('f-baik.csv', `Nama,NIK\nSITI,${people[0]?.[1]}\n`)
    const { faults, ignored, rows } = await read()
    expect(faults.map(({ file, code }) => [file, code])).toEqual([
      ['a-kosong.csv', 'file-empty'],
      ['b-judul.csv', 'file-header-only'],
      ['c-pdf.xlsx', 'file-is-pdf'],
      ['d-besar.xlsx', 'file-too-large'],
      ['e-cerita.txt', 'file-without-table'],
    ])
    expect(faults.every(({ hintId, hintEn }) => hintId.length > 20 && hintEn.length > 20)).toBe(
      true,
    )
    expect(ignored).toEqual(['.rahasia.csv', 'catatan.docx', 'lama/', '~$buka.xlsx'])
    expect(rows).toHaveLength(1)
  })

  it('refuses a folder that is not there or holds no list', async () => {
    await expect(readFolder(join(folder, 'tiada'))).rejects.toMatchObject({
      code: 'folder-not-found',
    })
    await expect(read()).rejects.toMatchObject({ code: 'folder-empty' })
  })
})
