import { type SharedInt32, shareInt32 } from './shared-arrays.ts'
import { packTexts, type TextPool } from './text-pool.ts'

/** The distinct texts of a column as words, in shared memory. */
export interface WordColumn {
  /** Words of text n: `wordNos[textStarts[n]]` to before `textStarts[n + 1]`. */
  readonly textStarts: SharedInt32
  readonly wordNos: SharedInt32
  readonly words: TextPool
  /** -log2 of the share of records with the word, sixteenths of a bit. */
  readonly bits16: SharedInt32
  /** 1 where a word has a digit: numbers are the same or not, never alike. */
  readonly isNumber: Uint8Array<SharedArrayBuffer>
  /** Texts with the same words in any order bear the same number. */
  readonly setNo: SharedInt32
  /** The words of each text without spaces. */
  readonly joined: TextPool
}

/** Words that count; what stands behind them in one text is left out. */
export const mostWords = 12

/**
 * A word that few records can tell about is taken to be as frequent as an ordinary one, 1 in 250:
 * the count of a small list says little about the population.
 */
const ordinaryShare = 1 / 250
const ordinaryWeight = 60

/**
 * @param texts distinct normal texts: lower case, words apart by one space.
 * @param counts records with each text.
 */
export function toWordColumn(texts: readonly string[], counts: ArrayLike<number>): WordColumn {
  const noByWord = new Map<string, number>()
  const words: string[] = []
  const wordCounts: number[] = []
  const noBySet = new Map<string, number>()
  const textStarts = new Int32Array(texts.length + 1)
  const wordNos: number[] = []
  const setNo = new Int32Array(texts.length)
  let records = 0
  texts.forEach((text, textNo) => {
    const count = counts[textNo] ?? 0
    records += count
    const own = text.split(' ').slice(0, mostWords)
    const seen = new Set<number>()
    for (const word of own) {
      let no = noByWord.get(word)
      if (no === undefined) {
        no = words.push(word) - 1
        noByWord.set(word, no)
        wordCounts.push(0)
      }
      wordNos.push(no)
      if (!seen.has(no)) wordCounts[no] = (wordCounts[no] ?? 0) + count
      seen.add(no)
    }
    textStarts[textNo + 1] = wordNos.length
    const key = own.length === 1 ? text : [...own].sort().join(' ')
    let set = noBySet.get(key)
    if (set === undefined) {
      set = noBySet.size
      noBySet.set(key, set)
    }
    setNo[textNo] = set
  })
  const isNumber = new Uint8Array(new SharedArrayBuffer(words.length))
  words.forEach((word, no) => {
    if (/\d/.test(word)) isNumber[no] = 1
  })
  return {
    textStarts: shareInt32(textStarts),
    wordNos: shareInt32(wordNos),
    words: packTexts(words),
    bits16: shareInt32(wordCounts.map((count) => shareBits16(count, records))),
    isNumber,
    setNo: shareInt32(setNo),
    joined: packTexts(texts.map((text) => text.replaceAll(' ', ''))),
  }
}

/** -log2 of the share of records with each word, sixteenths of a bit. */
export function wordBits(
  texts: readonly string[],
  counts: ArrayLike<number>,
): ReadonlyMap<string, number> {
  const wordCounts = new Map<string, number>()
  let records = 0
  texts.forEach((text, no) => {
    records += counts[no] ?? 0
    for (const word of new Set(text.split(' '))) {
      wordCounts.set(word, (wordCounts.get(word) ?? 0) + (counts[no] ?? 0))
    }
  })
  return new Map([...wordCounts].map(([word, count]) => [word, shareBits16(count, records)]))
}

function shareBits16(count: number, records: number): number {
  const share = (count + ordinaryShare * ordinaryWeight) / (records + ordinaryWeight)
  return Math.round(-Math.log2(Math.min(1, share)) * 16)
}
