/**
 * What the columns of the sample lists mean, written down by hand from the lists themselves, and how
 * surely they are understood when headings are taken away, changed or misleading.
 */
import { type AssignedColumn, assignMeanings } from '../src/intake/columns/assign-meanings.ts'
import type { ProfiledCell } from '../src/intake/columns/value-profile.ts'
import type { OpenList } from '../src/intake/lists/open-list.ts'

/** By file, by heading: accepted meanings parted by `|`; `-` for a column that no field needs. */
const trueColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '01_DTSEN_v2.xlsx': {
    nomor_induk_kependudukan: 'nik',
    nama: 'name',
    nomor_kartu_keluarga: 'kk',
    tanggal_lahir: 'birthDate',
    jenis_kelamin: 'sex',
    alamat: 'address',
    status_hubungan_keluarga: 'relation',
    status_kawin: 'marital',
    partisipasi_sekolah: 'schoolParticipation',
    ijazah_tertinggi: 'education',
    status_pekerjaan: 'occupation',
    lapangan_usaha: 'industry',
    kepemilikan_usaha: 'ownsBusiness',
    penyandang_disabilitas: 'disability',
    penyakit_kronis: 'chronicIllness',
    kode_provinsi: '-',
    provinsi: '-',
    kode_kabupaten_kota: '-',
    kabupaten_kota: '-',
    kode_kecamatan: '-',
    kecamatan: 'district',
    kode_kelurahan_desa: 'regionCode',
    kelurahan_desa: 'ward',
    lokasi: 'coordinates',
    nama_kepala_keluarga: 'name|headName',
    keluarga_dalam_rumah: 'familiesInHouse',
    status_kepemilikan_rumah: 'houseTenure',
    jenis_lantai_terluas: 'floor',
    jenis_dinding_terluas: 'wall',
    jenis_atap_terluas: 'roof',
    sumber_air_minum_utama: 'water',
    sumber_penerangan_utama: 'lighting',
    daya_terpasang: 'powerVa',
    id_meteran_PLN: 'meterId',
    bahan_bakar_utama_memasak: 'cookingFuel',
    fasilitas_bab: 'toilet',
    jenis_kloset: 'closet',
    pembuangan_akhir_tinja: 'wasteDisposal',
    tabung_gas_5_5kg: 'gasCylinder',
    lemari_es: 'refrigerator',
    AC: 'airConditioner',
    pemanas_air: 'waterHeater',
    telepon_rumah: 'landlinePhone',
    tv_datar_30: 'flatTv',
    emas_perhiasan_gram: 'goldGrams',
    komputer_laptop_tablet: 'computer',
    sepeda_motor: 'motorcycle',
    sepeda: 'bicycle',
    mobil: 'car',
    perahu: 'boat',
    kapal_perahu_motor: 'motorBoat',
    smartphone: 'smartphone',
    sawah_kebun_ha: 'farmlandHectares',
    lahan_lainnya: 'otherLand',
    rumah_lainnya: 'otherHouse',
    ternak_besar: 'largeLivestock',
    ternak_kecil: 'smallLivestock',
    desil_nasional: 'decile',
    snapshot: '-',
  },
  '02_PKH_Tahap2.xlsx': {
    NO: '-',
    KELURAHAN: 'ward',
    'NAMA PENGURUS': 'name',
    NIK: 'nik',
    'NO KK': 'kk',
    ALAMAT: 'address',
    'RT/RW': 'rtRw',
    'KOMPONEN | BUMIL': 'component.pregnant',
    'KOMPONEN | AUD': 'component.early-childhood',
    'KOMPONEN | SD': 'component.primary',
    'KOMPONEN | SMP': 'component.junior',
    'KOMPONEN | SMA': 'component.senior',
    'KOMPONEN | LU': 'component.elderly',
    'KOMPONEN | DB': 'component.severe-disability',
    NOMINAL: 'amountRp',
    'BANK/POS': '-',
    KET: 'note|aidStatusText',
  },
  '03_BPNT_Mei-Juni.xlsx': {
    No: '-',
    'NIK KTP': 'nik',
    'NAMA KPM': 'name',
    'NOMOR KK': 'kk',
    ALAMAT: 'address',
    KEL: 'ward',
    RT: 'rt',
    RW: 'rw',
    JUMLAH: 'amountRp',
    'NO KKS': '-',
    STATUS: 'aidStatusText',
  },
  '04_PBIJK_202506.txt': {
    NOKA: '-',
    NIK: 'nik',
    NAMA: 'name',
    TGLLHR: 'birthDate',
    JK: 'sex',
    ALAMAT: 'address',
    RT: 'rt',
    RW: 'rw',
    NMDESA: 'ward',
    NMKEC: 'district',
    KELAS: '-',
    STATUS: 'jknStatus',
    TMT: '-|aidDate',
    KET_NONAKTIF: 'jknReason',
  },
  '05_PIP_2025_Disdik.xlsx': {
    No: '-',
    NISN: '-',
    'Nama Siswa': 'name',
    'NIK Siswa': 'nik',
    'L/P': 'sex',
    'Tempat Lahir': 'birthPlace',
    'Tanggal Lahir': 'birthDate',
    'Nama Ibu Kandung': 'motherName',
    Sekolah: 'schoolName',
    Kelas: 'schoolClass',
    Nominal: 'amountRp',
    'Layak PIP': 'groundsText',
  },
  '06_Survey_RTLH.xlsx': {
    No: '-',
    'Nama KK': 'name|headName',
    'No. KTP': 'nik',
    'No. KK': 'kk',
    'Alamat Rumah': 'address',
    'RT/RW': 'rtRw',
    Kelurahan: 'ward',
    Kecamatan: 'district',
    Koordinat: 'coordinates',
    'Jml Penghuni': 'occupants',
    'Luas (m2)': 'floorAreaM2',
    Lantai: 'floor',
    Dinding: 'wall',
    Atap: 'roof',
    'Air Minum': 'water',
    MCK: 'sanitation',
    'Status Tanah': 'landTitle',
    Foto: '-',
    'Pernah Dibantu': 'earlierAidText',
  },
  '07_Air_Sanitasi.csv': {
    NO: '-',
    'NAMA PENGHUNI': 'name',
    'ALAMAT RUMAH': 'address',
    RT: 'rt',
    KELURAHAN: 'ward',
    'JML JIWA': 'occupants',
    'SUMBER AIR MINUM': 'water',
    'PELANGGAN PERUMDAM': 'isWaterCustomer',
    'AKSES JAMBAN': 'sanitation',
    'JARAK SUMUR-SEPTIK (m)': 'wellToCesspitM',
    INTERVENSI: 'earlierAidText',
    'TGL KUNJUNGAN': 'surveyDate',
  },
  '08_BAZNAS_Smt1.xlsx': {
    No: '-',
    'Nama Mustahik': 'name',
    'Tempat/Tgl Lahir': 'placeAndBirthDate',
    'No KTP': 'nik',
    Alamat: 'address',
    Kelurahan: 'ward',
    Asnaf: 'groundsText',
    'Jenis Bantuan': 'aidText',
    Jumlah: 'amountRp',
    'Tgl Penyaluran': 'aidDate',
    'No HP': 'phone',
  },
  '09_TJSLP_2025.csv': {
    Perusahaan: 'provider',
    'Nama Penerima': 'name',
    'Desa/Kelurahan': 'ward',
    RT: 'rt',
    'No. HP': 'phone',
    'NIK (jika ada)': 'nik',
    Bantuan: 'aidText',
    Nilai: 'amountRp',
  },
  '10_Disabilitas.xlsx': {
    No: '-',
    NAMA: 'name',
    'L/P': 'sex',
    'TGL LAHIR': 'birthDate|birthDateOrAge',
    NIK: 'nik',
    'NAMA ORANG TUA/WALI': 'guardianName',
    ALAMAT: 'address',
    KELURAHAN: 'ward',
    'JENIS DISABILITAS': 'disability',
    TINGKAT: 'disabilitySeverity',
    'ALAT BANTU / BANTUAN': 'earlierAidText',
  },
  '11_Usulan_Kelurahan.xlsx': {
    No: '-',
    NAMA: 'name',
    Umur: 'ageYears',
    'NIK (kalau ada)': 'nik',
    'Alamat / patokan': 'address',
    Pekerjaan: 'occupation',
    'Jml tanggungan': 'dependants',
    Keterangan: 'note',
  },
  '12_Dukcapil_Mati_Pindah.csv': {
    no_reg: '-',
    nik: 'nik',
    no_kk: 'kk',
    nama_lengkap: 'name',
    jenis_klmin: 'sex',
    tgl_lhr: 'birthDate',
    jenis_peristiwa: 'event',
    tgl_peristiwa: 'eventDate',
    kelurahan: 'ward',
    tujuan_asal: 'note',
  },
}

export interface JudgedColumn {
  readonly file: string
  readonly sheet: string
  readonly heading: string
  readonly wanted: string
  readonly meaning: string
  readonly confidence: number
  readonly second: string
  readonly isRight: boolean
  /** A field comes of it. */
  readonly matters: boolean
}

/** Meanings from which no field comes: as good as unused. */
const unused: ReadonlySet<string> = new Set(['', 'ignored', 'rowNumber', 'otherNumber'])

/** The accepted meanings of a column; undefined for one that is not of the sample lists. */
function wantedOf(file: string, heading: string): string | undefined {
  return trueColumns[file]?.[heading]
}

function judge(list: OpenList, column: AssignedColumn, wanted: string): JudgedColumn {
  const accepted = wanted.split('|')
  const meaning = column.meaning ?? ''
  return {
    file: list.file,
    sheet: list.sheet,
    heading: column.heading,
    wanted,
    meaning,
    confidence: Math.round(column.confidence * 100) / 100,
    second: column.secondBest?.meaning ?? '',
    isRight: accepted.includes(meaning) || (accepted.includes('-') && unused.has(meaning)),
    matters: !accepted.includes('-'),
  }
}

/** Every column of the sheets as they came, judged. */
export function judgeColumns(lists: readonly OpenList[]): JudgedColumn[] {
  return lists.flatMap((list) =>
    list.blocks.flatMap(({ columns }) =>
      columns.flatMap((column) => {
        const wanted = wantedOf(list.file, column.heading)
        return wanted === undefined ? [] : [judge(list, column, wanted)]
      }),
    ),
  )
}

/** Rows looked at under changed headings. */
const sampleRows = 100
const fewRows = 6

/** Ways in which a list may be harder than it came, each with the columns that it makes harder. */
export const hardships = [
  'as it came',
  'one heading missing',
  'one heading unknown',
  'no headings',
  'two headings swapped',
  'six rows only',
] as const
export type Hardship = (typeof hardships)[number]

/** The columns of the sheets under one hardship, judged where it bites. */
export function judgeHard(lists: readonly OpenList[], hardship: Hardship): JudgedColumn[] {
  return lists.flatMap((list) => {
    const [first] = list.blocks
    if (!first) return []
    const headings = first.columns.map(({ heading }) => heading)
    const wanted = headings.map((heading) => wantedOf(list.file, heading))
    if (wanted.every((meaning) => meaning === undefined)) return []
    const rows = first.block.rows.slice(0, hardship === 'six rows only' ? fewRows : sampleRows)
    const cells: ProfiledCell[][] = headings.map((_, column) =>
      rows.map((row) => first.read(row, column)),
    )
    const under = (changed: readonly string[], judged: readonly number[]) => {
      const columns = assignMeanings(changed, cells)
      return judged.flatMap((column) => {
        const assigned = columns[column]
        const meant = wanted[column]
        const heading = headings[column] ?? ''
        const isHeld = assigned && meant !== undefined && cells[column]?.some(({ text }) => text)
        return isHeld ? [judge(list, { ...assigned, heading }, meant)] : []
      })
    }
    return judgeUnder(hardship, headings, under)
  })
}

function judgeUnder(
  hardship: Hardship,
  headings: readonly string[],
  under: (changed: readonly string[], judged: readonly number[]) => JudgedColumn[],
): JudgedColumn[] {
  const all = [...headings.keys()]
  switch (hardship) {
    case 'as it came':
    case 'six rows only':
      return under(headings, all)
    case 'no headings':
      return under(
        headings.map(() => ''),
        all,
      )
    case 'one heading missing':
      return all.flatMap((column) => under(headings.with(column, ''), [column]))
    case 'one heading unknown':
      return all.flatMap((column) => under(headings.with(column, `KOLOM ${column + 1}`), [column]))
    case 'two headings swapped':
      return all.slice(1).flatMap((right) => {
        const left = right - 1
        const swapped = headings.with(left, headings[right] ?? '').with(right, headings[left] ?? '')
        return under(swapped, [left, right])
      })
  }
}
