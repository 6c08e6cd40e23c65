import { hashPair } from './hash.ts'

/**
 * Remembers a small whole number (0 to 127) for pairs of numbers, a fixed count of them: a newer pair
 * takes the place of an older one. What is forgotten is worked out again, so results never depend on it.
 */
export class PairCache {
  readonly #mask: number
  readonly #low: Int32Array
  readonly #high: Int32Array
  readonly #values: Int8Array

  /** @param sizeBits the cache holds 2^sizeBits pairs. */
  constructor(sizeBits: number) {
    const size = 2 ** sizeBits
    this.#mask = size - 1
    this.#low = new Int32Array(size).fill(-1)
    this.#high = new Int32Array(size)
    this.#values = new Int8Array(size)
  }

  /** The value of the pair, worked out by `find` when it is not remembered; `low` < `high`. */
  get(low: number, high: number, find: (low: number, high: number) => number): number {
    const slot = hashPair(low, high) & this.#mask
    if (this.#low[slot] === low && this.#high[slot] === high) return this.#values[slot] ?? 0
    const value = find(low, high)
    this.#low[slot] = low
    this.#high[slot] = high
    this.#values[slot] = value
    return value
  }
}
