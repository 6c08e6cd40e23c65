import { foldWord } from './names.ts'

/** An address taken apart: the street's folded words and the number at the door. */
export interface NormalAddress {
  /** Empty when the address names a landmark only ("behind the market"). */
  readonly street: string
  /** House number with its letter, `141a`; absent when none is written. */
  readonly number?: string
  /** A number stood last without a word like "No": it may belong to the street ("Jl. Yani 1"). */
  readonly isNumberSure: boolean
}

const landmarkWords =
  /^(samping|belakang|depan|dekat|dkt|seberang|sebelah|tepi|pinggir|ujung|sekitar|masuk)\b/
const streetWords = new Set('jl jln jalan jaln jin'.split(' '))
const spelledAlike: ReadonlyMap<string, string> = new Map([
  ['gang', 'gg'],
  ['g', 'gg'],
  ['komplek', 'komp'],
  ['kompleks', 'komp'],
  ['perumahan', 'perum'],
  ['blk', 'blok'],
  ['lorong', 'lrg'],
])
/** A Roman numeral as the last word. */
const romanEnd = /\b[ivx]+\.?\s*$/i
const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

function streetToken(word: string): string {
  const roman = romans.indexOf(word)
  if (roman >= 0) return String(roman + 1)
  if (/\d/.test(word)) return word.replace(/^0+(?=\d)/, '')
  return foldWord(spelledAlike.get(word) ?? word)
}

/**
 * The addresses of a collection, with one reading of numbers that stand last without "No".
 *
 * Such a number is a door, unless the street with the number in its name is written elsewhere with a
 * door of its own or in Roman numerals ("Jl. Yani 1 No. 5", "Jl. Yani I").
 */
export function normaliseAddresses(
  written: readonly (string | undefined)[],
): readonly (NormalAddress | undefined)[] {
  const known = new Map<string, NormalAddress | undefined>()
  for (const text of written) {
    if (text !== undefined && !known.has(text)) known.set(text, normaliseAddress(text))
  }
  const sureStreets = new Set<string>()
  for (const [text, address] of known) {
    if (!address || address.street === '') continue
    if (address.isNumberSure || romanEnd.test(text)) sureStreets.add(address.street)
  }
  return written.map((text) => {
    const address = text === undefined ? undefined : known.get(text)
    if (address?.number === undefined || address.isNumberSure) return address
    const street = `${address.street} ${address.number}`
    return sureStreets.has(street) ? { street, isNumberSure: false } : address
  })
}

/** The street and house number of an address as written; undefined when nothing is left. */
export function normaliseAddress(written: string): NormalAddress | undefined {
  const text = written
    .toLowerCase()
    .replace(/\brt\.?\s*\d+\s*(\/|,)?\s*(rw\.?\s*)?\d*/g, ' ')
    .replace(/[’'`"]/g, '')
    // "Km 10,5" is one number of the street, not a street and a door.
    .replace(/(\d)[.,](\d)/g, '$1p$2')
  const landmark = landmarkWords.test(text.trim())
  if (landmark) return { street: '', isNumberSure: false }

  const marked = /\b(?:no|nomor|nmr|nomer)\b\.?\s*:?\s*(\d+)\s*([a-z]?)\b/.exec(text)
  const rest = marked
    ? text.slice(0, marked.index) + text.slice(marked.index + marked[0].length)
    : text
  const words = rest
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !streetWords.has(word))
  if (marked) {
    return {
      street: words.map(streetToken).join(' '),
      number: doorNumber(marked[1], marked[2]),
      isNumberSure: true,
    }
  }
  const last = words.at(-1) ?? ''
  const bare = /^(\d+)([a-z]?)$/.exec(last)
  if (bare && words.length > 1 && words.at(-2) !== 'km') {
    const street = words.slice(0, -1).map(streetToken).join(' ')
    return { street, number: doorNumber(bare[1], bare[2]), isNumberSure: false }
  }
  const street = words.map(streetToken).join(' ')
  return street === '' ? undefined : { street, isNumberSure: false }
}

function doorNumber(digits: string | undefined, letter: string | undefined): string {
  return `${Number(digits)}${letter ?? ''}`
}
