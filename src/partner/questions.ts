import type { OfferQuestion } from './schema.ts'

interface Words {
  readonly id: string
  readonly en: string
}

/** What Betang asks about an offer, and what it does until it is answered. */
export const wordings = {
  'need-assumed': {
    text: (said) => ({
      id: `Kebutuhan apa yang dijawab "${said}"? Kodenya tidak tertulis.`,
      en: `Which need does "${said}" answer? Its code is not written.`,
    }),
    effect: {
      id: 'Dihitung untuk kebutuhan dalam kurung sampai dijawab.',
      en: 'Counted for the need in brackets until answered.',
    },
  },
  'need-open': {
    text: (said) => ({
      id: `Kebutuhan mana yang dijawab "${said}"? Hanya bidangnya yang tertulis.`,
      en: `Which need does "${said}" answer? Only its sector is written.`,
    }),
    effect: {
      id: 'Terbuka untuk semua kebutuhan di bidang itu sampai dijawab.',
      en: 'Open to all needs of that sector until answered.',
    },
  },
  'need-unknown': {
    text: (said) => ({
      id: `Kebutuhan apa yang dijawab "${said}"?`,
      en: `Which need does "${said}" answer?`,
    }),
    effect: { id: 'Belum dibagikan sampai dijawab.', en: 'Not given out until answered.' },
  },
  'territory-unknown': {
    text: (said) => ({
      id: `Wilayah "${said}" meliputi kelurahan mana?`,
      en: `Which wards does the area "${said}" cover?`,
    }),
    effect: {
      id: 'Belum dibagikan di wilayah itu sampai dijawab.',
      en: 'Not given out in that area until answered.',
    },
  },
  'territory-ambiguous': {
    text: (said) => ({
      id: `"${said}" kelurahan atau kecamatan?`,
      en: `Is "${said}" a ward or a district?`,
    }),
    effect: {
      id: 'Dihitung sebagai yang dalam kurung sampai dijawab.',
      en: 'Counted as the one in brackets until answered.',
    },
  },
  'territory-kind': {
    text: (said) => ({
      id: `Wilayah "${said}" meliputi RT atau kelurahan mana?`,
      en: `Which RT or wards does the area "${said}" cover?`,
    }),
    effect: {
      id: 'Hanya untuk keluarga yang menurut daftar tinggal di sana; yang belum diketahui menunggu.',
      en: 'Only for families whom the lists place there; those not known yet wait.',
    },
  },
  'condition-unknown': {
    text: (said) => ({
      id: `Siapa yang memenuhi "${said}"? Tidak ada daftar yang memuatnya.`,
      en: `Who meets "${said}"? No list tells it.`,
    }),
    effect: {
      id: 'Tidak ada yang dipesankan sampai dijawab; yang lain tidak ditolak.',
      en: 'Nothing is reserved until answered; nobody is refused.',
    },
  },
  'poverty-without-limit': {
    text: (said) => ({
      id: `"${said}" tidak punya batas angka. Adakah batasnya, misalnya desil?`,
      en: `"${said}" has no limit in numbers. Is there one, a decile for instance?`,
    }),
    effect: {
      id: 'Dipakai sebagai urutan menurut nilai kebutuhan, bukan sebagai saringan.',
      en: 'Used as an order by need score, not as a filter.',
    },
  },
  'some-first': {
    text: (said) => ({ id: `"${said}": seberapa jauh?`, en: `"${said}": how far?` }),
    effect: {
      id: 'Urutan tetap menurut nilai kebutuhan sampai dijawab; tidak ada yang dikeluarkan.',
      en: 'The order stays by need score until answered; nobody is left out.',
    },
  },
  faith: {
    text: (said) => ({
      id: `Penerima harus ${said}. Agama jarang tercatat di daftar.`,
      en: `Recipients must be ${said}. Lists seldom tell a faith.`,
    }),
    effect: {
      id: 'Yang agamanya belum tercatat menunggu; tidak ditebak dari nama.',
      en: 'Those whose faith is not on record wait; it is not guessed from a name.',
    },
  },
  'quantity-unclear': {
    text: (said) => ({
      id: `Berapa jumlahnya? Tertulis "${said}".`,
      en: `How many? It says "${said}".`,
    }),
    effect: {
      id: 'Hanya dibatasi anggaran; tanpa anggaran tidak dibagikan.',
      en: 'Limited by the budget only; without a budget not given out.',
    },
  },
  'unit-unclear': {
    text: (said) => ({
      id: `Satu unit untuk berapa keluarga atau orang? Tertulis "${said}".`,
      en: `For how many families or persons is one unit? It says "${said}".`,
    }),
    effect: {
      id: 'Dihitung sebanyak angka itu sampai dijawab.',
      en: 'Counted as that many until answered.',
    },
  },
  'area-size': {
    text: (said) => ({
      id: `Satu ${said || 'unit'} melayani berapa keluarga?`,
      en: `How many families does one ${said || 'unit'} serve?`,
    }),
    effect: { id: 'Belum dibagikan sampai dijawab.', en: 'Not given out until answered.' },
  },
  'group-size': {
    text: (said) => ({
      id: `Satu kelompok untuk berapa keluarga, dan haruskah setempat? Dibaca "${said}".`,
      en: `How many families make a group, and must they be neighbours? Read as "${said}".`,
    }),
    effect: {
      id: 'Dihitung jumlah anggota paling sedikit; anggota dapat dari kelurahan berbeda.',
      en: 'Counted with the fewest members; they may come from different wards.',
    },
  },
  'cost-unclear': {
    text: (said) => ({
      id: `Berapa biaya satu unit? Tertulis "${said}".`,
      en: `What does one unit cost? It says "${said}".`,
    }),
    effect: { id: 'Dihitung Rp0 sampai dijawab.', en: 'Counted as Rp0 until answered.' },
  },
  'cost-missing': {
    text: (said) => ({
      id: `Berapa biaya satu unit "${said}"?`,
      en: `What does one unit of "${said}" cost?`,
    }),
    effect: { id: 'Dihitung Rp0 sampai dijawab.', en: 'Counted as Rp0 until answered.' },
  },
  'budget-unclear': {
    text: (said) => ({
      id: `Berapa anggarannya? Tertulis "${said}".`,
      en: `How large is the budget? It says "${said}".`,
    }),
    effect: {
      id: 'Hanya dibatasi jumlah unit sampai dijawab.',
      en: 'Limited by the number of units only until answered.',
    },
  },
  'limit-missing': {
    text: (said) => ({
      id: `Berapa banyak "${said}" tersedia? Tidak ada jumlah atau anggaran.`,
      en: `How much of "${said}" is there? No number or budget is given.`,
    }),
    effect: { id: 'Belum dibagikan sampai dijawab.', en: 'Not given out until answered.' },
  },
  'window-unclear': {
    text: (said) => ({
      id: `Kapan penawaran ini berlaku? Tertulis "${said}".`,
      en: `When does this offer hold? It says "${said}".`,
    }),
    effect: { id: 'Belum dibagikan sampai dijawab.', en: 'Not given out until answered.' },
  },
} as const satisfies Record<
  string,
  { readonly text: (said: string) => Words; readonly effect: Words }
>

export type QuestionCode = keyof typeof wordings

/** A question about an offer in the words of its own table. */
export function questionOf(offerId: string, code: QuestionCode, said: string): OfferQuestion {
  const { text, effect } = wordings[code]
  const asked = text(said)
  return {
    offerId,
    code,
    text: asked.id,
    textEn: asked.en,
    effect: effect.id,
    effectEn: effect.en,
  }
}
