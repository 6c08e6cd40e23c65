/** The families with the highest keys, however many are offered. */
export class BestFamilies {
  readonly #limit: number
  readonly #familyNos: number[] = []
  readonly #keys: number[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Of equals the family that stands first is better. */
  offer(familyNo: number, key: number): void {
    const size = this.#familyNos.length
    if (size < this.#limit) {
      this.#familyNos.push(familyNo)
      this.#keys.push(key)
      this.#rise(size)
    } else if (this.#isWorse(0, familyNo, key)) {
      this.#familyNos[0] = familyNo
      this.#keys[0] = key
      this.#sink()
    }
  }

  /** Best first. */
  take(): number[] {
    return this.#familyNos
      .map((familyNo, place) => ({ familyNo, key: this.#keys[place] ?? 0 }))
      .sort((left, right) => right.key - left.key || left.familyNo - right.familyNo)
      .map(({ familyNo }) => familyNo)
  }

  /** Whether the family at a place is worse than another. */
  #isWorse(place: number, familyNo: number, key: number): boolean {
    const own = this.#keys[place] ?? 0
    return own < key || (own === key && (this.#familyNos[place] ?? 0) > familyNo)
  }

  #isWorseThan(place: number, other: number): boolean {
    return this.#isWorse(place, this.#familyNos[other] ?? 0, this.#keys[other] ?? 0)
  }

  #rise(from: number): void {
    let place = from
    while (place > 0) {
      const above = (place - 1) >>> 1
      if (!this.#isWorseThan(place, above)) return
      this.#swap(place, above)
      place = above
    }
  }

  #sink(): void {
    let place = 0
    for (;;) {
      let worst = place
      for (const below of [2 * place + 1, 2 * place + 2]) {
        if (below < this.#keys.length && this.#isWorseThan(below, worst)) worst = below
      }
      if (worst === place) return
      this.#swap(place, worst)
      place = worst
    }
  }

  #swap(left: number, right: number): void {
    const familyNo = this.#familyNos[left] ?? 0
    const key = this.#keys[left] ?? 0
    this.#familyNos[left] = this.#familyNos[right] ?? 0
    this.#keys[left] = this.#keys[right] ?? 0
    this.#familyNos[right] = familyNo
    this.#keys[right] = key
  }
}
