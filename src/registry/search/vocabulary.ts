import { foldWord } from '#linkage'
import { invertNumbers, type NumberLists } from './number-lists.ts'
import {
  encodeWord,
  findBeginnings,
  findWord,
  lengthOf,
  type PackedWords,
  packWords,
} from './packed-words.ts'
import { visitSlips } from './slips.ts'

/** Distinct words as written, and their folded spellings, of which several words may share one. */
export interface Vocabulary {
  readonly words: PackedWords
  readonly folds: PackedWords
  readonly foldOfWord: Uint32Array<ArrayBuffer>
  readonly wordsOfFold: NumberLists
}

/** Packs distinct words that stand in alphabetical order. */
export function packVocabulary(sorted: readonly string[]): Vocabulary {
  const foldTexts = sorted.map(foldWord)
  const folds = [...new Set(foldTexts)].sort()
  const noOfFold = new Map(folds.map((fold, no) => [fold, no]))
  const foldOfWord = Uint32Array.from(foldTexts, (fold) => noOfFold.get(fold) ?? 0)
  return {
    words: packWords(sorted),
    folds: packWords(folds),
    foldOfWord,
    wordsOfFold: invertNumbers(foldOfWord, folds.length),
  }
}

/**
 * How near a word is to the asked one, in percent: the same word, its beginning, old spelling, an
 * initial, a slip of the fingers. The order is the order of the results.
 */
export const nearness = {
  same: 100,
  beginning: 92,
  /** Letters that a beginning lacks, one percent each, up to this. */
  mostLacking: 8,
  sameFold: 82,
  foldBeginning: 76,
  joined: 74,
  slip: 68,
  twoSlips: 48,
  /** Added where the consonants agree, taken away where the first letters differ. */
  sameConsonants: 4,
  beginningSlip: 44,
  initial: 40,
} as const

/** Grades of words by their number; zero where a word is no answer. */
export interface Grades {
  readonly row: Uint8Array
  /** Words whose grade is above zero. */
  readonly wordNos: number[]
}

/** A word of a question. */
export interface AskedWord {
  /** Lower case, letters and digits only. */
  readonly written: string
  readonly fold: string
  /** Still being typed, as the last word is. */
  readonly isLast: boolean
}

/** Grades every word of a vocabulary that the asked one may mean. */
export function gradeWords(vocabulary: Vocabulary, asked: AskedWord, grades: Grades): void {
  const { words, folds } = vocabulary
  const written = encodeWord(asked.written)
  if (written.length === 0) return
  raise(grades, findWord(words, written), nearness.same)
  if (/\d/.test(asked.written)) return
  gradeBeginnings(vocabulary, written, grades)
  if (written.length === 1) return

  const fold = encodeWord(asked.fold)
  raiseFold(vocabulary, grades, findWord(folds, fold), nearness.sameFold)
  const [from, to] = fold.length > 1 ? findBeginnings(folds, fold) : [0, 0]
  for (let no = from; no < to; no++) raiseFold(vocabulary, grades, no, nearness.foldBeginning)
  raise(grades, findWord(words, written.subarray(0, 1)), nearness.initial)
  raise(grades, findWord(words, fold.subarray(0, 1)), nearness.initial)
  // A slip may make or break a sound of two letters: spellings are compared as they stand too.
  gradeSlips(words, written, asked.isLast, (no, grade) => raise(grades, no, grade))
  gradeSlips(folds, fold, asked.isLast, (no, grade) => raiseFold(vocabulary, grades, no, grade))
}

/** One letter may be an initial of any word that begins with it. */
function gradeBeginnings({ words }: Vocabulary, written: Uint8Array, grades: Grades): void {
  const [from, to] = findBeginnings(words, written)
  for (let no = from; no < to; no++) {
    const lacking = lengthOf(words, no) - written.length
    const grade =
      written.length === 1
        ? nearness.initial
        : nearness.beginning - Math.min(nearness.mostLacking, lacking)
    raise(grades, no, grade)
  }
}

/** Words of fewer letters become too many others by one slip, or by two. */
const fewestForSlip = 3
const fewestForTwo = 6
const fewestForBeginning = 5

function gradeSlips(
  words: PackedWords,
  asked: Uint8Array,
  isLast: boolean,
  raiseTo: (wordNo: number, grade: number) => void,
): void {
  if (asked.length < fewestForSlip) return
  const consonants = consonantsOf(asked)
  visitSlips(
    words,
    asked,
    {
      limit: asked.length >= fewestForTwo ? 2 : 1,
      takesBeginnings: isLast && asked.length >= fewestForBeginning,
    },
    (wordNo, distance, isBeginning) => {
      if (isBeginning) {
        if (distance <= 1) raiseTo(wordNo, nearness.beginningSlip)
        return
      }
      const codes = words.codes.subarray(words.starts[wordNo], words.starts[wordNo + 1])
      if (codes.length < fewestForSlip) return
      const bonus = consonantsOf(codes) === consonants ? nearness.sameConsonants : 0
      const loss = codes[0] === asked[0] ? 0 : nearness.sameConsonants
      raiseTo(wordNo, (distance > 1 ? nearness.twoSlips : nearness.slip) + bonus - loss)
    },
  )
}

const vowels = new Set(encodeWord('aiueo'))

function consonantsOf(codes: Uint8Array): string {
  let text = ''
  for (const code of codes) if (!vowels.has(code)) text += String.fromCharCode(code)
  return text
}

function raiseFold(
  { wordsOfFold: { starts, items } }: Vocabulary,
  grades: Grades,
  foldNo: number,
  grade: number,
): void {
  if (foldNo < 0) return
  for (let at = starts[foldNo] ?? 0; at < (starts[foldNo + 1] ?? 0); at++) {
    raise(grades, items[at] ?? 0, grade)
  }
}

function raise({ row, wordNos }: Grades, wordNo: number, grade: number): void {
  if (wordNo < 0) return
  const known = row[wordNo] ?? 0
  if (known === 0) wordNos.push(wordNo)
  if (grade > known) row[wordNo] = grade
}
