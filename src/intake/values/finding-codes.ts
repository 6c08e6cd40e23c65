/** How much a finding matters: the value is lost, doubtful, or was repaired. */
export type FindingSeverity = 'error' | 'warning' | 'info'

interface FindingText {
  readonly severity: FindingSeverity
  /** What the data lacks and what to do, Indonesian. */
  readonly id: string
  readonly en: string
}

/**
 * Every fault that intake reports about a cell or row. A code is public: it stands in findings.csv
 * and quarantine.csv and in the docs made from this list. Add the code here before using it.
 *
 * `error`: the value is unknown now. `warning`: the value is in, somebody should check it. `info`:
 * the value was repaired, or its absence explained.
 */
export const findingTexts = {
  'nik-placeholder': {
    severity: 'info',
    id: 'NIK belum diisi (hanya tanda atau angka contoh). Isi dari KTP atau KK.',
    en: 'The NIK is a placeholder. Take it from the ID or family card.',
  },
  'nik-repaired': {
    severity: 'info',
    id: 'Tanda atau huruf di dalam NIK dibuang. Cocokkan dengan KTP.',
    en: 'Signs or letters inside the NIK were removed. Compare with the ID card.',
  },
  'nik-digits-lost': {
    severity: 'warning',
    id: 'Angka terakhir NIK hilang karena disimpan sebagai bilangan di Excel. Simpan sebagai teks.',
    en: 'The last digits of the NIK were lost to a number cell. Keep the column as text.',
  },
  'nik-length': {
    severity: 'error',
    id: 'NIK harus 16 angka. Periksa di KTP atau KK.',
    en: 'A NIK has 16 digits. Check the ID or family card.',
  },
  'nik-format': {
    severity: 'error',
    id: 'Isi kolom NIK tidak terbaca sebagai 16 angka. Periksa di KTP atau KK.',
    en: 'This cannot be read as 16 digits. Check the ID or family card.',
  },
  'nik-date-impossible': {
    severity: 'error',
    id: 'Tanggal di dalam NIK tidak ada di kalender. Periksa di KTP atau KK.',
    en: 'The date inside the NIK does not exist. Check the ID or family card.',
  },
  'nik-serial-zero': {
    severity: 'error',
    id: 'Empat angka akhir NIK tidak boleh 0000. Periksa di KTP atau KK.',
    en: 'The last four digits of a NIK cannot be 0000. Check the ID or family card.',
  },
  'nik-region-unknown': {
    severity: 'warning',
    id: 'Dua angka pertama NIK bukan kode provinsi. Periksa di KTP atau KK.',
    en: 'The first two digits are no province code. Check the ID or family card.',
  },
  'nik-sex-mismatch': {
    severity: 'warning',
    id: 'Jenis kelamin di daftar berbeda dengan yang tersirat di NIK. Periksa keduanya.',
    en: 'The sex in the list differs from the one in the NIK. Check both.',
  },
  'nik-birth-mismatch': {
    severity: 'warning',
    id: 'Tanggal lahir di daftar berbeda dengan yang tersirat di NIK. Periksa keduanya.',
    en: 'The birth date in the list differs from the one in the NIK. Check both.',
  },
  'nik-same-as-kk': {
    severity: 'warning',
    id: 'NIK sama dengan nomor KK. Salah satu salah salin; periksa di KK.',
    en: 'NIK and family card number are equal. One was copied wrongly; check the card.',
  },
  'nik-kk-swapped': {
    severity: 'warning',
    id: 'NIK dan nomor KK tertukar kolom; sudah dibalik. Periksa di KK.',
    en: 'NIK and family card number stood in each other’s column; turned round. Check the card.',
  },
  'kk-placeholder': {
    severity: 'info',
    id: 'Nomor KK belum diisi (hanya tanda atau angka contoh). Isi dari KK.',
    en: 'The family card number is a placeholder. Take it from the card.',
  },
  'kk-repaired': {
    severity: 'info',
    id: 'Tanda atau huruf di dalam nomor KK dibuang. Cocokkan dengan KK.',
    en: 'Signs or letters inside the card number were removed. Compare with the card.',
  },
  'kk-digits-lost': {
    severity: 'warning',
    id: 'Angka terakhir nomor KK hilang karena disimpan sebagai bilangan di Excel. Simpan sebagai teks.',
    en: 'The last digits of the card number were lost to a number cell. Keep the column as text.',
  },
  'kk-length': {
    severity: 'error',
    id: 'Nomor KK harus 16 angka. Periksa di KK.',
    en: 'A family card number has 16 digits. Check the card.',
  },
  'kk-format': {
    severity: 'error',
    id: 'Isi kolom nomor KK tidak terbaca sebagai 16 angka. Periksa di KK.',
    en: 'This cannot be read as 16 digits. Check the card.',
  },
  'kk-date-impossible': {
    severity: 'error',
    id: 'Tanggal terbit di dalam nomor KK tidak ada di kalender. Periksa di KK.',
    en: 'The date of issue inside the card number does not exist. Check the card.',
  },
  'kk-looks-like-nik': {
    severity: 'error',
    id: 'Nomor KK ini berbentuk NIK perempuan. Periksa di KK.',
    en: 'This card number has the form of a woman’s NIK. Check the card.',
  },
  'name-unreadable': {
    severity: 'warning',
    id: 'Isi kolom nama bukan nama orang. Tulis nama seperti di KTP.',
    en: 'This is no person’s name. Write the name as on the ID card.',
  },
  'date-unreadable': {
    severity: 'error',
    id: 'Tanggal tidak terbaca. Tulis seperti 24/11/2026, atau kosongkan.',
    en: 'The date cannot be read. Write it as 24/11/2026 or leave it empty.',
  },
  'date-impossible': {
    severity: 'error',
    id: 'Tanggal ini tidak ada di kalender. Isi tanggal yang benar, atau kosongkan.',
    en: 'There is no such date. Enter the right one or leave it empty.',
  },
  'date-placeholder': {
    severity: 'info',
    id: 'Tanggal belum diisi (angka nol semua). Isi dari KTP atau dokumennya.',
    en: 'The date is a placeholder of zeros. Take it from the ID card or its paper.',
  },
  'date-year-missing': {
    severity: 'warning',
    id: 'Tahun tidak tertulis. Lengkapi tahunnya.',
    en: 'The year is missing. Add it.',
  },
  'date-order-swapped': {
    severity: 'info',
    id: 'Hari dan bulan tertukar urutan; dibaca dengan urutan yang mungkin. Periksa tanggalnya.',
    en: 'Day and month stood in the other order; read in the only possible one. Check the date.',
  },
  'date-in-future': {
    severity: 'error',
    id: 'Tanggal ini sesudah tanggal daftar. Isi tanggal yang benar, atau kosongkan.',
    en: 'The date lies after the list’s own date. Enter the right one or leave it empty.',
  },
  'date-too-old': {
    severity: 'error',
    id: 'Menurut tanggal ini umurnya lebih dari 120 tahun. Isi tanggal yang benar, atau kosongkan.',
    en: 'By this date the person would be over 120. Enter the right one or leave it empty.',
  },
  'age-over-100': {
    severity: 'warning',
    id: 'Menurut tanggal ini umurnya lebih dari 100 tahun; mungkin abadnya salah tulis. Cocokkan dengan KTP.',
    en: 'By this date the person is over 100; the century may be wrong. Compare with the ID card.',
  },
  'age-unreadable': {
    severity: 'error',
    id: 'Umur tidak terbaca. Tulis angka tahun, misalnya 44.',
    en: 'The age cannot be read. Write a number of years, such as 44.',
  },
  'age-implausible': {
    severity: 'error',
    id: 'Umur di luar 0–120 tahun. Periksa umurnya.',
    en: 'The age is outside 0 to 120 years. Check it.',
  },
  'amount-unreadable': {
    severity: 'error',
    id: 'Jumlah uang tidak terbaca. Tulis seperti 600.000.',
    en: 'The amount cannot be read. Write it as 600.000.',
  },
  'amount-ambiguous': {
    severity: 'error',
    id: 'Jumlah uang bermakna ganda (titik, koma atau satuan tidak jelas). Tulis seperti 600.000.',
    en: 'The amount can be read in two ways. Write it as 600.000.',
  },
  'number-unreadable': {
    severity: 'error',
    id: 'Angka tidak terbaca. Tulis angkanya saja.',
    en: 'The number cannot be read. Write the digits alone.',
  },
  'number-implausible': {
    severity: 'error',
    id: 'Angka di luar batas yang wajar. Periksa angkanya.',
    en: 'The number is outside plausible bounds. Check it.',
  },
  'rt-rw-unreadable': {
    severity: 'error',
    id: 'RT/RW tidak terbaca. Tulis seperti 02/01.',
    en: 'RT/RW cannot be read. Write it as 02/01.',
  },
  'rt-rw-was-date': {
    severity: 'warning',
    id: 'Excel mengubah RT/RW menjadi tanggal; dibaca kembali sebagai RT/RW. Periksa angkanya.',
    en: 'A spreadsheet turned RT/RW into a date; it was turned back. Check the numbers.',
  },
  'ward-unknown': {
    severity: 'error',
    id: 'Nama kelurahan tidak dikenal. Pilih dari daftar kelurahan kota.',
    en: 'The ward’s name is not known. Choose one from the city’s list.',
  },
  'ward-ambiguous': {
    severity: 'error',
    id: 'Nama kelurahan bisa berarti lebih dari satu. Tulis lengkap.',
    en: 'The name fits more than one ward. Write it in full.',
  },
  'ward-repaired': {
    severity: 'info',
    id: 'Ejaan atau singkatan kelurahan dibetulkan. Periksa hasilnya.',
    en: 'The ward’s spelling or short form was corrected. Check the result.',
  },
  'ward-is-neighbourhood': {
    severity: 'info',
    id: 'Yang tertulis nama kampung atau jalan; dipakai kelurahannya. Periksa hasilnya.',
    en: 'A neighbourhood was named; its ward was taken. Check the result.',
  },
  'ward-is-city': {
    severity: 'warning',
    id: 'Yang tertulis nama kota; dibaca sebagai Kelurahan Palangka. Periksa kelurahannya.',
    en: 'The city’s name was written; read as the ward Palangka. Check it.',
  },
  'ward-outside-city': {
    severity: 'warning',
    id: 'Wilayah ini di luar kota. Periksa apakah warga sudah pindah.',
    en: 'This place is outside the city. Check whether the person has moved.',
  },
  'district-unknown': {
    severity: 'error',
    id: 'Nama kecamatan tidak dikenal. Pilih dari daftar kecamatan kota.',
    en: 'The district’s name is not known. Choose one from the city’s list.',
  },
  'district-repaired': {
    severity: 'info',
    id: 'Ejaan atau singkatan kecamatan dibetulkan. Periksa hasilnya.',
    en: 'The district’s spelling or short form was corrected. Check the result.',
  },
  'coordinates-unreadable': {
    severity: 'error',
    id: 'Koordinat tidak terbaca. Tulis seperti -2.2080, 113.9345.',
    en: 'The coordinates cannot be read. Write them as -2.2080, 113.9345.',
  },
  'coordinates-zero': {
    severity: 'warning',
    id: 'Koordinat 0,0: GPS belum mengunci. Ambil lagi di lokasi.',
    en: 'Coordinates 0,0: the GPS had no fix. Take them again on site.',
  },
  'coordinates-repaired': {
    severity: 'info',
    id: 'Koordinat dibetulkan (lintang dan bujur tertukar, atau tanda minus hilang).',
    en: 'The coordinates were corrected (swapped, or a minus was missing).',
  },
  'coordinates-outside': {
    severity: 'error',
    id: 'Titik ini jauh di luar kota. Ambil lagi di lokasi.',
    en: 'This point is far outside the city. Take it again on site.',
  },
  'phone-unreadable': {
    severity: 'warning',
    id: 'Nomor HP tidak terbaca. Tulis seperti 081234567890.',
    en: 'The phone number cannot be read. Write it as 081234567890.',
  },
  'word-unknown': {
    severity: 'warning',
    id: 'Kata ini tidak ada di daftar pilihan. Pakai kata yang lazim, atau kosongkan.',
    en: 'This word is in no list of choices. Use a usual word or leave it empty.',
  },
  'word-ambiguous': {
    severity: 'warning',
    id: 'Isinya bisa berarti lebih dari satu hal. Tulis lebih jelas.',
    en: 'This can mean more than one thing. Write it more clearly.',
  },
  'word-guessed': {
    severity: 'info',
    id: 'Salah ketik dibetulkan ke pilihan terdekat. Periksa hasilnya.',
    en: 'A misspelling was read as the nearest choice. Check the result.',
  },
  'code-unknown': {
    severity: 'error',
    id: 'Kode ini tidak ada di daftar kode. Periksa buku kode, atau tulis dengan kata.',
    en: 'This code is in no code list. Check the code book or write it in words.',
  },
  'disability-kind-missing': {
    severity: 'warning',
    id: 'Tertulis ada disabilitas tanpa jenisnya. Lengkapi jenisnya.',
    en: 'A disability is stated without its kind. Add the kind.',
  },
  'birth-date-approximate': {
    severity: 'info',
    id: 'Tanggal 1 Januari biasanya berarti hanya tahunnya yang diketahui; dibaca sebagai tahun saja. Lengkapi dari KTP.',
    en: 'The first of January usually means that only the year is known; read as a year. Complete it from the ID card.',
  },
  'nik-repeated': {
    severity: 'warning',
    id: 'NIK ini sudah dipakai baris lain di daftar yang sama. Periksa apakah orangnya sama.',
    en: 'Another row of the same list has this NIK. Check whether it is the same person.',
  },
  'row-repeated': {
    severity: 'warning',
    id: 'Seluruh isi baris ini sama dengan baris lain di daftar yang sama. Hapus salah satu bila memang tercatat dua kali.',
    en: 'This row says exactly what another row of the list says. Delete one if it was entered twice.',
  },
  'row-identifies-nobody': {
    severity: 'error',
    id: 'Baris ini tidak menyebut siapa pun: nama dan NIK kosong atau tidak terbaca. Lengkapi nama atau NIK.',
    en: 'This row names nobody: name and NIK are empty or unreadable. Add the name or the NIK.',
  },
  'formula-without-value': {
    severity: 'error',
    id: 'Sel ini berisi rumus tanpa hasil tersimpan. Buka berkas di Excel, tunggu sampai terhitung, simpan, lalu kirim lagi.',
    en: 'This cell holds a formula without a stored result. Open the file in Excel, let it compute, save and send it again.',
  },
  'cell-error': {
    severity: 'error',
    id: 'Sel ini berisi galat Excel (misalnya #REF! atau #N/A). Perbaiki rumusnya.',
    en: 'This cell holds a spreadsheet error such as #REF! or #N/A. Repair its formula.',
  },
} as const satisfies Record<string, FindingText>

export type FindingCode = keyof typeof findingTexts

/** The Indonesian hint of a code, with what is known about this case put behind it. */
export function findingHint(code: FindingCode, detail = ''): string {
  const { id } = findingTexts[code]
  return detail === '' ? id : `${id} ${detail}`
}
