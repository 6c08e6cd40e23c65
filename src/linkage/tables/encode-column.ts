import type { KernelColumn } from '../kernel/columns.ts'
import { packDate, parseDateText } from '../kernel/dates.ts'
import type { ComparisonKind } from '../kernel/levels.ts'
import { sharedInt32, shareInt32 } from '../kernel/shared-arrays.ts'
import { packTexts } from '../kernel/text-pool.ts'
import { toWordColumn } from '../kernel/word-column.ts'
import { normalCode, normalEmail, normalPhone, normalWords } from './normal-text.ts'
import type { TextColumn } from './read-tables.ts'

/** Normal values of a comparison: a code a record, -1 for none, and the text of each code. */
export interface NormalColumn {
  readonly kind: ComparisonKind
  readonly codes: Int32Array
  readonly texts: readonly string[]
}

const normalByKind: Readonly<Record<ComparisonKind, (written: string) => string>> = {
  name: normalWords,
  text: normalWords,
  address: normalWords,
  date: (written) => written,
  identifier: normalCode,
  shared_identifier: normalCode,
  code: normalCode,
  number: normalCode,
  phone: normalPhone,
  email: normalEmail,
  category: normalWords,
}

/** Each distinct written value is made normal once; equal normal values share a code. */
export function normaliseColumn(
  { codes, texts }: TextColumn,
  kind: ComparisonKind,
  isMonthFirst = false,
): NormalColumn {
  const normal = kind === 'date' ? (text: string) => isoOf(text, isMonthFirst) : normalByKind[kind]
  return recode({ kind, codes, texts: texts.map(normal) })
}

/** The parts of a date as year-month-day, 00 for what it does not state. */
function isoOf(written: string, isMonthFirst: boolean): string {
  const date = parseDateText(written, isMonthFirst) ?? parseDateText(written, !isMonthFirst)
  if (!date) return ''
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.year}-${two(date.month)}-${two(date.day)}`
}

/** One text for several columns: the words of each record, one behind the other. */
export function joinColumns(kind: ComparisonKind, columns: readonly NormalColumn[]): NormalColumn {
  const [first] = columns
  if (!first || columns.length === 1) return first ?? { kind, codes: new Int32Array(), texts: [] }
  const noByText = new Map<string, number>()
  const texts: string[] = []
  const codes = Int32Array.from(first.codes, (_, record) => {
    const parts: string[] = []
    for (const column of columns) {
      const text = column.texts[column.codes[record] ?? -1]
      if (text) parts.push(text)
    }
    if (parts.length === 0) return -1
    const text = parts.join(' ')
    const known = noByText.get(text)
    if (known !== undefined) return known
    noByText.set(text, texts.length)
    return texts.push(text) - 1
  })
  return recode({ kind, codes, texts })
}

/** Codes in the order of the texts; an empty text is no value. */
function recode({ kind, codes, texts }: NormalColumn): NormalColumn {
  if (isAscending(texts)) return { kind, codes, texts }
  const distinct = [...new Set(texts)].filter((text) => text !== '').sort()
  const codeByText = new Map(distinct.map((text, code) => [text, code]))
  const recoded = Int32Array.from(texts, (text) => codeByText.get(text) ?? -1)
  return {
    kind,
    codes: codes.map((code) => (code < 0 ? -1 : (recoded[code] ?? -1))),
    texts: distinct,
  }
}

/** Whether texts are each once and in order, none of them empty. */
function isAscending(texts: readonly string[]): boolean {
  return texts.every((text, no) => (texts[no - 1] ?? '') < text)
}

/** Records with each value. */
export function countValues({ codes, texts }: NormalColumn): Int32Array {
  const counts = new Int32Array(texts.length)
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** The column as the kernel compares it. */
export function toKernelColumn(column: NormalColumn): KernelColumn {
  const { kind, texts } = column
  const codes = shareInt32(column.codes)
  if (kind === 'name' || kind === 'text' || kind === 'address') {
    return { kind, codes, form: 'words', words: toWordColumn(texts, countValues(column)) }
  }
  if (kind === 'date') {
    const dates = sharedInt32(texts.length)
    texts.forEach((text, code) => {
      dates[code] = packDate(
        parseDateText(text.replaceAll('-00', '')) ?? { year: 0, month: 0, day: 0 },
      )
    })
    return { kind, codes, form: 'dates', dates }
  }
  return { kind, codes, form: 'values', texts: packTexts(texts), bits16: valueBits16(column) }
}

/** -log2 of the share of records with each value, sixteenths; values of a small list count as less rare. */
function valueBits16(column: NormalColumn) {
  const counts = countValues(column)
  const filled = counts.reduce((sum, count) => sum + count, 0)
  return shareInt32(
    Array.from(counts, (count) => Math.round(-Math.log2((count + 1) / (filled + 2)) * 16)),
  )
}
