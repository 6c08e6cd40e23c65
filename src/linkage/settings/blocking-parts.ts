import { hashText } from '../hash.ts'
import type { ComparisonKind } from '../kernel/levels.ts'
import { wordBits } from '../kernel/word-column.ts'
import type { NormalColumn } from '../tables/encode-column.ts'
import { countValues } from '../tables/encode-column.ts'

/** Parts of a value that records may be blocked on. */
export const blockingParts = [
  'whole',
  'start',
  'end',
  'rarest',
  'second_rarest',
  'first_letters',
  'last_letters',
  'year',
  'year_month',
  'month_day',
] as const
export type BlockingPart = (typeof blockingParts)[number]

/** The parts that records may be blocked on, by what the column holds. */
export function partsOf(kind: ComparisonKind): readonly BlockingPart[] {
  switch (kind) {
    case 'name':
      return ['whole', 'rarest', 'second_rarest', 'first_letters', 'last_letters']
    case 'text':
    case 'address':
      return ['whole', 'rarest', 'first_letters']
    case 'date':
      return ['whole', 'year', 'year_month', 'month_day']
    case 'identifier':
    case 'shared_identifier':
    case 'phone':
    case 'email':
    case 'code':
      return ['whole', 'start', 'end']
    case 'category':
    case 'number':
      return ['whole']
  }
}

/** A number a record for the part of its value, -1 where it has none. */
export function partNumbers(column: NormalColumn, part: BlockingPart): Int32Array {
  const { codes, texts } = column
  const partOf = partFunction(column, part)
  const byCode = Int32Array.from(texts, (text) => {
    const found = partOf(text)
    return found === '' ? -1 : hashText(found) >>> 1
  })
  return codes.map((code) => (code < 0 ? -1 : (byCode[code] ?? -1)))
}

function partFunction(column: NormalColumn, part: BlockingPart): (text: string) => string {
  const isWords = column.kind === 'name' || column.kind === 'text' || column.kind === 'address'
  switch (part) {
    case 'whole':
      if (isWords) return (text) => text.split(' ').sort().join(' ')
      return column.kind === 'date' ? (text) => (text.includes('-00') ? '' : text) : (text) => text
    case 'start':
      return column.kind === 'email'
        ? (text) => text.split('@')[0] ?? ''
        : (text) => text.slice(0, Math.max(2, text.length >> 1))
    case 'end':
      return column.kind === 'email'
        ? (text) => text.slice(1, 6)
        : (text) => text.slice(-Math.max(2, text.length >> 1))
    case 'rarest':
    case 'second_rarest':
      return rareWord(column, part === 'rarest' ? 0 : 1)
    case 'first_letters':
      return (text) => (text.length < 2 ? '' : text.slice(0, 3))
    case 'last_letters':
      return (text) => (text.includes(' ') ? text.slice(text.lastIndexOf(' ') + 1).slice(0, 3) : '')
    case 'year':
      return (text) => text.slice(0, 4)
    case 'year_month':
      return (text) => (text.slice(5, 7) === '00' ? '' : text.slice(0, 7))
    case 'month_day':
      return (text) => (text.slice(8) === '00' ? '' : text.slice(5))
  }
}

/** The word of a text that fewest records bear; words of one letter are left out. */
function rareWord(column: NormalColumn, place: number): (text: string) => string {
  const bits = wordBits(column.texts, countValues(column))
  return (text) =>
    text
      .split(' ')
      .filter((word) => word.length > 1)
      .sort(
        (one, other) => (bits.get(other) ?? 0) - (bits.get(one) ?? 0) || (one < other ? -1 : 1),
      )[place] ?? ''
}
