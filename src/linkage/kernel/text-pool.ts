import { type SharedInt32, sharedInt32 } from './shared-arrays.ts'

/** Texts one behind the other as UTF-16 units in shared memory; text n is `starts[n]` to `starts[n + 1]`. */
export interface TextPool {
  readonly units: Uint16Array<SharedArrayBuffer>
  readonly starts: SharedInt32
  /** A bit for each letter that a text has, 32 letters to a round. */
  readonly masks: SharedInt32
}

export function packTexts(texts: readonly string[]): TextPool {
  const starts = sharedInt32(texts.length + 1)
  let length = 0
  texts.forEach((text, no) => {
    starts[no] = length
    length += text.length
  })
  starts[texts.length] = length
  const units = new Uint16Array(new SharedArrayBuffer(length * 2))
  const masks = sharedInt32(texts.length)
  let at = 0
  texts.forEach((text, no) => {
    let mask = 0
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place)
      units[at++] = unit
      mask |= 1 << (unit & 31)
    }
    masks[no] = mask
  })
  return { units, starts, masks }
}

export function lengthOf({ starts }: TextPool, no: number): number {
  return (starts[no + 1] ?? 0) - (starts[no] ?? 0)
}

/** Longest middle part, after equal ends, that is worth an edit distance. */
const longestMiddle = 60
const width = longestMiddle + 1
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const

/**
 * Whether two texts of a pool are at most `limit` slips apart: a letter wrong, missing, added, or
 * two neighbours swapped (optimal string alignment).
 */
export function isWithin(pool: TextPool, left: number, right: number, limit: number): boolean {
  const { units, starts, masks } = pool
  // A slip takes away one letter and brings one at most.
  if (bitCount((masks[left] ?? 0) ^ (masks[right] ?? 0)) > 2 * limit) return false
  let leftStart = starts[left] ?? 0
  let rightStart = starts[right] ?? 0
  let leftEnd = starts[left + 1] ?? 0
  let rightEnd = starts[right + 1] ?? 0
  if (Math.abs(leftEnd - leftStart - (rightEnd - rightStart)) > limit) return false
  while (leftStart < leftEnd && rightStart < rightEnd && units[leftStart] === units[rightStart]) {
    leftStart++
    rightStart++
  }
  while (
    leftStart < leftEnd &&
    rightStart < rightEnd &&
    units[leftEnd - 1] === units[rightEnd - 1]
  ) {
    leftEnd--
    rightEnd--
  }
  const leftLength = leftEnd - leftStart
  const rightLength = rightEnd - rightStart
  const longer = Math.max(leftLength, rightLength)
  if (longer <= limit) return true
  if (limit === 1) return isSwap(units, leftStart, rightStart, leftLength, rightLength)
  // Each slip touches at most two neighbours, and what lies between may be equal.
  if (longer > longestMiddle) return false
  return middleDistance(units, leftStart, leftLength, rightStart, rightLength, limit) <= limit
}

function isSwap(
  units: Uint16Array,
  leftStart: number,
  rightStart: number,
  leftLength: number,
  rightLength: number,
): boolean {
  return (
    leftLength === 2 &&
    rightLength === 2 &&
    units[leftStart] === units[rightStart + 1] &&
    units[leftStart + 1] === units[rightStart]
  )
}

function middleDistance(
  units: Uint16Array,
  leftStart: number,
  leftLength: number,
  rightStart: number,
  rightLength: number,
  limit: number,
): number {
  let [before, above, line]: readonly [Uint8Array, Uint8Array, Uint8Array] = rows
  for (let column = 0; column <= rightLength; column++) above[column] = column
  for (let row = 1; row <= leftLength; row++) {
    line[0] = row
    let best = row
    const unit = units[leftStart + row - 1]
    const unitBefore = row > 1 ? units[leftStart + row - 2] : -1
    for (let column = 1; column <= rightLength; column++) {
      const other = units[rightStart + column - 1]
      let cost = (above[column - 1] ?? 0) + (unit === other ? 0 : 1)
      cost = Math.min(cost, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1)
      if (column > 1 && unitBefore === other && unit === units[rightStart + column - 2]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      line[column] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return best
    ;[before, above, line] = [above, line, before]
  }
  return above[rightLength] ?? limit + 1
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
