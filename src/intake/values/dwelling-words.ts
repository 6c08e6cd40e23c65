import type { FamilyFields } from '../schema.ts'
import { createWordList } from './word-list.ts'

type Value<Field extends keyof FamilyFields> = NonNullable<FamilyFields[Field]>

export const tenureWords = createWordList<Value<'houseTenure'>>([
  ['owned', ['milik sendiri', 'milik', 'sendiri', 'sm', 'hak milik', 'rumah sendiri', 'pribadi']],
  ['owned', ['punya sendiri', 'rumah pribadi', 'milik pribadi', 'ms']],
  [
    'contract',
    ['kontrak', 'kontrakan', 'mengontrak', 'ngontrak', 'rumah kontrakan', 'kontrak rumah'],
  ],
  ['rented', ['sewa', 'menyewa', 'sewaan', 'kos', 'kost', 'indekos', 'ngekos', 'rumah sewa']],
  ['rented', ['kontrak sewa', 'sewa kontrak', 'barak', 'barakan', 'rusunawa', 'kamar kos']],
  ['free-other', ['bebas sewa orang lain', 'bebas sewa', 'menumpang', 'numpang', 'tumpang']],
  [
    'free-other',
    ['menumpang orang lain', 'numpang orang lain', 'milik orang lain', 'pinjam', 'jaga'],
  ],
  ['free-other', ['bebas sewa milik orang lain', 'menjaga rumah', 'rumah majikan', 'pinjam pakai']],
  ['free-family', ['bebas sewa keluarga', 'bebas sewa orang tua', 'milik orang tua', 'orang tua']],
  ['free-family', ['rumah orang tua', 'ikut orang tua', 'numpang orang tua', 'rumah keluarga']],
  [
    'free-family',
    ['menumpang orang tua', 'milik keluarga', 'numpang keluarga', 'ikut anak', 'mertua'],
  ],
  [
    'free-family',
    ['rumah mertua', 'rumah warisan', 'warisan', 'ikut mertua', 'menumpang keluarga'],
  ],
  ['free-family', ['bebas sewa milik orang tua', 'bebas sewa milik keluarga', 'numpang mertua']],
  ['official', ['dinas', 'rumah dinas', 'mess', 'asrama', 'rumah jabatan', 'mess perusahaan']],
  [
    'other',
    ['lainnya', 'lain lain', 'lain', 'adat', 'rumah adat', 'hak pakai', 'hunian sementara'],
  ],
])

export const landTitleWords = createWordList<Value<'landTitle'>>([
  [
    'certificate',
    ['shm', 'sertifikat', 'sertipikat', 'sertifikat hak milik', 'hgb', 'shgb', 'ptsl'],
  ],
  ['certificate', ['hak milik', 'bersertifikat', 'sertifikat bpn', 'shmsrs', 'prona', 'hm']],
  [
    'statement',
    ['spt', 'skt', 'skpt', 'sppt', 'segel', 'surat pernyataan', 'surat keterangan tanah'],
  ],
  [
    'statement',
    ['surat pernyataan tanah', 'spppt', 'sp3ft', 'sppfbt', 'ajb', 'akta jual beli', 'sph'],
  ],
  ['statement', ['kwitansi', 'kuitansi', 'surat rt', 'surat kelurahan', 'surat desa', 'letter c']],
  [
    'statement',
    ['surat keterangan', 'akta hibah', 'hibah', 'surat jual beli', 'zegel', 'girik', 'petok'],
  ],
  [
    'customary',
    ['surat adat', 'adat', 'skta', 'skt a', 'tanah adat', 'surat tanah adat', 'verklaring'],
  ],
  [
    'customary',
    ['surat keterangan tanah adat', 'surat damang', 'ulayat', 'surat mantir', 'tanah ulayat'],
  ],
  ['none', ['tidak ada', 'belum ada', 'tidak punya', 'tidak ada surat', 'belum bersurat', 'nihil']],
  [
    'none',
    ['belum ada surat', 'tidak bersurat', 'tidak punya surat', 'belum punya surat', 'tidak'],
  ],
  ['none', ['belum bersertifikat', 'belum', 'tidak memiliki surat', 'dalam proses', 'proses']],
  ['not-owned', ['bukan milik', 'bukan milik sendiri', 'sewa', 'kontrak', 'pinjam', 'numpang']],
  ['not-owned', ['milik orang lain', 'menumpang', 'tanah negara', 'milik orang tua', 'orang tua']],
  [
    'not-owned',
    ['milik keluarga', 'bantaran sungai', 'sempadan', 'sempadan sungai', 'tanah pemda'],
  ],
  [
    'not-owned',
    ['orang lain', 'tanah orang', 'pinjam pakai', 'milik pemerintah', 'tanah perusahaan'],
  ],
  ['none', ['belum ada sertifikat', 'tidak ada sertifikat', 'belum sertifikat', 'belum shm']],
])

export const floorWords = createWordList<Value<'floor'>>([
  ['marble', ['marmer', 'granit', 'marmer granit', 'granito']],
  ['ceramic', ['keramik', 'kramik', 'kermik', 'keramik putih', 'porselen']],
  [
    'parquet',
    ['parket', 'vinil', 'vinyl', 'karpet', 'parket vinil', 'parket vinil karpet', 'laminasi'],
  ],
  ['tile', ['ubin', 'tegel', 'teraso', 'ubin tegel', 'ubin tegel teraso', 'tegel kunci']],
  ['wood', ['kayu', 'papan', 'ulin', 'kayu ulin', 'papan kayu', 'kayu papan', 'balok', 'triplek']],
  [
    'wood',
    ['papan ulin', 'kayu meranti', 'lantai kayu', 'lantai papan', 'panggung kayu', 'titian'],
  ],
  ['cement', ['semen', 'plester', 'plesteran', 'cor', 'cor kasar', 'rabat', 'beton', 'bata merah']],
  ['cement', ['semen bata merah', 'acian', 'rabat beton', 'cor beton', 'floor', 'semen plester']],
  ['bamboo', ['bambu', 'bilah bambu', 'bilah', 'pelupuh', 'palupuh']],
  ['earth', ['tanah', 'lantai tanah', 'pasir', 'tanah gambut', 'gambut', 'tanah liat']],
  ['other', ['lainnya', 'lain lain', 'lain', 'terpal', 'seng', 'karung', 'kardus']],
])

export const wallWords = createWordList<Value<'wall'>>([
  [
    'brick',
    ['tembok', 'bata', 'batako', 'beton', 'hebel', 'batu bata', 'tembok bata', 'dinding bata'],
  ],
  ['brick', ['semen', 'tembok plester', 'bata merah', 'bata ringan', 'setengah tembok', 'batu']],
  [
    'plastered-weave',
    ['plesteran anyaman', 'plesteran anyaman bambu', 'plester anyaman', 'plester'],
  ],
  ['wood', ['kayu', 'papan', 'papan kayu', 'kayu papan', 'ulin', 'kayu ulin', 'meranti', 'lanan']],
  ['wood', ['grc', 'kalsiboard', 'gipsum', 'gypsum', 'calciboard', 'papan ulin', 'dinding papan']],
  [
    'bamboo-weave',
    ['anyaman bambu', 'gedek', 'gedeg', 'bilik', 'bilik bambu', 'anyaman', 'gribik'],
  ],
  ['logs', ['batang kayu', 'kayu bulat', 'kayu gelondongan', 'log']],
  ['bamboo', ['bambu', 'pelupuh', 'palupuh', 'bilah bambu']],
  [
    'other',
    ['lainnya', 'lain lain', 'kulit kayu', 'triplek', 'tripleks', 'terpal', 'kardus', 'seng'],
  ],
  [
    'other',
    ['terpal triplek', 'triplek terpal', 'spanduk', 'plastik', 'daun', 'daun rumbia', 'rumbia'],
  ],
  ['other', ['asbes', 'karung', 'baliho', 'lain', 'kayu lapis', 'multiplek', 'tidak ada dinding']],
])

export const roofWords = createWordList<Value<'roof'>>([
  ['concrete', ['beton', 'cor', 'dak', 'cor beton', 'dak beton']],
  [
    'tile',
    [
      'genteng',
      'genting',
      'genteng tanah',
      'genteng keramik',
      'genteng tanah liat',
      'genteng beton',
    ],
  ],
  [
    'zinc',
    ['seng', 'zeng', 'seng gelombang', 'spandek', 'galvalum', 'multiroof', 'metal', 'zincalume'],
  ],
  [
    'zinc',
    [
      'genteng metal',
      'genteng seng',
      'metal roof',
      'baja ringan',
      'atap seng',
      'onduline',
      'kalsiplat',
    ],
  ],
  ['asbestos', ['asbes', 'asbestos', 'atap asbes', 'esbes']],
  ['bamboo', ['bambu', 'atap bambu', 'bilah bambu']],
  ['wood', ['sirap', 'kayu', 'kayu sirap', 'atap sirap', 'sirap ulin', 'papan', 'sirap kayu']],
  [
    'thatch',
    ['rumbia', 'daun rumbia', 'atap daun', 'daun', 'ijuk', 'jerami', 'nipah', 'alang alang'],
  ],
  [
    'thatch',
    ['jerami ijuk rumbia', 'ilalang', 'daun nipah', 'daun sagu', 'welit', 'hatap', 'kajang'],
  ],
  [
    'other',
    ['lainnya', 'lain lain', 'lain', 'terpal', 'plastik', 'kardus', 'fiber', 'polikarbonat'],
  ],
])

export const waterWords = createWordList<Value<'water'>>([
  [
    'bottled',
    ['air kemasan', 'kemasan', 'air kemasan bermerk', 'aqua', 'aqua galon', 'galon aqua'],
  ],
  [
    'bottled',
    ['air mineral', 'galon bermerk', 'galon merk', 'le minerale', 'air kemasan bermerek'],
  ],
  [
    'refill',
    ['isi ulang', 'air isi ulang', 'galon', 'galon isi ulang', 'air galon', 'depot', 'depo air'],
  ],
  ['refill', ['air galon isi ulang', 'depot air', 'depot isi ulang', 'air depot', 'beli galon']],
  [
    'piped',
    ['pdam', 'ledeng', 'leding', 'perumdam', 'air pdam', 'pipa', 'ledeng meteran', 'air pipa'],
  ],
  [
    'piped',
    ['leding meteran', 'air ledeng', 'sambungan rumah', 'sr pdam', 'pamsimas', 'air leding'],
  ],
  [
    'piped-retail',
    ['leding eceran', 'ledeng eceran', 'eceran', 'beli eceran', 'air tangki', 'tangki'],
  ],
  [
    'piped-retail',
    ['beli air', 'gerobak air', 'hidran umum', 'kran umum', 'keran umum', 'air jerigen'],
  ],
  [
    'borehole',
    ['sumur bor', 'bor', 'pompa', 'sumur pompa', 'sumur bor pompa', 'jet pump', 'sanyo'],
  ],
  [
    'borehole',
    ['air bor', 'bor pompa', 'pompa tangan', 'pompa listrik', 'air pompa', 'sumur suntik'],
  ],
  ['protected-well', ['sumur terlindung', 'sumur gali tutup', 'sumur tertutup', 'sumur cincin']],
  [
    'protected-well',
    ['sumur gali terlindung', 'sumur gali tertutup', 'sumur beton', 'sumur gali cincin'],
  ],
  [
    'unprotected-well',
    ['sumur tidak terlindung', 'sumur tidak terlindungi', 'sumur terbuka', 'sumur gali'],
  ],
  [
    'unprotected-well',
    ['sumur gambut', 'sumur gali terbuka', 'sumur gali tidak terlindung', 'kolam galian'],
  ],
  ['unprotected-well', ['sumur tanah', 'sumur gali tidak tertutup', 'air gambut']],
  ['protected-spring', ['mata air terlindung', 'mata air terlindungi', 'mata air tertutup']],
  [
    'unprotected-spring',
    ['mata air tidak terlindung', 'mata air tidak terlindungi', 'mata air terbuka'],
  ],
  [
    'surface',
    ['sungai', 'air sungai', 'air batang', 'batang', 'danau', 'air permukaan', 'kolam', 'waduk'],
  ],
  [
    'surface',
    ['sungai kahayan', 'kahayan', 'sungai rungan', 'rungan', 'sungai sabangau', 'anak sungai'],
  ],
  [
    'surface',
    ['handil', 'handel', 'irigasi', 'air danau', 'parit', 'kali', 'air kali', 'rawa', 'air rawa'],
  ],
  [
    'surface',
    ['air permukaan sungai danau', 'air permukaan sungai', 'sungai danau', 'saluran', 'bendungan'],
  ],
  ['rain', ['hujan', 'air hujan', 'tadah hujan', 'tampung hujan', 'penampungan air hujan', 'pah']],
  ['other', ['lainnya', 'lain lain', 'lain']],
  // A well says nothing of its walls.
  ['protected-well', ['sumur', 'air sumur']],
  ['unprotected-well', ['sumur', 'air sumur']],
])

export const lightingWords = createWordList<Value<'lighting'>>([
  [
    'grid-meter',
    ['pln', 'pln meteran', 'pln dengan meteran', 'listrik pln', 'listrik', 'pln sendiri'],
  ],
  [
    'grid-meter',
    ['meteran sendiri', 'listrik pln dengan meteran', 'pln token', 'token', 'pln prabayar'],
  ],
  ['grid-meter', ['pascabayar', 'pln pascabayar', 'prabayar', 'listrik sendiri', 'ada meteran']],
  [
    'grid-no-meter',
    ['pln tanpa meteran', 'tanpa meteran', 'numpang', 'menumpang', 'nyalur', 'menyalur'],
  ],
  [
    'grid-no-meter',
    ['listrik pln tanpa meteran', 'numpang tetangga', 'sambung tetangga', 'levering'],
  ],
  [
    'grid-no-meter',
    ['listrik tetangga', 'pln numpang', 'nyambung', 'ikut tetangga', 'numpang listrik'],
  ],
  ['grid-no-meter', ['pln non meteran', 'menyambung tetangga', 'salur tetangga']],
  [
    'off-grid',
    ['non pln', 'listrik non pln', 'genset', 'plts', 'surya', 'tenaga surya', 'panel surya'],
  ],
  [
    'off-grid',
    ['solar cell', 'solar sel', 'shs', 'aki', 'accu', 'diesel', 'generator', 'mikrohidro'],
  ],
  ['off-grid', ['lampu tenaga surya', 'ltshe', 'matahari', 'listrik tenaga surya', 'bukan pln']],
  [
    'none',
    [
      'bukan listrik',
      'tidak ada listrik',
      'tidak ada',
      'lampu minyak',
      'pelita',
      'lilin',
      'teplok',
    ],
  ],
  [
    'none',
    ['petromak', 'petromaks', 'belum ada listrik', 'lampu teplok', 'obor', 'sentir', 'tidak'],
  ],
])

export const fuelWords = createWordList<string>([
  ['tidak memasak', ['tidak memasak', 'tidak masak', 'tidak memasak di rumah', 'beli jadi']],
  ['listrik', ['listrik', 'kompor listrik', 'induksi']],
  [
    'elpiji 5,5 kg',
    ['elpiji 5 5 kg', 'lpg 5 5 kg', 'gas 5 5 kg', 'blue gaz', 'bright gas', 'elpiji 5 kg'],
  ],
  ['elpiji 12 kg', ['elpiji 12 kg', 'lpg 12 kg', 'gas 12 kg', 'elpiji 12', 'lpg 12']],
  [
    'elpiji 3 kg',
    ['elpiji 3 kg', 'lpg 3 kg', 'gas 3 kg', 'gas melon', 'melon', 'elpiji 3', 'lpg 3'],
  ],
  ['elpiji 3 kg', ['elpiji 3kg', 'lpg 3kg', 'gas 3kg', 'tabung 3 kg', 'tabung melon']],
  ['elpiji', ['elpiji', 'lpg', 'gas', 'kompor gas', 'gas elpiji', 'tabung gas']],
  ['gas kota', ['gas kota', 'gas pipa', 'jargas', 'gas alam', 'meteran pgn']],
  ['biogas', ['biogas', 'bio gas']],
  ['minyak tanah', ['minyak tanah', 'minyak', 'kompor minyak', 'mitan']],
  ['briket', ['briket', 'briket batubara', 'batubara']],
  ['arang', ['arang', 'arang kayu']],
  ['kayu bakar', ['kayu bakar', 'kayu', 'tungku', 'kayu api', 'tungku kayu']],
  ['lainnya', ['lainnya', 'lain lain', 'lain']],
])

export const houseConditionWords = createWordList<Value<'houseCondition'>>([
  [
    'good',
    [
      'baik',
      'layak',
      'layak huni',
      'bagus',
      'rlh',
      'tidak rusak',
      'kondisi baik',
      'sudah dibangun',
    ],
  ],
  [
    'light',
    ['rusak ringan', 'ringan', 'rr', 'atap bocor', 'sedikit rusak', 'kurang baik', 'cukup'],
  ],
  [
    'moderate',
    ['rusak sedang', 'sedang', 'rs', 'tidak layak', 'tidak layak huni', 'rtlh', 'rusak'],
  ],
  [
    'moderate',
    ['rumah tidak layak', 'rumah tidak layak huni', 'kurang layak', 'tlh', 'kurang layak huni'],
  ],
  [
    'heavy',
    ['rusak berat', 'berat', 'rb', 'roboh', 'hampir roboh', 'mau roboh', 'ambruk', 'parah'],
  ],
  [
    'heavy',
    [
      'rumah roboh',
      'hancur',
      'rusak parah',
      'nyaris roboh',
      'sangat rusak',
      'rusak total',
      'terbakar',
    ],
  ],
])
