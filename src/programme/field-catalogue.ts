import { indicatorsBySector } from '#ledger/schema'
import type { FactValue } from './rule-language/value.ts'
import type { FieldSpec } from './rule-language/vocabulary.ts'

/** One text in both languages. */
export interface Words {
  readonly id: string
  readonly en: string
}

/** A fact that rules may ask about, with the words for each answer. */
export interface FactField extends FieldSpec {
  readonly label: Words
  /** Where the fact comes from. */
  readonly source: string
  /** The fact in a sentence, as part of a reason; `who` is the member's name or "keluarga ini". */
  readonly say: (value: Exclude<FactValue, null>, who: Words) => Words
  /** The fact as something not known: "tanggal lahir Aulia". */
  readonly ask: (who: Words) => Words
  /** What settles it. */
  readonly bring: Words
}

const dtsen = 'DTSEN'
const local = 'survei dan daftar dinas'
const derived = 'dihitung dari isian lain'

const familyCard: Words = { id: 'Bawa KTP atau KK.', en: 'Bring the ID card or family card.' }
const homeVisit: Words = {
  id: 'Petugas kelurahan perlu melihat rumahnya.',
  en: 'A ward officer needs to see the house.',
}
const askFamily: Words = {
  id: 'Tanyakan kepada keluarga ini.',
  en: 'Ask the family.',
}

/** What a yes-or-no fact is called when it holds, when it does not, and as a question. */
interface YesNoWords {
  readonly label: Words
  readonly yes: (who: Words) => Words
  readonly no: (who: Words) => Words
  readonly ask: (who: Words) => Words
  readonly bring: Words
  readonly source: string
}

function yesNo({ yes, no, ...rest }: YesNoWords): FactField {
  return { type: 'bool', ...rest, say: (value, who) => (value === true ? yes(who) : no(who)) }
}

/** Facts of the family and its house. */
export const familyFields: Readonly<Record<string, FactField>> = {
  decile: {
    type: 'int',
    label: { id: 'desil DTSEN, 1 sampai 10', en: 'DTSEN decile, 1 to 10' },
    source: 'BPS, cuplikan DTSEN',
    say: (value) => ({
      id: `keluarga ini di desil ${shown(value)}`,
      en: `this family is in decile ${shown(value)}`,
    }),
    ask: () => ({ id: 'desil keluarga ini', en: 'the decile of this family' }),
    bring: {
      id: 'Lurah dapat mengusulkan keluarga ini ke DTSEN; desil ditetapkan BPS.',
      en: 'The ward head can propose the family for DTSEN; BPS sets the decile.',
    },
  },
  receives: {
    type: 'list',
    label: { id: 'program yang tercatat diterima', en: 'programmes received on record' },
    source: 'buku bantuan',
    say: (value) => ({
      id: `keluarga ini tercatat menerima ${shown(value)}`,
      en: `this family receives ${shown(value)} on record`,
    }),
    ask: () => ({ id: 'bantuan yang sudah diterima', en: 'the help already received' }),
    bring: askFamily,
  },
  own_house: yesNo({
    label: { id: 'rumah milik sendiri', en: 'own house' },
    source: dtsen,
    yes: () => ({ id: 'rumah ini milik sendiri', en: 'the family owns the house' }),
    no: () => ({ id: 'rumah ini bukan milik sendiri', en: 'the family does not own the house' }),
    ask: () => ({ id: 'status kepemilikan rumah', en: 'who owns the house' }),
    bring: { id: 'Bawa bukti kepemilikan rumah.', en: 'Bring proof that the house is yours.' },
  }),
  house_tenure: text(
    ['owned', 'contract', 'rented', 'free-other', 'free-family', 'official', 'other'],
    { id: 'status kepemilikan rumah', en: 'tenure of the house' },
    dtsen,
    { id: 'Bawa bukti kepemilikan atau surat sewa.', en: 'Bring proof of ownership or the lease.' },
  ),
  land_title: text(
    ['certificate', 'statement', 'customary', 'none', 'not-owned'],
    { id: 'surat tanah', en: 'land papers' },
    'survei rumah',
    landPapers(),
  ),
  has_land_proof: yesNo({
    label: { id: 'ada surat tanah dalam bentuk apa pun', en: 'has any proof of the land' },
    source: 'survei rumah',
    yes: () => ({ id: 'surat tanahnya ada', en: 'there are land papers' }),
    no: () => ({ id: 'surat tanah belum ada', en: 'there are no land papers yet' }),
    ask: () => ({ id: 'surat tanah', en: 'proof of the land' }),
    bring: landPapers(),
  }),
  other_house: yesNo({
    label: { id: 'punya rumah lain', en: 'has another house' },
    source: dtsen,
    yes: () => ({ id: 'keluarga ini punya rumah lain', en: 'the family has another house' }),
    no: () => ({ id: 'ini rumah satu-satunya', en: 'this is the only house' }),
    ask: () => ({ id: 'apakah ada rumah lain', en: 'whether there is another house' }),
    bring: askFamily,
  }),
  roof_sound: sound({ id: 'atap', en: 'roof' }),
  wall_sound: sound({ id: 'dinding', en: 'walls' }),
  floor_sound: sound({ id: 'lantai', en: 'floor' }),
  house_condition: text(
    ['good', 'light', 'moderate', 'heavy'],
    { id: 'tingkat kerusakan rumah', en: 'damage of the house' },
    'survei rumah',
    homeVisit,
  ),
  house_damaged: yesNo({
    label: { id: 'rumah rusak sedang atau berat', en: 'house moderately or heavily damaged' },
    source: 'survei rumah',
    yes: () => ({
      id: 'rumahnya rusak sedang atau berat',
      en: 'the house is moderately or heavily damaged',
    }),
    no: () => ({
      id: 'rumahnya tercatat tidak rusak atau rusak ringan',
      en: 'the house is recorded as undamaged or lightly damaged',
    }),
    ask: () => ({ id: 'keadaan rumah', en: 'the condition of the house' }),
    bring: homeVisit,
  }),
  floor_area_per_person_dm2: {
    type: 'int',
    label: { id: 'luas lantai per orang (dm²; 720 = 7,2 m²)', en: 'floor area a person (dm²)' },
    source: derived,
    say: (value) => ({
      id: `luas rumahnya ${squareMetres(value, ',')} m² per orang`,
      en: `the house has ${squareMetres(value, '.')} m² a person`,
    }),
    ask: () => ({ id: 'luas lantai rumah', en: 'the floor area of the house' }),
    bring: homeVisit,
  },
  building_sound: yesNo({
    label: {
      id: 'atap, dinding dan lantai kokoh (HREIS)',
      en: 'roof, walls and floor sound (HREIS)',
    },
    source: derived,
    yes: () => ({ id: 'bangunannya kokoh', en: 'the building is sound' }),
    no: () => ({ id: 'bangunannya belum kokoh', en: 'the building is not sound' }),
    ask: () => ({ id: 'bahan atap, dinding dan lantai', en: 'the roof, walls and floor' }),
    bring: homeVisit,
  }),
  water_safe: yesNo({
    label: { id: 'air minum aman', en: 'safe drinking water' },
    source: derived,
    yes: () => ({ id: 'air minumnya aman', en: 'the drinking water is safe' }),
    no: () => ({ id: 'air minumnya belum aman', en: 'the drinking water is not safe' }),
    ask: () => ({ id: 'sumber air minum', en: 'the source of drinking water' }),
    bring: homeVisit,
  }),
  sanitation_safe: yesNo({
    label: { id: 'jamban aman', en: 'safe sanitation' },
    source: derived,
    yes: () => ({ id: 'jambannya sudah aman', en: 'the toilet is safe' }),
    no: () => ({
      id: 'rumah ini belum punya jamban yang aman',
      en: 'the house has no safe toilet',
    }),
    ask: () => ({ id: 'jamban dan pembuangan tinja', en: 'the toilet and where it drains' }),
    bring: homeVisit,
  }),
  house_fit: yesNo({
    label: {
      id: 'rumah sehat: luas, air, jamban dan bangunan (HREIS)',
      en: 'decent house: area, water, toilet and building (HREIS)',
    },
    source: derived,
    yes: () => ({ id: 'rumahnya sudah memenuhi ukuran rumah sehat', en: 'the house is decent' }),
    no: () => ({
      id: 'rumahnya belum memenuhi ukuran rumah sehat',
      en: 'the house falls short of a decent house',
    }),
    ask: () => ({ id: 'keadaan rumah', en: 'the condition of the house' }),
    bring: homeVisit,
  }),
  over_water: yesNo({
    label: { id: 'jamban di atas air', en: 'toilet over water' },
    source: local,
    yes: () => ({ id: 'jambannya di atas air', en: 'the toilet is over water' }),
    no: () => ({ id: 'jambannya tidak di atas air', en: 'the toilet is not over water' }),
    ask: () => ({ id: 'letak jamban', en: 'where the toilet is' }),
    bring: homeVisit,
  }),
  in_slum_area: yesNo({
    label: { id: 'rumah di kawasan kumuh', en: 'house in a slum area' },
    source: 'SK kawasan kumuh; belum ada di daftar mana pun',
    yes: () => ({ id: 'rumahnya di kawasan kumuh', en: 'the house stands in a slum area' }),
    no: () => ({
      id: 'rumahnya di luar kawasan kumuh',
      en: 'the house stands outside the slum areas',
    }),
    ask: () => ({
      id: 'apakah rumah ini di kawasan kumuh',
      en: 'whether the house stands in a slum area',
    }),
    bring: {
      id: 'Disperkimtan memeriksa peta kawasan kumuh.',
      en: 'The housing agency checks the map of slum areas.',
    },
  }),
  flooded: yesNo({
    label: { id: 'rumah terkena banjir', en: 'house flooded' },
    source: local,
    yes: () => ({ id: 'rumahnya terkena banjir', en: 'the house was flooded' }),
    no: () => ({ id: 'rumahnya tidak terkena banjir', en: 'the house was not flooded' }),
    ask: () => ({ id: 'apakah rumah terkena banjir', en: 'whether the house was flooded' }),
    bring: homeVisit,
  }),
  power_va: {
    type: 'int',
    label: { id: 'daya listrik (VA)', en: 'electric power (VA)' },
    source: dtsen,
    say: (value) => ({
      id: `daya listriknya ${shown(value)} VA`,
      en: `power is ${shown(value)} VA`,
    }),
    ask: () => ({ id: 'daya listrik', en: 'the electric power' }),
    bring: { id: 'Bawa rekening listrik.', en: 'Bring the electricity bill.' },
  },
  woman_head: yesNo({
    label: { id: 'perempuan kepala keluarga', en: 'woman head of family' },
    source: dtsen,
    yes: () => ({ id: 'kepala keluarganya perempuan', en: 'a woman heads the family' }),
    no: () => ({ id: 'kepala keluarganya laki-laki', en: 'a man heads the family' }),
    ask: () => ({ id: 'siapa kepala keluarga', en: 'who heads the family' }),
    bring: familyCard,
  }),
  head_ever_married: yesNo({
    label: { id: 'kepala keluarga sudah berkeluarga', en: 'head is or was married' },
    source: dtsen,
    yes: () => ({ id: 'kepala keluarga sudah berkeluarga', en: 'the head is or was married' }),
    no: () => ({ id: 'kepala keluarga belum berkeluarga', en: 'the head is not married' }),
    ask: () => ({ id: 'status kawin kepala keluarga', en: 'whether the head is married' }),
    bring: familyCard,
  }),
  lone_elderly: yesNo({
    label: { id: 'lansia hidup sendiri', en: 'old person living alone' },
    source: derived,
    yes: () => ({ id: 'ini lansia yang hidup sendiri', en: 'this is an old person living alone' }),
    no: () => ({ id: 'ini bukan lansia tunggal', en: 'this is not an old person living alone' }),
    ask: () => ({
      id: 'apakah lansia ini hidup sendiri',
      en: 'whether the old person lives alone',
    }),
    bring: familyCard,
  }),
  ...needFields(),
}

/** Facts of one member; in a programme for persons they stand beside those of the family. */
export const memberFields: Readonly<Record<string, FactField>> = {
  age_years: {
    type: 'int',
    label: { id: 'umur (tahun penuh)', en: 'age (completed years)' },
    source: 'Dukcapil, DTSEN',
    say: (value, who) => ({
      id: `${who.id} berumur ${shown(value)} tahun`,
      en: `${who.en} is ${shown(value)} years old`,
    }),
    ask: (who) => ({ id: `tanggal lahir ${who.id}`, en: `the date of birth of ${who.en}` }),
    bring: {
      id: 'Bawa akta kelahiran atau KK.',
      en: 'Bring the birth certificate or family card.',
    },
  },
  sex: text(['L', 'P'], { id: 'jenis kelamin', en: 'sex' }, dtsen, familyCard),
  relation: text(
    ['head', 'spouse', 'child', 'child-in-law', 'grandchild', 'parent', 'parent-in-law', 'other'],
    { id: 'hubungan dengan kepala keluarga', en: 'relation to the head' },
    dtsen,
    familyCard,
  ),
  has_nik: yesNo({
    label: { id: 'punya NIK', en: 'has a NIK' },
    source: 'semua daftar',
    yes: (who) => ({ id: `NIK ${who.id} tercatat`, en: `the NIK of ${who.en} is on record` }),
    no: (who) => ({ id: `${who.id} belum punya NIK`, en: `${who.en} has no NIK yet` }),
    ask: (who) => ({ id: `NIK ${who.id}`, en: `the NIK of ${who.en}` }),
    bring: familyCard,
  }),
  in_school: yesNo({
    label: { id: 'sedang bersekolah', en: 'attends school' },
    source: 'DTSEN, Dinas Pendidikan',
    yes: (who) => ({ id: `${who.id} bersekolah`, en: `${who.en} attends school` }),
    no: (who) => ({ id: `${who.id} tidak bersekolah`, en: `${who.en} does not attend school` }),
    ask: (who) => ({ id: `apakah ${who.id} bersekolah`, en: `whether ${who.en} attends school` }),
    bring: { id: 'Bawa surat keterangan sekolah.', en: 'Bring a letter from the school.' },
  }),
  school_level: {
    ...text(
      ['SD', 'SMP', 'SMA', 'PT'],
      { id: 'jenjang sekolah', en: 'school level' },
      'DTSEN, Dinas Pendidikan',
      { id: 'Bawa surat keterangan sekolah.', en: 'Bring a letter from the school.' },
    ),
    say: (value, who) => ({
      id: `${who.id} bersekolah di ${shown(value)}`,
      en: `${who.en} attends ${shown(value)}`,
    }),
  },
  school_class: {
    type: 'int',
    label: { id: 'kelas, 1 sampai 12', en: 'class, 1 to 12' },
    source: 'Dinas Pendidikan',
    say: (value, who) => ({
      id: `${who.id} di kelas ${shown(value)}`,
      en: `${who.en} is in class ${shown(value)}`,
    }),
    ask: (who) => ({ id: `kelas ${who.id}`, en: `the class of ${who.en}` }),
    bring: { id: 'Bawa rapor.', en: 'Bring the school report.' },
  },
  education: text(
    ['none', 'primary', 'junior', 'senior', 'diploma', 'bachelor', 'postgraduate'],
    { id: 'ijazah tertinggi', en: 'highest certificate' },
    dtsen,
    { id: 'Bawa ijazah terakhir.', en: 'Bring the last certificate.' },
  ),
  pregnant: yesNo({
    label: { id: 'sedang hamil atau nifas', en: 'pregnant or just delivered' },
    source: 'Dinas Kesehatan, PKH',
    yes: (who) => ({ id: `${who.id} sedang hamil`, en: `${who.en} is pregnant` }),
    no: (who) => ({ id: `${who.id} tidak hamil`, en: `${who.en} is not pregnant` }),
    ask: (who) => ({ id: `apakah ${who.id} hamil`, en: `whether ${who.en} is pregnant` }),
    bring: { id: 'Bawa buku KIA kalau hamil.', en: 'Bring the pregnancy book if so.' },
  }),
  has_disability: yesNo({
    label: { id: 'penyandang disabilitas', en: 'has a disability' },
    source: 'DTSEN, Dinas Sosial',
    yes: (who) => ({
      id: `${who.id} penyandang disabilitas`,
      en: `${who.en} has a disability`,
    }),
    no: (who) => ({
      id: `disabilitas tidak tercatat pada ${who.id}`,
      en: `no disability is recorded for ${who.en}`,
    }),
    ask: (who) => ({
      id: `apakah ${who.id} penyandang disabilitas`,
      en: `whether ${who.en} has a disability`,
    }),
    bring: { id: 'Bawa surat keterangan dokter kalau ada.', en: "Bring a doctor's letter if any." },
  }),
  disability_severity: text(
    ['mild', 'moderate', 'severe'],
    { id: 'tingkat disabilitas', en: 'severity of the disability' },
    'Dinas Sosial',
    { id: 'Bawa surat keterangan dokter kalau ada.', en: "Bring a doctor's letter if any." },
  ),
  severe_disability: yesNo({
    label: { id: 'penyandang disabilitas berat', en: 'has a severe disability' },
    source: 'Dinas Sosial',
    yes: (who) => ({
      id: `${who.id} penyandang disabilitas berat`,
      en: `${who.en} has a severe disability`,
    }),
    no: (who) => ({
      id: `disabilitas berat tidak tercatat pada ${who.id}`,
      en: `no severe disability is recorded for ${who.en}`,
    }),
    ask: (who) => ({
      id: `seberapa berat disabilitas ${who.id}`,
      en: `how severe the disability of ${who.en} is`,
    }),
    bring: { id: 'Bawa surat keterangan dokter kalau ada.', en: "Bring a doctor's letter if any." },
  }),
  chronic_illness: yesNo({
    label: { id: 'sakit menahun', en: 'chronically ill' },
    source: dtsen,
    yes: (who) => ({ id: `${who.id} sakit menahun`, en: `${who.en} is chronically ill` }),
    no: (who) => ({
      id: `sakit menahun tidak tercatat pada ${who.id}`,
      en: `no chronic illness is recorded for ${who.en}`,
    }),
    ask: (who) => ({
      id: `apakah ${who.id} sakit menahun`,
      en: `whether ${who.en} is chronically ill`,
    }),
    bring: askFamily,
  }),
  jkn_active: yesNo({
    label: { id: 'kartu JKN aktif', en: 'health insurance active' },
    source: 'BPJS Kesehatan, Dinas Sosial',
    yes: (who) => ({ id: `JKN ${who.id} aktif`, en: `${who.en} has active health insurance` }),
    no: (who) => ({
      id: `JKN ${who.id} tidak aktif`,
      en: `${who.en} has no active health insurance`,
    }),
    ask: (who) => ({
      id: `apakah JKN ${who.id} aktif`,
      en: `whether the health insurance of ${who.en} is active`,
    }),
    bring: { id: 'Bawa kartu JKN.', en: 'Bring the JKN card.' },
  }),
  employment: {
    ...text(
      ['formal', 'informal', 'none'],
      { id: 'bentuk pekerjaan', en: 'kind of work' },
      'DTSEN, dari isian pekerjaan',
      askFamily,
    ),
    say: (value, who) => employmentWords(String(value), who),
    ask: (who) => ({ id: `pekerjaan ${who.id}`, en: `the work of ${who.en}` }),
  },
  unemployed: yesNo({
    label: { id: 'mencari kerja', en: 'without work' },
    source: 'DTSEN, dari isian pekerjaan',
    yes: (who) => ({ id: `${who.id} belum bekerja`, en: `${who.en} has no work` }),
    no: (who) => ({
      id: `${who.id} tidak sedang mencari kerja`,
      en: `${who.en} is not looking for work`,
    }),
    ask: (who) => ({ id: `pekerjaan ${who.id}`, en: `the work of ${who.en}` }),
    bring: askFamily,
  }),
  owns_business: yesNo({
    label: { id: 'punya usaha', en: 'has a business' },
    source: dtsen,
    yes: (who) => ({ id: `${who.id} punya usaha`, en: `${who.en} has a business` }),
    no: (who) => ({ id: `${who.id} tidak punya usaha`, en: `${who.en} has no business` }),
    ask: (who) => ({ id: `apakah ${who.id} punya usaha`, en: `whether ${who.en} has a business` }),
    bring: askFamily,
  }),
  orphan: yesNo({
    label: { id: 'yatim atau piatu', en: 'has lost a parent' },
    source: 'Dukcapil, dari susunan keluarga',
    yes: (who) => ({ id: `${who.id} yatim atau piatu`, en: `${who.en} has lost a parent` }),
    no: (who) => ({
      id: `orang tua ${who.id} tercatat masih ada`,
      en: `both parents of ${who.en} are on record`,
    }),
    ask: (who) => ({
      id: `apakah ${who.id} yatim atau piatu`,
      en: `whether ${who.en} has lost a parent`,
    }),
    bring: familyCard,
  }),
}

function employmentWords(value: string, who: Words): Words {
  if (value === 'formal') {
    return { id: `${who.id} bekerja sebagai pegawai`, en: `${who.en} is in formal employment` }
  }
  if (value === 'informal') {
    return {
      id: `${who.id} bekerja tanpa jaminan dari pemberi kerja`,
      en: `${who.en} works informally`,
    }
  }
  return { id: `${who.id} belum bekerja`, en: `${who.en} does not work` }
}

function landPapers(): Words {
  return {
    id: 'Bawa surat tanah, atau surat keterangan lurah.',
    en: 'Bring the land papers, or a letter from the ward head.',
  }
}

function text(values: readonly string[], label: Words, source: string, bring: Words): FactField {
  return {
    type: 'text',
    values,
    label,
    source,
    bring,
    say: (value, who) => ({
      id: `${label.id} ${who.id}: ${shown(value)}`,
      en: `${label.en} of ${who.en}: ${shown(value)}`,
    }),
    ask: (who) => ({ id: `${label.id} ${who.id}`, en: `the ${label.en} of ${who.en}` }),
  }
}

function sound(part: Words): FactField {
  return yesNo({
    label: { id: `${part.id} kokoh (HREIS)`, en: `${part.en} sound (HREIS)` },
    source: 'DTSEN, survei rumah',
    yes: () => ({ id: `${part.id} rumahnya baik`, en: `the ${part.en} is in order` }),
    no: () => ({
      id: `${part.id} rumahnya rusak atau dari bahan yang tidak tahan lama`,
      en: `the ${part.en} is damaged or of material that does not last`,
    }),
    ask: () => ({ id: `keadaan ${part.id} rumah`, en: `the state of the ${part.en}` }),
    bring: homeVisit,
  })
}

/** `lacks_housing` and so on: the outcome of the assessment, one field an indicator. */
function needFields(): Record<string, FactField> {
  const indicators = Object.values(indicatorsBySector).flat()
  return Object.fromEntries(
    indicators.map((indicator) => [
      needFieldName(indicator),
      yesNo({
        label: { id: `kebutuhan ${indicator} tercatat`, en: `need ${indicator} on record` },
        source: 'penilaian kebutuhan',
        yes: () => ({
          id: `kebutuhan ${indicator} tercatat pada keluarga ini`,
          en: `the need ${indicator} is on record for this family`,
        }),
        no: () => ({
          id: `kebutuhan ${indicator} tidak tercatat pada keluarga ini`,
          en: `the need ${indicator} is not on record for this family`,
        }),
        ask: () => ({ id: `kebutuhan ${indicator}`, en: `the need ${indicator}` }),
        bring: homeVisit,
      }),
    ]),
  )
}

/** Field of the rule language for an indicator: `HOUSING` is `lacks_housing`. */
export function needFieldName(indicator: string): string {
  return `lacks_${indicator.toLowerCase()}`
}

function shown(value: Exclude<FactValue, null>): string {
  if (typeof value !== 'object') return String(value)
  if (!('lo' in value)) return value.join(', ')
  return value.hi === Number.POSITIVE_INFINITY
    ? `${value.lo} atau lebih`
    : `${value.lo}–${value.hi}`
}

function squareMetres(value: Exclude<FactValue, null>, point: string): string {
  if (typeof value !== 'number') return shown(value)
  return (value / 100).toFixed(1).replace('.', point)
}
