import { cutWords, degrees, honorifics, leadingTitles, nameVariants } from './name-words.ts'

/** A name without titles and spelling habits. */
export interface NormalName {
  /** Folded words in the order written; initials are single letters. */
  readonly tokens: readonly string[]
  /** The same words as written, lower case. */
  readonly words: readonly string[]
  /** One word behind a form of address: the own name cut short, or a child's name. */
  readonly isNickname: boolean
  /** What the form of address or title tells. */
  readonly sex?: 'male' | 'female'
}

/**
 * One spelling for words that sound alike: old spelling (oe, dj, tj, sj, nj), y and i, f and p,
 * silent h, doubled letters. Lossy on purpose; two words with one folding are taken as one word.
 */
export function foldWord(word: string): string {
  const common = nameVariants.get(word) ?? word
  const folded = common
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/nj/g, 'ny')
    .replace(/s[jyh](?=[aiueo])/g, 's')
    .replace(/sch/g, 's')
    .replace(/^ch/, 'c')
    .replace(/ph/g, 'p')
    .replace(/ck/g, 'k')
    .replace(/q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/[fv]/g, 'p')
    .replace(/w(?=u)/g, '')
    .replace(/y(?=[aiueo])/g, 'j')
    .replace(/y/g, 'i')
    .replace(/(?<=[a-z])h|^kh/g, (found) => (found === 'kh' ? 'h' : ''))
    .replace(/ie/g, 'i')
    .replace(/(.)\1+/g, '$1')
  return folded === '' ? word : folded
}

/** Lower case without marks, apostrophes and digits; dots that join letters stay. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`‘]/g, '')
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z.,\s-]/g, ' ')
    .replace(/-/g, ' ')
}

/** Words of a part between commas: degrees dropped, dotted words split. */
function wordsOf(part: string): string[] {
  const words: string[] = []
  for (const chunk of part.split(/\s+/)) {
    if (chunk === '' || /^\.+$/.test(chunk)) continue
    const joined = chunk.replace(/\./g, '')
    if (chunk.includes('.') && joined.length > 1 && degrees.has(joined)) continue
    for (const word of chunk.split('.')) if (word !== '') words.push(word)
  }
  return words
}

/** True when every word of the part behind a comma is a degree. */
function isDegrees(part: string): boolean {
  const joined = part.replace(/[.\s]/g, '')
  if (joined === '') return true
  return part
    .trim()
    .split(/\s+/)
    .every((word) => degrees.has(word.replace(/\./g, '')) || degrees.has(joined))
}

/** Titles, forms of address, degrees and spelling habits taken off a name as written. */
export function normaliseName(written: string): NormalName {
  const [first = '', ...rest] = plain(written).split(',')
  const behind = rest.filter((part) => !isDegrees(part))
  const words = [...wordsOf(first), ...behind.flatMap(wordsOf)]

  let sex: 'male' | 'female' | undefined
  let isAddressed = false
  let start = 0
  while (start < words.length - 1) {
    const word = words[start] ?? ''
    const told = honorifics.get(word) ?? leadingTitles.get(word)
    if (told === undefined) break
    if (honorifics.has(word)) isAddressed = true
    if (told !== 'any') sex ??= told
    start++
  }
  let end = words.length
  while (end - start > 1 && degrees.has(words[end - 1] ?? '')) end--
  const cut = words.findIndex((word, place) => place > start && place < end && cutWords.has(word))
  if (cut > 0) end = cut

  const kept = words
    .slice(start, end)
    .filter((word) => !/^(alm|almh|almarhum|almarhumah)$/.test(word))
  const tokens = kept.map(foldWord)
  return {
    tokens,
    words: kept,
    isNickname: isAddressed && tokens.length === 1,
    ...(sex ? { sex } : {}),
  }
}

/**
 * Whether two words differ by a slip only: one letter wrong, missing, added or two swapped (two
 * slips from eight letters on). Words under four letters must be equal.
 */
export function isSlip(left: string, right: string): boolean {
  const longer = Math.max(left.length, right.length)
  if (Math.min(left.length, right.length) < 3 || longer < 4) return false
  return editDistance(left, right, longer >= 8 ? 2 : 1) <= (longer >= 8 ? 2 : 1)
}

/** Optimal string alignment distance; any number above `limit` means more than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, place) => place)
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    let best = row
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      line.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    before = above
    above = line
  }
  return above[right.length] ?? limit + 1
}

/** A rough key of a name: consonants of its words in alphabetical order, initials left out. */
export function foldKey(tokens: readonly string[]): string {
  return tokens
    .filter((token) => token.length > 1)
    .map((token) => (token[0] ?? '') + token.slice(1).replace(/[aiueo]/g, ''))
    .sort()
    .join('')
}
