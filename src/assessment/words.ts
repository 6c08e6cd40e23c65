import type { Indicator, Sector } from '#ledger/schema'
import type { EvidenceFact, Need } from './schema.ts'

/** One text in both languages of the product. */
export interface Words {
  readonly id: string
  readonly en: string
}

export const sectorNames: Readonly<Record<Sector, Words>> = {
  basic: { id: 'Kebutuhan dasar', en: 'Basic needs' },
  education: { id: 'Pendidikan', en: 'Education' },
  health: { id: 'Kesehatan', en: 'Health' },
  water: { id: 'Air & sanitasi', en: 'Water & sanitation' },
  housing: { id: 'Rumah', en: 'Housing' },
  livelihood: { id: 'Penghidupan', en: 'Livelihood' },
}

export const indicatorNames: Readonly<Record<Indicator, Words>> = {
  INCOME: { id: 'Penghasilan', en: 'Income' },
  ELDER: { id: 'Perawatan lansia', en: 'Elderly care' },
  NEGLECT: { id: 'Telantar', en: 'Neglect' },
  DOC: { id: 'Dokumen kependudukan', en: 'Civil documents' },
  ATS: { id: 'Anak tidak sekolah', en: 'Child out of school' },
  EDU_COST: { id: 'Biaya sekolah', en: 'School cost' },
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
  JAMSOS: { id: 'Jaminan kerja', en: 'Work protection' },
  PEKKA: { id: 'Perempuan kepala keluarga', en: 'Woman heading a family' },
  DEBT: { id: 'Utang', en: 'Debt' },
}

const phrases: Readonly<Record<Indicator, (who: string) => Words>> = {
  INCOME: () => ({ id: 'Penghasilan belum cukup', en: 'Income falls short' }),
  ELDER: (who) => ({
    id: `${who || 'Lansia'} perlu pendamping`,
    en: `${who || 'Elderly'} needs care`,
  }),
  NEGLECT: (who) => ({
    id: `${who || 'Anggota'} telantar`,
    en: `${who || 'A member'} is neglected`,
  }),
  DOC: (who) => ({
    id: `${who || 'Dokumen'} belum lengkap dokumennya`,
    en: `${who || 'Papers'}: papers missing`,
  }),
  ATS: (who) => ({
    id: `${who || 'Anak'} tidak sekolah`,
    en: `${who || 'A child'} is out of school`,
  }),
  EDU_COST: (who) => ({
    id: `Biaya sekolah ${who}`.trim(),
    en: `School cost of ${who || 'a child'}`,
  }),
  JKN: (who) => ({
    id: `JKN ${who || 'anggota'} tidak aktif`,
    en: `${who || 'A member'}: insurance inactive`,
  }),
  NUTR: (who) => ({
    id: `Gizi ${who || 'anak'} kurang`,
    en: `${who || 'A child'} is undernourished`,
  }),
  PREG: (who) => ({ id: `${who || 'Ibu'} hamil`, en: `${who || 'Mother'} is pregnant` }),
  DISAB: (who) => ({
    id: `${who || 'Anggota'} disabilitas`,
    en: `${who || 'A member'} is disabled`,
  }),
  WATER: () => ({ id: 'Air minum belum layak', en: 'Drinking water not safe' }),
  SANI: () => ({ id: 'Jamban belum layak', en: 'Toilet not safe' }),
  HOUSING: () => ({ id: 'Rumah belum layak', en: 'House not decent' }),
  ELEC: () => ({ id: 'Belum ada listrik sendiri', en: 'No own electricity' }),
  WORK: (who) => ({
    id: `${who || 'Anggota'} belum bekerja`,
    en: `${who || 'A member'} is without work`,
  }),
  CAPITAL: (who) => ({
    id: `Usaha ${who} perlu modal`.replace('  ', ' '),
    en: `${who || 'Business'} needs capital`,
  }),
  JAMSOS: (who) => ({
    id: `${who || 'Pekerja'} tanpa jaminan kerja`,
    en: `${who || 'Worker'} without protection`,
  }),
  PEKKA: () => ({ id: 'Perempuan kepala keluarga', en: 'Woman heads the family' }),
  DEBT: () => ({ id: 'Terlilit utang', en: 'Burdened by debt' }),
}

/** Evidence that gives a sharper phrase than the indicator alone. */
const sharper: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  water: {
    surface: { id: 'Air minum dari sungai', en: 'Drinks river water' },
    'unprotected-well': { id: 'Air minum dari sumur terbuka', en: 'Drinks from an open well' },
    'unprotected-spring': {
      id: 'Air minum dari mata air terbuka',
      en: 'Drinks from an open spring',
    },
  },
  closet: { 'over-water': { id: 'Jamban di atas air', en: 'Toilet over the water' } },
  toilet: {
    none: { id: 'Tidak punya jamban', en: 'No toilet' },
    public: { id: 'Jamban umum', en: 'Public toilet' },
  },
  wasteDisposal: {
    'water-body': { id: 'Tinja dibuang ke sungai', en: 'Waste goes into the river' },
    'earth-pit': { id: 'Tinja dibuang ke lubang tanah', en: 'Waste goes into a pit' },
  },
  lighting: {
    none: { id: 'Tanpa listrik', en: 'No electricity' },
    'off-grid': { id: 'Listrik bukan PLN', en: 'Off the grid' },
    'grid-no-meter': { id: 'Listrik tanpa meteran', en: 'Electricity without meter' },
  },
}

/**
 * A need in a few words, as it stands in the six-sector grid.
 *
 * @param personName of whom the need speaks, with the age where it is known: `Aulia (16)`.
 */
export function needPhrase(
  need: { readonly indicator: Indicator; readonly evidence: readonly EvidenceFact[] },
  personName: string | null,
): Words {
  for (const { fact, value } of need.evidence) {
    const found = sharper[fact]?.[value]
    if (found) return found
  }
  return phrases[need.indicator](personName ?? '')
}

const questions: Readonly<Record<string, (who: string) => Words>> = {
  birthDate: (who) => ({
    id: `Kapan ${who || 'ia'} lahir?`,
    en: `When was ${who || 'this person'} born?`,
  }),
  closet: () => ({ id: 'Seperti apa klosetnya?', en: 'What kind of closet is it?' }),
  decile: () => ({
    id: 'Keluarga ini di desil berapa menurut BPS?',
    en: 'Which decile does BPS give the family?',
  }),
  floor: () => ({ id: 'Lantai rumahnya dari apa?', en: 'What is the floor made of?' }),
  floorCondition: () => ({ id: 'Apakah lantainya masih utuh?', en: 'Is the floor still sound?' }),
  hasDebt: () => ({
    id: 'Apakah ada utang yang memberatkan?',
    en: 'Is there a debt that weighs on the family?',
  }),
  headPersonId: () => ({ id: 'Siapa kepala keluarganya?', en: 'Who heads the family?' }),
  houseCondition: () => ({
    id: 'Bagaimana keadaan rumahnya sekarang?',
    en: 'How is the house now?',
  }),
  houseTenure: () => ({
    id: 'Rumahnya milik sendiri atau menyewa?',
    en: 'Is the house owned or rented?',
  }),
  isPregnant: (who) => ({
    id: `Apakah ${who || 'ia'} sedang hamil?`,
    en: `Is ${who || 'she'} pregnant?`,
  }),
  jknStatus: (who) => ({
    id: `Apakah JKN ${who || 'semua anggota'} aktif?`,
    en: `Is the insurance of ${who || 'everyone'} active?`,
  }),
  landTitle: () => ({ id: 'Apakah tanahnya punya surat?', en: 'Are there papers for the land?' }),
  lighting: () => ({ id: 'Listriknya dari mana?', en: 'Where does the electricity come from?' }),
  members: () => ({ id: 'Siapa saja yang tinggal serumah?', en: 'Who lives in the house?' }),
  nik: (who) => ({
    id: `Apakah ${who || 'semua anggota'} punya NIK?`,
    en: `Does ${who || 'everyone'} have a NIK?`,
  }),
  nutrition: (who) => ({
    id: `Bagaimana gizi ${who || 'anak'} menurut posyandu?`,
    en: `How is the nutrition of ${who || 'the child'}?`,
  }),
  occupants: () => ({
    id: 'Berapa orang yang tinggal di rumah ini?',
    en: 'How many people live in the house?',
  }),
  occupation: (who) => ({
    id: `Apa pekerjaan ${who || 'kepala keluarga'}?`,
    en: `What does ${who || 'the head'} work as?`,
  }),
  received: () => ({ id: 'Bantuan apa yang sudah diterima?', en: 'What help has come already?' }),
  roof: () => ({ id: 'Atapnya dari apa?', en: 'What is the roof made of?' }),
  roofCondition: () => ({ id: 'Apakah atapnya bocor?', en: 'Does the roof leak?' }),
  school: (who) => ({
    id: `Di mana ${who || 'anak'} bersekolah?`,
    en: `Where does ${who || 'the child'} go to school?`,
  }),
  schoolParticipation: (who) => ({
    id: `Apakah ${who || 'anak'} masih bersekolah?`,
    en: `Is ${who || 'the child'} still in school?`,
  }),
  toilet: () => ({
    id: 'Jambannya milik sendiri atau bersama?',
    en: 'Is the toilet own or shared?',
  }),
  wall: () => ({ id: 'Dindingnya dari apa?', en: 'What are the walls made of?' }),
  wallCondition: () => ({ id: 'Apakah dindingnya masih kokoh?', en: 'Are the walls still sound?' }),
  washingWater: () => ({
    id: 'Mandi dan mencuci pakai air apa?',
    en: 'Which water is used for washing?',
  }),
  wasteDisposal: () => ({ id: 'Tinja dibuang ke mana?', en: 'Where does the toilet empty?' }),
  water: () => ({ id: 'Air minumnya dari mana?', en: 'Where does the drinking water come from?' }),
  wellToCesspitM: () => ({
    id: 'Berapa meter dari sumur ke septik?',
    en: 'How far is the well from the cesspit?',
  }),
}

/** The question that an unknown fact becomes, as one would say it aloud. */
export function questionText(fact: string, personName: string | null): Words {
  const ask = questions[fact]
  if (ask) return ask(personName ?? '')
  return { id: `Apa yang diketahui tentang ${fact}?`, en: `What is known of ${fact}?` }
}

/** The facts behind a need as one line, with the rows that tell them: `wasteDisposal=water-body (02_Survei.xlsx/Form:14)`. */
export function evidenceText(need: Need, personName: string | null): Words {
  const phrase = needPhrase(need, personName)
  const facts = need.evidence
    .map(({ fact, value, ref }) => {
      const place = ref
        ? ` (${ref.sheet === '' ? ref.file : `${ref.file}/${ref.sheet}`}:${ref.row})`
        : ''
      return `${fact}=${value}${place}`
    })
    .join('; ')
  return { id: `${phrase.id}: ${facts}`, en: `${phrase.en}: ${facts}` }
}
