import type { Words } from './words.ts'

/** How a fact of the evidence is said; a function sees the value as written. */
export const factWords: Readonly<Record<string, (value: string) => Words>> = {
  decile: (value) => ({ id: `desil ${value} (BPS)`, en: `decile ${value} (BPS)` }),
  age: (value) => ({ id: `umur ${value} tahun`, en: `aged ${value}` }),
  members: (value) => ({ id: `${value} orang di rumah`, en: `${value} in the house` }),
  occupants: (value) => ({ id: `${value} penghuni`, en: `${value} occupants` }),
  floorAreaM2: (value) => ({ id: `luas ${value} m²`, en: `${value} m² of floor` }),
  wellToCesspitM: (value) => ({
    id: `sumur ${value} m dari penampung tinja`,
    en: `well ${value} m from a cesspit`,
  }),
  water: (value) => one(value, waters, 'air minum', 'drinking water'),
  toilet: (value) => one(value, toilets, 'tempat buang air', 'toilet'),
  closet: (value) => one(value, closets, 'kloset', 'closet'),
  wasteDisposal: (value) => one(value, disposals, 'pembuangan tinja', 'waste'),
  lighting: (value) => one(value, lights, 'penerangan', 'light'),
  houseTenure: (value) => one(value, tenures, 'rumah', 'house'),
  houseCondition: (value) => one(value, conditions, 'keadaan rumah', 'state of the house'),
  floorCondition: (value) => one(value, conditions, 'lantai', 'floor'),
  wallCondition: (value) => one(value, conditions, 'dinding', 'walls'),
  roofCondition: (value) => one(value, conditions, 'atap', 'roof'),
  floor: (value) => one(value, materials, 'lantai', 'floor of'),
  wall: (value) => one(value, materials, 'dinding', 'walls of'),
  roof: (value) => one(value, materials, 'atap', 'roof of'),
  schoolParticipation: (value) => schooling[value] ?? otherFact(value),
  education: (value) => one(value, schools, 'ijazah', 'finished'),
  school: (value) => ({ id: `bersekolah: ${value}`, en: `goes to school: ${value}` }),
  occupation: (value) => ({ id: `pekerjaan: ${value}`, en: `work: ${value}` }),
  ownsBusiness: (value) => yesNo(value, 'punya usaha sendiri', 'owns a trade'),
  hasDebt: (value) => yesNo(value, 'punya utang', 'has debts'),
  hasBirthCertificate: (value) => yesNo(value, 'punya akta kelahiran', 'has a birth certificate'),
  isPregnant: (value) => yesNo(value, 'hamil', 'pregnant'),
  jknStatus: (value) =>
    value === 'inactive'
      ? { id: 'JKN nonaktif', en: 'JKN inactive' }
      : { id: 'JKN aktif', en: 'JKN active' },
  jknReason: (value) => ({
    id: `alasan: ${value.toLowerCase()}`,
    en: `reason: ${value.toLowerCase()}`,
  }),
  chronicIllness: (value) => ({ id: `sakit menahun: ${value}`, en: `chronic illness: ${value}` }),
  disability: (value) => one(value, disabilityKinds, 'disabilitas', 'disability'),
  disabilitySeverity: (value) => one(value, grades, 'tingkat', 'grade'),
  nutrition: (value) => one(value, nutritionStates, 'gizi', 'nutrition'),
  sex: (value) =>
    value === 'female' ? { id: 'perempuan', en: 'woman' } : { id: 'laki-laki', en: 'man' },
  received: (value) => ({ id: `menerima ${value}`, en: `receives ${value}` }),
  nik: () => ({ id: 'NIK ada', en: 'NIK known' }),
  proposed: (value) => ({
    id: `diajukan kelurahan${quoted(value)}`,
    en: `put forward by the ward${quoted(value)}`,
  }),
  'surveyed-unfit': (value) => ({
    id: `didata petugas rumah${quoted(value)}`,
    en: `on a survey of houses${quoted(value)}`,
  }),
  destitute: (value) => ({ id: `keterangan: "${value}"`, en: `grounds: "${value}"` }),
  'poor-grounds': (value) => ({ id: `golongan zakat: ${value}`, en: `zakat group: ${value}` }),
}

/** A remark or anything without words of its own: as written. */
export function otherFact(value: string): Words {
  return { id: `catatan${quoted(value)}`, en: `remark${quoted(value)}` }
}

function quoted(value: string): string {
  return value === '' ? '' : `: "${value}"`
}

function one(
  value: string,
  table: Readonly<Record<string, Words>>,
  labelId: string,
  labelEn: string,
): Words {
  const words = table[value] ?? { id: value, en: value }
  return { id: `${labelId} ${words.id}`, en: `${labelEn} ${words.en}` }
}

function yesNo(value: string, id: string, en: string): Words {
  return value === 'true' ? { id, en } : { id: `tidak ${id}`, en: `not: ${en}` }
}

const waters: Readonly<Record<string, Words>> = {
  bottled: { id: 'kemasan', en: 'bottled' },
  refill: { id: 'isi ulang', en: 'refilled' },
  piped: { id: 'leding', en: 'piped' },
  'piped-retail': { id: 'leding eceran', en: 'piped, bought' },
  borehole: { id: 'sumur bor', en: 'from a borehole' },
  'protected-well': { id: 'sumur terlindung', en: 'from a protected well' },
  'unprotected-well': { id: 'sumur tak terlindung', en: 'from an open well' },
  'protected-spring': { id: 'mata air terlindung', en: 'from a protected spring' },
  'unprotected-spring': { id: 'mata air tak terlindung', en: 'from an open spring' },
  surface: { id: 'dari sungai', en: 'from the river' },
  rain: { id: 'hujan', en: 'from rain' },
  other: { id: 'dari sumber lain', en: 'from elsewhere' },
}
const toilets: Readonly<Record<string, Words>> = {
  own: { id: 'sendiri', en: 'of its own' },
  shared: { id: 'bersama', en: 'shared' },
  communal: { id: 'MCK komunal', en: 'communal' },
  public: { id: 'MCK umum', en: 'public' },
  unused: { id: 'ada, tidak dipakai', en: 'not used' },
  none: { id: 'tidak ada', en: 'none' },
}
const closets: Readonly<Record<string, Words>> = {
  'goose-neck': { id: 'leher angsa', en: 'with water seal' },
  'covered-pit': { id: 'plengsengan bertutup', en: 'covered chute' },
  'open-pit': { id: 'plengsengan terbuka', en: 'open chute' },
  direct: { id: 'cemplung', en: 'straight drop' },
  'over-water': { id: 'di atas air', en: 'over the water' },
}
const disposals: Readonly<Record<string, Words>> = {
  septic: { id: 'tangki septik', en: 'to a septic tank' },
  treatment: { id: 'IPAL', en: 'to a treatment plant' },
  'water-body': { id: 'ke sungai atau kolam', en: 'to river or pond' },
  'earth-pit': { id: 'lubang tanah', en: 'to an earth pit' },
  'open-ground': { id: 'tanah terbuka', en: 'to open ground' },
  other: { id: 'lainnya', en: 'elsewhere' },
}
const lights: Readonly<Record<string, Words>> = {
  'grid-meter': { id: 'PLN bermeteran', en: 'grid with meter' },
  'grid-no-meter': { id: 'PLN tanpa meteran', en: 'grid without meter' },
  'off-grid': { id: 'bukan PLN', en: 'off the grid' },
  none: { id: 'bukan listrik', en: 'no electricity' },
}
const tenures: Readonly<Record<string, Words>> = {
  owned: { id: 'milik sendiri', en: 'owned' },
  contract: { id: 'kontrak', en: 'on contract' },
  rented: { id: 'sewa', en: 'rented' },
  'free-other': { id: 'menumpang orang lain', en: 'lent by others' },
  'free-family': { id: 'menumpang keluarga', en: 'lent by family' },
  official: { id: 'dinas', en: 'official' },
  other: { id: 'lainnya', en: 'other' },
}
const conditions: Readonly<Record<string, Words>> = {
  good: { id: 'baik', en: 'good' },
  light: { id: 'rusak ringan', en: 'lightly damaged' },
  moderate: { id: 'rusak sedang', en: 'damaged' },
  heavy: { id: 'rusak berat', en: 'badly damaged' },
  sound: { id: 'baik', en: 'sound' },
  damaged: { id: 'rusak', en: 'damaged' },
}
const materials: Readonly<Record<string, Words>> = {
  marble: { id: 'marmer', en: 'marble' },
  ceramic: { id: 'keramik', en: 'tiles' },
  parquet: { id: 'parket', en: 'parquet' },
  tile: { id: 'tegel atau genteng', en: 'tiles' },
  wood: { id: 'kayu', en: 'wood' },
  cement: { id: 'semen', en: 'cement' },
  earth: { id: 'tanah', en: 'earth' },
  brick: { id: 'tembok', en: 'brick' },
  'plastered-weave': { id: 'anyaman berplester', en: 'plastered weave' },
  'bamboo-weave': { id: 'anyaman bambu', en: 'woven bamboo' },
  bamboo: { id: 'bambu', en: 'bamboo' },
  logs: { id: 'batang kayu', en: 'logs' },
  concrete: { id: 'beton', en: 'concrete' },
  zinc: { id: 'seng', en: 'zinc' },
  asbestos: { id: 'asbes', en: 'asbestos' },
  thatch: { id: 'rumbia', en: 'thatch' },
  other: { id: 'bahan lain', en: 'other stuff' },
}
const schooling: Readonly<Record<string, Words>> = {
  never: { id: 'belum pernah sekolah', en: 'never went to school' },
  attending: { id: 'masih sekolah', en: 'goes to school' },
  left: { id: 'tidak sekolah lagi', en: 'left school' },
}
const schools: Readonly<Record<string, Words>> = {
  none: { id: 'belum ada', en: 'no school' },
  primary: { id: 'SD', en: 'primary school' },
  junior: { id: 'SMP', en: 'junior school' },
  senior: { id: 'SMA', en: 'senior school' },
  diploma: { id: 'diploma', en: 'a diploma' },
  bachelor: { id: 'S1', en: 'a bachelor' },
  postgraduate: { id: 'S2 ke atas', en: 'postgraduate study' },
}
const disabilityKinds: Readonly<Record<string, Words>> = {
  none: { id: 'tidak ada', en: 'none' },
  physical: { id: 'fisik', en: 'physical' },
  visual: { id: 'netra', en: 'visual' },
  hearing: { id: 'rungu', en: 'hearing' },
  speech: { id: 'wicara', en: 'speech' },
  intellectual: { id: 'intelektual', en: 'intellectual' },
  mental: { id: 'mental', en: 'mental' },
  multiple: { id: 'ganda', en: 'multiple' },
}
const grades: Readonly<Record<string, Words>> = {
  mild: { id: 'ringan', en: 'mild' },
  moderate: { id: 'sedang', en: 'moderate' },
  severe: { id: 'berat', en: 'severe' },
}
const nutritionStates: Readonly<Record<string, Words>> = {
  normal: { id: 'baik', en: 'normal' },
  stunted: { id: 'pendek (stunting)', en: 'stunted' },
  underweight: { id: 'kurang', en: 'underweight' },
  wasted: { id: 'buruk', en: 'wasted' },
}
