/** Places of records, -1 where a record does not say. */
export interface Places {
  readonly street: Int32Array
  readonly door: Int32Array
  readonly ward: Int32Array
  readonly rt: Int32Array
  readonly rw: Int32Array
}

/**
 * Ward, RT and RW that a record leaves out, from other records at the same door.
 *
 * A list with addresses and a list with RT numbers meet only through a third that has both. What
 * most records at the door say is taken; nothing where two answers are equally frequent.
 */
export function fillPlaces(places: Places): Pick<Places, 'ward' | 'rt' | 'rw'> {
  const { street, door } = places
  const doorKey = (no: number): number => {
    const isKnown = (street[no] ?? -1) >= 0 && (door[no] ?? -1) >= 0
    return isKnown ? (street[no] ?? 0) * 2 ** 20 + (door[no] ?? 0) : -1
  }
  const ward = filled(places.ward, doorKey)
  const inWard = (no: number): number => {
    const key = doorKey(no)
    return key < 0 || (ward[no] ?? -1) < 0 ? -1 : key * 2 ** 12 + (ward[no] ?? 0)
  }
  return { ward, rt: filled(places.rt, inWard), rw: filled(places.rw, inWard) }
}

function filled(column: Int32Array, keyOf: (no: number) => number): Int32Array {
  const votes = new Map<number, Map<number, number>>()
  for (let no = 0; no < column.length; no++) {
    const key = keyOf(no)
    const value = column[no] ?? -1
    if (key < 0 || value < 0) continue
    const counts = votes.get(key) ?? new Map<number, number>()
    counts.set(value, (counts.get(value) ?? 0) + 1)
    votes.set(key, counts)
  }
  return column.map((value, no) => {
    if (value >= 0) return value
    const counts = votes.get(keyOf(no))
    return counts ? mostFrequent(counts) : -1
  })
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  let best = -1
  let most = 0
  let isTied = false
  for (const [value, count] of counts) {
    if (count > most) [best, most, isTied] = [value, count, false]
    else if (count === most) isTied = true
  }
  return isTied ? -1 : best
}
