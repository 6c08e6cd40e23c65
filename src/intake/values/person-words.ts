import type { PersonFields } from '../schema.ts'
import { createWordList } from './word-list.ts'

type Value<Field extends keyof PersonFields> = NonNullable<PersonFields[Field]>

export const yesNoWords = createWordList<boolean>([
  [
    true,
    ['ya', 'y', 'yes', 'iya', 'ada', 'punya', 'memiliki', 'mempunyai', 'sudah', 'benar', 'betul'],
  ],
  [true, ['true', 'v', 'pernah', 'sudah ada', 'sudah punya', 'lengkap', 'sedang', 'ok', 'oke']],
  [
    false,
    ['tidak', 't', 'no', 'n', 'belum', 'bukan', 'false', 'tidak ada', 'belum ada', 'tidak punya'],
  ],
  [false, ['belum punya', 'tidak memiliki', 'belum memiliki', 'nihil', 'tidak pernah', 'tiada']],
])

export const sexWords = createWordList<Value<'sex'>>([
  ['male', ['l', 'lk', 'lki', 'laki', 'laki laki', 'laki2', 'lelaki', 'pria', 'cowok', 'm']],
  ['male', ['male', 'man', 'putra', 'bapak', 'lakilaki', 'jantan', 'boy', 'lanang', 'tn']],
  ['female', ['p', 'pr', 'prp', 'per', 'perempuan', 'wanita', 'w', 'f', 'female', 'cewek']],
  ['female', ['woman', 'putri', 'ibu', 'girl', 'prempuan', 'bawi', 'bini', 'ny', 'pi']],
])

export const relationWords = createWordList<Value<'relation'>>([
  ['head', ['kepala keluarga', 'kepala', 'kk', 'kep keluarga', 'krt', 'kepala rumah tangga']],
  ['head', ['kpl keluarga', 'head', 'kepala kk', 'kepala rt', 'sendiri']],
  ['spouse', ['istri', 'isteri', 'suami', 'istri suami', 'suami istri', 'pasangan', 'spouse']],
  ['spouse', ['bini', 'laki']],
  ['child', ['anak', 'anak kandung', 'anak angkat', 'anak tiri', 'anak asuh', 'child', 'putra']],
  ['child', ['putri', 'anak ke', 'anak 1', 'anak 2', 'anak pertama', 'anak yatim']],
  ['child-in-law', ['menantu', 'mantu', 'anak mantu']],
  ['grandchild', ['cucu', 'cicit', 'grandchild']],
  ['parent', ['orang tua', 'orangtua', 'bapak', 'ayah', 'ibu', 'ibu kandung', 'ayah kandung']],
  ['parent', ['orang tua kandung', 'emak', 'mama', 'parent']],
  ['parent-in-law', ['mertua', 'ibu mertua', 'bapak mertua', 'ayah mertua', 'orang tua mertua']],
  ['other', ['famili lain', 'family lain', 'lainnya', 'lain lain', 'lain', 'keponakan', 'ponakan']],
  ['other', ['saudara', 'kakak', 'adik', 'kakek', 'nenek', 'paman', 'bibi', 'tante', 'sepupu']],
  ['other', ['ipar', 'pembantu', 'art', 'sopir', 'kerabat', 'famili', 'keluarga lain', 'other']],
  ['other', ['famili lainnya', 'anggota lain', 'kakak ipar', 'adik ipar', 'pembantu sopir']],
])

export const maritalWords = createWordList<Value<'marital'>>([
  ['single', ['belum kawin', 'belum menikah', 'lajang', 'bujang', 'gadis', 'single', 'bk']],
  ['single', ['tidak kawin', 'tidak menikah', 'belum nikah', 'perawan', 'jejaka']],
  ['married', ['kawin', 'menikah', 'nikah', 'kawin tercatat', 'kawin tidak tercatat', 'married']],
  ['married', ['k', 'kawin belum tercatat', 'nikah siri', 'sudah kawin', 'sudah menikah']],
  ['divorced', ['cerai hidup', 'cerai', 'ch', 'divorced', 'bercerai', 'janda cerai', 'duda cerai']],
  ['divorced', ['janda cerai hidup', 'duda cerai hidup', 'pisah', 'cerai hidup tercatat']],
  ['widowed', ['cerai mati', 'cm', 'widowed', 'ditinggal mati', 'janda mati', 'duda mati']],
  ['widowed', ['janda cerai mati', 'duda cerai mati', 'janda ditinggal mati', 'balu']],
  ['divorced', ['janda', 'duda']],
  ['widowed', ['janda', 'duda']],
])

export const disabilityWords = createWordList<Value<'disability'>>([
  ['none', ['tidak', 'tidak ada', 'bukan', 'normal', 'sehat', 'tidak cacat', 'non disabilitas']],
  [
    'none',
    ['tidak disabilitas', 'bukan disabilitas', 'tidak penyandang', 'nihil', 'tidak memiliki'],
  ],
  ['none', ['tidak penyandang disabilitas', 'bukan penyandang disabilitas', 'belum ada']],
  ['physical', ['fisik', 'tuna daksa', 'tunadaksa', 'daksa', 'cacat fisik', 'lumpuh', 'amputasi']],
  [
    'physical',
    ['cerebral palsy', 'palsi serebral', 'cp', 'polio', 'kusta', 'paraplegia', 'pincang'],
  ],
  ['physical', ['cacat kaki', 'cacat tangan', 'kaki', 'tangan', 'tubuh', 'cacat tubuh', 'kerdil']],
  ['physical', ['disabilitas fisik', 'difabel fisik', 'layuh', 'stroke', 'orang kecil', 'buntung']],
  [
    'visual',
    ['netra', 'tuna netra', 'tunanetra', 'sensorik netra', 'buta', 'low vision', 'katarak'],
  ],
  ['visual', ['penglihatan', 'mata', 'buta total', 'rabun berat', 'cacat netra', 'sensorik mata']],
  ['visual', ['tidak bisa melihat', 'sensorik penglihatan', 'gangguan penglihatan']],
  [
    'hearing',
    ['rungu', 'tuna rungu', 'tunarungu', 'sensorik rungu', 'tuli', 'pendengaran', 'teli'],
  ],
  ['hearing', ['telinga', 'kurang dengar', 'tidak bisa mendengar', 'sensorik pendengaran']],
  ['hearing', ['gangguan pendengaran', 'budek', 'pekak']],
  ['speech', ['wicara', 'tuna wicara', 'tunawicara', 'sensorik wicara', 'bisu', 'gagap']],
  ['speech', ['tidak bisa bicara', 'gangguan bicara', 'bicara', 'bibir sumbing', 'sumbing']],
  ['intellectual', ['intelektual', 'grahita', 'tuna grahita', 'tunagrahita', 'down syndrome']],
  ['intellectual', ['down sindrom', 'sindrom down', 'downsyndrome', 'lambat belajar', 'idiot']],
  ['intellectual', ['retardasi', 'retardasi mental', 'keterbelakangan mental', 'slow learner']],
  ['intellectual', ['disabilitas intelektual', 'terbelakang', 'keterbelakangan']],
  ['mental', ['mental', 'odgj', 'psikososial', 'gangguan jiwa', 'jiwa', 'skizofrenia', 'bipolar']],
  ['mental', ['autis', 'autisme', 'tuna laras', 'tunalaras', 'eks psikotik', 'psikotik', 'odmk']],
  ['mental', ['sakit jiwa', 'adhd', 'hiperaktif', 'perkembangan', 'depresi', 'gila', 'orang gila']],
  [
    'multiple',
    ['ganda', 'multi', 'ganda multi', 'multiple', 'tuna ganda', 'tunaganda', 'lebih satu'],
  ],
  ['multiple', ['rungu wicara', 'tuna rungu wicara', 'tuli bisu', 'bisu tuli', 'lebih dari satu']],
  ['multiple', ['sensorik rungu wicara', 'ganda atau multi', 'disabilitas ganda', 'fisik ganda']],
])

/** Words that say there is a disability without saying which. */
export const someDisabilityWords = createWordList<true>([
  [true, ['ya', 'ada', 'cacat', 'difabel', 'disabilitas', 'penyandang', 'penyandang disabilitas']],
  [true, ['penyandang cacat', 'sensorik', 'abk', 'anak berkebutuhan khusus', 'disable', 'v', 'y']],
])

export const severityWords = createWordList<Value<'disabilitySeverity'>>([
  ['mild', ['ringan', 'rendah', 'mild', 'r', 'sedikit', 'derajat 1', 'mandiri', 'ringan sekali']],
  ['moderate', ['sedang', 'menengah', 'moderate', 's', 'derajat 2', 'cukup berat']],
  [
    'severe',
    ['berat', 'parah', 'severe', 'b', 'derajat 3', 'sangat berat', 'total', 'berat sekali'],
  ],
  ['severe', ['tinggi', 'ketergantungan penuh', 'tidak mandiri', 'bedridden', 'derajat 4']],
])

export const nutritionWords = createWordList<Value<'nutrition'>>([
  [
    'normal',
    ['normal', 'gizi baik', 'baik', 'gizi normal', 'sehat', 'tidak stunting', 'bb normal'],
  ],
  [
    'stunted',
    ['stunting', 'stunted', 'pendek', 'sangat pendek', 'tb pendek', 'kerdil', 'severely'],
  ],
  ['underweight', ['gizi kurang', 'bb kurang', 'underweight', 'berat badan kurang', 'kurang gizi']],
  ['underweight', ['bb sangat kurang', 'berat badan sangat kurang', 'bgm', 'kurang', '2t']],
  ['wasted', ['gizi buruk', 'wasting', 'wasted', 'kurus', 'sangat kurus', 'buruk', 'marasmus']],
])

export const jknWords = createWordList<Value<'jknStatus'>>([
  [
    'active',
    ['aktif', 'ya', 'punya', 'ada', 'hidup', 'active', 'terdaftar', 'memiliki', 'berlaku'],
  ],
  ['active', ['pbi', 'pbi jk', 'pbi apbn', 'pbi apbd', 'pbpu', 'ppu', 'mandiri', 'kis', 'bp']],
  ['active', ['aktif pbi', 'peserta aktif', 'bpjs aktif', 'jkn aktif', 'kis aktif', 'pbpu pemda']],
  ['inactive', ['tidak aktif', 'nonaktif', 'non aktif', 'mati', 'tidak punya', 'belum punya']],
  [
    'inactive',
    ['tidak', 'tidak ada', 'belum', 'belum ada', 'inactive', 'dinonaktifkan', 'menunggak'],
  ],
  ['inactive', ['tunggakan', 'hapus', 'dihapus', 'ditangguhkan', 'keluar', 'belum terdaftar']],
  ['inactive', ['tidak terdaftar', 'bpjs mati', 'jkn mati', 'kis mati', 'bpjs tidak aktif']],
  [
    'inactive',
    ['jkn tidak aktif', 'kis tidak aktif', 'pbi tidak aktif', 'pbi nonaktif', 'non peserta'],
  ],
])

export const eventWords = createWordList<Value<'event'>>([
  ['death', ['kematian', 'meninggal', 'meninggal dunia', 'mati', 'wafat', 'md', 'km', 'death']],
  ['death', ['almarhum', 'almarhumah', 'alm', 'almh', 'akta kematian', 'tutup usia', 'mnggl']],
  ['move-out', ['pindah', 'pindah keluar', 'pindah domisili', 'keluar', 'pd', 'mutasi keluar']],
  ['move-out', ['perpindahan', 'kepindahan', 'pindah ke luar', 'pindah antar kota', 'skpwni']],
  ['move-out', ['pindah alamat', 'pergi', 'pindah kota', 'move out', 'keluar daerah']],
  [
    'move-in',
    ['datang', 'kedatangan', 'pindah datang', 'pindah masuk', 'masuk', 'dt', 'pendatang'],
  ],
  ['move-in', ['mutasi masuk', 'skdwni', 'move in', 'datang dari luar', 'tiba']],
])

export const religionWords = createWordList<string>([
  ['islam', ['islam', 'muslim', 'moslem', 'isl', 'i']],
  ['kristen', ['kristen', 'protestan', 'kristen protestan', 'krist', 'kr', 'gke', 'nasrani']],
  ['katolik', ['katolik', 'katholik', 'kristen katolik', 'kat', 'kristen katholik']],
  ['kaharingan', ['kaharingan', 'hindu kaharingan', 'kaharingan hindu', 'helu']],
  ['hindu', ['hindu', 'hindu dharma', 'h']],
  ['buddha', ['buddha', 'budha', 'bud']],
  ['khonghucu', ['konghucu', 'khonghucu', 'kong hu cu', 'kong hucu']],
  ['kepercayaan', ['kepercayaan', 'penghayat', 'penghayat kepercayaan', 'aliran kepercayaan']],
])
