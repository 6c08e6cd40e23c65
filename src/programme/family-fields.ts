import {
  askFamily,
  derived,
  dtsen,
  type FactField,
  familyCard,
  homeVisit,
  local,
  shown,
  text,
  type Words,
  yesNo,
} from './field-kinds.ts'
import type { FactValue } from './rule-language/value.ts'

/** Facts of the family and its house. */
export const houseAndFamilyFields: Readonly<Record<string, FactField>> = {
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
  house_unsound: yesNo({
    label: {
      id: 'rumah rusak, dari bahan yang tidak tahan lama, atau sempit',
      en: 'house damaged, of material that does not last, or crowded',
    },
    source: derived,
    yes: () => ({ id: 'rumahnya rusak atau sempit', en: 'the house is damaged or crowded' }),
    no: () => ({ id: 'rumahnya kokoh dan cukup luas', en: 'the house is sound and roomy' }),
    ask: () => ({ id: 'keadaan rumah', en: 'the condition of the house' }),
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
}

function landPapers(): Words {
  return {
    id: 'Bawa surat tanah, atau surat keterangan lurah.',
    en: 'Bring the land papers, or a letter from the ward head.',
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

function squareMetres(value: Exclude<FactValue, null>, point: string): string {
  if (typeof value !== 'number') return shown(value)
  return (value / 100).toFixed(1).replace('.', point)
}
