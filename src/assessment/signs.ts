import type { Intake, IntakeRow, ListSheet, RowRef } from '#intake/schema'
import type { Register } from '#registry/schema'

/** What the free words of a row, or the list it stands in, tell about a family. */
export type SignName =
  | 'proposed'
  | 'surveyed-unfit'
  | 'destitute'
  | 'poor-grounds'
  | 'house-unsound'
  | 'house-collapsing'
  | 'out-of-school'
  | 'jkn-inactive'
  | 'flooded'
  | 'woman-alone'
  | 'disabled-member'
  | 'severe-disability'
  | 'alone'
  | 'old'
  | 'ill'
  | 'pregnant'
  | 'malnourished'
  | 'jobless'
  | 'debt'
  | 'no-papers'
  | 'foundling'
  | 'unsafe-water'
  | 'no-toilet'
  | 'no-electricity'
  | 'pupils'

export interface Sign {
  readonly sign: SignName
  /** The words or list that say so. */
  readonly words: string
  readonly rowNo: number
  readonly ref: RowRef
  /** The person of the row, who need not be the one meant. */
  readonly personId: string
}

/**
 * Words of remarks and what they tell. `says` sees lower case letters and digits with single
 * spaces; an earlier line does not stop a later one. `unless` takes back what it would say.
 */
const remarkWords: readonly {
  readonly sign: SignName
  readonly says: RegExp
  readonly unless?: RegExp
}[] = [
  {
    sign: 'house-collapsing',
    says: /\b(mau|hampir|nyaris|akan|sudah) (roboh|rubuh|ambruk|runtuh)|rumah (roboh|rubuh|ambruk)|rusak (berat|parah|total)|lapuk (semua|parah)/,
  },
  {
    sign: 'house-unsound',
    says: /\b(rmh|rumah|rmah) (tdk|tidak|tak|kurang|ga|gak) layak|rtlh|rutilahu|(atap|seng|sirap|genteng|dinding|lantai|rumah|rmh) (sdh |sudah |pada )?(bocor|jebol|bolong|lapuk|rusak|reyot|miring|berlubang)|rumah (reyot|gubuk|darurat)|gubuk/,
  },
  {
    sign: 'out-of-school',
    says: /putus sekolah|(tdk|tidak|tak|gak|ga|belum|blm|berhenti|ga bisa) (lagi )?(ber)?sekolah|(tdk|tidak) (lanjut|melanjutkan) sekolah|drop ?out/,
  },
  {
    sign: 'jkn-inactive',
    says: /(bpjs|jkn|kis|pbi|kartu sehat)( \w+)? (nya )?(mati|nonaktif|non aktif|tidak aktif|tdk aktif|diblokir|dicabut|nunggak|menunggak|putus|off)|(tidak|tdk|belum|blm|tak|ga) (punya|ada|ter\w+) (bpjs|jkn|kis)|tanpa (bpjs|jkn|kis)|tunggakan (bpjs|jkn)/,
    unless: /bpjs (tk|ketenagakerjaan)/,
  },
  { sign: 'flooded', says: /\b(ke)?banjir(an)?\b/ },
  {
    sign: 'woman-alone',
    says: /\bjanda\b|(ditinggal|ditinggalkan|dicerai|cerai|cerai mati) suami|suami (meninggal|pergi|merantau tidak pulang|hilang|dipenjara)|pekka|ibu tunggal|single parent|orang tua tunggal/,
    unless: /bukan janda/,
  },
  {
    sign: 'disabled-member',
    says: /disabilitas|difabel|\bcacat\b|lumpuh|\btuna ?(daksa|netra|rungu|wicara|grahita|laras)|\bodgj\b|gangguan jiwa|down syndrome|cerebral|keterbelakangan|bisu|\bbuta\b(?! huruf)|\btuli\b/,
    unless: /(tidak|tdk|tanpa) (ada )?(disabilitas|difabel|cacat)/,
  },
  {
    sign: 'severe-disability',
    says: /disabilitas berat|cacat berat|lumpuh (total|layu)|tidak bisa bangun|terbaring/,
  },
  {
    sign: 'alone',
    says: /hidup sendiri|tinggal sendiri|sebatang kara|seorang diri|sendirian|tua sendiri|lansia tunggal/,
  },
  {
    sign: 'old',
    says: /\blansia\b|lanjut usia|\bjompo\b|\buzur\b|janda tua|\btua renta\b|sudah tua/,
  },
  {
    sign: 'ill',
    says: /sakit|\bstroke\b|\btbc?\b|kanker|gagal ginjal|cuci darah|jantung|diabetes|kronis|menahun/,
    unless: /rumah sakit|tidak sakit/,
  },
  { sign: 'pregnant', says: /\bhamil\b|\bbumil\b|mengandung/ },
  {
    sign: 'malnourished',
    says: /stunting|gizi (buruk|kurang)|kurang gizi|busung|\bkek\b|\bbgm\b/,
  },
  {
    sign: 'jobless',
    says: /menganggur|pengangguran|\bphk\b|(tidak|tdk|tak|blm|belum|ga) (ada |punya |be)?(pe)?kerja(an)?\b|kehilangan pekerjaan/,
  },
  {
    sign: 'debt',
    says: /\bh?utang\b|ber(h)?utang|rentenir|pinjol|gharim|ghorim|terlilit|bank keliling/,
  },
  {
    sign: 'no-papers',
    says: /(tidak|tdk|belum|blm|tak|ga) (punya|ada|memiliki|terdaftar|masuk|buat|urus) (di )?(e ?)?(ktp|nik|kk|akt[ae]|adminduk|dokumen|kartu keluarga|identitas)|tanpa (ktp|nik|kk|akt[ae]|identitas|dokumen)|(numpang|menumpang|nebeng|pisah|pecah|ikut|gabung) (di )?kk|kk (numpang|hilang|ikut)|(ktp|kk|akt[ae]) hilang/,
  },
  {
    sign: 'foundling',
    says: /anak (terlantar|telantar|temuan|jalanan)|bayi (terlantar|telantar|temuan|dibuang)|(ditelantarkan|terlantar|telantar|gelandangan)|yatim piatu/,
  },
  {
    sign: 'destitute',
    says: /sangat miskin|miskin ekstrem|\bfakir\b|tidak mampu|tdk mampu|kurang mampu|serba kekurangan|makan sehari sekali|melarat/,
  },
  {
    sign: 'unsafe-water',
    says: /(tidak|tdk|belum|blm|tak) (ada|punya) air( bersih| minum| leding)?|air (keruh|kotor|sungai|kuning|bau)|tanpa air/,
  },
  {
    sign: 'no-toilet',
    says: /(tidak|tdk|belum|blm|tak) (ada|punya) (jamban|wc|toilet|mck|septi\w*)|tanpa (jamban|wc)|\bbabs\b|buang air (di|ke) sungai|jamban (apung|sungai|rusak)/,
  },
  {
    sign: 'no-electricity',
    says: /(tidak|tdk|belum|blm|tak) (ada|punya) (listrik|meteran|lampu)|tanpa listrik|listrik (numpang|nyambung|menumpang|nebeng)/,
  },
]

/** What each row tells, by family. Free remarks count in every list; a proposal is itself a sign. */
export function readSigns(intake: Intake, register: Register): ReadonlyMap<string, Sign[]> {
  const byFamily = new Map<string, Sign[]>()
  intake.rows.forEach((row, rowNo) => {
    const sheet = intake.sheets[row.sheetNo]
    const link = register.rowLinks[rowNo]
    if (sheet === undefined || link === undefined || link.familyId === '') return
    const found = signsOfRow(row, sheet)
    if (found.length === 0) return
    const signs = byFamily.get(link.familyId) ?? []
    for (const { sign, words } of found) {
      signs.push({ sign, words, rowNo, ref: row.ref, personId: link.personId })
    }
    byFamily.set(link.familyId, signs)
  })
  return byFamily
}

function signsOfRow(
  row: IntakeRow,
  sheet: ListSheet,
): readonly { readonly sign: SignName; readonly words: string }[] {
  const { fields } = row
  const found: { sign: SignName; words: string }[] = []
  if (sheet.kind === 'proposal') found.push({ sign: 'proposed', words: sheet.title })
  if (sheet.kind === 'housing-survey') found.push({ sign: 'surveyed-unfit', words: sheet.title })
  if (sheet.kind === 'vital-events') return found
  if (fields.note !== undefined) found.push(...signsOfText(fields.note))
  if (fields.groundsText !== undefined) {
    const told = signsOfText(fields.groundsText)
    found.push(...told)
    // Zakat's own grounds: the poor and the needy, as the giver looked into it.
    const isPoorGroup = /^(miskin|dhuafa|duafa)\b/i.test(fields.groundsText.trim())
    if (isPoorGroup && !told.some(({ sign }) => sign === 'destitute')) {
      found.push({ sign: 'poor-grounds', words: fields.groundsText })
    }
  }
  const components = fields.components
  if (components !== undefined && sheet.kind === 'aid') {
    const counted = (count: number | undefined) => count !== undefined && count > 0
    if (counted(components.pregnant)) found.push({ sign: 'pregnant', words: 'PKH: bumil' })
    if (counted(components['severe-disability'])) {
      found.push({ sign: 'severe-disability', words: 'PKH: disabilitas berat' })
    }
    const pupils = [components.primary, components.junior, components.senior]
    if (pupils.some(counted)) found.push({ sign: 'pupils', words: 'PKH: anak sekolah' })
  }
  return found
}

/** The signs that a free remark tells, in the order of the word list. */
export function signsOfText(
  text: string,
): readonly { readonly sign: SignName; readonly words: string }[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return remarkWords
    .filter(({ says, unless }) => says.test(plain) && !unless?.test(plain))
    .map(({ sign }) => ({ sign, words: text }))
}
