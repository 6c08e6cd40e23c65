import { PairCache } from '../pair-cache.ts'
import { isWithin, lengthOf } from './text-pool.ts'
import { mostWords, type WordColumn } from './word-column.ts'

/** First level of each kind of agreement; a kind with bands takes one level more than edges. */
export const wordLevel = {
  none: 1,
  initials: 2,
  partial: 3,
  fuzzySubset: 7,
  subset: 11,
  fuzzyFull: 15,
  full: 19,
} as const

/** Upper edges, in bits of the agreeing words, of the bands of each kind. */
export const fullBands = [8, 11, 14, 17, 20] as const
export const fuzzyBands = [8, 12, 16] as const
export const partBands = [6, 9, 12] as const

/** How two words stand to each other, weakest first. */
const grade = { none: 0, initial: 1, slip: 2, same: 3 } as const

/** Bits that a word loses by a slip, and that an initial tells. */
const slipLoss16 = 16
const initialBits16 = 3 * 16
const leastBits16 = 16

/** Level of agreement of two distinct texts of the column, whatever the order of their words. */
export function wordComparer(column: WordColumn): (left: number, right: number) => number {
  const { textStarts, wordNos, words, bits16, isNumber, setNo, joined } = column
  const known = new PairCache(16)
  const partners = new Int32Array(mostWords)
  const fullLevels = new Uint8Array(setNo.length)
  const grades = new Uint8Array(mostWords * mostWords)

  function isInitial(left: number, right: number): boolean {
    if (lengthOf(words, left) !== 1 && lengthOf(words, right) !== 1) return false
    if (isNumber[left] === 1 || isNumber[right] === 1) return false
    return words.units[words.starts[left] ?? 0] === words.units[words.starts[right] ?? 0]
  }

  /** One slip from four letters on, two from eight on. */
  function isSlip(left: number, right: number): boolean {
    const leftLength = lengthOf(words, left)
    const rightLength = lengthOf(words, right)
    const longer = Math.max(leftLength, rightLength)
    if (Math.min(leftLength, rightLength) < 3 || longer < 4) return false
    if (isNumber[left] === 1 || isNumber[right] === 1) return false
    return isWithin(words, left, right, longer >= 8 ? 2 : 1)
  }

  function bitsOf(word: number): number {
    return lengthOf(words, word) === 1 && isNumber[word] !== 1 ? initialBits16 : (bits16[word] ?? 0)
  }

  function gradeOf(left: number, right: number): number {
    if (left === right) return grade.same
    if (isSlip(left, right)) return grade.slip
    return isInitial(left, right) ? grade.initial : grade.none
  }

  /** Sixteenths of a bit that a pair of words tells: the less rare of two unequal words counts. */
  function pairBits(left: number, right: number, value: number): number {
    if (value === grade.same) return bitsOf(left)
    if (value === grade.initial) return initialBits16
    return Math.max(leastBits16, Math.min(bitsOf(left), bitsOf(right)) - slipLoss16)
  }

  /** Level of a text with all its words in another, worked out once. */
  function fullLevel(text: number): number {
    const before = fullLevels[text] ?? 0
    if (before > 0) return before
    let total16 = 0
    const end = textStarts[text + 1] ?? 0
    for (let at = textStarts[text] ?? 0; at < end; at++) total16 += bitsOf(wordNos[at] ?? 0)
    const found = wordLevel.full + bandOf(total16, fullBands)
    fullLevels[text] = found
    return found
  }

  function level(left: number, right: number): number {
    const [short, long] =
      (textStarts[left + 1] ?? 0) - (textStarts[left] ?? 0) <=
      (textStarts[right + 1] ?? 0) - (textStarts[right] ?? 0)
        ? [left, right]
        : [right, left]
    const shortStart = textStarts[short] ?? 0
    const shortEnd = textStarts[short + 1] ?? 0
    const longStart = textStarts[long] ?? 0
    const longEnd = textStarts[long + 1] ?? 0
    partners.fill(-1, 0, shortEnd - shortStart)
    let taken = 0
    let total16 = 0
    let matched = 0
    let weakest: number = grade.same
    let hasWord = false
    let best: number = grade.none
    for (let at = shortStart; at < shortEnd; at++) {
      const word = wordNos[at] ?? 0
      const row = (at - shortStart) * mostWords - longStart
      for (let other = longStart; other < longEnd; other++) {
        const value = gradeOf(word, wordNos[other] ?? 0)
        grades[row + other] = value
        if (value > best) best = value
      }
    }
    for (let wanted = best; wanted > grade.none; wanted--) {
      for (let at = shortStart; at < shortEnd; at++) {
        if ((partners[at - shortStart] ?? 0) >= 0) continue
        const word = wordNos[at] ?? 0
        const row = (at - shortStart) * mostWords - longStart
        for (let other = longStart; other < longEnd; other++) {
          if ((taken & (1 << (other - longStart))) !== 0) continue
          if (grades[row + other] !== wanted) continue
          taken |= 1 << (other - longStart)
          partners[at - shortStart] = other
          matched++
          total16 += pairBits(word, wordNos[other] ?? 0, wanted)
          if (wanted < weakest) weakest = wanted
          if (wanted >= grade.slip) hasWord = true
          break
        }
      }
    }
    const shortCount = shortEnd - shortStart
    const longCount = longEnd - longStart
    if (matched < longCount && isJoinedSame(left, right)) {
      return wordLevel.fuzzyFull + bandOf(Math.max(total16, 6 * 16), fuzzyBands)
    }
    if (!hasWord) return matched > 0 && matched === shortCount ? wordLevel.initials : wordLevel.none
    const isSame = weakest === grade.same
    if (matched === longCount) return wordLevel.fuzzyFull + bandOf(total16, fuzzyBands)
    if (matched === shortCount) {
      return (isSame ? wordLevel.subset : wordLevel.fuzzySubset) + bandOf(total16, partBands)
    }
    return wordLevel.partial + bandOf(total16, partBands)
  }

  /** Words written together on one side. */
  function isJoinedSame(left: number, right: number): boolean {
    const shorter = Math.min(lengthOf(joined, left), lengthOf(joined, right))
    return shorter >= 5 && isWithin(joined, left, right, shorter >= 8 ? 2 : 1)
  }

  return (left, right) =>
    setNo[left] === setNo[right]
      ? fullLevel(Math.min(left, right))
      : known.get(Math.min(left, right), Math.max(left, right), level)
}

export function bandOf(bits16: number, edges: readonly number[]): number {
  let band = 0
  while (band < edges.length && bits16 >= (edges[band] ?? 0) * 16) band++
  return band
}
