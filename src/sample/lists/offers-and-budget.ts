import type { ListContext } from '../list-context.ts'
import type { SampleList } from '../schema.ts'
import { SheetWriter } from '../sheet-writer.ts'

type OfferRow = readonly [
  owner: string,
  what: string,
  need: string,
  unit: string,
  share: number,
  costRp: number,
  territory: string,
  words: string,
  decileMax: number | null,
]

const offerRows: readonly OfferRow[] = [
  [
    'Disperkimtan',
    'Rehab RTLH Kota',
    'HOUSING',
    'rumah',
    0.006,
    45_000_000,
    'Kec. Pahandut',
    'rumah milik sendiri',
    4,
  ],
  [
    'Disperkimtan',
    'BSPS stimulan swadaya',
    'HOUSING',
    'rumah',
    0.015,
    20_000_000,
    'ALL',
    'milik sendiri, mau swadaya',
    4,
  ],
  [
    'Dinas PUPR',
    'Tangki septik individual',
    'SANI',
    'rumah',
    0.02,
    8_000_000,
    'ALL',
    'keluarga tanpa septik',
    5,
  ],
  [
    'Perumdam',
    'Sambungan rumah MBR',
    'WATER',
    'rumah',
    0.02,
    2_000_000,
    'Pahandut; Jekan Raya',
    '',
    6,
  ],
  ['Dinas Kesehatan', 'PBI APBD', 'JKN', 'orang', 0.05, 450_000, 'ALL', 'penduduk ber-NIK', 5],
  [
    'Dinas Pendidikan',
    'Seragam dan perlengkapan',
    'EDU_COST',
    'orang',
    0.04,
    450_000,
    'ALL',
    'murid SD/SMP',
    4,
  ],
  [
    'Dinas Pendidikan',
    'PKBM Paket A/B/C',
    'ATS',
    'orang',
    0.02,
    1_800_000,
    'ALL',
    'anak putus sekolah',
    null,
  ],
  [
    'Disnaker',
    'BPJS TK pekerja rentan',
    'JAMSOS',
    'orang',
    0.06,
    207_000,
    'ALL',
    'pekerja informal',
    5,
  ],
  ['Disnaker', 'Pelatihan BLK', 'WORK', 'orang', 0.02, 3_500_000, 'ALL', '', null],
  ['Dinas Koperasi UKM', 'Gerobak dan NIB', 'CAPITAL', 'orang', 0.015, 3_600_000, 'ALL', '', 5],
  [
    'Dinas Ketahanan Pangan',
    'Beras cadangan 10 kg',
    'INCOME',
    'keluarga',
    0.1,
    131_000,
    'ALL',
    '',
    3,
  ],
  [
    'BAZNAS Kota',
    'Santunan fakir',
    'INCOME',
    'keluarga',
    0.03,
    650_000,
    'ALL',
    'mustahik muslim',
    4,
  ],
  [
    'PT Rungan Lestari',
    'Tandon air hujan',
    'WATER',
    'rumah',
    0.008,
    1_900_000,
    'sepanjang sungai',
    'rumah tepi sungai',
    null,
  ],
  ['Forum Disabilitas', 'Alat bantu', 'DISAB', 'orang', 0.006, 2_400_000, 'ALL', '', 5],
  [
    'Karang Taruna',
    'Gotong royong perbaikan rumah',
    'HOUSING',
    'rumah',
    0.004,
    0,
    'ALL',
    'tenaga saja',
    null,
  ],
]

/** What agencies and partners offer, in an office's own columns. */
export function offerList({ city }: ListContext): SampleList {
  const sheet = new SheetWriter('offers.csv', '', true)
  sheet.line(
    'Kode',
    'Mitra',
    'Bantuan',
    'Kebutuhan',
    'Satuan',
    'Jumlah',
    'Biaya satuan (Rp)',
    'Wilayah',
    'Syarat',
    'Desil maks',
    'Berlaku dari',
    'Berlaku sampai',
  )
  offerRows.forEach(([owner, what, need, unit, share, cost, territory, words, decile], no) => {
    const units = Math.max(2, Math.round(city.families.length * share))
    sheet.line(
      `P${no + 1}`,
      owner,
      what,
      need,
      unit,
      units,
      cost,
      territory,
      words === '' ? null : words,
      decile,
      '2025-01-01',
      '2025-12-31',
    )
  })
  return { file: 'offers.csv', kind: 'csv', sheets: [sheet.sheet()], truth: [] }
}

const budgetHeadings = [
  'Nomor',
  'Strategi OPPKPKE',
  'Perangkat Daerah',
  'Kode',
  'Program',
  'Kegiatan',
  'Sub Kegiatan',
  'Aktivitas Real: Langsung',
  'Tidak Langsung',
  'Penunjang',
  'Alokasi Anggaran (Rp)',
  'Sumber Pembiayaan',
  'Sifat Bantuan',
  'Lokasi',
  'Jumlah Sasaran Penerima Manfaat',
  'Besaran Manfaat',
  'Jenis Bantuan',
  'Durasi Penerima Bantuan',
  'Realisasi TW I',
  'Realisasi TW II',
  'Realisasi TW III',
  'Realisasi TW IV',
  'Total Realisasi',
] as const

const strategies = [
  'Mengurangi beban pengeluaran masyarakat',
  'Meningkatkan pendapatan masyarakat',
  'Menurunkan jumlah kantong kemiskinan',
] as const

const budgetRows = [
  [
    0,
    'Dinas Sosial',
    '1.06.05.2.01.0001',
    'Program Perlindungan dan Jaminan Sosial',
    'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga',
    1_175,
    '370 KK',
    'uang',
  ],
  [
    0,
    'Dinas Kesehatan',
    '1.02.02.2.02.0002',
    'Program Pemenuhan Upaya Kesehatan',
    'Pengelolaan Jaminan Kesehatan Masyarakat',
    985,
    '± 500 orang',
    'layanan',
  ],
  [
    0,
    'Dinas Pendidikan',
    '1.01.02.2.01.0003',
    'Program Pengelolaan Pendidikan',
    'Penyediaan Perlengkapan Siswa',
    620,
    '400 siswa',
    'barang',
  ],
  [
    1,
    'Dinas Koperasi UKM',
    '2.17.07.2.04.0002',
    'Program Pemberdayaan Usaha Mikro',
    'Pemberdayaan melalui Kemitraan',
    670,
    '340 UMKM',
    'barang',
  ],
  [
    1,
    'Disnaker',
    '2.07.03.2.01.0001',
    'Program Pelatihan Kerja',
    'Pelatihan Keterampilan bagi Pencari Kerja',
    410,
    '60 orang',
    'layanan',
  ],
  [
    2,
    'Disperkimtan',
    '1.04.02.2.01.0001',
    'Program Pengembangan Perumahan',
    'Rehabilitasi Rumah Tidak Layak Huni',
    1_450,
    '29 unit',
    'konstruksi',
  ],
  [
    2,
    'Dinas PUPR',
    '1.03.05.2.01.0002',
    'Program Pengelolaan Air Limbah',
    'Pembangunan Tangki Septik',
    540,
    '60 unit',
    'konstruksi',
  ],
] as const

/** The budget behind the matrix, with one total that the office added up wrongly. */
export function budgetList({ random }: ListContext): SampleList {
  const sheet = new SheetWriter('budget.csv', '', true)
  sheet.line(...budgetHeadings)
  strategies.forEach((strategy, place) => {
    sheet.line(null, `${'ABC'[place]}. ${strategy.toUpperCase()}`)
    budgetRows.forEach(([own, agency, code, programme, activity, millions, target, kind], no) => {
      if (own !== place) return
      const first = random.whole(3, 20) * 1_000_000
      const second = random.whole(10, 90) * 1_000_000
      const slip = no === 3 ? 1_000_000 : 0
      sheet.line(
        no + 1,
        strategy,
        agency,
        code,
        programme,
        programme,
        activity,
        'v',
        null,
        null,
        millions * 1_000_000,
        'APBD',
        'Rutin',
        '30 Kelurahan',
        target,
        null,
        kind,
        '12 bulan',
        first,
        second,
        0,
        0,
        first + second + slip,
      )
    })
  })
  return { file: 'budget.csv', kind: 'csv', sheets: [sheet.sheet()], truth: [] }
}
