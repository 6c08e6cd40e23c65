import type { Words } from '#platform/words'
import type { QualityCode } from './codes.ts'

/** A worklist by what is to be put right. */
export const worklistWords: Readonly<Record<QualityCode, Words>> = {
  'nik-two-persons': { id: 'Satu NIK, dua orang', en: 'One NIK, two persons' },
  'two-families': { id: 'Di dua keluarga', en: 'In two families' },
  'dukcapil-differs': { id: 'Berbeda dengan Dukcapil', en: 'Not as Dukcapil has it' },
  'nik-format': { id: 'NIK bukan 16 angka', en: 'NIK is not 16 digits' },
  'nik-date-impossible': {
    id: 'Tanggal di dalam NIK tidak ada',
    en: 'The date in the NIK does not exist',
  },
  'nik-serial-zero': { id: 'Nomor urut NIK 0000', en: 'Serial number of the NIK is 0000' },
  'nik-same-as-kk': { id: 'Nomor KK sama dengan NIK', en: 'Family card number equals the NIK' },
  'nik-birth-date-mismatch': {
    id: 'Tanggal lahir tidak cocok dengan NIK',
    en: 'Birth date does not fit the NIK',
  },
  'nik-sex-mismatch': {
    id: 'Jenis kelamin tidak cocok dengan NIK',
    en: 'Sex does not fit the NIK',
  },
  'no-nik': { id: 'Tanpa NIK', en: 'Without NIK' },
  'no-kk': { id: 'Tanpa nomor KK', en: 'Without family card number' },
  'no-place': { id: 'Alamat atau kelurahan kosong', en: 'Address or ward missing' },
  'not-confirmed': { id: 'Belum dikonfirmasi Dukcapil', en: 'Not confirmed by Dukcapil' },
  'nik-region-unknown': {
    id: 'Kode provinsi NIK tidak dikenal',
    en: 'Province code of the NIK is unknown',
  },
  'nik-region-not-city': {
    id: 'NIK terbit di luar kota ini',
    en: 'NIK first given out elsewhere',
  },
}

/** Columns of a worklist as a file. */
export const worklistHeadings: readonly Words[] = [
  { id: 'Kunci keluarga', en: 'Family key' },
  { id: 'Kunci orang', en: 'Person key' },
  { id: 'Nama', en: 'Name' },
  { id: 'Kepala keluarga', en: 'Head of family' },
  { id: 'NIK', en: 'NIK' },
  { id: 'Nomor KK', en: 'Family card' },
  { id: 'Kode kelurahan', en: 'Ward code' },
  { id: 'Kelurahan', en: 'Ward' },
  { id: 'RT', en: 'RT' },
  { id: 'Tanggal lahir', en: 'Birth date' },
  { id: 'Tanggal di NIK', en: 'Date in the NIK' },
  { id: 'Jenis kelamin', en: 'Sex' },
  { id: 'Jenis kelamin di NIK', en: 'Sex in the NIK' },
  { id: 'Dukcapil', en: 'Dukcapil' },
  { id: 'Instansi', en: 'Offices' },
]

export const sexWords: Readonly<Record<'male' | 'female', Words>> = {
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
}
