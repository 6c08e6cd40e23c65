/** A pattern of levels, one a comparison, and how many pairs show it. */
export interface PatternRow {
  readonly levels: Uint8Array
  readonly count: number
}

/** Bits that all levels of a pattern may take together. */
export const patternBits = 56

/** Bits that the number of a level takes. */
export function bitsOfLevels(levels: number): number {
  return Math.max(1, Math.ceil(Math.log2(levels)))
}

/** Counts patterns; a pattern is packed into two whole numbers. */
export class PatternCounter {
  readonly #bits: readonly number[]
  #high = new Int32Array(1024)
  #low = new Int32Array(1024)
  #counts = new Float64Array(1024)
  #size = 0

  /** @param levelCounts levels of each comparison, "missing" among them. */
  constructor(levelCounts: readonly number[]) {
    this.#bits = levelCounts.map(bitsOfLevels)
  }

  add(levels: ArrayLike<number>, count = 1): void {
    let high = 0
    let low = 0
    let used = 0
    for (let place = 0; place < this.#bits.length; place++) {
      const bits = this.#bits[place] ?? 0
      if (used + bits <= 31) low |= (levels[place] ?? 0) << used
      else high = (high << bits) | (levels[place] ?? 0)
      used += bits
    }
    this.#addPacked(high, low, count)
  }

  #addPacked(high: number, low: number, count: number): void {
    const mask = this.#counts.length - 1
    let slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while ((this.#counts[slot] ?? 0) > 0) {
      if (this.#low[slot] === low && this.#high[slot] === high) {
        this.#counts[slot] = (this.#counts[slot] ?? 0) + count
        return
      }
      slot = (slot + 1) & mask
    }
    this.#low[slot] = low
    this.#high[slot] = high
    this.#counts[slot] = count
    this.#size++
    if (this.#size * 2 > this.#counts.length) this.#grow()
  }

  #grow(): void {
    const [high, low, counts] = [this.#high, this.#low, this.#counts]
    const size = counts.length * 2
    this.#high = new Int32Array(size)
    this.#low = new Int32Array(size)
    this.#counts = new Float64Array(size)
    this.#size = 0
    counts.forEach((count, slot) => {
      if (count > 0) this.#addPacked(high[slot] ?? 0, low[slot] ?? 0, count)
    })
  }

  /** All patterns, in an order that depends on the patterns only. */
  rows(): readonly PatternRow[] {
    const slots: number[] = []
    this.#counts.forEach((count, slot) => {
      if (count > 0) slots.push(slot)
    })
    slots.sort(
      (one, other) =>
        (this.#high[one] ?? 0) - (this.#high[other] ?? 0) ||
        (this.#low[one] ?? 0) - (this.#low[other] ?? 0),
    )
    return slots.map((slot) => ({
      levels: this.#unpack(this.#high[slot] ?? 0, this.#low[slot] ?? 0),
      count: this.#counts[slot] ?? 0,
    }))
  }

  #unpack(high: number, low: number): Uint8Array {
    const levels = new Uint8Array(this.#bits.length)
    let used = 0
    const inHigh: number[] = []
    this.#bits.forEach((bits, place) => {
      if (used + bits <= 31) levels[place] = (low >>> used) & ((1 << bits) - 1)
      else inHigh.push(place)
      used += bits
    })
    let rest = high
    for (const place of inHigh.reverse()) {
      const bits = this.#bits[place] ?? 0
      levels[place] = rest & ((1 << bits) - 1)
      rest >>>= bits
    }
    return levels
  }
}
