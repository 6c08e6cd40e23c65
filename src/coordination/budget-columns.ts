import { type HeadingRequest, matchHeadings } from '#partner'

/** What a column of a budget table may mean, with the headings that regions use, best first. */
const headingWords = {
  no: ['nomor|no|no urut|number'],
  strategy: ['strategi oppkpke|strategi|strategi penanggulangan kemiskinan|nama strategi|strategy'],
  agency: [
    'perangkat daerah|opd|skpd|nama opd|nama perangkat daerah|perangkat daerah pelaksana',
    'opd pelaksana|instansi|dinas|pelaksana|penanggung jawab|agency',
  ],
  code: ['kode|kode sub kegiatan|kode rekening|kode kegiatan|kode program|kode sipd|code'],
  programme: ['program|nama program|nomenklatur program|programme'],
  activity: ['kegiatan|nama kegiatan|nomenklatur kegiatan|activity'],
  subActivity: ['sub kegiatan|subkegiatan|nama sub kegiatan|nomenklatur sub kegiatan|uraian|sub'],
  direct: [
    'aktivitas real langsung|langsung|aktivitas langsung|penerima langsung|kegiatan langsung',
    'penerima manfaat langsung',
  ],
  indirect: [
    'aktivitas real tidak langsung|tidak langsung|aktivitas tidak langsung',
    'penerima tidak langsung|kegiatan tidak langsung|penerima manfaat tidak langsung',
  ],
  supporting: ['aktivitas real penunjang|penunjang|aktivitas penunjang|penerima penunjang'],
  budget: [
    'alokasi anggaran|anggaran|pagu anggaran|pagu|alokasi|jumlah anggaran|pagu indikatif',
    'total anggaran|nilai anggaran|pagu dpa|budget',
  ],
  funding: [
    'sumber pembiayaan|sumber dana|sumber anggaran|sumber pendanaan|pembiayaan|sumber|funding',
  ],
  nature: ['sifat bantuan|sifat|sifat kegiatan|rutin insidentil'],
  location: ['lokasi|lokasi kegiatan|wilayah|lokus|lokasi pelaksanaan|kelurahan|location'],
  target: [
    'jumlah sasaran penerima manfaat|jumlah sasaran|sasaran penerima manfaat|jumlah penerima',
    'jumlah penerima manfaat|target sasaran|target penerima|penerima manfaat|sasaran|target',
  ],
  targetUnit: ['satuan sasaran|satuan|satuan target|satuan penerima|unit'],
  benefit: ['besaran manfaat|besaran bantuan|nilai manfaat|nilai bantuan|besaran|manfaat'],
  benefitKind: ['jenis bantuan|bentuk bantuan|jenis manfaat|jenis'],
  duration: [
    'durasi penerima bantuan|durasi|lama bantuan|durasi bantuan|jangka waktu|lama|durasi penerima',
  ],
  quarter1: quarterHeadings('i', '1'),
  quarter2: quarterHeadings('ii', '2'),
  quarter3: quarterHeadings('iii', '3'),
  quarter4: quarterHeadings('iv', '4'),
  semester1: semesterHeadings('i', '1'),
  semester2: semesterHeadings('ii', '2'),
  total: ['total realisasi|jumlah realisasi|realisasi total|total|realisasi|jumlah|total serapan'],
} as const satisfies HeadingRequest<string>['words']

export type BudgetField = keyof typeof headingWords
export type BudgetColumns = Readonly<Partial<Record<BudgetField, number>>>

function quarterHeadings(roman: string, digit: string): readonly string[] {
  return [roman, digit].map((number) =>
    ['realisasi tw', 'tw', 'realisasi triwulan', 'triwulan', 'realisasi kuartal', 'kuartal']
      .map((word) => `${word} ${number}`)
      .concat(`tw${number}`, `q${number}`)
      .join('|'),
  )
}

function semesterHeadings(roman: string, digit: string): readonly string[] {
  return [roman, digit].map((number) =>
    ['realisasi semester', 'semester', 'realisasi sem', 'sem', 'realisasi smt', 'smt']
      .map((word) => `${word} ${number}`)
      .join('|'),
  )
}

const hasDigit = (cell: string) => /\d/.test(cell)
const hasLetter = (cell: string) => /[A-Za-z]/.test(cell)

/** Which column of a budget table means what. */
export function matchBudgetColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): BudgetColumns {
  return matchHeadings({
    words: headingWords,
    valueTests: {
      budget: hasDigit,
      quarter1: hasDigit,
      quarter2: hasDigit,
      quarter3: hasDigit,
      quarter4: hasDigit,
      semester1: hasDigit,
      semester2: hasDigit,
      total: hasDigit,
      target: hasDigit,
      code: hasDigit,
      agency: hasLetter,
      programme: hasLetter,
      activity: hasLetter,
      subActivity: hasLetter,
      targetUnit: hasLetter,
    },
    headings,
    rows,
  })
}
