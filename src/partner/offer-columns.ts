import { parseNumber } from './amounts.ts'
import { readDays } from './day-text.ts'
import { indicatorOfCode } from './indicator-words.ts'
import { matchHeadings } from './match-headings.ts'
import { saysNothing } from './plain-text.ts'

/**
 * What a column of an offers table may mean, with the headings that offices use, best first.
 * Headings are compared as plain words; currency marks are left out.
 */
const headingWords = {
  offerId: [
    'offer id|id penawaran|kode penawaran|nomor penawaran|no penawaran|kode tawaran|id tawaran',
    'kode bantuan|id bantuan|kode|id|code|nomor|no|number|no urut',
  ],
  provider: [
    'owner|pemberi|pemberi bantuan|provider|penyedia|nama mitra|mitra|nama instansi|instansi',
    'instansi pemberi|nama lembaga|lembaga|perangkat daerah|opd|skpd|dinas|nama perusahaan',
    'perusahaan|organisasi|nama organisasi|organisation|organization|agency|donor|donatur',
    'penyelenggara|pelaksana|pemilik|pihak pemberi|sumber bantuan|sumber|penanggung jawab',
  ],
  ownerType: [
    'owner type|jenis pemberi|jenis mitra|tipe pemberi|tipe mitra|kategori mitra|jenis instansi',
    'jenis lembaga|kelompok mitra|kategori pemberi|unsur|provider type|tipe',
  ],
  sector: ['sector|sektor|bidang|bidang bantuan|kategori bantuan|kategori|area intervensi|field'],
  needCode: [
    'need code|kode kebutuhan|indicator|indikator|kebutuhan|jenis kebutuhan|kode indikator|need',
    'masalah|jenis masalah|kode masalah|kebutuhan yang dijawab|menjawab kebutuhan',
  ],
  what: [
    'what|nama bantuan|bentuk bantuan|bantuan|nama kegiatan|kegiatan|nama penawaran|penawaran',
    'nama program|program|jenis kegiatan|jenis bantuan|uraian|uraian bantuan|deskripsi',
    'description|offer|layanan|rincian|isi bantuan|rincian bantuan|tawaran',
  ],
  unit: ['unit|satuan|jenis satuan|satuan sasaran|unit type|satuan unit|per apa|jenis sasaran'],
  quantity: [
    'quantity|kuota|jumlah unit|units|jumlah|kapasitas|jml|volume|banyaknya|qty|jumlah sasaran',
    'jumlah penerima|jumlah paket|kuota penerima|capacity|target|slot|daya tampung|jumlah kuota',
  ],
  unitCost: [
    'unit cost|biaya satuan|harga satuan|nilai satuan|biaya per unit|nilai per unit|biaya unit',
    'nilai per penerima|biaya per penerima|besaran per unit|nilai bantuan|besaran bantuan',
    'besaran manfaat|besaran|nominal|cost per unit|cost|biaya|harga|nilai',
  ],
  budget: [
    'budget|pagu|pagu anggaran|anggaran|total anggaran|jumlah anggaran|dana|jumlah dana|total dana',
    'alokasi anggaran|alokasi dana|total biaya|nilai total|total nilai|total',
  ],
  territory: [
    'territory|wilayah|wilayah sasaran|cakupan wilayah|lokasi|lokasi sasaran|wards|kode wilayah',
    'kelurahan|kecamatan|kelurahan kecamatan|kecamatan kelurahan|daerah|daerah sasaran|jangkauan',
    'coverage|location|area|cakupan|tempat',
  ],
  eligibility: [
    'eligibility text|eligibility|kriteria|kriteria penerima|kriteria sasaran|syarat',
    'syarat penerima|persyaratan|syarat dan ketentuan|ketentuan|criteria|conditions|sasaran',
    'penerima|sasaran penerima|target penerima|syarat lain|keterangan',
  ],
  decileMax: [
    'decile max|desil maks|desil max|desil maksimal|desil maksimum|batas desil|desil paling tinggi',
    'max decile|desil|decile|desil dtsen|desil sampai|desil s d|desil tertinggi',
  ],
  decileMin: ['decile min|desil min|desil minimal|desil minimum|min decile|desil terendah'],
  ageMin: [
    'age min|umur min|usia min|umur minimal|usia minimal|umur minimum|usia minimum|min age',
    'umur dari|usia dari|umur terendah|usia terendah|min umur|min usia|batas bawah usia',
  ],
  ageMax: [
    'age max|umur maks|usia maks|umur max|usia max|umur maksimal|usia maksimal|umur maksimum',
    'usia maksimum|max age|umur sampai|usia sampai|umur tertinggi|usia tertinggi|maks umur',
    'maks usia|batas atas usia',
  ],
  age: [
    'umur|usia|age|rentang usia|rentang umur|kelompok umur|kelompok usia|batas usia|batas umur',
  ],
  sex: ['sex|jenis kelamin|jk|gender|kelamin|l p'],
  inSchool: ['in school|masih sekolah|bersekolah|status sekolah|sekolah|partisipasi sekolah'],
  disability: [
    'disability|disabilitas|jenis disabilitas|ragam disabilitas|penyandang disabilitas|difabel',
  ],
  pregnant: ['pregnant|ibu hamil|hamil|bumil|kehamilan'],
  womanHead: [
    'woman head|perempuan kepala keluarga|kepala keluarga perempuan|female head|kk perempuan',
    'wanita kepala keluarga|pekka',
  ],
  loneElderly: ['lone elderly|lansia tunggal|lansia sendiri|lansia hidup sendiri'],
  ownHouse: [
    'own house|rumah milik sendiri|milik sendiri|rumah sendiri|kepemilikan rumah|status rumah',
    'status kepemilikan rumah',
  ],
  landTitle: [
    'land title|surat tanah|bukti tanah|legalitas tanah|legalitas lahan|sertifikat tanah',
    'tanah legal|alas hak|status tanah|bukti kepemilikan tanah',
  ],
  requiresNik: ['requires nik|wajib nik|perlu nik|harus nik|butuh nik|syarat nik|nik wajib|nik'],
  faith: ['faith|agama|religion|keyakinan'],
  areaType: [
    'area type|tipe wilayah|jenis wilayah|tipologi wilayah|tipologi|karakter wilayah|tipe area',
    'tipe lokasi|jenis lokasi|jenis kawasan|tipe kawasan|karakteristik wilayah',
  ],
  flooded: ['flood affected|terdampak banjir|korban banjir|banjir|flood|dampak banjir'],
  excludes: [
    'exclude programmes|exclude programs|excludes|exclude|program dikecualikan|pengecualian',
    'dikecualikan|belum menerima|tidak menerima|bukan penerima|kecuali penerima|tidak boleh menerima',
    'belum pernah menerima|program yang dikecualikan|kecuali',
  ],
  windowFrom: [
    'window from|tanggal mulai|tgl mulai|mulai|berlaku mulai|berlaku dari|valid from|periode mulai',
    'mulai berlaku|dibuka|start date|start|awal|dari|from|tanggal awal',
  ],
  windowTo: [
    'window to|tanggal selesai|tgl selesai|selesai|berlaku sampai|berlaku hingga|valid to',
    'periode selesai|batas akhir|ditutup|end date|end|akhir|sampai|hingga|to|s d|tanggal akhir',
  ],
  window: ['masa berlaku|periode|waktu pelaksanaan|waktu|jadwal|window|period|berlaku'],
  contact: [
    'contact phone|kontak|narahubung|telepon|nomor telepon|no telepon|telp|no telp|hp|no hp|phone',
    'nomor hp|wa|no wa|email|contact|contact person|cp|alamat',
  ],
  needsPerUnit: [
    'needs per unit|kk per unit|keluarga per unit|penerima per unit|kebutuhan per unit',
    'jumlah kk per unit|anggota per kelompok|jumlah anggota',
  ],
  minBundle: ['min bundle|minimal paket|minimal per kelurahan|minimal unit per kelurahan'],
  filter: ['filter|saringan'],
} as const satisfies Record<string, readonly string[]>

export type OfferField = keyof typeof headingWords

/** Column number of each field that the table has. */
export type OfferColumns = Readonly<Partial<Record<OfferField, number>>>

/** Values that a column of these fields must mostly hold; guards against a heading taken wrongly. */
const valueTests: Readonly<Partial<Record<OfferField, (cell: string) => boolean>>> = {
  quantity: (cell) => /\d/.test(cell),
  unitCost: (cell) => /\d/.test(cell),
  budget: (cell) => /\d/.test(cell),
  unit: (cell) => parseNumber(cell) === undefined,
  what: (cell) => parseNumber(cell) === undefined,
  provider: (cell) => parseNumber(cell) === undefined,
  decileMax: (cell) => /\d/.test(cell),
  decileMin: (cell) => /\d/.test(cell),
  ageMin: (cell) => /\d/.test(cell),
  ageMax: (cell) => /\d/.test(cell),
  age: (cell) => /\d/.test(cell),
  windowFrom: (cell) => readDays(cell) !== undefined,
  windowTo: (cell) => readDays(cell) !== undefined,
  needsPerUnit: (cell) => /\d/.test(cell),
  minBundle: (cell) => /\d/.test(cell),
}

/** Which column means what, by heading and, where headings fail, by values. */
export function matchOfferColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): OfferColumns {
  const columns = matchHeadings({ words: headingWords, valueTests, headings, rows })
  return matchByValues(columns, headings, rows)
}

/** Columns under headings that say nothing: need codes and region codes tell themselves. */
function matchByValues(
  byHeading: OfferColumns,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): OfferColumns {
  const isNeedCode = (cell: string) => indicatorOfCode(cell) !== undefined
  const isRegionCode = (cell: string) => /^(?:all|semua|\d\d\.\d\d(?:[.\d; ]*))$/i.test(cell.trim())
  const columns = { ...byHeading }
  const taken = new Set(Object.values(byHeading))
  for (const column of headings.keys()) {
    if (taken.has(column)) continue
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => !saysNothing(cell))
    if (cells.length < 2) continue
    const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length
    if (columns.needCode === undefined && share(isNeedCode) > 0.8) columns.needCode = column
    else if (columns.territory === undefined && share(isRegionCode) > 0.5) {
      columns.territory = column
    }
  }
  return columns
}
