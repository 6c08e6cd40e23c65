import { describe, expect, it } from 'vitest'
import type { RawCell } from '../files/raw-sheet.ts'
import { cellText } from '../files/raw-sheet.ts'
import { assignMeanings } from './assign-meanings.ts'

const niks = (count: number) =>
  Array.from({ length: count }, (_, place) => {
    const day = String((place % 28) + 1 + (place % 2 ? 40 : 0)).padStart(2, '0')
    return `627101${day}05${60 + (place % 39)}00${String(place + 10)}`
  })
const cards = (count: number) =>
  Array.from(
    { length: count },
    (_, place) => `627101${String((place % 28) + 1).padStart(2, '0')}0712000${place % 10}`,
  )
const names = [
  'SITI AMINAH',
  'BUDI SANTOSO',
  'RANGGA TUNJAN',
  'LAMIANG',
  'YANSEN REHAN',
  'HASANAH NYARING',
]
const manyNames = names.flatMap((given) => names.slice(1).map((family) => `${given} ${family}`))
const repeat = (values: readonly RawCell[], count: number) =>
  Array.from({ length: count }, (_, place) => values[place % values.length])

function meaningsOf(columns: Readonly<Record<string, readonly RawCell[]>>) {
  const cells = Object.values(columns).map((values) =>
    values.map((raw) => ({ raw, text: cellText(raw) })),
  )
  return assignMeanings(Object.keys(columns), cells).map(({ meaning }) => meaning)
}

describe('assignMeanings', () => {
  it('knows headings as offices write them', () => {
    expect(
      meaningsOf({
        NO: [1, 2, 3, 4, 5, 6],
        'NM PENERIMA': names,
        'No. KTP': niks(6),
        TGLLHR: repeat(['19900805', '20010203', '19551130'], 6),
        'RT/RW': repeat(['02/01', 'RT 3 RW 1'], 6),
        'Besaran (Rp)': repeat(['Rp 600.000,-', 400000], 6),
        'No HP/WA': repeat(['081377672583', '0821-3392-8196'], 6),
      }),
    ).toEqual(['rowNumber', 'name', 'nik', 'birthDate', 'rtRw', 'amountRp', 'phone'])
  })

  it('overrules a heading that its values contradict', () => {
    expect(meaningsOf({ Nama: niks(30), NIK: manyNames })).toEqual(['nik', 'name'])
  })

  it('sets numbers of persons and cards right when their headings are exchanged', () => {
    expect(meaningsOf({ NIK: cards(30), 'NO KK': niks(30) })).toEqual(['kk', 'nik'])
  })

  it('knows columns without usable headings by their values', () => {
    expect(
      meaningsOf({
        KOL1: niks(30),
        KOL2: cards(30),
        KOL3: repeat(['1990-08-05', '2001-02-03', '1955-11-30', '1971-01-09'], 30),
        KOL4: repeat(['L', 'P'], 30),
        KOL5: repeat(['02/01', '003/001'], 30),
        KOL6: repeat(['Jl. Bangka No. 3', 'Jl. Riau Gg. Karya', 'Komp. Bumi Sahai Blok E'], 30),
      }),
    ).toEqual(['nik', 'kk', 'birthDate', 'sex', 'rtRw', 'address'])
  })

  it('takes the head for the person of a list that names nobody else', () => {
    const [alone] = assignMeanings(['Nama KK'], [names.map((text) => ({ text, raw: text }))])
    expect(alone).toMatchObject({ meaning: 'name', isHead: true })
    expect(meaningsOf({ Nama: names, 'Nama Kepala Keluarga': names })).toEqual(['name', 'headName'])
  })

  it.each([
    'TGL KUNJUNGAN',
    'Tanggal Survei',
    'Tgl. Pendataan',
    'TANGGAL VERIFIKASI LAPANGAN',
    'tgl_observasi',
    'TGLSURVEY',
    'Survei (tgl)',
    'KUNJUNGAN | TANGGAL',
    'Hari/Tgl Kunj.',
    'Waktu wawancara',
    'Didata tanggal',
    'Terakhir dikunjungi',
    'Date of visit',
    'Survey date',
  ])('takes %s for the day of a look, not of help', (heading) => {
    const days = repeat(['2025-03-04', '05/03/2025', '12 Maret 2025', '2025-04-01'], 12)
    expect(meaningsOf({ [heading]: days })).toEqual(['surveyDate'])
    expect(meaningsOf({ 'Tgl verifikasi': days, [heading]: days })).not.toContain('aidDate')
    expect(meaningsOf({ [heading]: days, 'Tgl Penyaluran': days })).toEqual([
      'surveyDate',
      'aidDate',
    ])
  })

  it('leaves dates of birth and of handing over that were verified what they are', () => {
    const births = repeat(['1990-08-05', '2001-02-03', '1955-11-30', '1971-01-09'], 12)
    expect(meaningsOf({ 'Tgl Lahir (hasil verifikasi)': births })).toEqual(['birthDate'])
    const days = repeat(['2025-03-04', '2025-03-05', '2025-04-01'], 12)
    expect(meaningsOf({ 'Tanggal penyaluran (terverifikasi)': days })).toEqual(['aidDate'])
  })

  it('tells counts from money under one heading', () => {
    expect(meaningsOf({ Jumlah: [1, 2, 3, 1, 4, 2] })).not.toContain('amountRp')
    expect(meaningsOf({ Jumlah: [400000, 600000, 400000] })).toEqual(['amountRp'])
  })
})
