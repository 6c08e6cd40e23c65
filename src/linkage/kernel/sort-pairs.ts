import type { KeptPairs } from './run-ranges.ts'

/** The pairs by weight, heaviest first, then by left and right record. */
export function heaviestFirst(pairs: KeptPairs): KeptPairs {
  const order = orderOf(pairs)
  const inOrder = (column: Int32Array) => order.map((place) => column[place] ?? 0)
  return {
    ...pairs,
    left: inOrder(pairs.left),
    right: inOrder(pairs.right),
    units: inOrder(pairs.units),
  }
}

function orderOf({ left, right, units }: KeptPairs): Int32Array {
  let highest = 0
  for (const weight of units) if (weight > highest) highest = weight
  const places = Int32Array.from(units, (_, place) => place)
  const byRight = sortPlaces(places, (place) => right[place] ?? 0)
  const byLeft = sortPlaces(byRight, (place) => left[place] ?? 0)
  return sortPlaces(byLeft, (place) => highest - (units[place] ?? 0))
}

/** Stable radix sort by a key of 32 bits, not negative. */
function sortPlaces(places: Int32Array, keyOf: (place: number) => number): Int32Array {
  return sortByDigit(
    sortByDigit(places, (place) => keyOf(place) & 0xffff),
    (place) => keyOf(place) >>> 16,
  )
}

function sortByDigit(places: Int32Array, digitOf: (place: number) => number): Int32Array {
  const starts = new Int32Array(65_537)
  for (const place of places) {
    const digit = digitOf(place) + 1
    starts[digit] = (starts[digit] ?? 0) + 1
  }
  for (let digit = 1; digit < starts.length; digit++) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0)
  }
  const sorted = new Int32Array(places.length)
  for (const place of places) {
    const digit = digitOf(place)
    const at = starts[digit] ?? 0
    sorted[at] = place
    starts[digit] = at + 1
  }
  return sorted
}
