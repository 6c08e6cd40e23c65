/**
 * The shared texts of a workbook (`sharedStrings.xml`) as they stand in the file: their bytes and where
 * each begins. A million of them as objects would take ten times the room.
 */
export class SharedTexts {
  readonly #xml: Buffer
  /** Where each begins; behind the last, where it ends. */
  readonly #starts: readonly number[]

  private constructor(xml: Buffer, starts: readonly number[]) {
    this.#xml = xml
    this.#starts = starts
  }

  /** Of a workbook that has no such part. */
  static readonly none = new SharedTexts(Buffer.alloc(0), [0])

  /** Undefined where the part is written in a way that only the parser can tell its texts apart. */
  static find(part: Uint8Array): SharedTexts | undefined {
    const xml = Buffer.from(part.buffer, part.byteOffset, part.length)
    const head = /^[\s\S]*?<sst\b[^<>]*>/.exec(xml.toString('latin1', 0, 4096))?.[0]
    const end = xml.indexOf('</sst>')
    if (head === undefined || end < 0 || /:sst\b/.test(head)) return undefined
    if ([':si>', ':sst>', 'sstItem>'].some((other) => xml.includes(other))) return undefined
    const starts = [head.length]
    for (;;) {
      const close = xml.indexOf(textEnd, starts.at(-1))
      if (close < 0 || close > end) break
      starts.push(close + textEnd.length)
    }
    return new SharedTexts(xml, starts)
  }

  get count(): number {
    return this.#starts.length - 1
  }

  /** A part that holds the texts with these numbers, in this order. */
  partOf(numbers: Iterable<number>): Uint8Array {
    const texts: Uint8Array[] = [Buffer.from('<sst>')]
    for (const number of numbers) {
      texts.push(this.#xml.subarray(this.#starts[number], this.#starts[number + 1]))
    }
    texts.push(Buffer.from('</sst>'))
    return Buffer.concat(texts)
  }
}

const textEnd = '</si>'

/** Numbers of shared texts in a piece, each given a new number in the order in which they come. */
export class PickedTexts {
  readonly #placeByNumber = new Map<number, number>()

  placeOf(number: number): number {
    const place = this.#placeByNumber.get(number) ?? this.#placeByNumber.size
    this.#placeByNumber.set(number, place)
    return place
  }

  get numbers(): Iterable<number> {
    return this.#placeByNumber.keys()
  }
}
