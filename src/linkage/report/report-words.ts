import type { Words } from '#platform/words'
import type { ComparisonKind } from '../kernel/levels.ts'
import type { BlockingPart } from '../settings/blocking-parts.ts'
import type { ColumnProfile } from '../tables/column-kind.ts'

/** What a column holds. */
export const kindWords: Readonly<Record<ComparisonKind, Words>> = {
  name: { id: 'nama orang', en: 'name of a person' },
  text: { id: 'teks', en: 'text' },
  address: { id: 'alamat', en: 'address' },
  date: { id: 'tanggal', en: 'date' },
  identifier: { id: 'nomor pengenal', en: 'identity number' },
  shared_identifier: { id: 'nomor bersama satu keluarga', en: 'number that a family shares' },
  phone: { id: 'nomor telepon', en: 'telephone number' },
  email: { id: 'alamat surel', en: 'e-mail address' },
  code: { id: 'kode', en: 'code' },
  category: { id: 'pilihan dari daftar pendek', en: 'choice from a short list' },
  number: { id: 'angka', en: 'number' },
}

/** Why a column was left out. */
export const reasonWords: Readonly<Record<NonNullable<ColumnProfile['reason']>, Words>> = {
  empty: { id: 'hampir tidak ada isinya', en: 'hardly a value in it' },
  'one-value': { id: 'isinya sama di semua baris', en: 'the same value in all rows' },
  'never-twice': {
    id: 'isinya berbeda di setiap baris, jadi tidak pernah cocok',
    en: 'another value in every row, so it never agrees',
  },
  'too-long': { id: 'teks panjang, seperti catatan', en: 'long text, such as notes' },
}

/** The part of a value that a blocking rule asks to agree. */
export const partWords: Readonly<Record<BlockingPart, Words>> = {
  whole: { id: 'seluruhnya', en: 'the whole' },
  start: { id: 'bagian awal', en: 'first part' },
  end: { id: 'bagian akhir', en: 'last part' },
  rarest: { id: 'kata paling jarang', en: 'rarest word' },
  second_rarest: { id: 'kata paling jarang kedua', en: 'second rarest word' },
  first_letters: { id: 'tiga huruf pertama', en: 'first three letters' },
  last_letters: { id: 'tiga huruf awal kata terakhir', en: 'first three letters of the last word' },
  year: { id: 'tahun', en: 'year' },
  year_month: { id: 'tahun dan bulan', en: 'year and month' },
  month_day: { id: 'bulan dan hari', en: 'month and day' },
}

/** Levels by their label, without the band of rarity. */
const levelWords: Readonly<Record<string, Words>> = {
  missing: { id: 'salah satu kosong', en: 'one of them is empty' },
  none: { id: 'tidak ada kata yang sama', en: 'no word agrees' },
  'initials only': { id: 'hanya huruf awal yang cocok', en: 'initials only' },
  'one word': { id: 'sebagian kata sama', en: 'some words agree, not all' },
  'shorter contained, slips': {
    id: 'yang pendek termuat di yang panjang, dengan salah ketik',
    en: 'the shorter stands in the longer, with slips',
  },
  'shorter contained': {
    id: 'yang pendek termuat di yang panjang',
    en: 'the shorter stands in the longer',
  },
  'all words, slips': {
    id: 'semua kata cocok, dengan salah ketik',
    en: 'all words agree, with slips',
  },
  'all words': { id: 'semua kata sama', en: 'all words agree' },
  other: { id: 'berbeda', en: 'different' },
  'a part agrees': { id: 'sebagian sama', en: 'a part agrees' },
  'one slip': { id: 'satu salah ketik', en: 'one slip' },
  exact: { id: 'sama persis', en: 'exactly the same' },
  'within ten years': { id: 'selisih paling banyak sepuluh tahun', en: 'within ten years' },
  'within a year': { id: 'selisih paling banyak setahun', en: 'within a year' },
  'same year': { id: 'tahun sama', en: 'same year' },
  'same day and month, another year': {
    id: 'hari dan bulan sama, tahun berbeda',
    en: 'same day and month, another year',
  },
  'year agrees, 1 January by habit': {
    id: 'tahun sama, 1 Januari karena kebiasaan',
    en: 'year agrees, 1 January by habit',
  },
  'year agrees, no more is known': {
    id: 'tahun sama, selebihnya tidak diketahui',
    en: 'year agrees, no more is known',
  },
  'same month': { id: 'tahun dan bulan sama', en: 'same year and month' },
  'one part differs by a slip': {
    id: 'satu bagian salah ketik',
    en: 'one part differs by a slip',
  },
  'day and month swapped': { id: 'hari dan bulan tertukar', en: 'day and month swapped' },
}

/** Words for a level's label; a band of rarity as the share of rows that bear the value. */
export function sayLevel(label: string): Words {
  const known = levelWords[label]
  if (known) return known
  const [, base = label, band = ''] = /^(.*), (common|\d+ bits)$/.exec(label) ?? []
  const words = levelWords[base] ?? { id: base, en: base }
  if (band === '') return words
  if (band === 'common') return { id: `${words.id}; umum`, en: `${words.en}; common` }
  const rows = 2 ** Number.parseInt(band, 10)
  const group = (separator: string) => String(rows).replace(/\B(?=(\d{3})+$)/g, separator)
  return {
    id: `${words.id}; paling banyak 1 dari ${group('.')}`,
    en: `${words.en}; 1 in ${group(',')} at most`,
  }
}
