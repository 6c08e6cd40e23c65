import type { FileFault } from '../schema.ts'

/**
 * Files of this size and above are refused before they are opened: 20 MB. A workbook of 19 MB
 * expands to some 200 MB of XML; where it cannot be read in pieces, a laptop still holds all of it.
 */
export const maxFileBytes = 20_000_000
/** All parts of a workbook together, expanded. */
export const maxExpandedBytes = 300_000_000
/** Parts of a workbook: one a sheet and some more; a picture is one too. */
export const maxZipParts = 10_000
/** A part that grows more than this is a bomb: sheets of real lists grow 5 to 40 times. */
export const maxExpansion = 250
/** Below this a high ratio is harmless: a sheet of blank styled rows compresses 500 times. */
export const smallPartBytes = 20_000_000
/** A workbook that takes longer is given up. */
export const maxWorkbookSeconds = 120
/** Rows and columns of a sheet: more has no program that writes workbooks. */
export const maxRows = 1_048_576
export const maxColumns = 16_384
/** Cells of one file, blank ones not counted. */
export const maxCells = 12_000_000

const megabytes = Math.round(maxFileBytes / 1_000_000)

const texts = {
  'file-too-large': {
    id: `Berkas ${megabytes} MB atau lebih tidak dibaca. Bagi per kecamatan atau kelurahan, atau hapus gambar dan lembar yang tidak perlu, lalu kirim lagi.`,
    en: `Files of ${megabytes} MB or more are not read. Split it by district or ward, or remove pictures and spare sheets, and send it again.`,
  },
  'file-empty': {
    id: 'Berkas ini kosong (0 byte atau tanpa satu sel pun). Minta salinan baru kepada pengirim.',
    en: 'This file is empty (0 bytes or not one filled cell). Ask the sender for a new copy.',
  },
  'file-header-only': {
    id: 'Berkas ini hanya berisi judul kolom, tanpa satu baris data pun. Minta berkas yang berisi data.',
    en: 'This file holds column headings only and not one row of data. Ask for the file with data.',
  },
  'file-without-table': {
    id: 'Tidak ditemukan tabel di berkas ini. Pastikan ada satu baris judul kolom dan baris data di bawahnya.',
    en: 'No table was found in this file. It needs one row of column headings with rows of data below.',
  },
  'file-is-pdf': {
    id: 'Ini berkas PDF, walau namanya lain. Minta berkas Excel atau CSV aslinya; PDF tidak dapat dibaca sebagai tabel.',
    en: 'This is a PDF file, whatever its name says. Ask for the original Excel or CSV; a PDF is not read as a table.',
  },
  'file-is-not-a-list': {
    id: 'Isi berkas ini bukan tabel Excel, CSV atau TXT (mungkin gambar, dokumen atau program). Minta berkas tabelnya.',
    en: 'The content of this file is no Excel, CSV or TXT table (perhaps a picture, document or program). Ask for the table.',
  },
  'file-password-protected': {
    id: 'Berkas Excel ini dikunci kata sandi. Buka di Excel, hapus kata sandinya (Berkas > Info > Proteksi Buku Kerja), simpan, lalu kirim lagi.',
    en: 'This Excel file is protected by a password. Open it in Excel, remove the password (File > Info > Protect Workbook), save and send it again.',
  },
  'file-corrupt': {
    id: 'Berkas Excel ini rusak atau terpotong sehingga tidak dapat dibuka. Minta salinan baru kepada pengirim.',
    en: 'This Excel file is damaged or cut off and cannot be opened. Ask the sender for a new copy.',
  },
  'file-expands-too-far': {
    id: 'Isi berkas ini mengembang jauh melebihi ukurannya (bom zip). Berkas tidak dibuka. Simpan ulang dari Excel, atau tanyakan kepada pengirim.',
    en: 'The content of this file expands far beyond its size (a zip bomb). It was not opened. Save it again from Excel, or ask the sender.',
  },
  'file-too-complex': {
    id: 'Berkas ini memerlukan terlalu banyak waktu atau memori untuk dibaca. Bagi menjadi beberapa berkas, atau simpan sebagai CSV.',
    en: 'This file takes too much time or memory to read. Split it into several files, or save it as CSV.',
  },
  'file-unreadable': {
    id: 'Berkas ini tidak dapat dibuka oleh sistem (izin atau disk). Periksa hak aksesnya.',
    en: 'The system could not open this file (permission or disk). Check its access rights.',
  },
} as const

export type FileFaultCode = keyof typeof texts

/** Whether a stored code is still one of these. */
export function isFileFaultCode(code: string): code is FileFaultCode {
  return Object.hasOwn(texts, code)
}

/** The fault of one file with its words; the other files go on. */
export function fileFault(file: string, code: FileFaultCode): FileFault {
  return { file, code, hintId: texts[code].id, hintEn: texts[code].en }
}

/** Raised while one file is read, caught where the folder is read, and turned into a FileFault. */
export class FileFaultError extends Error {
  override readonly name = 'FileFaultError'
  readonly code: FileFaultCode
  constructor(code: FileFaultCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
