/** Public keys by number, as bytes of one width. */
export interface PackedKeys {
  readonly width: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Packs keys of ASCII letters and digits; shorter ones are filled up with zeros. */
export function packKeys(keys: readonly string[]): PackedKeys {
  const width = keys.reduce((widest, key) => Math.max(widest, key.length), 0)
  const bytes = new Uint8Array(width * keys.length)
  const encoder = new TextEncoder()
  keys.forEach((key, no) => {
    encoder.encodeInto(key, bytes.subarray(no * width, (no + 1) * width))
  })
  return { width, bytes }
}

/** The key of a number. */
export function keyAt({ width, bytes }: PackedKeys, no: number): string {
  let end = (no + 1) * width
  while (end > no * width && bytes[end - 1] === 0) end--
  return String.fromCharCode(...bytes.subarray(no * width, end))
}

/** Owners by a number that several may share, in ascending order of the number. */
export interface NumberOwners {
  readonly numbers: Float64Array<ArrayBuffer>
  readonly owners: Uint32Array<ArrayBuffer>
}

/** Sorts owners by their numbers. */
export function packOwners(pairs: readonly (readonly [number, number])[]): NumberOwners {
  const sorted = pairs.toSorted(([left, a], [right, b]) => left - right || a - b)
  return {
    numbers: Float64Array.from(sorted, ([number]) => number),
    owners: Uint32Array.from(sorted, ([, owner]) => owner),
  }
}

/** Whose number this is, ascending. */
export function ownersOf({ numbers, owners }: NumberOwners, asked: number): number[] {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < asked) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < numbers.length && numbers[at] === asked; at++) {
    found.push(owners[at] ?? 0)
  }
  return found
}
