/**
 * Every way in which a value may come to differ from what stands in its cell. The list is closed: a
 * value that differs carries at least one of these names, in the order in which they were applied.
 */
export const normalisations = {
  tidied: {
    id: 'Spasi ganda, tanda petik dan tanda baca di tepi dibuang.',
    en: 'Double spaces, apostrophes and marks at the ends were taken off.',
  },
  'lower-case': {
    id: 'Ditulis dengan huruf kecil.',
    en: 'Written in lower case.',
  },
  'one-name': {
    id: 'Beberapa sebutan yang sama artinya dijadikan satu (IRT: mengurus rumah tangga).',
    en: 'Several names of one thing became one (IRT: mengurus rumah tangga).',
  },
  'digits-only': {
    id: 'Spasi, titik, tanda hubung dan petik di dalam nomor dibuang.',
    en: 'Spaces, dots, dashes and apostrophes inside the number were taken out.',
  },
  'letters-as-digits': {
    id: 'Huruf di dalam nomor dibaca sebagai angka (O: 0, l: 1).',
    en: 'Letters inside the number were read as digits (O: 0, l: 1).',
  },
  'power-of-ten': {
    id: 'Bilangan berpangkat ditulis penuh (6,271E+15).',
    en: 'A number in powers of ten was written in full (6.271E+15).',
  },
  'lost-digits-cut': {
    id: 'Angka akhir yang dihilangkan Excel tidak dipakai; yang pasti saja disimpan.',
    en: 'Last digits that a spreadsheet lost are not used; only the sure ones are kept.',
  },
  'phone-national': {
    id: 'Nomor telepon ditulis dengan awalan 0, angka saja.',
    en: 'The phone number was written with a leading 0, digits only.',
  },
  'date-form': {
    id: 'Tanggal ditulis sebagai tahun-bulan-hari.',
    en: 'The date was written as year-month-day.',
  },
  'date-month-name': {
    id: 'Nama bulan dibaca (5 Maret 1985: 1985-03-05).',
    en: 'The name of the month was read (5 Maret 1985: 1985-03-05).',
  },
  'date-serial': {
    id: 'Nomor hari lembar kerja dijadikan tanggal (31111: 1985-03-05).',
    en: 'A spreadsheet’s day number became a date (31111: 1985-03-05).',
  },
  'date-order': {
    id: 'Hari dan bulan dibaca dengan urutan yang mungkin.',
    en: 'Day and month were read in the only possible order.',
  },
  'date-part': {
    id: 'Hanya tahun atau bulan yang tertulis; hari pertamanya dipakai sebagai penanda.',
    en: 'Only a year or month is written; its first day stands for it.',
  },
  'date-precision': {
    id: 'Dicatat seberapa lengkap tanggalnya tertulis.',
    en: 'How much of the date is written was noted.',
  },
  'age-years': {
    id: 'Umur dijadikan tahun penuh (± 45 th, 8 bln).',
    en: 'The age became completed years (± 45 th, 8 bln).',
  },
  number: {
    id: 'Angka diambil dari kata dan satuannya (5 jiwa, 6x7).',
    en: 'The number was taken out of its words and units (5 jiwa, 6x7).',
  },
  rupiah: {
    id: 'Jumlah uang dijadikan rupiah bulat (Rp 1.500.000,-, 250 rb).',
    en: 'The amount became whole rupiah (Rp 1.500.000,-, 250 rb).',
  },
  word: {
    id: 'Kata dijadikan pilihan yang baku (L: laki-laki).',
    en: 'The word became one of a closed list (L: male).',
  },
  code: {
    id: 'Kode dijadikan pilihan yang baku menurut buku kode.',
    en: 'The code became one of a closed list by the code book.',
  },
  'nearest-word': {
    id: 'Salah ketik dibaca sebagai pilihan terdekat.',
    en: 'A misspelling was read as the nearest choice.',
  },
  'yes-no': {
    id: 'Ya atau tidak, dari kata, angka atau tanda centang.',
    en: 'Yes or no, from a word, number or tick.',
  },
  'unit-number': {
    id: 'Nomor RT atau RW diambil dari tulisannya (RT.02/RW.01, 002).',
    en: 'The number of RT or RW was taken from how it is written (RT.02/RW.01, 002).',
  },
  'date-to-rt-rw': {
    id: 'Tanggal yang dibuat Excel dikembalikan menjadi RT/RW.',
    en: 'A date that a spreadsheet made was turned back into RT/RW.',
  },
  region: {
    id: 'Nama wilayah dijadikan kode Kemendagri.',
    en: 'The name of the region became its code.',
  },
  'region-repaired': {
    id: 'Ejaan atau singkatan wilayah dibetulkan, lalu dijadikan kode.',
    en: 'The region’s spelling or short form was repaired and became its code.',
  },
  'region-part': {
    id: 'Nama kampung, jalan atau kota dijadikan kelurahannya.',
    en: 'The name of a neighbourhood, street or city became its ward.',
  },
  'decimal-degrees': {
    id: 'Koordinat ditulis sebagai derajat desimal.',
    en: 'The coordinates were written as decimal degrees.',
  },
  'coordinates-repaired': {
    id: 'Lintang dan bujur yang tertukar atau kehilangan tanda minus dibetulkan.',
    en: 'Swapped coordinates or ones without their minus were repaired.',
  },
  'out-of-text': {
    id: 'Diambil dari bagian teks yang lebih panjang.',
    en: 'Taken out of a longer text.',
  },
  follows: {
    id: 'Mengikuti nilai lain di baris yang sama (kecamatan dari kelurahan).',
    en: 'Follows from another value of the row (the district from the ward).',
  },
  joined: {
    id: 'Isi beberapa kolom digabung.',
    en: 'The contents of several columns were joined.',
  },
  'carried-down': {
    id: 'Tertulis sekali untuk beberapa baris (sel gabungan).',
    en: 'Written once for several rows (merged cells).',
  },
  'place-of-lines': {
    id: 'Dari judul, baris pemisah atau nama lembar.',
    en: 'From a title, a section line or the name of the sheet.',
  },
  'columns-swapped': {
    id: 'NIK dan nomor KK tertukar kolom dan dibalik.',
    en: 'NIK and card number stood in each other’s column and were turned round.',
  },
  'head-of-list': {
    id: 'Daftar ini hanya memuat kepala keluarga.',
    en: 'The list names heads of family only.',
  },
  'first-of-january': {
    id: 'Tanggal 1 Januari dibaca sebagai tahunnya saja.',
    en: 'The first of January was read as its year alone.',
  },
} as const satisfies Record<string, { readonly id: string; readonly en: string }>

export type Normalisation = keyof typeof normalisations
