import type { ErrorCode, ErrorDetails } from './errors.ts'

/** What a person reads: what happened, and what to do. Complete by type. */
export type ErrorText<Code extends ErrorCode> = {
  readonly httpStatus: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  readonly id: (details: ErrorDetails[Code]) => string
  readonly en: (details: ErrorDetails[Code]) => string
}

export const errorTexts: { readonly [Code in ErrorCode]: ErrorText<Code> } = {
  'folder-not-found': {
    httpStatus: 404,
    id: ({ path }) => `Folder ${path} tidak ada. Periksa tulisannya.`,
    en: ({ path }) => `Folder ${path} does not exist. Check the spelling.`,
  },
  'folder-empty': {
    httpStatus: 422,
    id: ({ path }) => `Tidak ada berkas CSV, XLSX atau TXT di ${path}.`,
    en: ({ path }) => `There is no CSV, XLSX or TXT file in ${path}.`,
  },
  'run-date-unknown': {
    httpStatus: 422,
    id: () =>
      'Tidak ada tanggal di daftar-daftar ini. Sebutkan harinya dengan --on TAHUN-BULAN-TANGGAL.',
    en: () => 'No date stands in these lists. Say the day with --on YEAR-MONTH-DAY.',
  },
  'out-not-writable': {
    httpStatus: 422,
    id: ({ path, reason }) =>
      `Folder hasil ${path} tidak bisa ditulis (${reason}). Pilih folder lain.`,
    en: ({ path, reason }) =>
      `The output folder ${path} cannot be written (${reason}). Choose another.`,
  },
  'folder-not-writable': {
    httpStatus: 500,
    id: ({ path }) =>
      `Folder ${path} tidak dapat ditulisi. Beri izin tulis, periksa sisa ruang disk, atau pilih folder lain dengan --data.`,
    en: ({ path }) =>
      `Folder ${path} cannot be written to. Grant write permission, check the free disk space, or choose another folder with --data.`,
  },
  'store-locked': {
    httpStatus: 503,
    id: ({ folder, pid, file }) =>
      `Folder data ${folder} sedang dipakai Betang lain (proses ${pid}). Tutup Betang itu dahulu, atau pilih folder lain dengan --data. Bila Anda yakin tidak ada Betang yang berjalan, hapus berkas ${file}.`,
    en: ({ folder, pid, file }) =>
      `Data folder ${folder} is in use by another Betang (process ${pid}). Stop that one first, or choose another folder with --data. If you are sure that no Betang is running, delete the file ${file}.`,
  },
  'store-newer': {
    httpStatus: 503,
    id: ({ migration }) =>
      `Data ini ditulis oleh Betang yang lebih baru (${migration}). Pasang versi yang lebih baru; versi ini tidak mengubah apa pun.`,
    en: ({ migration }) =>
      `This data was written by a newer Betang (${migration}). Install the newer version; this one has changed nothing.`,
  },
  'store-changed': {
    httpStatus: 503,
    id: ({ migration }) =>
      `Langkah ${migration} berbeda dari yang pernah dijalankan pada data ini. Pasang ulang Betang dari sumber resminya.`,
    en: ({ migration }) =>
      `Step ${migration} differs from the one that once ran on this data. Install Betang again from its official source.`,
  },
  'store-unreadable': {
    httpStatus: 503,
    id: ({ folder }) =>
      `Data di ${folder} tidak dapat dibuka, mungkin rusak. Pulihkan salinan dari folder backups di sebelahnya.`,
    en: ({ folder }) =>
      `The data in ${folder} cannot be opened and may be damaged. Restore a copy from the backups folder beside it.`,
  },
  'server-unreachable': {
    httpStatus: 503,
    id: ({ place }) =>
      `Server PostgreSQL ${place} tidak dapat dihubungi. Periksa DATABASE_URL, jaringan, nama pengguna dan kata sandi.`,
    en: ({ place }) =>
      `PostgreSQL server ${place} cannot be reached. Check DATABASE_URL, the network, the user name and the password.`,
  },
  'rule-unreadable': {
    httpStatus: 422,
    id: ({ faults }) =>
      `Aturan tidak terbaca. ${faults.map((fault) => `Baris ${fault.line}, huruf ${fault.column}: ${fault.hintId}`).join(' ')}`,
    en: ({ faults }) =>
      `The rule cannot be read. ${faults.map((fault) => `Line ${fault.line}, column ${fault.column}: ${fault.hintEn}`).join(' ')}`,
  },
  'programmes-unreadable': {
    httpStatus: 422,
    id: ({ path, faults }) =>
      `Katalog program di ${path} punya ${faults.length} kesalahan.${faults.map((fault) => `\n${fault.file ?? ''}:${fault.line}:${fault.column} ${fault.code}: ${fault.hintId}`).join('')}`,
    en: ({ path, faults }) =>
      `The programme catalogue in ${path} has ${faults.length} faults.${faults.map((fault) => `\n${fault.file ?? ''}:${fault.line}:${fault.column} ${fault.code}: ${fault.hintEn}`).join('')}`,
  },
}
