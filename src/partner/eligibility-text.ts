import {
  areaCondition,
  type Condition,
  disabilityCondition,
  disabilityKinds,
  faithCondition,
  legalTitle,
  programmeOfName,
  receivesNone,
  type Topic,
} from './conditions.ts'
import { plainText } from './plain-text.ts'

/** What the free text of an offer says of who may have it. */
export interface TextReading {
  readonly conditions: readonly Condition[]
  /** Phrases that say more than Betang knows of anybody: "mau swadaya", "nilai baik". */
  readonly unknown: readonly { readonly phrase: string; readonly words: string }[]
  /** Phrases that put some first: an order, no filter. */
  readonly first: readonly string[]
  /** Phrases that speak of poverty without a limit. */
  readonly poverty: readonly string[]
}

/** Finds a condition in a phrase: where, and what it says. */
interface Recogniser {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => Condition | undefined
}

interface Found {
  readonly from: number
  readonly to: number
  readonly condition: Condition
}

function fixed(pattern: RegExp, topic: Topic, text: string): Recogniser {
  return { pattern, read: () => ({ topic, text }) }
}

const number = (match: RegExpExecArray, group: number) => Number(match[group])

/** Narrow ones first: a stretch of text is read once. */
const recognisers: readonly Recogniser[] = [
  // How many make a group or share a facility: read with the unit, no fact of a family.
  fixed(
    /(?:>=?|≥|minimal |lebih dari )?\s*\d+(?:\s*[-–]\s*\d+)?\s*(?:kk|keluarga|rumah|anggota)\b/,
    'group',
    '',
  ),
  {
    pattern: /desil\s*(\d+)\s*(?:(?:-|–|s\/?d|sampai|hingga)\s*(\d+))?/,
    read: (match) => {
      const last = number(match, match[2] === undefined ? 1 : 2)
      const first = match[2] === undefined ? 1 : number(match, 1)
      const lower = first > 1 ? `decile >= ${first} && ` : ''
      return { topic: 'decile', text: `${lower}decile <= ${last}` }
    },
  },
  {
    pattern: /daya\s*(?:<=|≤|maks\w*|paling tinggi|sampai)?\s*(\d[\d.]*)\s*(?:va|watt)?/,
    read: (match) => ({ topic: 'power', text: `power_va <= ${(match[1] ?? '').replace('.', '')}` }),
  },
  {
    pattern: /(?:lansia\s*)?(?:umur |usia )?(\d{1,2})\s*(?:tahun\s*)?(?:\+|ke atas)/,
    read: (match) => ({ topic: 'age', text: `age_years >= ${number(match, 1)}` }),
  },
  {
    pattern:
      /(?:umur |usia |berusia |berumur )?(\d{1,2})\s*(?:-|–|s\/?d|sampai)\s*(\d{1,2})\s*(?:tahun|th|thn)?\b/,
    read: (match) => ({
      topic: 'age',
      text: `age_years >= ${number(match, 1)} && age_years <= ${number(match, 2)}`,
    }),
  },
  {
    pattern:
      /(?:di ?bawah|kurang dari|<)\s*(?:umur |usia )?(\d{1,2})(?![\d.,]|\s*(?:va|cm|m2|m|kg)\b)\s*(?:tahun|th)?/,
    read: (match) => ({ topic: 'age', text: `age_years < ${number(match, 1)}` }),
  },
  {
    pattern:
      /(?:umur|usia)\s*(?:>=|≥|minimal|min|paling muda)\s*(\d{1,2})|(?:minimal|min)\s*(\d{1,2}) tahun/,
    read: (match) => ({ topic: 'age', text: `age_years >= ${match[1] ?? match[2]}` }),
  },
  fixed(
    /lansia (?:hidup |yang hidup |tinggal )?(?:sendiri|tunggal|sebatang kara)|hidup sendiri/,
    'lone-elderly',
    'lone_elderly == true',
  ),
  fixed(
    /perempuan (?:sebagai )?kepala keluarga|kepala keluarga perempuan|\bpekka\b/,
    'woman-head',
    'woman_head == true',
  ),
  fixed(
    /(?:usaha|umkm)(?: mikro| kecil)*(?: sudah| yang)? berjalan|punya usaha(?: mikro| kecil)*|pelaku usaha(?: mikro)?|pelaku umkm/,
    'business',
    'owns_business == true',
  ),
  fixed(
    /belum (?:pernah )?bersekolah|putus sekolah|tidak (?:lagi )?sekolah/,
    'school',
    'in_school == false',
  ),
  {
    pattern:
      /\b(?:murid|pelajar|siswa|anak sekolah|peserta didik)(?:\s+(sd|smp|sma|smk|sma\/smk|sd\/smp|smp\/sma))?\b(?:\/(?:smp|smk|sma))?/,
    read: (match) => pupilCondition(match[0]),
  },
  fixed(/tanah adat boleh|tidak perlu surat tanah|tanpa sertifikat boleh/, 'land', ''),
  {
    pattern: /tanah legal|lahan legal|(?:punya |ada )?surat tanah|bersertifikat|sertifikat tanah/,
    read: () => legalTitle,
  },
  fixed(/(?:rumah )?milik sendiri|rumah sendiri/, 'own-house', 'own_house == true'),
  fixed(
    /rusak sedang\s*(?:\/|atau|-|dan)\s*berat/,
    'house-condition',
    'house_condition in ["moderate", "heavy"]',
  ),
  fixed(/rusak berat/, 'house-condition', 'house_condition == "heavy"'),
  fixed(
    /(?:atap|dinding|lantai|rumah)(?:\/(?:atap|dinding|lantai))*\s+rusak|\brusak\b/,
    'house-condition',
    'house_condition in ["light", "moderate", "heavy"]',
  ),
  fixed(/tanpa nik (?:juga )?boleh|nik tidak (?:wajib|perlu)|boleh tanpa nik/, 'nik', ''),
  fixed(
    /(?<!belum |tidak )(?:\bber-?nik|punya nik|wajib nik|memiliki nik|nik valid|nik aktif)\b/,
    'nik',
    'has_nik == true',
  ),
  fixed(
    /(?:tanpa|belum punya|belum ada|tidak punya) jkn(?: aktif)?|jkn (?:tidak|non) ?aktif|belum (?:ter)?jkn/,
    'jkn',
    'jkn_active == false',
  ),
  fixed(/(?:penyakit|sakit|berpenyakit) kronis/, 'illness', 'chronic_illness == true'),
  fixed(/ibu hamil|bumil|\bhamil\b/, 'pregnant', 'pregnant == true'),
  fixed(/balita/, 'age', 'age_years <= 4'),
  fixed(/baduta/, 'age', 'age_years <= 1'),
  fixed(/lansia|lanjut usia/, 'age', 'age_years >= 60'),
  {
    pattern:
      /disabilitas(?: berat)?(?:\s+(?:fisik|daksa|netra|rungu|wicara|intelektual|mental|ganda)(?:\s*(?:\/|,|dan|atau)\s*(?:fisik|daksa|netra|rungu|wicara|intelektual|mental|ganda))*)?|difabel/,
    read: (match) => {
      const { topic, text } = disabilityCondition(disabilityKinds(match[0]))
      const isSevere = /berat/.test(match[0])
      return { topic, text: isSevere ? `${text} && disability_severity == "severe"` : text }
    },
  },
  fixed(/semua agama|lintas agama|tanpa memandang agama/, 'faith', ''),
  {
    pattern: /muslim|islam|nasrani|kristen|katolik|kaharingan|hindu|bud+ha|konghucu/,
    read: (match) => faithCondition(match[0]),
  },
  {
    pattern:
      /(?:belum|tidak|bukan)(?: pernah)?(?: penerima| menerima| dapat| mendapat| terima)? (pkh|sembako|bpnt|pip|kip|pbi-?jk|pbi|bsps|rst|rtlh|khbs|kube)\b/,
    read: (match) => receivesNone([programmeOfName(match[1] ?? '')]),
  },
  fixed(/(?:ter(?:dampak|kena)|korban|karena|rawan) banjir/, 'flood', 'flooded == true'),
  {
    pattern:
      /(?:tepi|bantaran|pinggir|di atas|akses) (?:sungai|air)|kelurahan sungai|terpencil|pedalaman|daerah jauh|kawasan kumuh|kumuh/,
    read: (match) => readPlace(match[0]),
  },
  fixed(/\bperempuan\b|\bwanita\b/, 'sex', 'sex == "P"'),
  fixed(/laki-?laki/, 'sex', 'sex == "L"'),
]

/** "Reached by river" is far away; "on the river bank" is at the water. */
function readPlace(text: string): Condition | undefined {
  return areaCondition(/akses|kelurahan/.test(text) ? 'remote' : text)
}

function pupilCondition(text: string): Condition {
  const levels = ['sd', 'smp', 'sma'].filter((level) =>
    level === 'sma' ? /sma|smk/.test(text) : text.includes(level),
  )
  if (levels.length === 0) return { topic: 'school', text: 'in_school == true' }
  const names = levels.map((level) => `"${level.toUpperCase()}"`).join(', ')
  return {
    topic: 'school-level',
    text: `in_school == true && school_level in [${names}]`,
  }
}

/** Words that say nothing of their own, or what every need of the kind has in common. */
const plainFillers = new Set(
  `anggota anak antara antar atau bagi balita beserta calon dan dari dengan dewasa di dtsen hanya
  harus juga ke keluarga kelompok kelurahan kepala khusus kk kpm kota lebih masih masyarakat memiliki
  nama oleh orang pada para penduduk penerima penyandang per punya remaja rt rw rumah sasaran satu
  saja sebagai secara semua sudah tahun tangga tanpa tidak bukan belum ada terdaftar termasuk umur
  untuk usia berusia berumur warga yang atas boleh wajib maksimal minimal kali aktif`
    .split(/\s+/)
    .filter(Boolean),
)

/** Poverty in words: the points of a need hold it, but it is no limit. */
const povertyWords = new Set(
  `miskin fakir duafa dhuafa mampu kurang mbr rentan berisiko mustahik prasejahtera berpenghasilan
  penghasilan rendah ekonomi kesulitan pangan`
    .split(/\s+/)
    .filter(Boolean),
)

/** What the need itself already says, by indicator; blanked before conditions are looked for. */
const impliedFirst: Readonly<Record<string, RegExp>> = {
  ATS: /putus sekolah|tidak sekolah/g,
  NUTR: /stunting|gizi (?:kurang|buruk)|kurang gizi/g,
  NEGLECT: /(?:\w+\/)*\w+ te?r?lantar|te?r?lantar|tanpa pengasuhan/g,
  DOC: /belum punya (?:nik|akta|kia|ktp|kk)(?:\/akta|\/kia|\/nik)*|tidak di kk|tanpa (?:nik|akta)/g,
}

/** As above, blanked from what no condition explains. */
const impliedLast: Readonly<Record<string, RegExp>> = {
  HOUSING: /rumah tidak layak(?: huni)?|tidak layak huni|\brtlh\b|tidak layak/g,
  SANI: /tanpa (?:tangki )?septik|tanpa jamban(?: layak)?|jamban(?: tidak layak)?|belum (?:ber)?jamban|sanitasi/g,
  WATER:
    /tanpa air (?:minum |bersih )?layak|tanpa air(?: bersih| minum)?|air (?:minum |bersih )?tidak layak/g,
  ELEC: /belum pelanggan pln|tanpa listrik|(?:di )?luar jaringan pln|belum (?:berlistrik|ada listrik)/g,
  PREG: /\bkek\b/g,
  WORK: /pencari kerja|menganggur|pengangguran|belum bekerja/g,
  CAPITAL: /usaha (?:mikro|kecil)|umkm/g,
  JAMSOS: /pekerja (?:informal|rentan)/g,
  DEBT: /gharimin?|utang(?: kebutuhan pokok)?|berutang/g,
}

/** Blanked, not cut, so that places in the text stay the same. */
function blank(text: string, pattern: RegExp | undefined): string {
  return pattern ? text.replace(pattern, (match) => ' '.repeat(match.length)) : text
}

/**
 * Reads the conditions in an offer's free text.
 *
 * What the columns say already is not read again. A phrase of which any word is left unread counts
 * as unknown, whole: Betang never drops a condition and never takes it for true.
 */
export function readEligibility(
  text: string,
  indicator: string,
  fromColumns: readonly Condition[],
): TextReading {
  const conditions: Condition[] = []
  const unknown: { phrase: string; words: string }[] = []
  const first: string[] = []
  const poverty: string[] = []
  const phrases = text.split(/[;\n]|[.,](?!\d)/).map((phrase) => phrase.trim())
  for (const phrase of phrases.filter((some) => plainText(some) !== '')) {
    if (/didahulukan|diutamakan|prioritas|diprioritaskan|lebih dulu/i.test(phrase)) {
      first.push(phrase)
      continue
    }
    const reading = readPhrase(phrase, indicator)
    conditions.push(
      ...reading.conditions.filter(
        (condition) => condition.text !== '' && !isCovered(condition, fromColumns),
      ),
    )
    if (reading.unread !== '') unknown.push({ phrase, words: reading.unread })
    if (reading.speaksOfPoverty) poverty.push(phrase)
  }
  const hasLimit = [...fromColumns, ...conditions].some(({ topic }) => topic === 'decile')
  return { conditions, unknown, first, poverty: hasLimit ? [] : poverty }
}

/** Whether the columns say the same: the same end of an age, the same programme, the same topic. */
function isCovered({ topic, text }: Condition, fromColumns: readonly Condition[]): boolean {
  const same = fromColumns.filter((column) => column.topic === topic)
  if (topic === 'receives') return same.some((column) => column.text.includes(text))
  if (topic === 'age' && !text.includes('||')) {
    const ends = [/age_years >/, /age_years </].filter((end) => end.test(text))
    return ends.every((end) => same.some((column) => end.test(column.text)))
  }
  return same.length > 0
}

interface PhraseReading {
  readonly conditions: readonly Condition[]
  /** Words that nothing explains; empty when all are read. */
  readonly unread: string
  readonly speaksOfPoverty: boolean
}

function readPhrase(phrase: string, indicator: string): PhraseReading {
  const lower = phrase.toLowerCase().replace(/\s+/g, ' ')
  const open = blank(lower, impliedFirst[indicator])
  const found = findConditions(open)
  let rest = open
  for (const { from, to } of found) {
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }
  const words = plainText(blank(rest, impliedLast[indicator])).split(' ').filter(Boolean)
  const unread = words.filter((word) => !plainFillers.has(word) && !povertyWords.has(word))
  return {
    conditions: joinAlternatives(open, found),
    unread: unread.length === 0 ? '' : found.length === 0 ? phrase : unread.join(' '),
    speaksOfPoverty: words.some((word) => povertyWords.has(word)),
  }
}

function findConditions(text: string): readonly Found[] {
  const found: Found[] = []
  for (const { pattern, read } of recognisers) {
    for (const match of text.matchAll(new RegExp(pattern, 'g'))) {
      const from = match.index
      const to = from + match[0].length
      if (found.some((other) => from < other.to && other.from < to)) continue
      const condition = read(match)
      if (condition) found.push({ from, to, condition })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** Conditions with "atau" or a stroke between them are one; so are "balita dan bumil". */
function joinAlternatives(text: string, found: readonly Found[]): readonly Condition[] {
  const groups: Found[][] = []
  for (const each of found) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const between = last ? text.slice(last.to, each.from).trim() : undefined
    const isOther =
      between === 'atau' ||
      between === '/' ||
      (between === 'dan' && last !== undefined && areKinds(last, each))
    if (group && isOther) group.push(each)
    else groups.push([each])
  }
  return groups.flatMap((group) => {
    const [first] = group
    const texts = group.map(({ condition }) => condition.text)
    if (!first || texts.includes('')) return []
    const text =
      texts.length === 1 ? first.condition.text : `(${texts.map(bracketed).join(' || ')})`
    return [{ topic: first.condition.topic, text }]
  })
}

/** Toddlers and pregnant women are two kinds of people: "and" between them means either. */
function areKinds(left: Found, right: Found): boolean {
  const kinds: readonly Topic[] = ['age', 'pregnant', 'disability']
  const [a, b] = [left.condition.topic, right.condition.topic]
  return a !== b && kinds.includes(a) && kinds.includes(b)
}

function bracketed(text: string): string {
  return text.includes('&&') ? `(${text})` : text
}
