/** Many lists of whole numbers, one behind the other. */
export interface NumberLists {
  /** Where each list starts in `items`, and where the last one ends. */
  readonly starts: Uint32Array<ArrayBuffer>
  readonly items: Uint32Array<ArrayBuffer>
}

/** Takes numbers one after another without knowing how many will come. */
export class GrowingNumbers {
  #numbers = new Uint32Array(1024)
  #count = 0

  get count(): number {
    return this.#count
  }

  push(value: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Uint32Array(this.#count * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#count++] = value
  }

  /** The numbers so far, in an array of their own. */
  take(): Uint32Array<ArrayBuffer> {
    return this.#numbers.slice(0, this.#count)
  }
}

/** Takes lists one after another. */
export class GrowingLists {
  readonly #starts = new GrowingNumbers()
  readonly #items = new GrowingNumbers()

  push(list: Iterable<number>): void {
    this.#starts.push(this.#items.count)
    for (const item of list) this.#items.push(item)
  }

  /** The lists, each item put through `rename`. */
  take(rename: Uint32Array): NumberLists {
    this.#starts.push(this.#items.count)
    return {
      starts: this.#starts.take(),
      items: this.#items.take().map((item) => rename[item] ?? item),
    }
  }
}

/** For each item the numbers of the lists that hold it, ascending. */
export function invertLists({ starts, items }: NumberLists, itemCount: number): NumberLists {
  const places = new Uint32Array(itemCount + 1)
  for (const item of items) places[item + 1] = (places[item + 1] ?? 0) + 1
  for (let item = 0; item < itemCount; item++) {
    places[item + 1] = (places[item + 1] ?? 0) + (places[item] ?? 0)
  }
  const inverted = { starts: places.slice(), items: new Uint32Array(items.length) }
  for (let list = 0; list + 1 < starts.length; list++) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      const place = places[item] ?? 0
      inverted.items[place] = list
      places[item] = place + 1
    }
  }
  return inverted
}

/** For each item the places at which it stands, ascending. */
export function invertNumbers(items: Uint32Array<ArrayBuffer>, itemCount: number): NumberLists {
  const starts = Uint32Array.from({ length: items.length + 1 }, (_, no) => no)
  return invertLists({ starts, items }, itemCount)
}

/** How many items a list holds. */
export function sizeOf({ starts }: NumberLists, list: number): number {
  return (starts[list + 1] ?? 0) - (starts[list] ?? 0)
}
