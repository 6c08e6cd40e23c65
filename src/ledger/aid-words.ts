import type { Indicator } from './schema.ts'

/**
 * What aid is for, read from the words that givers use.
 *
 * `strong` words name the thing itself; a text may name several and then serves several. `weak`
 * words only hint: the first one counts, and only when no strong word stands in the text. A word
 * ending in `*` matches the beginning of a word; every other matches whole words, in this order.
 */
export interface AidWord {
  readonly words: readonly string[]
  readonly indicator: Indicator
  readonly strength: 'strong' | 'weak'
  /** What a family holds in its hands afterwards; two gifts of one benefit in one season are twins. */
  readonly benefit: 'cash' | 'food' | 'goods' | 'works' | 'service' | 'cover'
  readonly reason: string
}

/** The words of a comma list; a phrase may run over the end of a line. */
function list(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim().replace(/\s+/g, ' '))
}

/** Order matters only among weak words, and for the benefit of a text that two lines fit. */
export const aidWords: readonly AidWord[] = [
  {
    words: list(`
      sembako, beras*, minyak goreng, paket pangan, bantuan pangan, bahan pokok, bahan pangan,
      bahan makanan, makanan siap saji, nasi bungkus, nasi kotak, mie instan, lauk pauk, bpnt,
      khbs, cpp, rastra, raskin, paket lebaran, paket natal, paket ramadhan, paket ramadan,
      parcel, takjil, kurban, qurban, fitrah, fidyah
    `),
    indicator: 'INCOME',
    strength: 'strong',
    benefit: 'food',
    reason: 'food in the house leaves money for other things',
  },
  {
    words: list(`
      konsumtif, biaya hidup, kebutuhan hidup, kebutuhan dasar, kebutuhan harian, kebutuhan
      rumah tangga, pkh, blt*, bst, bansos tunai, bantuan tunai, bantuan langsung tunai, uang
      tunai, uang duka, biaya sewa
    `),
    indicator: 'INCOME',
    strength: 'strong',
    benefit: 'cash',
    reason: 'money for daily life',
  },
  {
    words: list(`
      permakanan, home care lansia, perawatan lansia, pendamping* lansia, makan* lansia, makan
      siang lansia, rantang lansia, pampers lansia, popok dewasa, popok lansia, aslut
    `),
    indicator: 'ELDER',
    strength: 'strong',
    benefit: 'service',
    reason: 'daily care of an old person',
  },
  {
    words: list(`
      rehabilitasi sosial dasar, rehabilitasi dasar, telantar, terlantar, panti, pengasuhan,
      rumah singgah, orang tua asuh, reunifikasi, pemulangan
    `),
    indicator: 'NEGLECT',
    strength: 'strong',
    benefit: 'service',
    reason: 'care of somebody whom nobody cares for',
  },
  {
    words: list(`
      akta, akte, ktp*, e ktp, kia, kartu keluarga, kartu identitas*, dokumen kependudukan,
      adminduk, isbat, itsbat, perekaman, jemput bola dukcapil
    `),
    indicator: 'DOC',
    strength: 'strong',
    benefit: 'service',
    reason: 'civil papers',
  },
  {
    words: list(`
      kejar paket, paket a, paket b, paket c, pkbm, sekolah rakyat, kembali sekolah, kembali
      bersekolah, putus sekolah, sekolah terbuka, pendidikan kesetaraan
    `),
    indicator: 'ATS',
    strength: 'strong',
    benefit: 'service',
    reason: 'a way back to school',
  },
  {
    words: list(`
      beasiswa*, beastudi, pip, kip, bsm, kip*k, kip kuliah, pendidikan, sekolah, seragam*,
      buku*, alat tulis, atk, spp, uang kuliah, ukt, tas, siswa, pelajar, santri, mahasiswa,
      uang saku, ijazah, bimbel
    `),
    indicator: 'EDU_COST',
    strength: 'strong',
    benefit: 'goods',
    reason: 'cost of going to school',
  },
  {
    words: list(`
      bpjs kesehatan, iuran bpjs, iuran jkn, premi bpjs, premi jkn, tunggakan bpjs, tunggakan
      jkn, jkn*, kis, pbi*, jamkesda, jamkesmas, asuransi kesehatan
    `),
    indicator: 'JKN',
    strength: 'strong',
    benefit: 'cover',
    reason: 'health insurance',
  },
  {
    words: list(`
      gizi*, pmt, mbg, makan bergizi, makanan tambahan, stunting, susu, mp asi, mpasi,
      vitamin*, telur, wasting, balita, kek
    `),
    indicator: 'NUTR',
    strength: 'strong',
    benefit: 'food',
    reason: 'food for a small child or a thin mother',
  },
  {
    words: list(`
      persalinan, melahirkan, bersalin, nifas, jampersal, ibu hamil, bumil, kehamilan, usg,
      perlengkapan bayi
    `),
    indicator: 'PREG',
    strength: 'strong',
    benefit: 'service',
    reason: 'pregnancy and birth',
  },
  {
    words: list(`
      alat bantu*, kursi roda, kursi cp, tongkat*, kruk, walker, tripod, kaki palsu, tangan
      palsu, protes*, prostes*, ortosis, orthosis, orthotic, abd, alat dengar, hearing aid,
      braille, atensi, motor roda tiga, asistensi, terapi*, fisioterapi, aspd, asodkb, adl
    `),
    indicator: 'DISAB',
    strength: 'strong',
    benefit: 'goods',
    reason: 'what a disabled person needs to take part',
  },
  {
    words: list(`
      tandon*, profil tank, toren, tangki air, air bersih, air minum, air galon, sumur*, pompa
      air, mesin air, sambungan air, sambungan pdam, sambungan perumdam, sambungan rumah, sr
      mbr, mbr, pdam, perumdam, pamsimas, spam, filter air, saringan air, penjernih*,
      penampung* air, hidran umum, hippam
    `),
    indicator: 'WATER',
    strength: 'strong',
    benefit: 'works',
    reason: 'safe water at the house',
  },
  {
    words: list(`
      jamban*, wc, mck, septi*, septick, tangki septik, biofil*, bio septic*, kloset, closet,
      toilet, sanitasi, sanimas, stbm, ipal, spald*, kakus, limbah, sedot tinja
    `),
    indicator: 'SANI',
    strength: 'strong',
    benefit: 'works',
    reason: 'a safe toilet',
  },
  {
    words: list(`
      rehab rumah, rehabilitasi rumah, bedah rumah, renovasi*, perbaikan rumah, perbaiki
      rumah, pembangunan rumah, bangun rumah, rumah layak*, rumah baru, rumah sehat, rumah
      swadaya, rumah sederhana, rumah sejahtera*, rumah tidak layak*, rtlh*, rutilahu, rlh,
      bsps*, rst, bspsc, rusunawa, huntap, huntara, hunian, atap, seng, lantai, dinding, bahan
      bangunan, material bangunan, semen, cat rumah, lantainisasi, aladin
    `),
    indicator: 'HOUSING',
    strength: 'strong',
    benefit: 'works',
    reason: 'a sound house',
  },
  {
    words: list(`
      listrik, bpbl, token*, kwh*, meteran, pln, lampu*, plts*, panel surya, tenaga surya,
      genset, lhe, ltshe
    `),
    indicator: 'ELEC',
    strength: 'strong',
    benefit: 'works',
    reason: 'light',
  },
  {
    words: list(`
      modal*, gerobak*, kube, pena, ppse, uep, ekonomi produktif, usaha produktif, alat usaha,
      peralatan usaha, alat dagang, alat kerja, mesin jahit, mesin las, etalase, rombong,
      lapak*, kios, kompor usaha, kur, ultra mikro, pinjaman modal, bibit*, benih*, pupuk,
      pakan, ternak*, kambing, ayam, jaring ikan, jala, keramba, perahu, kelotok, mesin ces,
      mesin perahu, alat tangkap, alat tani, zmart, z mart, zchicken, produktif
    `),
    indicator: 'CAPITAL',
    strength: 'strong',
    benefit: 'goods',
    reason: 'a start or tools for an own trade',
  },
  {
    words: list(`
      pelatihan*, kursus*, blk, prakerja, pra kerja, padat karya, magang, pemagangan,
      lowongan, penempatan kerja, kerja sementara, sertifikasi kompetensi, vokasi
    `),
    indicator: 'WORK',
    strength: 'strong',
    benefit: 'service',
    reason: 'a way into work',
  },
  {
    words: list(`
      bpjs tk*, bpjs ketenagakerjaan, bpjs naker, bpjamsostek, jamsostek, jamsos*,
      ketenagakerjaan, jkk*, jkm, asuransi nelayan, asuransi tani, pekerja rentan
    `),
    indicator: 'JAMSOS',
    strength: 'strong',
    benefit: 'cover',
    reason: 'cover against accident and death at work',
  },
  {
    words: list(`
      utang*, hutang*, piutang, pelunasan*, gharim*, rentenir, pinjol, tebus ijazah, cicilan
    `),
    indicator: 'DEBT',
    strength: 'strong',
    benefit: 'cash',
    reason: 'freedom from debt',
  },
  // Hints: first match wins.
  {
    words: list(`
      pengobatan, berobat, biaya rumah sakit, operasi, obat*, kesehatan, medis
    `),
    indicator: 'JKN',
    strength: 'weak',
    benefit: 'cash',
    reason: 'cost of care stands with health cover, the nearest of the closed list',
  },
  {
    words: list(`
      usaha, umkm, wirausaha*, ekonomi, pedagang, dagang, nelayan, petani
    `),
    indicator: 'CAPITAL',
    strength: 'weak',
    benefit: 'goods',
    reason: 'help for a trade',
  },
  {
    words: list(`
      pekka, perempuan kepala keluarga, janda
    `),
    indicator: 'PEKKA',
    strength: 'weak',
    benefit: 'service',
    reason: 'help for women who head a family',
  },
  {
    words: list(`
      disabilitas, difabel, odgj, penyandang*, tuna*, cacat
    `),
    indicator: 'DISAB',
    strength: 'weak',
    benefit: 'service',
    reason: 'help for disabled persons',
  },
  {
    words: list(`
      santunan*, sedekah, infak, infaq, zakat, tunai, uang, yatim*, dhuafa, duafa, fakir*,
      miskin, banjir, kebakaran, bencana, kabut asap, darurat, musibah, logistik, selimut,
      pakaian, lebaran, natal, ramadhan, ramadan, idul fitri, nyepi, hari raya
    `),
    indicator: 'INCOME',
    strength: 'weak',
    benefit: 'cash',
    reason: 'money or goods without a named purpose eases daily life',
  },
  {
    words: list(`
      lansia, lanjut usia, jompo
    `),
    indicator: 'ELDER',
    strength: 'weak',
    benefit: 'service',
    reason: 'help for the old',
  },
  {
    words: list(`
      rumah, perumahan, tempat tinggal
    `),
    indicator: 'HOUSING',
    strength: 'weak',
    benefit: 'works',
    reason: 'help for a house',
  },
  {
    words: list(`
      kerja, pekerja, naker, pengangguran
    `),
    indicator: 'WORK',
    strength: 'weak',
    benefit: 'service',
    reason: 'help towards work',
  },
  {
    words: list(`
      anak, kuliah, belajar
    `),
    indicator: 'EDU_COST',
    strength: 'weak',
    benefit: 'goods',
    reason: 'help for a child without a named purpose is most often for school',
  },
]

/** A word that keeps another line from counting: "paket gizi balita & bumil" is one parcel of food. */
export const absorbs: readonly { readonly by: Indicator; readonly indicator: Indicator }[] = [
  { by: 'NUTR', indicator: 'PREG' },
  { by: 'ATS', indicator: 'EDU_COST' },
  { by: 'JAMSOS', indicator: 'JKN' },
  { by: 'DEBT', indicator: 'EDU_COST' },
  { by: 'SANI', indicator: 'HOUSING' },
  { by: 'WORK', indicator: 'EDU_COST' },
]

/** Programmes whose purpose the law fixes, whatever else a row says. `pattern` sees plain words. */
export const fixedProgrammes: readonly {
  readonly code: string
  readonly pattern: RegExp
  readonly indicator: Indicator
  readonly provider: string
}[] = [
  {
    code: 'PKH',
    pattern: /\b(pkh|program keluarga harapan)\b/,
    indicator: 'INCOME',
    provider: 'Kementerian Sosial',
  },
  {
    code: 'SEMBAKO',
    pattern: /^(sembako|bpnt)$|\b(bpnt|program sembako|kartu sembako|bantuan pangan non tunai)\b/,
    indicator: 'INCOME',
    provider: 'Kementerian Sosial',
  },
  {
    code: 'KHBS',
    pattern: /\b(khbs|kartu huma betang( sejahtera)?)\b/,
    indicator: 'INCOME',
    provider: 'Provinsi Kalimantan Tengah',
  },
  {
    code: 'BLT',
    pattern: /\b(blt|bst|bantuan langsung tunai|bantuan sosial tunai)\b/,
    indicator: 'INCOME',
    provider: 'Pemerintah',
  },
  {
    code: 'BERAS',
    pattern: /\b(bantuan pangan beras|cadangan pangan|cpp|rastra)\b/,
    indicator: 'INCOME',
    provider: 'Bulog',
  },
  {
    code: 'PBI-JK',
    pattern: /\b(pbi( ?jkn?)?|penerima bantuan iuran|kis pbi|pbijkn?)\b/,
    indicator: 'JKN',
    provider: 'Kementerian Sosial',
  },
  {
    code: 'PIP',
    pattern: /\b(pip|program indonesia pintar)\b/,
    indicator: 'EDU_COST',
    provider: 'Kementerian Pendidikan',
  },
  {
    code: 'KIP-K',
    pattern: /\b(kip ?k|kip kuliah)\b/,
    indicator: 'EDU_COST',
    provider: 'Kementerian Pendidikan',
  },
  {
    code: 'ATENSI',
    pattern: /\batensi\b/,
    indicator: 'DISAB',
    provider: 'Kementerian Sosial',
  },
  {
    code: 'BSPS',
    pattern: /\b(bsps|bantuan stimulan perumahan swadaya)\b/,
    indicator: 'HOUSING',
    provider: 'Kementerian Perumahan',
  },
  {
    code: 'RST',
    pattern: /\b(rst|rumah sejahtera terpadu)\b/,
    indicator: 'HOUSING',
    provider: 'Kementerian Sosial',
  },
  {
    code: 'RTLH-K',
    pattern: /\b(rtlh[ -]?k(ota)?|rehab rtlh|rtlh apbd)\b/,
    indicator: 'HOUSING',
    provider: 'Pemerintah Kota',
  },
  {
    code: 'JAMSOS-TK',
    pattern: /\b(bpjs tk|bpjs ketenagakerjaan|jamsostek|bpjamsostek|pekerja rentan)\b/,
    indicator: 'JAMSOS',
    provider: 'BPJS Ketenagakerjaan',
  },
]
