import {
  askFamily,
  dtsen,
  type FactField,
  familyCard,
  shown,
  text,
  type Words,
  yesNo,
} from './field-kinds.ts'

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
