import type { KernelColumn } from './columns.ts'
import { bandOf } from './compare-words.ts'
import { valueBands, valueLevel } from './levels.ts'
import { isWithin, lengthOf, type TextPool } from './text-pool.ts'

const at = '@'.charCodeAt(0)

/** Level of agreement of two whole values: numbers of a state, phones, codes, mail addresses. */
export function valueComparer(
  column: Extract<KernelColumn, { form: 'values' }>,
): (left: number, right: number) => number {
  const { texts, bits16, kind } = column
  const partOf = { email: isLocalSame, code: isStartSame }
  const isPart = kind === 'email' || kind === 'code' ? partOf[kind] : undefined
  // A slip in a word of a closed list or in a house number is another value.
  const leastForSlip = kind === 'category' || kind === 'number' ? Number.POSITIVE_INFINITY : 4
  return (left, right) => {
    if (left === right) return valueLevel.exact + bandOf(bits16[left] ?? 0, valueBands)
    const shorter = Math.min(lengthOf(texts, left), lengthOf(texts, right))
    if (shorter >= leastForSlip && isWithin(texts, left, right, shorter >= 12 ? 2 : 1)) {
      return valueLevel.near
    }
    return isPart?.(texts, left, right) ? valueLevel.part : valueLevel.other
  }
}

/** The part of a mail address before the @. */
function isLocalSame({ units, starts }: TextPool, left: number, right: number): boolean {
  let leftAt = starts[left] ?? 0
  let rightAt = starts[right] ?? 0
  const leftEnd = starts[left + 1] ?? 0
  const rightEnd = starts[right + 1] ?? 0
  while (leftAt < leftEnd && rightAt < rightEnd && units[leftAt] === units[rightAt]) {
    if (units[leftAt] === at) return true
    leftAt++
    rightAt++
  }
  return false
}

/** The first half of a code, two signs at least: the area of a postcode. */
function isStartSame(texts: TextPool, left: number, right: number): boolean {
  const length = Math.max(2, Math.min(lengthOf(texts, left), lengthOf(texts, right)) >> 1)
  const leftStart = texts.starts[left] ?? 0
  const rightStart = texts.starts[right] ?? 0
  if (lengthOf(texts, left) < length || lengthOf(texts, right) < length) return false
  for (let place = 0; place < length; place++) {
    if (texts.units[leftStart + place] !== texts.units[rightStart + place]) return false
  }
  return true
}
