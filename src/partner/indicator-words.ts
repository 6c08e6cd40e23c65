import type { Need } from '#assessment/schema'
import { plainText } from './plain-text.ts'

type Indicator = Need['indicator']
type Sector = Need['sector']

const sectorOf: Readonly<Record<Indicator, Sector>> = {
  INCOME: 'basic',
  ELDER: 'basic',
  NEGLECT: 'basic',
  DOC: 'basic',
  ATS: 'education',
  EDU_COST: 'education',
  JKN: 'health',
  NUTR: 'health',
  PREG: 'health',
  DISAB: 'health',
  WATER: 'water',
  SANI: 'water',
  HOUSING: 'housing',
  ELEC: 'housing',
  WORK: 'livelihood',
  CAPITAL: 'livelihood',
  JAMSOS: 'livelihood',
  PEKKA: 'livelihood',
  DEBT: 'livelihood',
}

/** Words of what is given or lacking; the first line that matches wins, so narrow ones stand first. */
const indicatorWords: readonly (readonly [RegExp, Indicator])[] = [
  [/\b(?:pekka|perempuan kepala keluarga|woman head)\b/, 'PEKKA'],
  [/\b(?:u?h?utang|gharim\w*|debt|pinjol)\b/, 'DEBT'],
  [
    /\b(?:putus sekolah|pkbm|paket [abc]|literasi|buta huruf|sekolah rakyat|out of school|ats)\b/,
    'ATS',
  ],
  [
    /\b(?:seragam|beasiswa|perlengkapan sekolah|biaya sekolah|spp|school cost|antar jemput sekolah|alat tulis|buku|biaya pendidikan)\b/,
    'EDU_COST',
  ],
  [
    /\b(?:bpjs (?:tk|ketenagakerjaan)|jamsos\w*|pekerja rentan|perlindungan kerja|work protection)\b/,
    'JAMSOS',
  ],
  [
    /\b(?:jkn|pbi|pbpu|kis|bpjs|jaminan kesehatan|asuransi kesehatan|health insurance|ambulans)\b/,
    'JKN',
  ],
  [/\b(?:ibu hamil|bumil|hamil|kek|pregnan\w*|persalinan)\b/, 'PREG'],
  [/\b(?:stunting|gizi|pmt|balita|1000 hpk|dashat|nutrition|makanan tambahan)\b/, 'NUTR'],
  [/\b(?:disab\w*|difabel|kursi roda|alat bantu|disability)\b/, 'DISAB'],
  [/\b(?:lansia tunggal|permakanan|elder\w*|perawatan lansia|lansia)\b/, 'ELDER'],
  [/\b(?:te?r?lantar|pengasuhan|anak asuh|tempat asuh|neglect|gelandangan|panti)\b/, 'NEGLECT'],
  [/\b(?:ktp|akta|kia|adminduk|dokumen|kependudukan|documents?|nik)\b/, 'DOC'],
  [/\b(?:jamban|sanitasi|mck|sept\w+|biofil|limbah|sanitation|toilet|wc)\b/, 'SANI'],
  [
    /\b(?:air bersih|air minum|air hujan|sambungan rumah|sumur|tandon|pdam|pipa|penjernih|drinking water|water|air layak)\b/,
    'WATER',
  ],
  [/\b(?:listrik|plts|penerangan|pln|meteran|electric\w*|lampu)\b/, 'ELEC'],
  [/\b(?:rtlh|bsps|bedah rumah|rumah|atap|semen|seng|hous\w+|perumahan|dinding)\b/, 'HOUSING'],
  [/\b(?:pelatihan|blk|magang|kerja|prakerja|lowongan|employment|work|vokasi)\b/, 'WORK'],
  [
    /\b(?:modal|usaha|umkm|kube|gerobak|bibit|benih|ternak|capital|pinjaman|pilah|koperasi)\b/,
    'CAPITAL',
  ],
  [
    /\b(?:sembako|santunan|tunai|beras|pangan|blt|income|pendapatan|voucher|penghasilan|paket|belanja|cash)\b/,
    'INCOME',
  ],
]

const sectorWords: readonly (readonly [RegExp, Sector])[] = [
  [/\b(?:education|pendidikan|sekolah)\b/, 'education'],
  [/\b(?:health|kesehatan|gizi)\b/, 'health'],
  [/\b(?:water|air|sanitasi|sanitation)\b/, 'water'],
  [/\b(?:housing|perumahan|rumah|permukiman|energy|energi|listrik)\b/, 'housing'],
  [
    /\b(?:livelihood|employment|ekonomi|usaha|penghidupan|ketenagakerjaan|pekerjaan|debt)\b/,
    'livelihood',
  ],
  [
    /\b(?:basic|dasar|cash|food|tunai|pangan|sosial|social|documents?|dokumen|disaster|bencana)\b/,
    'basic',
  ],
]

/** The indicator that a cell names by its code, `EDU_COST`, `edu-cost`. */
export function indicatorOfCode(text: string): Indicator | undefined {
  const code = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
  return codes.find((indicator) => indicator === code)
}

const codes = Object.keys(sectorOf).filter((code): code is Indicator => code in sectorOf)

/** The indicator that words speak of; undefined when none is named. */
export function indicatorOfWords(text: string): Indicator | undefined {
  const words = plainText(text)
  return indicatorWords.find(([pattern]) => pattern.test(words))?.[1]
}

/** The sector of the closed list that words speak of. */
export function sectorOfWords(text: string): Sector | undefined {
  const words = plainText(text)
  return sectorWords.find(([pattern]) => pattern.test(words))?.[1]
}

/** The sector that an indicator belongs to. */
export function sectorOfIndicator(indicator: Indicator): Sector {
  return sectorOf[indicator]
}
