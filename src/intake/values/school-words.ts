import type { PersonFields } from '../schema.ts'
import { createWordList } from './word-list.ts'

type Value<Field extends keyof PersonFields> = NonNullable<PersonFields[Field]>

export const participationWords = createWordList<Value<'schoolParticipation'>>([
  ['never', ['tidak pernah', 'belum pernah', 'tidak belum pernah', 'tidak belum pernah sekolah']],
  ['never', ['belum sekolah', 'tidak sekolah', 'tidak pernah sekolah', 'belum pernah sekolah']],
  ['never', ['tidak bersekolah', 'belum pernah bersekolah', 'tidak pernah bersekolah', 'belum']],
  ['attending', ['masih sekolah', 'masih', 'sekolah', 'bersekolah', 'masih bersekolah', 'aktif']],
  ['attending', ['sedang sekolah', 'ya', 'pelajar', 'siswa', 'mahasiswa', 'kuliah', 'attending']],
  ['left', ['tidak lagi', 'tidak bersekolah lagi', 'tidak sekolah lagi', 'putus sekolah', 'putus']],
  [
    'left',
    ['do', 'drop out', 'dropout', 'lulus', 'tamat', 'sudah lulus', 'sudah tamat', 'berhenti'],
  ],
  [
    'left',
    ['sudah tidak sekolah', 'keluar sekolah', 'berhenti sekolah', 'pernah sekolah', 'pernah'],
  ],
  ['left', ['lulus tidak melanjutkan', 'tidak melanjutkan', 'ats', 'anak tidak sekolah', 'atps']],
])

export const educationWords = createWordList<Value<'education'>>([
  ['none', ['tidak punya', 'tidak ada', 'tidak punya ijazah', 'tidak memiliki ijazah', 'tidak']],
  ['none', ['tidak sekolah', 'belum sekolah', 'tidak belum sekolah', 'tidak tamat sd', 'belum']],
  [
    'none',
    ['belum tamat sd', 'belum tamat sd sederajat', 'tidak tamat sd sederajat', 'tk', 'paud'],
  ],
  [
    'none',
    ['tidak pernah sekolah', 'buta huruf', 'tidak belum tamat sd', 'belum ada', 'tidak tamat'],
  ],
  ['none', ['tidak belum pernah sekolah', 'putus sd', 'do sd', 'tidak lulus sd', 'belum lulus sd']],
  [
    'primary',
    ['sd', 'sdn', 'mi', 'tamat sd', 'sd sederajat', 'tamat sd sederajat', 'paket a', 'sr'],
  ],
  ['primary', ['sekolah dasar', 'sd mi', 'sdlb', 'lulus sd', 'tidak tamat smp', 'belum tamat smp']],
  ['primary', ['tidak tamat sltp', 'do smp', 'putus smp', 'sekolah rakyat', 'sd mi sederajat']],
  ['junior', ['smp', 'smpn', 'mts', 'sltp', 'smp sederajat', 'sltp sederajat', 'paket b', 'smplb']],
  ['junior', ['sekolah menengah pertama', 'smp mts', 'tamat smp', 'lulus smp', 'tidak tamat sma']],
  ['junior', ['belum tamat sma', 'tidak tamat slta', 'do sma', 'putus sma', 'tamat sltp']],
  [
    'senior',
    ['sma', 'sman', 'smk', 'smkn', 'ma', 'slta', 'sma sederajat', 'slta sederajat', 'smu'],
  ],
  ['senior', ['stm', 'smea', 'spg', 'sma smk', 'paket c', 'smalb', 'sekolah menengah atas', 'man']],
  ['senior', ['tamat sma', 'lulus sma', 'tamat slta', 'sma smk ma', 'aliyah', 'sma smk sederajat']],
  ['diploma', ['d1', 'd2', 'd3', 'diploma', 'diploma 1', 'diploma 2', 'diploma 3', 'd i', 'd ii']],
  ['diploma', ['d iii', 'diploma i', 'diploma ii', 'diploma iii', 'akademi', 'sarjana muda']],
  ['diploma', ['diploma i ii', 'akademi diploma iii', 'akademi diploma iii s muda', 'd1 d2 d3']],
  ['diploma', ['akademi diploma iii sarjana muda', 'd1 d3', 'amd']],
  [
    'bachelor',
    ['s1', 'd4', 's 1', 'sarjana', 'strata 1', 'strata i', 'diploma iv', 'diploma 4', 'd iv'],
  ],
  [
    'bachelor',
    ['diploma iv strata i', 'd4 s1', 'universitas', 'perguruan tinggi', 's i', 'strata satu'],
  ],
  ['postgraduate', ['s2', 's3', 's 2', 's 3', 'magister', 'doktor', 'strata ii', 'strata iii']],
  ['postgraduate', ['strata 2', 'strata 3', 'pascasarjana', 'master', 's2 s3', 's ii', 's iii']],
])

export const schoolLevelWords = createWordList<Value<'schoolLevel'>>([
  [
    'SD',
    ['sd', 'sdn', 'sds', 'mi', 'min', 'mis', 'sdlb', 'sdit', 'sdk', 'paket a', 'sekolah dasar'],
  ],
  ['SD', ['madrasah ibtidaiyah', 'sd negeri', 'ibtidaiyah', 'sd mi', 'sdsn', 'sd it']],
  [
    'SMP',
    ['smp', 'smpn', 'smps', 'mts', 'mtsn', 'mtss', 'smplb', 'smpit', 'smpk', 'paket b', 'sltp'],
  ],
  [
    'SMP',
    ['sekolah menengah pertama', 'madrasah tsanawiyah', 'tsanawiyah', 'smp mts', 'smp negeri'],
  ],
  ['SMA', ['sma', 'sman', 'smas', 'smk', 'smkn', 'smks', 'ma', 'man', 'mas', 'smalb', 'paket c']],
  [
    'SMA',
    ['slta', 'smu', 'smak', 'smait', 'aliyah', 'madrasah aliyah', 'sma negeri', 'smk negeri'],
  ],
  ['SMA', ['sekolah menengah atas', 'sekolah menengah kejuruan', 'sma smk', 'stm', 'smti']],
])
