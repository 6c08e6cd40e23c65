import type { Finding } from '#intake/schema'

/** What may be wrong with a cell of a budget table, and what Betang did. Indonesian. */
const hints = {
  'amount-unreadable': () => 'Bukan satu jumlah rupiah. Sel ini dikosongkan; tulis angkanya saja.',
  'amount-negative': () => 'Jumlah di bawah nol. Sel ini dikosongkan; periksa di sumbernya.',
  'total-differs': (expected) =>
    `Jumlah realisasi seharusnya ${expected}. Matriks memakai jumlah yang dihitung ulang.`,
  'sum-row-differs': (expected) =>
    `Baris jumlah seharusnya ${expected}. Matriks memakai jumlah yang dihitung ulang.`,
  'realised-over-budget': () => 'Realisasi melebihi anggaran. Periksa keduanya di sumbernya.',
  'target-unreadable': () => 'Sasaran tidak terbaca sebagai jumlah dan satuan, misalnya 500 KK.',
  'strategy-missing': () => 'Strategi tidak disebut di baris ini atau judul di atasnya.',
  'strategy-differs': () =>
    'Strategi baris ini berbeda dari judul kelompoknya; dipakai yang di baris.',
  'code-form': () => 'Bentuk kode sub kegiatan biasanya 5.01.03.2.02.0003. Periksa kodenya.',
  'involvement-missing': () => 'Langsung, tidak langsung, atau penunjang? Tidak ada yang ditandai.',
  'semester-as-quarters': () =>
    'Sumber memakai semester: semester I ditulis di TW II, semester II di TW IV.',
  'column-missing': () => 'Kolom ini tidak ada di sumbernya; di matriks kosong.',
} as const satisfies Record<string, (expected: string) => string>

export type BudgetFault = keyof typeof hints

export interface CellPlace {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly column: string
}

/** A finding about one cell; `expected` is what the cell should hold where that is known. */
export function budgetFinding(
  place: CellPlace,
  code: BudgetFault,
  value: string,
  expected = '',
): Finding {
  return { ...place, code, value, hint: hints[code](expected) }
}
