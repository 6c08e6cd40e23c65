import { plainWords, wordPattern } from './plain-words.ts'

/** What a row's own words say about whether the help arrived. */
export type AidStatus = 'received' | 'failed' | 'planned'

/** The heir took the payment: the family did receive it. */
const heirWords = wordPattern(['ahli waris', 'diwakilkan', 'diwakili', 'dikuasakan'])

const failedWords = wordPattern([
  'gagal*',
  '(?:tidak|tdk|tak|non|belum|blm) (?:aktif|hadir|salur|tersalur*|cair|diambil|ambil|datang|diterima|menerima|terima|transaksi|ditemukan|ketemu|layak|memenuhi|padan|valid|dapat|jadi|disalurkan|dicairkan|diserahkan|realisasi|terealisasi|lolos|sesuai)',
  'nonaktif*',
  'inaktif',
  'inactive',
  'saldo 0',
  'saldo nol',
  'saldo kosong',
  'retur*',
  'refund',
  'tolak*',
  'ditolak',
  'penolakan',
  'batal*',
  'dibatalkan',
  'blokir*',
  'terblokir',
  'diblokir',
  'beku',
  'dibekukan',
  'meninggal*',
  'wafat',
  'almarhum*',
  'alm',
  'pindah*',
  'mundur',
  'mengundurkan diri',
  'graduasi*',
  'dikeluarkan',
  'dihapus',
  'dicoret',
  'dikembalikan',
  'kembali ke kas',
  'kembali ke kasda',
  'hangus',
  'kedaluwarsa',
  'kadaluarsa',
  'stop',
  'dihentikan',
  'failed',
  'rejected',
  'cancel*',
  'eror',
  'error',
  'tidak',
  'tdk',
])

const plannedWords = wordPattern([
  'usul*',
  'diusulkan',
  'pengajuan',
  'diajukan',
  'ajukan',
  'mengajukan',
  'rencana*',
  'calon*',
  'direncanakan',
  'akan',
  'proses',
  'diproses',
  'dalam proses',
  'pending',
  'tunda*',
  'ditunda',
  'tertunda',
  'menunggu',
  'tunggu',
  'antri*',
  'antre*',
  'daftar tunggu',
  'verifikasi',
  'verval',
  'belum*',
  'blm',
  'survei',
  'survey',
  'draft',
  'draf',
  'butuh',
  'membutuhkan',
  'perlu',
  'memerlukan',
  'mohon*',
  'permohonan',
  'minta',
  'ingin',
  'berminat',
  'layak diusulkan',
  'on process',
  'waiting',
])

const receivedWords = wordPattern([
  'berhasil*',
  'sukses',
  'success*',
  'salur',
  'tersalur*',
  'disalurkan',
  'cair*',
  'dicairkan',
  'terima*',
  'diterima*',
  'menerima',
  'sudah*',
  'sdh',
  'telah',
  'selesai',
  'lunas',
  'ok',
  'oke',
  'aktif',
  'ya',
  'realisasi*',
  'terealisasi',
  'diserahkan',
  'terpasang',
  'dipasang',
  'dibangun',
  'terbangun',
  'transaksi',
  'diambil',
  'paid',
  'received',
  'delivered',
])

/**
 * Whether help arrived according to status words; undefined when they say nothing about it.
 * A refusal outweighs an arrival ("sudah diusulkan, belum cair"), an heir outweighs a death.
 */
export function readAidStatus(text: string | undefined): AidStatus | undefined {
  if (text === undefined) return undefined
  const plain = plainWords(text)
  if (plain === '') return undefined
  if (heirWords.test(plain)) return 'received'
  if (failedWords.test(plain))
    return /tidak ada (kendala|masalah)/.test(plain) ? 'received' : 'failed'
  if (plannedWords.test(plain)) return 'planned'
  return receivedWords.test(plain) ? 'received' : undefined
}

/** Failures that a free remark tells without doubt; other remarks say nothing about arrival. */
const failedRemarkWords = wordPattern([
  'gagal*',
  '(?:tidak|tdk|belum|blm) (?:hadir|salur|tersalur*|cair|diambil|diterima|disalurkan|dicairkan)',
  'rek* (?:tidak|tdk|non) aktif',
  'saldo 0',
  'retur*',
  'batal*',
  'dibatalkan',
  'meninggal*',
])

/** True when a free remark beside the help says that it did not arrive. */
export function remarkSaysFailed(text: string | undefined): boolean {
  if (text === undefined) return false
  const plain = plainWords(text)
  return failedRemarkWords.test(plain) && !heirWords.test(plain)
}

/** The cell says that there was no help: `-`, "belum pernah", "tidak ada". */
export function saysNone(text: string): boolean {
  const plain = plainWords(text)
  return (
    plain === '' ||
    /^(0|nihil|nol|kosong|none|no|n a|x|tidak|tdk|tak|bukan|belum|blm)$/.test(plain) ||
    /^(belum|blm|tidak|tdk|tak)( ada| pernah| punya| dapat| mendapat| menerima| terima| dibantu)+/.test(
      plain,
    )
  )
}
