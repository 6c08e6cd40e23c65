/**
 * Words of headings and how offices write them, so that one rule covers "TGL LHR", "tanggal_lahir",
 * "TglLahir" and "date of birth". The first word of each line is the one that the rules use.
 */
const forms: readonly string[] = [
  'nomor no nmr nomer number num nomr norut nourut',
  'nama nm name nma naam',
  'induk induknya',
  'kependudukan penduduk kepend',
  'keluarga klg kelg family fam klrg kluarga',
  'kartu krt_ card',
  'ktp ektp ktpel',
  'kelurahan kel klh klrhn klurahan desa ds village ward lurah kelrahan gampong nagari',
  'kecamatan kec kcm district subdistrict kecamtan',
  'kabupaten kab regency',
  'provinsi prov propinsi province prop',
  'alamat almt alm almat address domisili alamt jalan jln tinggal',
  'tanggal tgl tggl date tg tangal',
  'lahir lhr birth born lhir kelahiran lahirnya dob',
  'tempat tmpt tpt tmp place',
  'jenis jns jn kind type ragam macam',
  'kelamin klmn klmin kelmin gender sex jk jekel lp jenkel jeniskelamin jnskel',
  'hubungan hub relasi relation hubkel shdk shdrt hubung hbkel',
  'status stat stts sts',
  'kawin kwn nikah perkawinan pernikahan marital statkawin',
  'lengkap lgkp lngkp lkp full',
  'penyandang pnydng pyd',
  'pendidikan pddk pend pendidkn education didik pendd pnddkn',
  'ijazah ijasah certificate',
  'sekolah sklh school skolah sek',
  'kelas kls class grade rombel',
  'pekerjaan pek pkrjn kerja job occupation profesi pkj mata_pencaharian bekerja pekrjaan',
  'umur usia age thn_umur',
  'telepon hp telp tlp wa whatsapp handphone phone ponsel telpon kontak nohp mobile',
  'jumlah jml jlh jmlh jum count qty banyak byk',
  'bantuan bntuan aid bansos bant bantuannya assistance santunan',
  'nominal nilai besaran rupiah rp amount uang dana value',
  'keterangan ket ketr catatan note notes remarks remark keter komentar',
  'ibu mother bunda',
  'ayah bapak father',
  'wali guardian',
  'orangtua ortu ot orgtua parent parents',
  'kepala kep kpl head kk_',
  'disabilitas difabel disabel cacat cct difable disability kecacatan',
  'koordinat koord coordinate coordinates gps titik lokasi geotag lonlat latlong latlon',
  'lintang lat latitude lati',
  'bujur long longitude lng lon lintang_bujur',
  'penerima penerimaan recipient beneficiary pnrima',
  'manfaat',
  'penghuni jiwa anggota art occupant occupants members orang warga individu person resident',
  'tanggungan dependants dependents',
  'luas area',
  'lantai floor lt',
  'dinding wall dd tembok',
  'atap roof',
  'air water',
  'minum drinking mnm',
  'sumber source smbr sbr',
  'jamban wc bab toilet mck kakus latrine babs',
  'kloset closet',
  'tinja septik septictank septic limbah feses',
  'penerangan listrik lighting electricity lampu',
  'daya va power',
  'meteran meter kwh idpel pln',
  'bakar bb_masak memasak masak cooking fuel',
  'tanah lahan land',
  'rumah rmh house hunian bangunan hunian',
  'kepemilikan milik kepunyaan ownership',
  'peristiwa event kejadian',
  'penyaluran salur pencairan cair penyerahan serah terima disbursement bayar pembayaran',
  'perusahaan company instansi lembaga donatur donor pemberi provider penyalur csr mitra',
  'penyakit sakit illness disease',
  'kronis menahun kronik',
  'agama religion kepercayaan',
  'desil decile peringkat',
  'hamil bumil pregnant kehamilan',
  'gizi nutrition nutrisi stunting',
  'akta akte',
  'tingkat derajat severity keparahan tk',
  'pernah sebelumnya riwayat previous dahulu terdahulu',
  'kunjungan kunjung kunj dikunjungi survei survey disurvei disurvey pendataan didata visit visited verifikasi verifikator diverifikasi terverifikasi verif verval observasi observation pengamatan pencacahan dicacah wawancara interview asesmen assessment peninjauan monitoring monev pengukuran penimbangan',
  'tahun thn th year',
  'bulan bln month',
]

/** Words that bind and say nothing: "date of birth", "nama dari penerima". */
const linkingWords = new Set(['of', 'the', 'dari', 'yg', 'nya', 'dgn', 'dg'])

const canonical = new Map<string, string>()
for (const line of forms) {
  const [word = '', ...others] = line.split(' ')
  canonical.set(word, word)
  for (const other of others) canonical.set(other, word)
}

/** Words that joined headings ("NMDESA", "TGLLHR") are cut into, longest first. */
const cuttable = [...canonical.keys(), 'nik', 'kk', 'rt', 'rw', 'nisn', 'kks']
  .filter((word) => word.length >= 2 && !word.includes('_'))
  .sort((left, right) => right.length - left.length)

/**
 * A heading in canonical words: "NMDESA" and "Nama Kelurahan/Desa" both begin "nama kelurahan".
 * Brackets stay as words; callers cut them off where they want.
 */
export function headingPhrase(heading: string): string {
  const spaced = heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bl\s*\/\s*p\b/g, ' kelamin ')
    .replace(/\bp\s*\/\s*l\b/g, ' kelamin ')
    .replace(/\be[\s-]?ktp\b|\bktp[\s-]el\b/g, 'ktp')
    .replace(/\bm\s*(?:2|²)/g, ' m2 ')
    .replace(/no\.\s*/g, 'nomor ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const words = spaced
    .split(' ')
    .filter((word) => !linkingWords.has(word))
    .flatMap(canonicalWords)
  const phrase = words.filter((word, place) => word !== words[place - 1])
  return phrase.join(' ')
}

function canonicalWords(word: string): string[] {
  const known = canonical.get(word)
  if (known) return [known]
  if (word.length < 4) return [word]
  const cut = cutWord(word)
  return cut ? cut.map((part) => canonical.get(part) ?? part) : [word]
}

/** The word cut wholly into known words, or nothing; at most four parts, each of real length. */
function cutWord(word: string, depth = 0): string[] | undefined {
  if (word === '') return []
  if (depth === 4) return undefined
  for (const known of cuttable) {
    if (!word.startsWith(known)) continue
    if (known.length === 2 && !['no', 'nm', 'kk', 'rt', 'rw', 'jk', 'hp'].includes(known)) continue
    const rest = cutWord(word.slice(known.length), depth + 1)
    if (rest) return [known, ...rest]
  }
  return undefined
}
