/** Words of lower-case letters and digits, in alphabetical order, as bytes that a thread can hand over. */
export interface PackedWords {
  readonly count: number
  /** Codes of all words, one word after another: digits 1 to 10, letters 11 to 36. */
  readonly codes: Uint8Array<ArrayBuffer>
  /** Where each word starts in `codes`, and where the last one ends. */
  readonly starts: Uint32Array<ArrayBuffer>
  /** The letters of each word, a bit each whatever their number; digits share the six bits left. */
  readonly letterSets: Uint32Array<ArrayBuffer>
}

/** A word longer than this is compared by its beginning. */
export const mostLetters = 31

/** Codes of a word; what is neither a letter nor a digit is left out. */
export function encodeWord(word: string): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(Math.min(word.length, mostLetters))
  let length = 0
  for (let place = 0; place < word.length && length < mostLetters; place++) {
    const unit = word.charCodeAt(place)
    if (unit >= 48 && unit <= 57) codes[length++] = unit - 47
    else if (unit >= 97 && unit <= 122) codes[length++] = unit - 86
  }
  return codes.subarray(0, length)
}

/** The letters that occur among codes, a bit each. */
export function letterSet(codes: Uint8Array): number {
  let set = 0
  for (const code of codes) set |= 1 << (code > 10 ? code - 11 : 26 + (code % 6))
  return set >>> 0
}

/** Packs distinct words that stand in alphabetical order. */
export function packWords(sorted: readonly string[]): PackedWords {
  const encoded = sorted.map(encodeWord)
  const starts = new Uint32Array(sorted.length + 1)
  encoded.forEach((codes, no) => {
    starts[no + 1] = (starts[no] ?? 0) + codes.length
  })
  const codes = new Uint8Array(starts[sorted.length] ?? 0)
  const letterSets = new Uint32Array(sorted.length)
  encoded.forEach((word, no) => {
    codes.set(word, starts[no])
    letterSets[no] = letterSet(word)
  })
  return { count: sorted.length, codes, starts, letterSets }
}

/** Number of letters of a word. */
export function lengthOf({ starts }: PackedWords, wordNo: number): number {
  return (starts[wordNo + 1] ?? 0) - (starts[wordNo] ?? 0)
}

/** Number of a word, or -1. */
export function findWord(words: PackedWords, asked: Uint8Array): number {
  const from = firstAtLeast(words, asked)
  const isFound = from < words.count && lengthOf(words, from) === asked.length
  return isFound && compareStart(words, from, asked) === 0 ? from : -1
}

/** Half-open range of the words that begin with these codes. */
export function findBeginnings(words: PackedWords, asked: Uint8Array): readonly [number, number] {
  const from = firstAtLeast(words, asked)
  let low = from
  let high = words.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareStart(words, middle, asked) === 0) low = middle + 1
    else high = middle
  }
  return [from, low]
}

function firstAtLeast(words: PackedWords, asked: Uint8Array): number {
  let low = 0
  let high = words.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareStart(words, middle, asked) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Below 0 where the word comes before `asked`, 0 where it begins with it, above 0 behind. */
function compareStart({ codes, starts }: PackedWords, wordNo: number, asked: Uint8Array): number {
  const start = starts[wordNo] ?? 0
  const end = starts[wordNo + 1] ?? 0
  for (let place = 0; place < asked.length; place++) {
    if (start + place >= end) return -1
    const difference = (codes[start + place] ?? 0) - (asked[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
