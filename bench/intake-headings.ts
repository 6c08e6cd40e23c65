/**
 * Headings as other systems of Indonesian offices write them, with what they mean: none of them stands
 * in the sample lists. Column names of registers, surveys and payment lists, gathered by hand.
 */
import { headingMeanings } from '../src/intake/columns/heading-rules.ts'

/** By system: `heading = meaning`, accepted ones parted by `|`; `-` for a column that no field needs. */
const foreignHeadings: Readonly<Record<string, string>> = {
  'population register': `NO_KK = kk; NIK = nik; NAMA_LGKP = name; JENIS_KLMIN = sex; TMPT_LHR = birthPlace;
    TGL_LHR = birthDate; STAT_HBKEL = relation; STAT_KWN = marital; PDDK_AKH = education;
    JENIS_PKRJN = occupation; NAMA_LGKP_IBU = motherName; NAMA_LGKP_AYAH = guardianName; NO_RT = rt;
    NO_RW = rw; NAMA_KEL = ward; NAMA_KEC = district; GOL_DARAH = -; NO_AKTA_LHR = hasBirthCertificate;
    AKTA_LHR = hasBirthCertificate; NO_PROP = -; NAMA_KEP = headName; PNYDNG_CCT = disability;
    AGAMA = religion; ALAMAT = address; KODE_POS = -; TGL_MATI = eventDate; TGL_PINDAH = eventDate`,
  'village register': `no kk = kk; tempat lahir = birthPlace; tanggal lahir = birthDate;
    pendidikan dalam kk = education; pendidikan sedang ditempuh = schoolLevel|schoolParticipation|education;
    Nama Ayah = guardianName; Nama Ibu = motherName; SHDK = relation; Status Nikah = marital;
    Golongan Darah = -; Kewarganegaraan = -; Dusun = -|address; Jumlah Anggota = occupants;
    Kepala Keluarga = headName|name; No HP/WA = phone; Status Tinggal = -; Nama Kepala Rumah Tangga = headName;
    Umur (Tahun) = ageYears; Hub. Keluarga = relation; Hub. dgn KK = relation; Jenis Kelamin (L/P) = sex;
    Alamat Sesuai KTP = address; Alamat Domisili = address; namaLengkap = name; noKK = kk;
    jenisKelamin = sex; tempatLahir = birthPlace; tanggalLahir = birthDate; statusNikah = marital;
    pendidikanTerakhir = education; Penghasilan = -`,
  'social register': `ID_DTKS = -; IDBDT = -; NAMA_PENERIMA = name; NOKK_DTKS = kk; NIK_DTKS = nik; NAMA_IBU_KANDUNG = motherName;
    KDPROP = -; NMPROP = -; NMKAB = -; NMKEC = district; NMKEL = ward; KELURAHAN/DESA = ward; Desil Nasional = decile;
    DESIL = decile; Peringkat Kesejahteraan = decile; Desil Kesejahteraan = decile; Id Keluarga P3KE = -|kk; Padan Dukcapil = -;
    Penerima BPNT = -|earlierAidText; Status Bangunan = houseTenure; Status Kepemilikan Rumah = houseTenure;
    Jenis Lantai = floor; Jenis Dinding = wall; Jenis Atap = roof; Sumber Air Minum = water; Sumber Penerangan = lighting;
    Daya Terpasang (VA) = powerVa; Bahan Bakar Memasak = cookingFuel; Fasilitas BAB = toilet; Tempat Buang Air Besar = toilet;
    Pembuangan Tinja = wasteDisposal; TPA Tinja = wasteDisposal; Jenis Kloset = closet; Luas Lantai (m2) = floorAreaM2;
    Jml ART = occupants; Jumlah Keluarga = familiesInHouse; Status Hub dgn KRT = relation; Jenis Cacat = disability;
    Penyakit Menahun = chronicIllness; Partisipasi Sekolah = schoolParticipation; Ijazah Tertinggi = education; Status Kehamilan = isPregnant`,
  'food and cash aid': `NO. PESERTA = -; NAMA PKM = name; NAMA KPM = name; Nama Pengurus = name; NIK PENGURUS = nik;
    NO. REKENING = -; NO KARTU = -; NAMA BANK = -; NOMINAL BANTUAN = amountRp; JML BANTUAN (RP) = amountRp;
    Besaran Bantuan = amountRp; Jumlah Uang = amountRp; Total Bantuan = amountRp; TGL PENCAIRAN = aidDate; Tanggal Penyaluran = aidDate;
    Tgl Terima = aidDate; Tanggal Transaksi = aidDate; STATUS SALUR = aidStatusText; Status Pencairan = aidStatusText; Ket. Salur = aidStatusText|note;
    KETERANGAN = note; Jenis Bantuan = aidText; Bentuk Bantuan = aidText; Nama Program = aidText; Tahap = -; Periode = -; Ttd = -; Tanda Tangan = -;
    Kelurahan/Desa = ward; Nama Pengganti = -|guardianName; Paraf Penerima = -; Uraian Bantuan = aidText`,
  schools: `Nama PD = name; Nama Peserta Didik = name; NISN = -; NIPD = -; NPSN = -; Nama Satuan Pendidikan = schoolName; Nama Sekolah = schoolName;
    Rombel = schoolClass; Kelas = schoolClass; JK = sex; Jenjang = schoolLevel; Nama Ibu = motherName; Nama Orang Tua = guardianName;
    Layak PIP (usulan dari sekolah) = groundsText; Alasan Layak PIP = groundsText; Penerima KIP = -|groundsText|earlierAidText; No KIP = -; Nomor KKS = -;
    Tempat Lahir = birthPlace; Tgl. Lahir = birthDate; Virtual Account = -; Semester = -; Tingkat = schoolClass|disabilitySeverity; Nominal = amountRp; Alamat Tinggal = address`,
  houses: `Nama Pemilik Rumah = name; Nama Penghuni = name; No. KTP = nik; Luas Rumah = floorAreaM2; Luas Bangunan (M2) = floorAreaM2; Kondisi Atap = roofCondition|roof;
    Kondisi Lantai = floorCondition|floor; Kondisi Dinding = wallCondition|wall; Material Atap = roof; Material Dinding = wall; Material Lantai = floor;
    Jumlah Penghuni (Jiwa) = occupants; Status Kepemilikan Tanah = landTitle; Bukti Kepemilikan Lahan = landTitle; Titik Koordinat = coordinates; Lintang = latitude; Bujur = longitude;
    Latitude = latitude; Longitude = longitude; Long = longitude; Lat = latitude; Tingkat Kerusakan = houseCondition; Kondisi Rumah = houseCondition; Jml KK = familiesInHouse; Foto Rumah = -;
    Riwayat Bantuan Perumahan = earlierAidText; Tanggal Survey = surveyDate; Nama Surveyor = -; Penghasilan per Bulan = -; Sumber Listrik = lighting; Akses Air Minum = water; Kepemilikan Jamban = toilet|sanitation`,
  health: `Nama Anak = name; Nama Balita = name; NIK Anak = nik; Nama Ortu = guardianName; BB = -; TB = -; BB/U = -|nutrition; TB/U = -|nutrition; Status Gizi = nutrition; Usia (bln) = ageMonths; Umur Bulan = ageMonths;
    Tgl Pengukuran = surveyDate; Posyandu = -; Puskesmas = -; PSNOKA = -; NAMA PESERTA = name; Status Peserta = jknStatus; Status Kepesertaan = jknStatus; Segmen = -; Faskes = -; TMT = -|aidDate;
    Jenis Jamban = sanitation|toilet; Cuci Tangan = -; Nama Ibu Hamil = name; HPHT = -; Usia Kehamilan = -; Penyakit yang Diderita = chronicIllness; No. BPJS = -; No Telp = phone; Tanggal Kunjungan = surveyDate`,
  'disability and charity': `Ragam Disabilitas = disability; Jenis Disabilitas = disability; Derajat Kecacatan = disabilitySeverity; Alat Bantu yang Dibutuhkan = -|earlierAidText|note; Alat Bantu yang Dimiliki = earlierAidText;
    Nama Wali = guardianName; Asnaf = groundsText; Nama Mustahik = name; Jumlah Penyaluran (Rp) = amountRp; Tgl Salur = aidDate; Perusahaan = provider; Nama Mitra = provider; Sumber Dana = -|provider; Instansi Pemberi = provider;
    Bantuan yang Diberikan = aidText; Nilai Bantuan = amountRp; Lokasi = -|address|coordinates; Telepon = phone; Kontak = phone; Umur = ageYears; Usia = ageYears; TTL = placeAndBirthDate; Tempat, Tanggal Lahir = placeAndBirthDate;
    Tempat/Tgl. Lahir = placeAndBirthDate; Pekerjaan Kepala Keluarga = occupation; Jumlah Tanggungan = dependants; Kondisi Ekonomi = -|note; Alasan Diusulkan = groundsText; Permasalahan = note; Tanggal Meninggal = eventDate; Jenis Mutasi = event; Alamat Tujuan = -|note; Tgl Pindah = eventDate`,
  'kept by hand': `NAMA LENGKAP SESUAI KTP = name; Nama Warga = name; Nama Calon Penerima Manfaat = name; NAMA & GELAR = name; Nm. Penerima = name; NO. NIK = nik; No. Induk Kependudukan (NIK) = nik;
    NIK/No. KTP = nik; NO. KARTU KELUARGA (KK) = kk; Nomer KK = kk; Tgl/Bln/Thn Lahir = birthDate; Tanggal Kelahiran = birthDate; DOB = birthDate; Tahun Kelahiran = birthYear; Umur/Tgl Lahir = birthDateOrAge;
    L = sexMale; P = sexFemale; Laki-Laki/Perempuan = sex; Alamat Lengkap = address; Alamat (Jalan/Gang) = address; Jalan = address; RT / RW = rtRw; Rt = rt; Lingkungan = -|address; Kel. = ward; Kec. = district; Kab/Kota = -;
    HP = phone; No. WA Aktif = phone; Nomor Telp/HP = phone; Pek. = occupation; Mata Pencaharian = occupation; Pekerjaan Suami = -|occupation; Pendidikan Terakhir = education; Status Perkawinan = marital; Hubungan dalam Keluarga = relation;
    Jml. Anggota Klg = occupants; Jumlah Jiwa = occupants; Jml Tanggungan Keluarga = dependants; Besaran (Rp) = amountRp; Jumlah Bantuan (Rp.) = amountRp; Nominal (Rp) = amountRp; Harga = -|amountRp; Jenis Bantuan yang Diterima = aidText;
    Sudah Menerima Bantuan = earlierAidText; Bantuan yang Pernah Diterima = earlierAidText; Tgl. Penyerahan = aidDate; Tanggal Serah Terima = aidDate; Hari/Tanggal = aidDate; Ket = note; Catatan = note; Keterangan/Kondisi = note; No Urut = -; No. = -; Nomor = -`,
  'kept in English': `Full Name = name; Name of Head of Household = headName|name; National ID = nik; Family Card Number = kk; Date of Birth = birthDate; Place of Birth = birthPlace; Gender = sex; Age = ageYears; Address = address; Village = ward; District = district; Phone Number = phone;
    Occupation = occupation; Education = education; Marital Status = marital; Household Size = occupants; Number of Dependents = dependants; Disability = disability; Amount = amountRp; Date Received = aidDate; Remarks = note; Latitude = latitude; Drinking Water Source = water; Type of Floor = floor; Toilet = toilet|sanitation; Survey Date = surveyDate`,
}

interface ForeignHeading {
  readonly system: string
  readonly heading: string
  readonly accepted: readonly string[]
}

function readForeign(): ForeignHeading[] {
  return Object.entries(foreignHeadings).flatMap(([system, lines]) =>
    lines.split(';').map((line) => {
      const at = line.lastIndexOf('=')
      const accepted = line
        .slice(at + 1)
        .trim()
        .split('|')
      return { system, heading: line.slice(0, at).trim(), accepted }
    }),
  )
}

/** Meanings from which no field comes. */
const unused: ReadonlySet<string> = new Set(['', 'ignored', 'rowNumber', 'otherNumber'])

/** How many headings of other systems are understood without any value under them. */
export function printForeign(isLong: boolean) {
  const headings = readForeign()
  const judged = headings.map((one) => {
    const best = headingMeanings(one.heading)[0]
    const meaning = best && best.weight * 0.85 >= 0.4 ? best.meaning : ''
    const isRight =
      one.accepted.includes(meaning) || (one.accepted.includes('-') && unused.has(meaning))
    return { ...one, meaning, isRight, matters: !one.accepted.includes('-') }
  })
  const mattering = judged.filter(({ matters }) => matters)
  const right = mattering.filter(({ isRight }) => isRight).length
  const wrong = judged.filter(({ isRight, meaning }) => !isRight && !unused.has(meaning)).length
  console.log(
    `\nheadings of other systems: ${right} of ${mattering.length} that matter right without values, ${wrong} of all ${judged.length} taken for something else`,
  )
  if (!isLong) return
  for (const { system, heading, meaning, accepted, isRight } of judged) {
    if (!isRight)
      console.log(`  ${system}: "${heading}" ${meaning || 'unused'}, meant ${accepted.join('|')}`)
  }
}
