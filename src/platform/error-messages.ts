import type { ErrorCode, ErrorDetails } from './errors.ts'

/** What a person reads: what happened, and what to do. Complete by type. */
export type ErrorText<Code extends ErrorCode> = {
  readonly httpStatus:
    | 400
    | 401
    | 403
    | 404
    | 408
    | 409
    | 412
    | 413
    | 422
    | 428
    | 429
    | 431
    | 500
    | 503
  readonly id: (details: ErrorDetails[Code]) => string
  readonly en: (details: ErrorDetails[Code]) => string
}

const groupDayWords = {
  'in-future': {
    id: 'Tanggal ini belum tiba. Isi hari ini atau sebelumnya.',
    en: 'This day has not come yet. Enter today or an earlier day.',
  },
  'before-group': {
    id: 'Kelompok ini belum ada pada tanggal itu. Isi tanggal sesudah berdirinya.',
    en: 'The group was not there on that day. Enter a day after it began.',
  },
  'before-members': {
    id: 'Sesudah tanggal itu masih ada anggota yang masuk atau keluar. Isi tanggal yang lebih baru.',
    en: 'Members joined or left after that day. Enter a later day.',
  },
  'before-joining': {
    id: 'Tanggal berhenti harus sesudah tanggal masuk.',
    en: 'The day of leaving must be after the day of joining.',
  },
} as const

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
  'sheet-not-found': {
    httpStatus: 404,
    id: () => 'Lembar ini tidak ada lagi. Lihat daftar berkas.',
    en: () => 'This sheet is no longer here. See the list of files.',
  },
  'intake-file-not-found': {
    httpStatus: 404,
    id: () => 'Berkas ini tidak ada, atau bukan berkas kantor Anda. Lihat daftar berkas masuk.',
    en: () => 'This file does not exist, or is not of your office. See the list of files.',
  },
  'intake-file-refused': {
    httpStatus: 422,
    id: ({ hintId }) => hintId,
    en: ({ hintEn }) => hintEn,
  },
  'intake-content-known': {
    httpStatus: 409,
    id: ({ day }) =>
      `Berkas yang sama sudah masuk ${day}. Lihat yang lama, atau unggah sebagai perbaikan.`,
    en: ({ day }) => `The same file came on ${day}. See it, or upload as a correction.`,
  },
  'intake-file-not-read': {
    httpStatus: 409,
    id: () =>
      'Berkas ini belum selesai dibaca, atau tidak dapat dibaca. Tunggu sampai selesai, atau baca lagi.',
    en: () =>
      'This file is not read to its end, or cannot be read. Wait until it is, or read it again.',
  },
  'intake-file-accepted': {
    httpStatus: 409,
    id: () => 'Berkas ini sudah diterima. Tarik dulu bila ingin mengulanginya.',
    en: () => 'This file is accepted already. Take it back first to do it again.',
  },
  'import-warned': {
    httpStatus: 409,
    id: () =>
      'Ada peringatan, jadi belum ada berkas yang diterima. Lihat di halaman Berkas masuk; bila tetap benar, ulangi dengan --anyway.',
    en: () =>
      'There are warnings, so no file counts yet. See them on the page of incoming files; if all is right, run again with --anyway.',
  },
  'intake-file-warned': {
    httpStatus: 409,
    id: () =>
      'Ada peringatan pada berkas ini. Baca peringatannya; bila tetap benar, terima dengan menyebut peringatan itu.',
    en: () =>
      'There are warnings about this file. Read them; if it is right all the same, accept it naming them.',
  },
  'intake-file-not-accepted': {
    httpStatus: 409,
    id: () => 'Berkas ini sedang tidak diterima, jadi tidak ada yang ditarik.',
    en: () => 'This file does not count at present, so there is nothing to take back.',
  },
  'intake-sheet-not-found': {
    httpStatus: 404,
    id: () => 'Lembar ini tidak ada dalam berkasnya. Lihat lembar-lembar berkas ini.',
    en: () => 'The file has no such sheet. See the sheets of the file.',
  },
  'intake-cell-not-found': {
    httpStatus: 404,
    id: ({ row }) => `Baris ${row} tidak ada dalam lembar ini. Muat ulang halamannya.`,
    en: ({ row }) => `The sheet has no row ${row}. Load the page again.`,
  },
  'mend-undo-empty': {
    httpStatus: 409,
    id: () => 'Tidak ada perbaikan Anda yang bisa dibatalkan di berkas ini.',
    en: () => 'There is no mend of yours in this file that could be undone.',
  },
  'mended-file-unfit': {
    httpStatus: 422,
    id: () =>
      'Berkas ini bukan daftar perbaikan: kolom "Yang perlu diperbaiki" tidak ada. Unduh daftarnya lagi, isi, lalu unggah.',
    en: () =>
      'This is no list of rows to mend: its column "Yang perlu diperbaiki" is missing. Download the list again, fill it in and upload it.',
  },
  'mapping-unfit': {
    httpStatus: 422,
    id: ({ fields }) =>
      `Bacaan kolom tidak sesuai: ${fields.map(({ path }) => path).join(', ')}. Periksa judul kolom dan maknanya.`,
    en: ({ fields }) =>
      `The mapping does not fit: ${fields.map(({ path }) => path).join(', ')}. Check the headings and what they are said to mean.`,
  },
  'family-not-found': {
    httpStatus: 404,
    id: () => 'Keluarga ini tidak ada, atau sudah digabung. Cari lewat nama.',
    en: () => 'This family does not exist, or has been merged. Search by name.',
  },
  'dwelling-not-found': {
    httpStatus: 404,
    id: () => 'Rumah ini tidak ada, atau tidak termasuk wilayah Anda. Buka dari halaman keluarga.',
    en: () =>
      'This house does not exist, or is outside your territory. Open it from a family page.',
  },
  'not-permitted': {
    httpStatus: 403,
    id: () =>
      'Peran Anda tidak mencakup ini. Pilih peran lain di Akun saya, atau minta kepada administrator.',
    en: () =>
      'Your role does not cover this. Choose another role in My account, or ask an administrator.',
  },
  'roles-incompatible': {
    httpStatus: 409,
    id: ({ role, other, whyId }) =>
      `Peran ${role} tidak boleh dipegang bersama ${other}. ${whyId} Akhiri yang satu dahulu.`,
    en: ({ role, other, whyEn }) =>
      `The roles ${role} and ${other} must be kept apart. ${whyEn} End one first.`,
  },
  'delegation-too-wide': {
    httpStatus: 422,
    id: () =>
      'Yang dipinjamkan melebihi yang dipegang: peran, wilayah, golongan data atau lamanya. Kurangi.',
    en: () => 'More is lent than held: role, territory, classes of data or time. Lend less.',
  },
  'grant-not-found': {
    httpStatus: 404,
    id: () => 'Peran ini tidak ada atau sudah berakhir.',
    en: () => 'This role does not exist or has ended.',
  },
  'grant-unfit': {
    httpStatus: 422,
    id: ({ role, part }) => `Peran ${role} belum bisa diberikan begini: ${grantParts[part].id}.`,
    en: ({ role, part }) => `The role ${role} cannot be given like this: ${grantParts[part].en}.`,
  },
  'own-account-refused': {
    httpStatus: 403,
    id: () => 'Untuk akun sendiri, minta administrator lain.',
    en: () => 'For your own account, ask another administrator.',
  },
  'last-administrator': {
    httpStatus: 409,
    id: () => 'Ini administrator terakhir tanpa batas waktu. Angkat administrator lain dahulu.',
    en: () => 'This is the last administrator without an end date. Appoint another one first.',
  },
  'account-not-found': {
    httpStatus: 404,
    id: () => 'Akun ini tidak ada. Cari lewat nama.',
    en: () => 'This account does not exist. Search by name.',
  },
  'user-name-taken': {
    httpStatus: 409,
    id: () => 'Nama pengguna ini sudah dipakai. Pilih yang lain.',
    en: () => 'This user name is taken. Choose another.',
  },
  'organisation-not-found': {
    httpStatus: 404,
    id: () => 'Instansi ini tidak ada. Lihat daftar instansi.',
    en: () => 'This organisation does not exist. See the list of organisations.',
  },
  'organisation-in-use': {
    httpStatus: 409,
    id: () => 'Instansi ini punya akun, jadi tidak bisa dihapus. Ubah namanya bila keliru.',
    en: () =>
      'This organisation has accounts, so it cannot be deleted. Change its name if it is wrong.',
  },
  'organisation-name-taken': {
    httpStatus: 409,
    id: ({ organisationId }) =>
      `Nama ini sudah milik instansi lain (${organisationId}). Hapus di sana dahulu, atau pakai nama lain.`,
    en: ({ organisationId }) =>
      `This name belongs to another organisation (${organisationId}). Remove it there first, or use another.`,
  },
  'person-not-found': {
    httpStatus: 404,
    id: () => 'Orang ini tidak ada di register. Cari lagi dengan nama dan tahun lahir.',
    en: () => 'This person is not in the register. Search again by name and year of birth.',
  },
  'subject-request-not-found': {
    httpStatus: 404,
    id: () => 'Permintaan ini tidak ada. Lihat daftar permintaan.',
    en: () => 'This request does not exist. See the list of requests.',
  },
  'subject-request-step-refused': {
    httpStatus: 409,
    id: () => 'Langkah ini tidak bisa dari keadaan sekarang. Muat ulang permintaannya.',
    en: () => 'This step does not follow from the present state. Load the request again.',
  },
  'subject-request-incomplete': {
    httpStatus: 409,
    id: ({ lacks }) =>
      ({
        identity: 'Jati diri pemohon belum diperiksa. Catat pemeriksaannya dahulu.',
        guardian: 'Ini data anak. Catat dahulu walinya: hubungan dan buktinya.',
        change: 'Belum ada perbaikan yang dicatat. Catat apa yang harus menjadi apa.',
        person: 'Belum diketahui data siapa. Temukan orangnya dahulu.',
      })[lacks],
    en: ({ lacks }) =>
      ({
        identity: 'The identity of the asker has not been checked. Note the check first.',
        guardian: 'This is the data of a child. First note the guardian: relation and proof.',
        change: 'No correction has been noted. Note what should become what.',
        person: 'It is not known whose data this is about. Find the person first.',
      })[lacks],
  },
  'refusal-ground-unfit': {
    httpStatus: 422,
    id: () => 'Alasan hukum ini tidak berlaku untuk jenis permintaan ini. Pilih yang lain.',
    en: () => 'This legal ground does not apply to this kind of request. Choose another.',
  },
  'received-in-future': {
    httpStatus: 422,
    id: () => 'Waktu diterima tidak boleh di masa depan. Periksa tanggal dan jamnya.',
    en: () => 'The time of receipt cannot lie in the future. Check day and hour.',
  },
  'breach-not-found': {
    httpStatus: 404,
    id: () => 'Catatan kebocoran ini tidak ada.',
    en: () => 'This record of a breach does not exist.',
  },
  'breach-step-refused': {
    httpStatus: 409,
    id: () =>
      'Langkah ini sudah dicatat, atau pemberitahuan kepada warga dan lembaga belum lengkap.',
    en: () => 'This step is noted already, or residents and the authority have not both been told.',
  },
  'nothing-read-yet': {
    httpStatus: 404,
    id: () => 'Belum ada daftar yang dibaca. Masukkan daftar dahulu.',
    en: () => 'No list has been read yet. Bring lists in first.',
  },
  'date-not-iso': {
    httpStatus: 400,
    id: ({ value }) =>
      `Tanggal "${value}" tidak dikenal. Tulis TAHUN-BULAN-TANGGAL, misalnya 2026-11-24.`,
    en: ({ value }) => `"${value}" is not a date. Write YEAR-MONTH-DAY, for example 2026-11-24.`,
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
      `Data di ${folder} tidak dapat dibuka, mungkin rusak. Pulihkan salinan terbaru dari folder backups di sebelahnya ke folder lain: betang restore BERKAS --data FOLDER.`,
    en: ({ folder }) =>
      `The data in ${folder} cannot be opened and may be damaged. Restore the latest copy from the folder backups beside it to another folder: betang restore FILE --data FOLDER.`,
  },
  'database-tls-missing': {
    httpStatus: 503,
    id: () =>
      'DATABASE_URL menunjuk server di komputer lain tanpa TLS: kata sandi dan data keluarga terbaca di jalan. Nyalakan TLS di server itu, lalu tambahkan ?sslmode=verify-full&sslrootcert=ca.pem. Bila jalannya sudah aman dengan cara lain (misalnya VPN), setel BETANG_DATABASE_WITHOUT_TLS=1.',
    en: () =>
      'DATABASE_URL leads to a server on another machine without TLS: the password and families’ data can be read on the way. Turn on TLS there, then add ?sslmode=verify-full&sslrootcert=ca.pem. Where the way is safe by other means (a VPN, say), set BETANG_DATABASE_WITHOUT_TLS=1.',
  },
  'https-missing': {
    httpStatus: 503,
    id: ({ host }) =>
      `Jaringan akan membuka ${host} tanpa enkripsi, jadi Betang tidak dimulai: kata sandi dan data keluarga terbaca di jalan, kunci sandi dan ponsel tanpa sinyal tidak jalan. Minta sertifikat untuk nama server ini kepada Diskominfo, atau buat dari CA kantor (misalnya: mkcert betang.lan), lalu: betang serve --host ${host} --cert betang.pem --key betang-key.pem. Di belakang perantara HTTPS: betang serve --host ${host} --behind-https.`,
    en: ({ host }) =>
      `The network would open ${host} without encryption, so Betang does not start: passwords and families’ data can be read on the way, passkeys and phones without a signal do not work. Ask for a certificate for this server’s name, or make one from an office CA (for example: mkcert betang.lan), then: betang serve --host ${host} --cert betang.pem --key betang-key.pem. Behind an HTTPS proxy: betang serve --host ${host} --behind-https.`,
  },
  'server-unreachable': {
    httpStatus: 503,
    id: ({ place }) =>
      `Server PostgreSQL ${place} tidak dapat dihubungi. Periksa DATABASE_URL, jaringan, nama pengguna dan kata sandi.`,
    en: ({ place }) =>
      `PostgreSQL server ${place} cannot be reached. Check DATABASE_URL, the network, the user name and the password.`,
  },
  'server-roles-missing': {
    httpStatus: 503,
    id: ({ sql }) =>
      `Pengguna PostgreSQL ini tidak boleh membuat peran. Minta pengelola server menjalankan sekali: ${sql}`,
    en: ({ sql }) =>
      `This PostgreSQL user may not make roles. Ask whoever keeps the server to run once: ${sql}`,
  },
  'server-rights-missing': {
    httpStatus: 503,
    id: ({ sql }) =>
      `Pengguna PostgreSQL ini bukan pemilik basis datanya. Minta pengelola server menjalankan sekali: ${sql}`,
    en: ({ sql }) =>
      `This PostgreSQL user does not own its database. Ask whoever keeps the server to run once: ${sql}`,
  },
  'secret-twice': {
    httpStatus: 500,
    id: ({ name }) => `${name} dan ${name}_FILE terisi dua-duanya. Kosongkan salah satu.`,
    en: ({ name }) => `${name} and ${name}_FILE are both set. Clear one of them.`,
  },
  'secret-unreadable': {
    httpStatus: 500,
    id: ({ path }) =>
      `Berkas rahasia ${path} tidak ada, tidak boleh dibaca, atau kosong. Periksa nama dan izinnya.`,
    en: ({ path }) =>
      `Secret file ${path} is not there, may not be read, or is empty. Check its name and permissions.`,
  },
  'passphrase-missing': {
    httpStatus: 500,
    id: () =>
      'Cadangan dikunci dengan frasa sandi. Tulis frasanya dalam berkas lalu sebutkan dengan --passphrase-file atau BETANG_BACKUP_PASSPHRASE_FILE. Simpan frasa itu di tempat lain: tanpa frasa cadangan tidak dapat dibuka siapa pun.',
    en: () =>
      'A backup is locked with a passphrase. Write it to a file and name that with --passphrase-file or BETANG_BACKUP_PASSPHRASE_FILE. Keep the passphrase elsewhere too: without it nobody can open the backup.',
  },
  'passphrase-weak': {
    httpStatus: 500,
    id: ({ least }) =>
      `Frasa sandi cadangan terlalu pendek: sedikitnya ${least} huruf, lebih baik enam kata acak.`,
    en: ({ least }) =>
      `The backup passphrase is too short: at least ${least} characters, better six random words.`,
  },
  'backup-unknown': {
    httpStatus: 422,
    id: ({ path }) => `${path} bukan cadangan Betang. Pilih berkas yang dibuat "betang backup".`,
    en: ({ path }) => `${path} is no backup of Betang. Choose a file that "betang backup" made.`,
  },
  'backup-newer': {
    httpStatus: 422,
    id: ({ path }) =>
      `Cadangan ${path} ditulis oleh Betang yang lebih baru. Pasang versi yang lebih baru.`,
    en: ({ path }) => `Backup ${path} was written by a newer Betang. Install the newer version.`,
  },
  'backup-locked': {
    httpStatus: 422,
    id: ({ kind }) =>
      kind === 'passphrase'
        ? 'Frasa sandi tidak membuka cadangan ini, atau awal berkasnya diubah. Periksa frasanya.'
        : 'Kunci data ini tidak membuka cadangan ini, atau awal berkasnya diubah. Kembalikan kunci yang dipakai saat cadangan dibuat.',
    en: ({ kind }) =>
      kind === 'passphrase'
        ? 'The passphrase does not open this backup, or its beginning was altered. Check the passphrase.'
        : 'The key of the data does not open this backup, or its beginning was altered. Put back the key with which it was made.',
  },
  'backup-damaged': {
    httpStatus: 422,
    id: () =>
      'Cadangan ini rusak, terpotong, atau diubah. Tidak ada yang dipulihkan; pakai cadangan lain.',
    en: () =>
      'This backup is damaged, cut short or altered. Nothing was restored; use another backup.',
  },
  'store-not-empty': {
    httpStatus: 422,
    id: () =>
      'Di tempat itu sudah ada data. Pulihkan ke folder lain dengan --data, atau ke basis data yang kosong; yang ada tidak diubah.',
    en: () =>
      'There is data at that place. Restore to another folder with --data, or to an empty database; what is there was not changed.',
  },
  'key-missing': {
    httpStatus: 503,
    id: ({ path }) =>
      `Kunci data ini hilang: ${path} tidak ada. Kembalikan berkas kunci dari salinannya, atau isi BETANG_KEY. Tanpa kunci itu NIK dan KK tidak dapat dibaca.`,
    en: ({ path }) =>
      `The key of this data is gone: ${path} does not exist. Put the key file back from its copy, or set BETANG_KEY. Without it NIK and KK cannot be read.`,
  },
  'key-wrong': {
    httpStatus: 503,
    id: ({ path }) =>
      `Kunci ${path} bukan kunci data ini. Kembalikan kunci yang dipakai saat data ini dibuat.`,
    en: ({ path }) =>
      `Key ${path} does not belong to this data. Put back the key with which the data was written.`,
  },
  'key-invalid': {
    httpStatus: 503,
    id: ({ path }) => `Isi ${path} bukan kunci: harus 32 bita dalam base64url.`,
    en: ({ path }) => `${path} does not hold a key: it must be 32 bytes in base64url.`,
  },
  'key-lacking': {
    httpStatus: 503,
    id: ({ keyId }) =>
      `Ada nilai yang disegel dengan kunci ${keyId}, dan kunci itu tidak ada di sini. Kembalikan berkasnya, yang namanya berakhir dengan ${keyId}.old, ke samping kunci data ini.`,
    en: ({ keyId }) =>
      `A value is sealed with key ${keyId}, which does not lie here. Put its file, whose name ends in ${keyId}.old, back beside the key of this data.`,
  },
  'key-changed': {
    httpStatus: 503,
    id: () =>
      'Kunci data ini sudah diganti lebih dari sekali selagi proses ini diam. Mulai ulang Betang.',
    en: () =>
      'The key of this data has changed more than once while this process was still. Start Betang anew.',
  },
  'key-in-environment': {
    httpStatus: 422,
    id: () =>
      'Kunci data ini berada di BETANG_KEY, yang tidak dapat diganti oleh perintah. Pindahkan ke berkas yang hanya dapat dibaca pemiliknya, isi BETANG_KEY_FILE dengan nama berkas itu, kosongkan BETANG_KEY, lalu ulangi.',
    en: () =>
      'The key of this data stands in BETANG_KEY, which no command can change. Move it to a file that only its owner reads, name that file in BETANG_KEY_FILE, empty BETANG_KEY, and try again.',
  },
  'backup-key-lacking': {
    httpStatus: 422,
    id: ({ keyId, madeAt }) =>
      `Salinan dari ${madeAt} ini dikunci dengan kunci data ${keyId}, yang tidak ada di komputer ini. Kembalikan berkas kunci dari waktu itu ke samping kunci data, lalu ulangi.`,
    en: ({ keyId, madeAt }) =>
      `This copy of ${madeAt} is locked with the key ${keyId} of the store, which is not on this machine. Put the key file of that time back beside the key of the store, and try again.`,
  },
  'request-invalid': {
    httpStatus: 400,
    id: ({ fields }) =>
      `Permintaan tidak sesuai: ${fields.map(({ path }) => path).join(', ')}. Perbaiki lalu kirim lagi.`,
    en: ({ fields }) =>
      `The request does not fit: ${fields.map(({ path }) => path).join(', ')}. Correct it and send again.`,
  },
  'cursor-invalid': {
    httpStatus: 400,
    id: () => 'Penanda halaman tidak dikenal. Mulai lagi dari halaman pertama.',
    en: () => 'The page cursor is unknown. Start again from the first page.',
  },
  'route-not-found': {
    httpStatus: 404,
    id: () => 'Alamat ini tidak ada. Periksa tulisannya.',
    en: () => 'There is nothing at this address. Check the spelling.',
  },
  'request-head-too-large': {
    httpStatus: 431,
    id: () => 'Alamat atau kepala permintaan terlalu panjang. Pendekkan, lalu kirim lagi.',
    en: () => 'The address or the headers are too long. Shorten them and send again.',
  },
  'request-too-slow': {
    httpStatus: 408,
    id: () => 'Permintaan terlalu lama tiba. Periksa sambungan, lalu kirim lagi.',
    en: () => 'The request took too long to arrive. Check the connection and send again.',
  },
  'request-too-large': {
    httpStatus: 413,
    id: () => 'Kiriman terlalu besar. Bagi menjadi beberapa bagian.',
    en: () => 'The request is too large. Send it in parts.',
  },
  'origin-refused': {
    httpStatus: 403,
    id: () => 'Permintaan dari situs lain ditolak. Buka Betang dari alamatnya sendiri.',
    en: () => 'Requests from another site are refused. Open Betang at its own address.',
  },
  'internal-fault': {
    httpStatus: 500,
    id: ({ reference }) =>
      `Ada kesalahan di Betang; data tidak berubah. Coba lagi, dan bila berulang sampaikan nomor ${reference} kepada pengelola.`,
    en: ({ reference }) =>
      `Something failed in Betang; no data was changed. Try again, and if it repeats give number ${reference} to whoever runs it.`,
  },
  'sign-in-required': {
    httpStatus: 401,
    id: () => 'Silakan masuk dahulu.',
    en: () => 'Please sign in first.',
  },
  'sign-in-failed': {
    httpStatus: 401,
    id: () => 'Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.',
    en: () => 'User name or password does not match. Check both and try again.',
  },
  'too-many-attempts': {
    httpStatus: 429,
    id: ({ waitSeconds }) =>
      `Terlalu banyak percobaan. Tunggu ${Math.ceil(waitSeconds / 60)} menit lalu coba lagi.`,
    en: ({ waitSeconds }) =>
      `Too many attempts. Wait ${Math.ceil(waitSeconds / 60)} min and try again.`,
  },
  'password-change-required': {
    httpStatus: 403,
    id: () => 'Ganti dahulu kata sandi awal Anda dengan milik sendiri.',
    en: () => 'First change your first password to one of your own.',
  },
  'second-factor-required': {
    httpStatus: 403,
    id: () =>
      'Kantor ini meminta langkah kedua saat masuk. Pasang aplikasi pembuat kode atau kunci sandi di Akun saya.',
    en: () =>
      'This office asks for a second step at sign-in. Add an authenticator app or a passkey in My account.',
  },
  'step-up-required': {
    httpStatus: 403,
    id: () => 'Untuk langkah ini, buktikan sekali lagi bahwa ini Anda.',
    en: () => 'For this step, prove once more that it is you.',
  },
  'session-not-found': {
    httpStatus: 404,
    id: () => 'Perangkat ini sudah keluar.',
    en: () => 'This device is signed out already.',
  },
  'sign-in-expired': {
    httpStatus: 401,
    id: () => 'Langkah masuk ini sudah terlalu lama. Mulai lagi dari nama pengguna.',
    en: () => 'This sign-in has taken too long. Begin again with your user name.',
  },
  'code-wrong': {
    httpStatus: 422,
    id: ({ isUsed }) =>
      isUsed
        ? 'Kode ini sudah dipakai. Tunggu kode berikutnya di aplikasi Anda.'
        : 'Kode ini tidak cocok. Periksa jam ponsel Anda, lalu tulis kode yang sedang tampil.',
    en: ({ isUsed }) =>
      isUsed
        ? 'This code was used already. Wait for the next one in your app.'
        : 'This code does not match. Check the clock of your phone, then write the code shown now.',
  },
  'second-factor-exists': {
    httpStatus: 409,
    id: () => 'Aplikasi kode sudah terpasang. Lepaskan dahulu yang lama.',
    en: () => 'An authenticator app is set up already. Remove it first.',
  },
  'second-factor-missing': {
    httpStatus: 409,
    id: () => 'Belum ada aplikasi kode pada akun ini. Pasang dahulu.',
    en: () => 'This account has no authenticator app. Set one up first.',
  },
  'passkey-refused': {
    httpStatus: 422,
    id: () => 'Kunci sandi ini tidak diterima. Coba lagi, atau masuk dengan kata sandi.',
    en: () => 'This passkey was not accepted. Try again, or sign in with your password.',
  },
  'passkey-exists': {
    httpStatus: 409,
    id: () => 'Kunci sandi ini sudah terdaftar.',
    en: () => 'This passkey is registered already.',
  },
  'passkey-not-found': {
    httpStatus: 404,
    id: () => 'Kunci sandi ini tidak ada pada akun Anda.',
    en: () => 'Your account has no such passkey.',
  },
  'oidc-settings-invalid': {
    httpStatus: 503,
    id: ({ path, fields }) =>
      `${path} pada BETANG_OIDC_FILE tidak sesuai: ${fields.map((field) => `${field.path} ${field.message}`).join('; ')}.`,
    en: ({ path, fields }) =>
      `${path} in BETANG_OIDC_FILE does not fit: ${fields.map((field) => `${field.path} ${field.message}`).join('; ')}.`,
  },
  'key-unreadable': {
    httpStatus: 503,
    id: ({ path }) => `${path} tidak memuat kunci pribadi PEM yang bisa dibaca.`,
    en: ({ path }) => `${path} holds no private key in PEM that can be read.`,
  },
  'oidc-provider-not-found': {
    httpStatus: 404,
    id: () => 'Penyedia identitas ini tidak dipasang di sini.',
    en: () => 'This identity provider is not set up here.',
  },
  'oidc-unreachable': {
    httpStatus: 503,
    id: () => 'Penyedia identitas belum menjawab. Coba lagi, atau masuk dengan kata sandi.',
    en: () => 'The identity provider does not answer. Try again, or sign in with your password.',
  },
  'oidc-refused': {
    httpStatus: 422,
    id: () => 'Penyedia identitas menolak, atau jawabannya tidak bisa dipercaya. Coba lagi.',
    en: () => 'The identity provider refused, or its answer cannot be trusted. Try again.',
  },
  'oidc-not-linked': {
    httpStatus: 403,
    id: () =>
      'Identitas ini belum ditautkan. Masuk dengan kata sandi, lalu tautkan di Akun saya, atau minta kepada administrator.',
    en: () =>
      'This identity is not linked yet. Sign in with your password and link it in My account, or ask an administrator.',
  },
  'oidc-linked-already': {
    httpStatus: 409,
    id: () => 'Identitas ini, atau akun Anda, sudah ditautkan. Lepaskan dahulu yang lama.',
    en: () => 'This identity, or your account, is linked already. Unlink the old one first.',
  },
  'oidc-link-not-found': {
    httpStatus: 404,
    id: () => 'Akun Anda tidak ditautkan dengan penyedia ini.',
    en: () => 'Your account is not linked with this provider.',
  },
  'password-wrong': {
    httpStatus: 422,
    id: () => 'Kata sandi sekarang tidak cocok.',
    en: () => 'The present password does not match.',
  },
  'password-weak': {
    httpStatus: 422,
    id: ({ reason }) =>
      ({
        short: 'Kata sandi terlalu pendek: pakai 10 huruf atau lebih, misalnya beberapa kata.',
        long: 'Kata sandi terlalu panjang: paling banyak 128 huruf.',
        guessable:
          'Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan dengan Anda.',
        breached: 'Kata sandi ini pernah bocor di tempat lain. Pilih yang lain.',
        same: 'Kata sandi baru sama dengan yang lama. Pilih yang lain.',
      })[reason],
    en: ({ reason }) =>
      ({
        short: 'The password is too short: use 10 characters or more, for example a few words.',
        long: 'The password is too long: 128 characters at most.',
        guessable:
          'This password is easy to guess. Use some words that have nothing to do with you.',
        breached: 'This password has leaked elsewhere. Choose another.',
        same: 'The new password is the old one. Choose another.',
      })[reason],
  },
  'breached-list-invalid': {
    httpStatus: 503,
    id: ({ path }) =>
      `${path} pada BETANG_BREACHED_PASSWORDS bukan daftar kata sandi bocor: tiap baris HASH:JUMLAH, SHA-1, urut.`,
    en: ({ path }) =>
      `${path} in BETANG_BREACHED_PASSWORDS is no list of leaked passwords: each line HASH:COUNT, SHA-1, sorted.`,
  },
  'idempotency-key-reused': {
    httpStatus: 409,
    id: () => 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru.',
    en: () => 'This Idempotency-Key was used for another request. Use a new key.',
  },
  'rate-limit-exceeded': {
    httpStatus: 429,
    id: ({ waitSeconds }) => `Terlalu banyak permintaan. Tunggu ${waitSeconds} detik.`,
    en: ({ waitSeconds }) => `Too many requests. Wait ${waitSeconds} seconds.`,
  },
  'api-key-refused': {
    httpStatus: 401,
    id: () =>
      'Kunci API ini tidak dikenal, sudah habis masanya, atau dicabut. Minta kunci baru kepada administrator.',
    en: () =>
      'This API key is unknown, has expired, or was revoked. Ask an administrator for another.',
  },
  'credentials-both': {
    httpStatus: 400,
    id: () => 'Kirim kunci API atau kuki masuk, jangan keduanya.',
    en: () => 'Send an API key or a session cookie, not both.',
  },
  'service-account-not-found': {
    httpStatus: 404,
    id: () => 'Akun layanan ini tidak ada atau sudah ditutup.',
    en: () => 'This service account does not exist or is closed.',
  },
  'api-key-not-found': {
    httpStatus: 404,
    id: () => 'Kunci API ini tidak ada, sudah habis masanya, atau dicabut.',
    en: () => 'This API key does not exist, has expired, or was revoked.',
  },
  'version-required': {
    httpStatus: 428,
    id: () => 'Sebutkan versi yang diubah: kirim ETag dari bacaan terakhir sebagai If-Match.',
    en: () => 'Say which version you change: send the ETag of your last reading as If-Match.',
  },
  'version-outdated': {
    httpStatus: 412,
    id: () => 'Orang lain sudah mengubahnya. Muat ulang, lalu ubah lagi.',
    en: () => 'Somebody else has changed it. Load it again, then change it.',
  },
  'networks-unreadable': {
    httpStatus: 503,
    id: () =>
      'BETANG_WEBHOOK_NETWORKS tidak terbaca. Tulis alamat atau rentang, misalnya 10.20.0.0/16.',
    en: () =>
      'BETANG_WEBHOOK_NETWORKS cannot be read. Write addresses or ranges, for example 10.20.0.0/16.',
  },
  'webhook-not-found': {
    httpStatus: 404,
    id: () => 'Webhook ini tidak ada.',
    en: () => 'This webhook does not exist.',
  },
  'change-not-found': {
    httpStatus: 404,
    id: () => 'Keputusan atau usulan ini tidak ada, atau di luar wewenang Anda.',
    en: () => 'There is no such decision or proposal, or it lies outside what you may see.',
  },
  'change-subject-unknown': {
    httpStatus: 404,
    id: () => 'Orang, keluarga atau baris ini tidak ada dalam register. Muat ulang halamannya.',
    en: () => 'This person, family or row is not in the register. Load the page again.',
  },
  'change-own': {
    httpStatus: 403,
    id: () => 'Yang mengusulkan tidak menyetujuinya. Minta petugas lain memutuskan.',
    en: () => 'Who proposes does not approve. Ask another officer to decide.',
  },
  'change-closed': {
    httpStatus: 409,
    id: ({ state }) => `Sudah diputuskan (${state}). Muat ulang untuk melihat keadaannya.`,
    en: ({ state }) => `It is decided already (${state}). Load again to see how it stands.`,
  },
  'pair-not-waiting': {
    httpStatus: 409,
    id: () =>
      'Pasangan ini tidak menunggu penilaian Anda: sudah dinilai, atau daftarnya berubah. Muat ulang.',
    en: () =>
      'This pair does not wait for you: it was judged, or its list changed. Load the page again.',
  },
  'pair-judgement-not-found': {
    httpStatus: 404,
    id: () => 'Penilaian ini bukan milik Anda, atau tidak ada di wilayah Anda.',
    en: () => 'This answer is not yours, or not in your area.',
  },
  'pair-judgement-followed': {
    httpStatus: 409,
    id: () => 'Petugas lain sudah menilai pasangan ini juga. Minta Sekretariat TKPK memutuskan.',
    en: () => 'Another officer has judged this pair too. Ask the TKPK secretariat to settle it.',
  },
  'threshold-not-proposed': {
    httpStatus: 409,
    id: () => 'Usulan ambang sudah berubah. Muat ulang halamannya dan lihat usulan yang sekarang.',
    en: () =>
      'The proposed threshold has changed. Load the page again and look at the present one.',
  },
  'second-look-unreadable': {
    httpStatus: 503,
    id: () =>
      'BETANG_SECOND_LOOK_PERCENT tidak terbaca. Tulis bilangan bulat 0 sampai 100, misalnya 10.',
    en: () =>
      'BETANG_SECOND_LOOK_PERCENT cannot be read. Write a whole number from 0 to 100, such as 10.',
  },
  'pair-question-open': {
    httpStatus: 409,
    id: () => 'Kelurahan sudah ditanya tentang pasangan ini. Tunggu jawabannya, atau putuskan.',
    en: () => 'The ward has been asked about this pair. Wait for the answer, or decide.',
  },
  'pair-question-answered': {
    httpStatus: 409,
    id: () => 'Pertanyaan ini sudah dijawab. Muat ulang halamannya.',
    en: () => 'This question is answered already. Load the page again.',
  },
  'pair-question-not-found': {
    httpStatus: 404,
    id: () => 'Pertanyaan ini tidak ada di wilayah Anda.',
    en: () => 'There is no such question in your area.',
  },
  'group-not-found': {
    httpStatus: 404,
    id: () => 'Kelompok ini tidak ada di wilayah Anda. Cari lewat nama.',
    en: () => 'There is no such group in your area. Search by name.',
  },
  'group-ward-refused': {
    httpStatus: 422,
    id: () => 'Kelurahan ini bukan di wilayah Anda. Pilih kelurahan lain.',
    en: () => 'This ward is not in your area. Choose another ward.',
  },
  'group-day-refused': {
    httpStatus: 422,
    id: ({ unfit }) => groupDayWords[unfit].id,
    en: ({ unfit }) => groupDayWords[unfit].en,
  },
  'group-closed': {
    httpStatus: 409,
    id: () => 'Kelompok ini sudah ditutup. Batalkan penutupannya dulu.',
    en: () => 'This group is closed. Take the closing back first.',
  },
  'group-member-twice': {
    httpStatus: 409,
    id: () => 'Orang ini sudah menjadi anggota pada waktu itu. Akhiri dulu keanggotaan yang lama.',
    en: () => 'This person is a member at that time already. End the earlier membership first.',
  },
  'group-member-unknown': {
    httpStatus: 404,
    id: () => 'Keanggotaan ini tidak ada, atau sudah berakhir. Muat ulang halamannya.',
    en: () => 'There is no such membership, or it has ended. Load the page again.',
  },
  'group-change-not-found': {
    httpStatus: 404,
    id: () => 'Catatan ini tidak ada pada kelompok ini. Muat ulang halamannya.',
    en: () => 'This group has no such entry. Load the page again.',
  },
  'group-change-of-others': {
    httpStatus: 403,
    id: () =>
      'Catatan ini ditulis petugas lain. Minta penulisnya atau yang berhak memutuskan perubahan untuk membatalkannya.',
    en: () => 'Somebody else wrote this entry. Ask them, or who decides changes, to take it back.',
  },
  'group-change-rested-on': {
    httpStatus: 409,
    id: () => 'Ada catatan lain yang bersandar pada catatan ini. Batalkan yang lebih baru dulu.',
    en: () => 'Other entries rest on this one. Take the later ones back first.',
  },
  'change-fields-refused': {
    httpStatus: 422,
    id: ({ lost }) =>
      `Ada isian yang tidak terbaca. ${lost.map(({ hint }) => hint).join(' ')}`.trim(),
    en: ({ lost }) =>
      `Some values cannot be read: ${lost.map(({ field, code }) => `${field} (${code})`).join(', ')}.`,
  },
  'dukcapil-settings-invalid': {
    httpStatus: 422,
    id: () =>
      'Sambungan Dukcapil belum benar. BETANG_DUKCAPIL_URL harus https:// tanpa nama pengguna (http:// hanya di komputer ini), dan BETANG_DUKCAPIL_TOKEN harus diisi.',
    en: () =>
      'The connection to Dukcapil is not right. BETANG_DUKCAPIL_URL must be https:// without a user name (http:// on this machine only), and BETANG_DUKCAPIL_TOKEN must be set.',
  },
  'dukcapil-unreachable': {
    httpStatus: 503,
    id: ({ reason }) =>
      `Layanan Dukcapil tidak menjawab (${reason}). Jawaban yang sudah datang tersimpan; coba lagi nanti.`,
    en: ({ reason }) =>
      `The service of Dukcapil does not answer (${reason}). Answers that came are kept; try again later.`,
  },
  'dukcapil-answer-invalid': {
    httpStatus: 503,
    id: () =>
      'Jawaban layanan Dukcapil tidak terbaca, jadi tidak dipakai. Tunjukkan ini kepada pengelola gerbangnya.',
    en: () =>
      'The answer of the Dukcapil service cannot be read and is not used. Show this to whoever keeps its gateway.',
  },
  'webhook-address-refused': {
    httpStatus: 422,
    id: ({ why }) =>
      ({
        insecure: 'Alamat webhook harus https://.',
        unreadable: 'Alamat webhook tidak terbaca, atau memuat nama pengguna.',
        private:
          'Alamat webhook ada di jaringan dalam. Izinkan jaringannya di BETANG_WEBHOOK_NETWORKS.',
      })[why],
    en: ({ why }) =>
      ({
        insecure: 'The address of a webhook must be https://.',
        unreadable: 'The address of a webhook cannot be read, or holds a user name.',
        private:
          'The address of a webhook is inside the network. Allow that network in BETANG_WEBHOOK_NETWORKS.',
      })[why],
  },
  'web-not-built': {
    httpStatus: 503,
    id: ({ path }) => `Halaman web belum dibangun di ${path}. Jalankan: npm run build`,
    en: ({ path }) => `The web app is not built in ${path}. Run: npm run build`,
  },
  'certificate-unfit': {
    httpStatus: 503,
    id: ({ path, trouble }) =>
      ({
        unreadable: `${path} bukan sertifikat atau kunci PEM yang bisa dibaca (kunci tanpa kata sandi).`,
        'other-key': `Kunci ${path} bukan kunci sertifikat pada --cert.`,
        time: `Sertifikat ${path} belum atau tidak lagi berlaku. Periksa jam komputer, atau perbarui sertifikat.`,
      })[trouble],
    en: ({ path, trouble }) =>
      ({
        unreadable: `${path} is no certificate or key in PEM that can be read (a key without a password).`,
        'other-key': `Key ${path} does not belong to the certificate in --cert.`,
        time: `Certificate ${path} is not valid yet or any more. Check the clock of this computer, or renew it.`,
      })[trouble],
  },
  'port-in-use': {
    httpStatus: 503,
    id: ({ port }) =>
      `Port ${port} sedang dipakai program lain. Tutup program itu, atau pilih port lain: --port ${port + 1}.`,
    en: ({ port }) =>
      `Port ${port} is in use by another program. Stop it, or choose another port: --port ${port + 1}.`,
  },
  'port-refused': {
    httpStatus: 503,
    id: ({ port }) =>
      `Port ${port} tidak boleh dipakai oleh pengguna ini. Pilih port di atas 1024: --port 6271.`,
    en: ({ port }) =>
      `Port ${port} may not be used by this user. Choose a port above 1024: --port 6271.`,
  },
  'address-unknown': {
    httpStatus: 503,
    id: () =>
      'Alamat pada --host bukan alamat komputer ini. Pakai 127.0.0.1 (komputer ini saja) atau 0.0.0.0 (seluruh jaringan).',
    en: () =>
      'The address in --host is not one of this computer. Use 127.0.0.1 (this computer only) or 0.0.0.0 (the whole network).',
  },
  'job-running': {
    httpStatus: 409,
    id: () => 'Pekerjaan yang sama sedang berjalan. Tunggu sampai selesai, atau batalkan.',
    en: () => 'The same job is running. Wait until it is done, or cancel it.',
  },
  'job-not-found': {
    httpStatus: 404,
    id: ({ jobId }) => `Pekerjaan ${jobId} tidak ada.`,
    en: ({ jobId }) => `Job ${jobId} does not exist.`,
  },
  'job-interrupted': {
    httpStatus: 503,
    id: () =>
      'Server berhenti di tengah pekerjaan ini, berkali-kali. Data tidak berubah. Coba lagi; bila berulang, hubungi pengelola.',
    en: () =>
      'The server stopped in the middle of this job, several times. No data was changed. Try again; if it repeats, tell whoever runs it.',
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
  'file-not-found': {
    httpStatus: 404,
    id: ({ path }) => `Berkas ${path} tidak ada atau tidak bisa dibaca. Periksa tulisannya.`,
    en: ({ path }) => `File ${path} does not exist or cannot be read. Check the spelling.`,
  },
  'file-not-writable': {
    httpStatus: 422,
    id: ({ path }) => `Berkas ${path} tidak bisa ditulis. Pilih tempat lain.`,
    en: ({ path }) => `File ${path} cannot be written. Choose another place.`,
  },
  'csv-unclosed-quote': {
    httpStatus: 422,
    id: ({ path, record }) =>
      `${path}: tanda kutip di catatan ${record} tidak ditutup. Tambahkan tanda kutip penutup.`,
    en: ({ path, record }) =>
      `${path}: the quote in record ${record} is not closed. Add the closing quote.`,
  },
  'csv-cell-count': {
    httpStatus: 422,
    id: ({ path, record, found, expected }) =>
      `${path}: catatan ${record} punya ${found} sel, padahal judulnya ${expected}. Teks yang memuat koma perlu tanda kutip.`,
    en: ({ path, record, found, expected }) =>
      `${path}: record ${record} has ${found} cells, but there are ${expected} headings. Text with a comma needs quotes.`,
  },
  'column-missing': {
    httpStatus: 422,
    id: ({ path, column }) => `${path}: kolom "${column}" tidak ada. Tambahkan kolom itu.`,
    en: ({ path, column }) => `${path}: there is no column "${column}". Add it.`,
  },
  'rows-invalid': {
    httpStatus: 422,
    id: ({ path, count, first }) =>
      `${path}: ${count} sel perlu diperbaiki.${first.map(({ record, column, fault }) => `\n  catatan ${record}, kolom ${column}: ${cellFaultText(fault, 'id')}`).join('')}`,
    en: ({ path, count, first }) =>
      `${path}: ${count} cells need correction.${first.map(({ record, column, fault }) => `\n  record ${record}, column ${column}: ${cellFaultText(fault, 'en')}`).join('')}`,
  },
  'policy-invalid': {
    httpStatus: 422,
    id: ({ path, rule }) => `${path}: aturan "${rule}" tidak terbaca atau tidak dikenal.`,
    en: ({ path, rule }) => `${path}: rule "${rule}" cannot be read or is not known.`,
  },
  'policy-rule-unsupported': {
    httpStatus: 422,
    id: ({ path, rule }) =>
      `${path}: aturan "${rule}" belum bisa dijalankan, jadi rencana tidak dibuat. Hapus aturan itu untuk merencanakan tanpanya.`,
    en: ({ path, rule }) =>
      `${path}: rule "${rule}" cannot be carried out yet, so no plan was made. Remove it to plan without it.`,
  },
  'plan-unreadable': {
    httpStatus: 422,
    id: ({ path }) =>
      `${path} bukan hasil rencana yang utuh. Jalankan lagi betang allocate ke folder itu.`,
    en: ({ path }) => `${path} is no complete plan. Run betang allocate into that folder again.`,
  },
  'link-file-unreadable': {
    httpStatus: 422,
    id: ({ file, reason }) =>
      `${file} tidak terbaca sebagai CSV atau Parquet dengan baris judul: ${reason}`,
    en: ({ file, reason }) => `${file} cannot be read as CSV or Parquet with a header: ${reason}`,
  },
  'link-column-missing': {
    httpStatus: 422,
    id: ({ file, column, columns }) =>
      `${file} tidak punya kolom "${column}". Kolomnya: ${columns}.`,
    en: ({ file, column, columns }) =>
      `${file} has no column "${column}". Its columns: ${columns}.`,
  },
  'link-settings-invalid': {
    httpStatus: 422,
    id: ({ file, path, fault }) =>
      `Pengaturan ${file} tidak dapat dipakai${path === '' ? '' : ` di "${path}"`}: ${fault}. Contoh yang benar ada di model.json hasil tanpa pengaturan.`,
    en: ({ file, path, fault }) =>
      `The settings ${file} cannot be used${path === '' ? '' : ` at "${path}"`}: ${fault}. A right example is in the model.json of a run without settings.`,
  },
  'link-earlier-unreadable': {
    httpStatus: 422,
    id: ({ folder, reason }) =>
      `${folder} bukan folder hasil betang link yang utuh: ${reason}. Jalankan betang link tanpa --earlier dahulu.`,
    en: ({ folder, reason }) =>
      `${folder} does not hold the whole results of betang link: ${reason}. Run betang link without --earlier first.`,
  },
  'link-earlier-unfit': {
    httpStatus: 422,
    id: ({ folder }) =>
      `Tidak ada baris dari hasil ${folder} di berkas yang diberikan. Sertakan juga berkas yang dulu, dengan nama dan kolom id yang sama.`,
    en: ({ folder }) =>
      `No row of the results in ${folder} stands in the files that you gave. Give the earlier files too, by the same names and with the same id column.`,
  },
  'link-no-rows': {
    httpStatus: 422,
    id: ({ file }) =>
      `${file} tidak punya satu baris pun di bawah baris judul. Periksa isinya, atau jangan sertakan.`,
    en: ({ file }) => `${file} has no row below its header. Check what is in it, or leave it out.`,
  },
  'link-id-missing': {
    httpStatus: 422,
    id: ({ file, column, row, rows }) =>
      `${file}: kolom "${column}" kosong pada ${rows} baris, yang pertama baris data ${row}. Setiap baris perlu id.`,
    en: ({ file, column, row, rows }) =>
      `${file}: column "${column}" is empty in ${rows} rows, first in data row ${row}. Every row needs an id.`,
  },
  'link-id-twice': {
    httpStatus: 422,
    id: ({ file, column, row, otherRow }) =>
      `${file}: baris data ${row} dan ${otherRow} punya id yang sama di kolom "${column}". Pilih kolom yang berbeda di setiap baris.`,
    en: ({ file, column, row, otherRow }) =>
      `${file}: data rows ${row} and ${otherRow} have the same id in column "${column}". Choose a column that differs in every row.`,
  },
}

const grantParts = {
  service: {
    id: 'akun layanan tidak memutuskan dan tidak memasukkan orang',
    en: 'a service decides nothing and lets nobody in',
  },
  regions: { id: 'pilih wilayahnya', en: 'choose its territory' },
  organisation: {
    id: 'batasi pada urusan instansinya sendiri',
    en: 'limit it to what its own organisation has to do with',
  },
  'data-classes': {
    id: 'peran ini hanya memakai data umum',
    en: 'this role works with general data only',
  },
  period: {
    id: 'mulainya tidak boleh sebelum hari ini, dan akhirnya sesudah mulainya',
    en: 'it must not begin before today, and must end after it begins',
  },
} as const

const cellFaults: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  missing: { id: 'kosong, padahal harus diisi', en: 'empty, but needed' },
  twice: { id: 'sudah dipakai baris lain', en: 'already used by another row' },
  'not-a-number': { id: 'bukan angka; tulis seperti 1250000', en: 'no number; write as 1250000' },
  'not-whole': { id: 'harus bilangan bulat', en: 'must be a whole number' },
  negative: { id: 'tidak boleh di bawah 0', en: 'must not be below 0' },
  'not-positive': { id: 'harus 1 atau lebih', en: 'must be 1 or more' },
  'not-a-date': {
    id: 'bukan tanggal; tulis seperti 2026-03-31',
    en: 'no date; write as 2026-03-31',
  },
  'rule-unreadable': { id: 'saringan tidak terbaca', en: 'the filter cannot be read' },
  'no-limit': {
    id: 'isi jumlah unit, atau anggaran dengan biaya satuan',
    en: 'state units, or a budget with a unit cost',
  },
}

function cellFaultText(fault: string, language: 'id' | 'en'): string {
  return cellFaults[fault]?.[language] ?? fault
}
