/** Words of the printed anchor. */
export interface AnchorWords {
  readonly title: string
  readonly day: string
  readonly madeAt: string
  readonly events: string
  readonly hash: string
  readonly howToCheck: string
  readonly signers: readonly string[]
}

export const anchorWords: Readonly<Record<'id' | 'en', AnchorWords>> = {
  id: {
    title: 'Jangkar jejak akses Betang',
    day: 'Tanggal',
    madeAt: 'Dibuat (UTC)',
    events: 'Jumlah peristiwa',
    hash: 'Sidik rantai sampai peristiwa terakhir (SHA-256)',
    howToCheck:
      'Simpan lembar ini di luar komputer. Bila jejak sampai hari ini diubah, dihapus, atau ditulis ulang, sidiknya tidak lagi sama. Periksa kapan saja di server; bila data tersimpan dalam folder, hentikan Betang dahulu:',
    signers: ['Pejabat Pelindungan Data', 'Auditor'],
  },
  en: {
    title: 'Anchor of the Betang access trail',
    day: 'Date',
    madeAt: 'Made at (UTC)',
    events: 'Number of events',
    hash: 'Hash of the chain up to the last event (SHA-256)',
    howToCheck:
      'Keep this sheet outside the computer. If the trail up to this day is changed, cut or written anew, its hash is no longer the same. Check at any time on the server; where the data lie in a folder, stop Betang first:',
    signers: ['Data protection officer', 'Auditor'],
  },
}
