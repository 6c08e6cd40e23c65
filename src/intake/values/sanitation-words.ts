import type { FamilyFields } from '../schema.ts'
import { createWordList } from './word-list.ts'

type Value<Field extends keyof FamilyFields> = NonNullable<FamilyFields[Field]>

export const toiletWords = createWordList<Value<'toilet'>>([
  [
    'own',
    ['ada sendiri', 'sendiri', 'milik sendiri', 'pribadi', 'ada digunakan sendiri', 'ya', 'ada'],
  ],
  [
    'own',
    ['digunakan hanya art sendiri', 'wc sendiri', 'jamban sendiri', 'punya sendiri', 'punya'],
  ],
  [
    'shared',
    ['bersama', 'ada bersama', 'digunakan bersama', 'sharing', 'ada digunakan bersama', 'joint'],
  ],
  [
    'shared',
    ['bersama tetangga', 'berbagi', 'wc bersama', 'jamban bersama', 'digunakan bersama art lain'],
  ],
  ['communal', ['mck komunal', 'komunal', 'wc komunal', 'jamban komunal', 'ada di mck komunal']],
  [
    'public',
    ['mck umum', 'umum', 'wc umum', 'jamban umum', 'ada di mck umum', 'toilet umum', 'mck'],
  ],
  [
    'unused',
    [
      'ada tidak digunakan',
      'tidak digunakan',
      'art tidak menggunakan',
      'ada tidak dipakai',
      'rusak',
    ],
  ],
  [
    'none',
    [
      'tidak ada',
      'tidak punya',
      'tidak ada fasilitas',
      'babs',
      'tidak',
      'belum ada',
      'belum punya',
    ],
  ],
  [
    'none',
    ['buang air besar sembarangan', 'numpang', 'menumpang', 'numpang tetangga', 'tidak memiliki'],
  ],
])

export const closetWords = createWordList<Value<'closet'>>([
  [
    'goose-neck',
    ['leher angsa', 'wc leher angsa', 'kloset leher angsa', 'kloset duduk', 'kloset jongkok'],
  ],
  ['goose-neck', ['duduk', 'jongkok', 'angsa', 'kloset', 'leherangsa', 'monoblok']],
  [
    'covered-pit',
    ['plengsengan dengan tutup', 'plengsengan tertutup', 'plengsengan tutup', 'plengsengan'],
  ],
  ['open-pit', ['plengsengan tanpa tutup', 'plengsengan terbuka', 'plengsengan tidak tertutup']],
  ['direct', ['cemplung', 'cubluk', 'cemplung cubluk', 'cubluk cemplung', 'jamban cemplung']],
  [
    'over-water',
    [
      'lanting',
      'jamban apung',
      'wc apung',
      'terapung',
      'di sungai',
      'atas sungai',
      'jamban lanting',
    ],
  ],
  [
    'over-water',
    ['wc di sungai', 'jamban di sungai', 'helikopter', 'atas air', 'di atas sungai', 'wc sungai'],
  ],
  [
    'over-water',
    ['cemplung ke sungai', 'batang', 'jamban sungai', 'wc terapung', 'jamban terapung'],
  ],
])

export const disposalWords = createWordList<Value<'wasteDisposal'>>([
  [
    'septic',
    [
      'tangki septik',
      'septik',
      'septic',
      'septic tank',
      'septictank',
      'septiktank',
      'tangki septic',
    ],
  ],
  [
    'septic',
    ['septi tank', 'sepiteng', 'septitank', 'septik tank', 'biofil', 'bioseptik', 'biotank'],
  ],
  [
    'treatment',
    ['ipal', 'spal', 'ipal komunal', 'perpipaan', 'sistem terpusat', 'ipalt', 'spald', 'spal d'],
  ],
  [
    'water-body',
    ['kolam', 'sawah', 'sungai', 'danau', 'laut', 'ke sungai', 'kolam sawah sungai danau'],
  ],
  [
    'water-body',
    ['kolam sawah sungai danau laut', 'parit', 'selokan', 'got', 'rawa', 'ke air', 'drainase'],
  ],
  [
    'earth-pit',
    ['lubang tanah', 'lobang tanah', 'lubang', 'tanah', 'galian', 'galian tanah', 'cubluk'],
  ],
  [
    'open-ground',
    ['pantai', 'tanah lapang', 'kebun', 'pantai tanah lapang kebun', 'semak', 'hutan'],
  ],
  ['open-ground', ['pekarangan', 'tanah terbuka', 'lahan kosong', 'ladang']],
  [
    'other',
    ['lainnya', 'lain lain', 'lain', 'tanpa septik', 'tidak ada septik', 'tanpa septic tank'],
  ],
])
