import type { NormalName } from './names.ts'
import { normaliseName } from './names.ts'

/** A name that occurs, once however often it occurs. */
export interface DistinctName {
  /** Numbers of its words in `NameIndex.words`, in the order written. */
  readonly wordNos: readonly number[]
  /** Its words in alphabetical order, joined: equal for names that differ in order or spaces only. */
  readonly sortedKey: string
  readonly isNickname: boolean
  readonly sex?: 'male' | 'female'
}

/** Every distinct name and word with the information of its agreement. */
export interface NameIndex {
  readonly names: readonly DistinctName[]
  readonly words: readonly string[]
  /** Records in which the word occurs. */
  readonly wordCounts: readonly number[]
  /** -log2 of the share of records with the word, sixteenths of a bit. */
  readonly wordBits16: Int32Array
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
  readonly #names: DistinctName[] = []
  readonly #words: string[] = []
  readonly #wordCounts: number[] = []

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
    const key = `${normal.tokens.join(' ')}|${normal.isNickname}|${normal.sex ?? ''}`
    const known = this.#numberByKey.get(key)
    if (known !== undefined) return known
    const number = this.#names.length
    this.#names.push({
      wordNos: normal.tokens.map((word) => this.#wordNo(word)),
      sortedKey: [...normal.tokens].sort().join(''),
      isNickname: normal.isNickname,
      ...(normal.sex ? { sex: normal.sex } : {}),
    })
    this.#numberByKey.set(key, number)
    return number
  }

  #wordNo(word: string): number {
    const known = this.#wordNoByWord.get(word)
    if (known !== undefined) return known
    const wordNo = this.#words.length
    this.#wordNoByWord.set(word, wordNo)
    this.#words.push(word)
    this.#wordCounts.push(0)
    return wordNo
  }

  /** Counts one record that bears the name. */
  countRecord(nameNo: number): void {
    for (const wordNo of new Set(this.#names[nameNo]?.wordNos)) {
      this.#wordCounts[wordNo] = (this.#wordCounts[wordNo] ?? 0) + 1
    }
  }

  /** The index; `recordCount` is the number of records with a name. */
  finish(recordCount: number): NameIndex {
    const wordBits16 = Int32Array.from(this.#wordCounts, (count) => {
      const share = (count + ordinaryShare * ordinaryWeight) / (recordCount + ordinaryWeight)
      return Math.round(-Math.log2(Math.min(1, share)) * 16)
    })
    return { names: this.#names, words: this.#words, wordCounts: this.#wordCounts, wordBits16 }
  }
}
