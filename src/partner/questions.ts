import type { OfferQuestion } from './schema.ts'

/** What Betang asks about an offer, and what it does until it is answered. Indonesian. */
const wordings = {
  'need-assumed': {
    text: (said) => `Kebutuhan apa yang dijawab "${said}"? Kodenya tidak tertulis.`,
    effect: 'Dihitung untuk kebutuhan dalam kurung sampai dijawab.',
  },
  'need-open': {
    text: (said) => `Kebutuhan mana yang dijawab "${said}"? Hanya bidangnya yang tertulis.`,
    effect: 'Terbuka untuk semua kebutuhan di bidang itu sampai dijawab.',
  },
  'need-unknown': {
    text: (said) => `Kebutuhan apa yang dijawab "${said}"?`,
    effect: 'Belum dibagikan sampai dijawab.',
  },
  'territory-unknown': {
    text: (said) => `Wilayah "${said}" meliputi kelurahan mana?`,
    effect: 'Belum dibagikan di wilayah itu sampai dijawab.',
  },
  'territory-ambiguous': {
    text: (said) => `"${said}" kelurahan atau kecamatan?`,
    effect: 'Dihitung sebagai yang dalam kurung sampai dijawab.',
  },
  'territory-kind': {
    text: (said) => `Wilayah "${said}" meliputi RT atau kelurahan mana?`,
    effect:
      'Hanya untuk keluarga yang menurut daftar tinggal di sana; yang belum diketahui menunggu.',
  },
  'condition-unknown': {
    text: (said) => `Siapa yang memenuhi "${said}"? Tidak ada daftar yang memuatnya.`,
    effect: 'Tidak ada yang dipesankan sampai dijawab; yang lain tidak ditolak.',
  },
  'poverty-without-limit': {
    text: (said) => `"${said}" tidak punya batas angka. Adakah batasnya, misalnya desil?`,
    effect: 'Dipakai sebagai urutan menurut nilai kebutuhan, bukan sebagai saringan.',
  },
  'some-first': {
    text: (said) => `"${said}": seberapa jauh?`,
    effect: 'Urutan tetap menurut nilai kebutuhan sampai dijawab; tidak ada yang dikeluarkan.',
  },
  faith: {
    text: (said) => `Penerima harus ${said}. Agama jarang tercatat di daftar.`,
    effect: 'Yang agamanya belum tercatat menunggu; tidak ditebak dari nama.',
  },
  'quantity-unclear': {
    text: (said) => `Berapa jumlahnya? Tertulis "${said}".`,
    effect: 'Hanya dibatasi anggaran; tanpa anggaran tidak dibagikan.',
  },
  'unit-unclear': {
    text: (said) => `Satu unit untuk berapa keluarga atau orang? Tertulis "${said}".`,
    effect: 'Dihitung sebanyak angka itu sampai dijawab.',
  },
  'area-size': {
    text: (said) => `Satu ${said || 'unit'} melayani berapa keluarga?`,
    effect: 'Belum dibagikan sampai dijawab.',
  },
  'group-size': {
    text: (said) => `Satu kelompok untuk berapa keluarga, dan haruskah setempat? Dibaca "${said}".`,
    effect: 'Dihitung jumlah anggota paling sedikit; anggota dapat dari kelurahan berbeda.',
  },
  'cost-unclear': {
    text: (said) => `Berapa biaya satu unit? Tertulis "${said}".`,
    effect: 'Dihitung Rp0 sampai dijawab.',
  },
  'cost-missing': {
    text: (said) => `Berapa biaya satu unit "${said}"?`,
    effect: 'Dihitung Rp0 sampai dijawab.',
  },
  'budget-unclear': {
    text: (said) => `Berapa anggarannya? Tertulis "${said}".`,
    effect: 'Hanya dibatasi jumlah unit sampai dijawab.',
  },
  'limit-missing': {
    text: (said) => `Berapa banyak "${said}" tersedia? Tidak ada jumlah atau anggaran.`,
    effect: 'Belum dibagikan sampai dijawab.',
  },
  'window-unclear': {
    text: (said) => `Kapan penawaran ini berlaku? Tertulis "${said}".`,
    effect: 'Belum dibagikan sampai dijawab.',
  },
} as const satisfies Record<
  string,
  { readonly text: (said: string) => string; readonly effect: string }
>

export type QuestionCode = keyof typeof wordings

/** A question about an offer in the words of its own table. */
export function questionOf(offerId: string, code: QuestionCode, said: string): OfferQuestion {
  const { text, effect } = wordings[code]
  return { offerId, code, text: text(said), effect }
}
