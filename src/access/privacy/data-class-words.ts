import type { DataClass } from '../scope/roles.ts'
import type { Words } from './schema.ts'

/** Classes of data as they stand in notices and letters. */
export const dataClassWords: Readonly<Record<DataClass, Words>> = {
  general: { id: 'data umum', en: 'general data' },
  family: {
    id: 'nama, nomor kependudukan, alamat, susunan keluarga, rumah dan pekerjaan',
    en: 'names, identity numbers, address, members of the family, house and work',
  },
  health: {
    id: 'kesehatan: penyakit menahun, kehamilan, gizi, jaminan kesehatan',
    en: 'health: chronic illness, pregnancy, nutrition, health insurance',
  },
  disability: { id: 'disabilitas', en: 'disability' },
  children: {
    id: 'data anak: sekolah, akta lahir, wali',
    en: 'children: school, birth papers, guardian',
  },
  finances: {
    id: 'keuangan: penghasilan, utang, besaran bantuan',
    en: 'finances: income, debt, amounts of help',
  },
}
