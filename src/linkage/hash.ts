/** FNV-1a over the code units of a text, 32 bits, unsigned; `seed` chains several texts. */
export function hashText(text: string, seed = 0): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0
  for (let place = 0; place < text.length; place++) {
    hash ^= text.charCodeAt(place)
    hash = Math.imul(hash, 0x01000193)
  }
  return mixed(hash)
}

/** A hash of whole numbers, 32 bits, unsigned. */
export function hashNumbers(...values: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const value of values) {
    hash = Math.imul(hash ^ (value | 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return mixed(hash)
}

/** A hash of two whole numbers, 32 bits, unsigned; for loops that cannot afford a list of arguments. */
export function hashPair(first: number, second: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77))
}

function mixed(hash: number): number {
  let value = hash
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** A repeatable stream of whole numbers below 2^32, the same on every machine. */
export function numberStream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    return mixed(state)
  }
}
