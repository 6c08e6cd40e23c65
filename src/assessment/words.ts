import type { Indicator, Sector } from '#ledger/schema'
import type { EvidenceFact } from './schema.ts'

/** One text in both languages. */
export interface Words {
  readonly id: string
  readonly en: string
}

/** The six sectors as screens and reports call them. */
export const sectorNames: Readonly<Record<Sector, Words>> = {
  basic: { id: 'Kebutuhan dasar', en: 'Basic needs' },
  education: { id: 'Pendidikan', en: 'Education' },
  health: { id: 'Kesehatan', en: 'Health' },
  water: { id: 'Air dan sanitasi', en: 'Water and sanitation' },
  housing: { id: 'Rumah', en: 'Housing' },
  livelihood: { id: 'Penghidupan', en: 'Livelihood' },
}

/** What each indicator is called: the thing lacking, not the family. */
export const indicatorNames: Readonly<Record<Indicator, Words>> = {
  INCOME: { id: 'Penghasilan', en: 'Income' },
  ELDER: { id: 'Perawatan lansia', en: 'Care in old age' },
  NEGLECT: { id: 'Penelantaran', en: 'Neglect' },
  DOC: { id: 'Dokumen kependudukan', en: 'Civil documents' },
  ATS: { id: 'Anak tidak sekolah', en: 'Out-of-school child' },
  EDU_COST: { id: 'Biaya sekolah', en: 'Cost of school' },
  JKN: { id: 'Jaminan kesehatan', en: 'Health insurance' },
  NUTR: { id: 'Gizi', en: 'Nutrition' },
  PREG: { id: 'Kehamilan', en: 'Pregnancy' },
  DISAB: { id: 'Disabilitas', en: 'Disability' },
  WATER: { id: 'Air minum', en: 'Drinking water' },
  SANI: { id: 'Sanitasi', en: 'Sanitation' },
  HOUSING: { id: 'Rumah layak', en: 'Decent house' },
  ELEC: { id: 'Listrik', en: 'Electricity' },
  WORK: { id: 'Pekerjaan', en: 'Work' },
  CAPITAL: { id: 'Modal usaha', en: 'Business capital' },
  JAMSOS: { id: 'Perlindungan kerja', en: 'Protection at work' },
  PEKKA: { id: 'Perempuan kepala keluarga', en: 'Woman-headed family' },
  DEBT: { id: 'Utang', en: 'Debt' },
}

/** Characters a grid cell holds. */
const longestPhrase = 34

/** What each need is called where no finer fact is at hand; `who` is empty for a family. */
const plainPhrases: Readonly<Record<Indicator, (who: string) => Words>> = {
  INCOME: () => ({ id: 'Penghasilan belum cukup', en: 'Income does not suffice' }),
  ELDER: (who) => ({ id: `${who || 'Lansia'} perlu dirawat`, en: `${who || 'Elder'} needs care` }),
  NEGLECT: (who) => ({
    id: `${who || 'Ada yang'} tidak terawat`,
    en: `${who || 'Somebody'} is uncared for`,
  }),
  DOC: (who) => ({
    id: `Dokumen ${who || 'keluarga'} belum ada`,
    en: `Papers of ${who || 'the family'} missing`,
  }),
  ATS: (who) => ({
    id: `${who || 'Ada anak'} tidak sekolah`,
    en: `${who || 'A child'} is out of school`,
  }),
  EDU_COST: (who) => ({ id: `Biaya sekolah ${who}`, en: `School cost ${who}` }),
  JKN: (who) => ({ id: `JKN ${who} nonaktif`, en: `JKN inactive ${who}` }),
  NUTR: (who) => ({
    id: `Gizi ${who || 'anak'} kurang`,
    en: `${who || 'A child'} lacks nutrition`,
  }),
  PREG: (who) => ({
    id: `${who || 'Ada yang'} sedang hamil`,
    en: `${who || 'Somebody'} is pregnant`,
  }),
  DISAB: (who) => ({
    id: `${who || 'Ada'} penyandang disabilitas`,
    en: `${who || 'Somebody'} is disabled`,
  }),
  WATER: () => ({ id: 'Air minum belum aman', en: 'Drinking water is not safe' }),
  SANI: () => ({ id: 'Jamban belum layak', en: 'Toilet is not safe' }),
  HOUSING: () => ({ id: 'Rumah belum layak', en: 'House is not decent' }),
  ELEC: () => ({ id: 'Listrik belum sendiri', en: 'No electricity of its own' }),
  WORK: (who) => ({
    id: `${who || 'Ada yang'} belum bekerja`,
    en: `${who || 'Somebody'} has no work`,
  }),
  CAPITAL: (who) => ({
    id: `Usaha ${who} perlu modal`,
    en: `Trade of ${who || 'one'} lacks capital`,
  }),
  JAMSOS: (who) => ({
    id: `Kerja ${who} tanpa jaminan`,
    en: `Work of ${who || 'one'} uninsured`,
  }),
  PEKKA: (who) => ({
    id: `${who || 'Ibu'} kepala keluarga`,
    en: `${who || 'A woman'} heads the family`,
  }),
  DEBT: () => ({ id: 'Terbebani utang', en: 'Burdened by debt' }),
}

/** Phrases that one fact of the evidence makes clearer: `fact=value`, first found counts. */
const factPhrases: Readonly<Partial<Record<Indicator, Readonly<Record<string, Words>>>>> = {
  WATER: {
    'water=surface': { id: 'Air minum dari sungai', en: 'Drinks from the river' },
    'water=unprotected-well': {
      id: 'Air minum dari sumur terbuka',
      en: 'Drinks from an open well',
    },
    'water=unprotected-spring': { id: 'Mata air tidak terlindung', en: 'Open spring' },
  },
  SANI: {
    'toilet=none': { id: 'Belum punya jamban', en: 'No toilet' },
    'toilet=unused': { id: 'Jamban tidak dipakai', en: 'Toilet is not used' },
    'toilet=public': { id: 'Memakai MCK umum', en: 'Uses a public toilet' },
    'closet=over-water': { id: 'Jamban di atas sungai', en: 'Toilet over the river' },
    'wasteDisposal=water-body': { id: 'Tinja dibuang ke sungai', en: 'Waste goes to the river' },
    'wasteDisposal=earth-pit': { id: 'Tinja ke lubang tanah', en: 'Waste goes to an earth pit' },
    'wasteDisposal=open-ground': { id: 'Tinja ke tanah terbuka', en: 'Waste goes to open ground' },
    closet: { id: 'Kloset belum leher angsa', en: 'Closet has no water seal' },
  },
  HOUSING: {
    'house-collapsing': { id: 'Rumah hampir roboh', en: 'House is about to fall' },
    'houseCondition=heavy': { id: 'Rumah rusak berat', en: 'House badly damaged' },
    roofCondition: { id: 'Atap rumah rusak', en: 'Roof is damaged' },
    wallCondition: { id: 'Dinding rumah rusak', en: 'Walls are damaged' },
    floorCondition: { id: 'Lantai rumah rusak', en: 'Floor is damaged' },
    'floor=earth': { id: 'Lantai rumah masih tanah', en: 'Earthen floor' },
    floorAreaM2: { id: 'Rumah terlalu sempit', en: 'House is too small' },
    roof: { id: 'Bahan atap belum layak', en: 'Roof material is unfit' },
    wall: { id: 'Bahan dinding belum layak', en: 'Wall material is unfit' },
    floor: { id: 'Bahan lantai belum layak', en: 'Floor material is unfit' },
  },
  ELEC: {
    'lighting=none': { id: 'Belum ada listrik', en: 'No electricity' },
    'lighting=off-grid': { id: 'Listrik bukan dari PLN', en: 'Power not from the grid' },
    'lighting=grid-no-meter': {
      id: 'Listrik tanpa meteran sendiri',
      en: 'Power without own meter',
    },
  },
  NUTR: {
    'nutrition=stunted': { id: 'Anak tumbuh terlalu pendek', en: 'A child is stunted' },
    'nutrition=wasted': { id: 'Anak bergizi buruk', en: 'A child is wasted' },
  },
  NEGLECT: {
    foundling: { id: 'Anak atau warga telantar', en: 'Somebody is neglected' },
  },
}

/**
 * A need in at most 34 characters for a cell of the grid: "Air minum dari sungai",
 * "Aulia (16) tidak sekolah".
 *
 * @param personName name of the person whose need it is; the family's where absent.
 */
export function needPhrase(
  need: { readonly indicator: Indicator; readonly evidence: readonly EvidenceFact[] },
  personName?: string | null,
): Words {
  const { indicator, evidence } = need
  const clearer = Object.entries(factPhrases[indicator] ?? {}).find(([key]) =>
    evidence.some(({ fact, value }) => key === fact || key === `${fact}=${value}`),
  )
  if (clearer !== undefined && !personName) return clearer[1]
  const age = evidence.find(({ fact }) => fact === 'age')?.value
  const room = (who: string) => plainPhrases[indicator](who)
  const fits = (words: Words) => Math.max(words.id.length, words.en.length) <= longestPhrase
  const short = shortName(personName ?? '')
  const candidates = age === undefined || short === '' ? [short] : [`${short} (${age})`, short]
  const phrase = candidates.map(room).find(fits) ?? room(cutName(short, indicator))
  return { id: tidy(phrase.id), en: tidy(phrase.en) }
}

/** Given name in ordinary capitals, without titles: "MASRANI, S.Ag" is "Masrani". */
function shortName(name: string): string {
  const words = name
    .split(',')[0]
    ?.replace(/\./g, ' ')
    .split(/\s+/)
    .filter((word) => word.length > 1)
  const first = words?.[0] ?? ''
  return first.charAt(0).toUpperCase() + first.slice(1).toLowerCase()
}

function cutName(name: string, indicator: Indicator): string {
  const frame = plainPhrases[indicator](' ')
  const left = longestPhrase - Math.max(frame.id.length, frame.en.length)
  return name.length <= left ? name : `${name.slice(0, Math.max(1, left - 1))}…`
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What to ask for each fact nobody has told; `{who}` is the person, or "anggota keluarga ini". */
const questionTexts: Readonly<Record<string, Words>> = {
  decile: {
    id: 'Di desil berapa keluarga ini menurut BPS?',
    en: 'In which decile does BPS rank the family?',
  },
  members: { id: 'Siapa saja yang tinggal di rumah ini?', en: 'Who lives in this house?' },
  headPersonId: { id: 'Siapa kepala keluarga ini?', en: 'Who heads this family?' },
  hasDebt: { id: 'Apakah keluarga ini punya utang?', en: 'Does the family have debts?' },
  birthDate: { id: 'Kapan {who} lahir?', en: 'When was {who} born?' },
  relation: {
    id: 'Apa hubungan {who} dengan kepala keluarga?',
    en: 'How is {who} related to the head?',
  },
  sex: { id: 'Apakah {who} laki-laki atau perempuan?', en: 'Is {who} a man or a woman?' },
  nik: { id: 'Apakah {who} sudah punya NIK?', en: 'Does {who} have a NIK?' },
  hasBirthCertificate: {
    id: 'Apakah {who} punya akta kelahiran?',
    en: 'Does {who} have a birth certificate?',
  },
  schoolParticipation: { id: 'Apakah {who} masih sekolah?', en: 'Does {who} go to school?' },
  education: { id: 'Ijazah terakhir {who} apa?', en: 'What school did {who} finish?' },
  occupation: { id: 'Apa pekerjaan {who}?', en: 'What work does {who} do?' },
  ownsBusiness: { id: 'Apakah {who} punya usaha sendiri?', en: 'Does {who} own a trade?' },
  jknStatus: { id: 'Apakah JKN {who} aktif?', en: "Is {who}'s JKN active?" },
  jknReason: { id: 'Mengapa JKN {who} berhenti?', en: "Why did {who}'s JKN end?" },
  chronicIllness: { id: 'Apakah {who} sakit menahun?', en: 'Is {who} chronically ill?' },
  disability: { id: 'Apakah {who} penyandang disabilitas?', en: 'Is {who} disabled?' },
  disabilitySeverity: {
    id: 'Seberapa berat disabilitas {who}?',
    en: "How severe is {who}'s disability?",
  },
  isPregnant: { id: 'Apakah {who} sedang hamil?', en: 'Is {who} pregnant?' },
  nutrition: {
    id: 'Bagaimana hasil timbang dan ukur {who}?',
    en: 'What do weight and height of {who} show?',
  },
  water: { id: 'Air minum diambil dari mana?', en: 'Where does drinking water come from?' },
  washingWater: { id: 'Mandi dan cuci memakai air apa?', en: 'What water is used for washing?' },
  wellToCesspitM: {
    id: 'Berapa meter sumur dari penampung tinja?',
    en: 'How many metres is the well from a cesspit?',
  },
  waterQuality: {
    id: 'Apakah air sumur sudah diuji?',
    en: 'Has the well water been tested?',
  },
  fieldCheck: {
    id: 'Kelurahan dan desil BPS berbeda. Bagaimana keadaannya di rumah?',
    en: 'Ward and BPS decile disagree. What does a visit show?',
  },
  toilet: { id: 'Buang air besar di mana?', en: 'Which toilet does the family use?' },
  closet: { id: 'Klosetnya jenis apa?', en: 'What kind of closet is it?' },
  wasteDisposal: { id: 'Tinja dibuang ke mana?', en: 'Where does the waste go?' },
  houseCondition: {
    id: 'Bagaimana keadaan atap, dinding, dan lantai?',
    en: 'In what state are roof, walls and floor?',
  },
  floor: { id: 'Lantai rumah dari apa?', en: 'What is the floor made of?' },
  wall: { id: 'Dinding rumah dari apa?', en: 'What are the walls made of?' },
  roof: { id: 'Atap rumah dari apa?', en: 'What is the roof made of?' },
  floorAreaM2: {
    id: 'Berapa meter persegi luas lantai rumah?',
    en: 'How many square metres is the house?',
  },
  occupants: { id: 'Berapa orang tinggal di rumah ini?', en: 'How many people live in the house?' },
  houseTenure: { id: 'Rumah ini milik siapa?', en: 'Who owns the house?' },
  landTitle: { id: 'Surat tanahnya apa?', en: 'What land papers are there?' },
  lighting: { id: 'Listriknya dari mana?', en: 'Where does the electricity come from?' },
  powerVa: { id: 'Berapa daya listrik rumah ini?', en: 'What power does the house have?' },
}

/**
 * What to ask about a fact that is not known: "Tinja dibuang ke mana?". Takes the register's names
 * and their snake case; a fact without words of its own is asked for by its name.
 */
export function questionText(fact: string, personName?: string | null): Words {
  const field = fact.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const words = questionTexts[field] ?? questionTexts[fieldAliases[field] ?? '']
  if (words === undefined) {
    const plain = fact
      .replace(/[_-]/g, ' ')
      .replace(/([A-Z])/g, ' $1')
      .toLowerCase()
    return { id: `Belum diketahui: ${plain}.`, en: `Not known yet: ${plain}.` }
  }
  const who = personName ? shortName(personName) : ''
  return {
    id: words.id.replace('{who}', who || 'anggota keluarga ini'),
    en: words.en.replace('{who}', who || 'the family member'),
  }
}

/** Facts of rules and filters that ask for the same field under another name. */
const fieldAliases: Readonly<Record<string, string>> = {
  ageYears: 'birthDate',
  age: 'birthDate',
  inSchool: 'schoolParticipation',
  pregnant: 'isPregnant',
  jknActive: 'jknStatus',
  hasNik: 'nik',
  ownHouse: 'houseTenure',
  womanHead: 'headPersonId',
  loneElderly: 'members',
  familySize: 'members',
}
