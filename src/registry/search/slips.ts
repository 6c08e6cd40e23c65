import { letterSet, mostLetters, type PackedWords } from './packed-words.ts'

/**
 * Is told a word, how many letters are wrong, missing, added or swapped with their neighbour, and
 * whether only the beginning of the word is so near.
 */
export type SlipVisitor = (wordNo: number, distance: number, isBeginning: boolean) => void

/** Places of each code in the asked word, as bits; all zero between calls. */
const placesOf = new Uint32Array(37)

/**
 * Visits the words within `limit` slips of `asked`, and with `takesBeginnings` those of which only
 * the beginning is, as when somebody is still typing.
 *
 * Words that lack too many of the letters, or have too many others, are passed over by one comparison
 * of bits; the rest are compared by the bit-parallel distance, a few nanoseconds a letter, so that a
 * city's 30,000 words take less than a millisecond.
 *
 * @source Hyyrö, H. (2003), "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances", Nordic Journal of Computing 10, figure 5.
 */
export function visitSlips(
  words: PackedWords,
  asked: Uint8Array,
  { limit, takesBeginnings }: { readonly limit: number; readonly takesBeginnings: boolean },
  visit: SlipVisitor,
): void {
  const { count, starts, letterSets } = words
  const length = asked.length
  if (length === 0 || length > mostLetters) return
  const askedSet = letterSet(asked) | 0
  asked.forEach((code, place) => {
    placesOf[code] = (placesOf[code] ?? 0) | (1 << place)
  })
  let start = 0
  for (let wordNo = 0; wordNo < count; wordNo++) {
    const end = starts[wordNo + 1] ?? 0
    const longer = end - start - length
    start = end
    const mayBegin = longer > limit
    if (mayBegin ? !takesBeginnings : longer < -limit) continue
    // A slip takes one letter away, brings one, or both.
    const others = (letterSets[wordNo] ?? 0) ^ askedSet
    if (bitCount(others & askedSet) > limit) continue
    if (!mayBegin && bitCount(others & ~askedSet) > limit) continue
    const distance = mayBegin
      ? beginningDistance(words, wordNo, length, limit)
      : wholeDistance(words, wordNo, length)
    if (distance <= limit) visit(wordNo, distance, mayBegin)
  }
  for (const code of asked) placesOf[code] = 0
}

function wholeDistance(words: PackedWords, wordNo: number, length: number): number {
  return distanceTo(
    words,
    wordNo,
    length,
    (words.starts[wordNo + 1] ?? 0) - (words.starts[wordNo] ?? 0),
  )
}

/** Distance to the nearest beginning of a longer word. */
function beginningDistance(
  words: PackedWords,
  wordNo: number,
  length: number,
  limit: number,
): number {
  let best = length
  for (let taken = length - limit; taken <= length + limit; taken++) {
    best = Math.min(best, distanceTo(words, wordNo, length, taken))
  }
  return best
}

/** Optimal string alignment distance of the asked word and the first `taken` letters of another. */
function distanceTo(
  { codes, starts }: PackedWords,
  wordNo: number,
  length: number,
  taken: number,
): number {
  const lastBit = 1 << (length - 1)
  const start = starts[wordNo] ?? 0
  let down = -1
  let up = 0
  let diagonal = 0
  let before = 0
  let distance = length
  for (let place = start; place < start + taken; place++) {
    const same = placesOf[codes[place] ?? 0] ?? 0
    const swapped = ((~diagonal & same) << 1) & before
    diagonal = (((same & down) + down) ^ down) | same | up | swapped
    let right = up | ~(diagonal | down)
    let left = diagonal & down
    if ((right & lastBit) !== 0) distance++
    if ((left & lastBit) !== 0) distance--
    right = (right << 1) | 1
    left <<= 1
    down = left | ~(diagonal | right)
    up = right & diagonal
    before = same
  }
  return distance
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
