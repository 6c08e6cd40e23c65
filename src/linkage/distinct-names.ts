import type { NormalName } from './names.ts'
import { normaliseName } from './names.ts'

/** A name that occurs, once however often it occurs. */
export interface DistinctName {
  /** Numbers of its words in `NameIndex.words`, in the order written. */
  readonly wordNos: readonly number[]
  /** Numbers of the foldings of its words in `NameIndex.folds`. */
  readonly foldNos: readonly number[]
  /** Its folded words in alphabetical order, joined. */
  readonly sortedKey: string
  readonly isNickname: boolean
  readonly sex?: 'male' | 'female'
}

/** Every distinct name and word with the information of its agreement. */
export interface NameIndex {
  readonly names: readonly DistinctName[]
  /** Words as written. */
  readonly words: readonly string[]
  readonly foldOfWord: readonly number[]
  /** Words with spelling habits taken off; many words may share one. */
  readonly folds: readonly string[]
  /** -log2 of the share of records with the folded word, sixteenths of a bit. */
  readonly foldBits16: Int32Array
}

/**
 * A word that few records can tell about is taken to be as frequent as an ordinary one, 1 in 250:
 * the count of a small list says little about the city.
 */
const ordinaryShare = 1 / 250
const ordinaryWeight = 60

/** Collects distinct names; `finish` counts the words. */
export class NameCollector {
  readonly #numberByText = new Map<string, number>()
  readonly #numberByKey = new Map<string, number>()
  readonly #wordNoByWord = new Map<string, number>()
  readonly #foldNoByFold = new Map<string, number>()
  readonly #names: DistinctName[] = []
  readonly #words: string[] = []
  readonly #foldOfWord: number[] = []
  readonly #folds: string[] = []
  readonly #foldCounts: number[] = []

  /** Number of the name in the index, or -1 when nothing of it is left. */
  add(written: string | undefined): number {
    if (written === undefined) return -1
    const known = this.#numberByText.get(written)
    if (known !== undefined) return known
    const number = this.#addNormal(normaliseName(written))
    this.#numberByText.set(written, number)
    return number
  }

  #addNormal(normal: NormalName): number {
    if (normal.tokens.length === 0) return -1
    const key = `${normal.words.join(' ')}|${normal.isNickname}|${normal.sex ?? ''}`
    const known = this.#numberByKey.get(key)
    if (known !== undefined) return known
    const number = this.#names.length
    this.#names.push({
      wordNos: normal.words.map((word, place) => this.#wordNo(word, normal.tokens[place] ?? word)),
      foldNos: normal.tokens.map((fold) => this.#foldNo(fold)),
      sortedKey: [...normal.tokens].sort().join(''),
      isNickname: normal.isNickname,
      ...(normal.sex ? { sex: normal.sex } : {}),
    })
    this.#numberByKey.set(key, number)
    return number
  }

  #wordNo(word: string, fold: string): number {
    const known = this.#wordNoByWord.get(word)
    if (known !== undefined) return known
    const wordNo = this.#words.length
    this.#wordNoByWord.set(word, wordNo)
    this.#words.push(word)
    this.#foldOfWord.push(this.#foldNo(fold))
    return wordNo
  }

  #foldNo(fold: string): number {
    const known = this.#foldNoByFold.get(fold)
    if (known !== undefined) return known
    const foldNo = this.#folds.length
    this.#foldNoByFold.set(fold, foldNo)
    this.#folds.push(fold)
    this.#foldCounts.push(0)
    return foldNo
  }

  /** Counts one record that bears the name. */
  countRecord(nameNo: number): void {
    for (const foldNo of new Set(this.#names[nameNo]?.foldNos)) {
      this.#foldCounts[foldNo] = (this.#foldCounts[foldNo] ?? 0) + 1
    }
  }

  /** The index; `recordCount` is the number of records with a name. */
  finish(recordCount: number): NameIndex {
    const foldBits16 = Int32Array.from(this.#foldCounts, (count) => {
      const share = (count + ordinaryShare * ordinaryWeight) / (recordCount + ordinaryWeight)
      return Math.round(-Math.log2(Math.min(1, share)) * 16)
    })
    return {
      names: this.#names,
      words: this.#words,
      foldOfWord: this.#foldOfWord,
      folds: this.#folds,
      foldBits16,
    }
  }
}
