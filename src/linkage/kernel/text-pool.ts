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

/** Longest middle part, after equal ends, that is worth an edit distance: a bit a letter. */
const longestMiddle = 31
/** Places of each UTF-16 unit in the text that is compared, a bit a place; all 0 between two calls. */
const placesOf = new Int32Array(0x1_0000)

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

/**
 * Optimal string alignment distance of two parts, all cells of a column in one number; more than
 * `limit` where it exceeds it.
 *
 * @source H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances (2003).
 */
function middleDistance(
  units: Uint16Array,
  leftStart: number,
  leftLength: number,
  rightStart: number,
  rightLength: number,
  limit: number,
): number {
  for (let place = 0; place < leftLength; place++) {
    const unit = units[leftStart + place] ?? 0
    placesOf[unit] = (placesOf[unit] ?? 0) | (1 << place)
  }
  const last = 1 << (leftLength - 1)
  let distance = leftLength
  let up = -1
  let down = 0
  let diagonal = 0
  let before = 0
  for (let place = 0; place < rightLength; place++) {
    const same = placesOf[units[rightStart + place] ?? 0] ?? 0
    const swapped = ((~diagonal & same) << 1) & before
    diagonal = (((same & up) + up) ^ up) | same | down | swapped
    const right = down | ~(diagonal | up)
    const left = diagonal & up
    if ((right & last) !== 0) distance++
    else if ((left & last) !== 0) distance--
    // Each letter that is left takes one away at most.
    if (distance - (rightLength - 1 - place) > limit) break
    const shifted = (right << 1) | 1
    up = (left << 1) | ~(diagonal | shifted)
    down = shifted & diagonal
    before = same
  }
  for (let place = 0; place < leftLength; place++) placesOf[units[leftStart + place] ?? 0] = 0
  return distance
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
