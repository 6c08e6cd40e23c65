import { SameTexts } from './same-texts.ts'

/** Characters that part the fields of text lists, most usual in Indonesia first. */
export const delimiters = [';', ',', '\t', '|'] as const
/** What some programs put where values hold all of the usual ones. */
const rareDelimiters = ['^', '~', '#', '¦', '§', '*', ':', '\u001f'] as const
export type Delimiter = (typeof delimiters)[number] | (typeof rareDelimiters)[number]

/**
 * The records of a delimited text, each a list of fields; record 1 first.
 *
 * Titles, headings and blank lines are records too; a line break inside quotes is not the end of
 * one. A quote opens only at the start of a field. A quote that never closes is taken as a letter,
 * so that one stray quote does not swallow the rest of the list; so is one that closes in the
 * middle of a field. A final line break starts no record.
 */
export function splitRecords(
  text: string,
  delimiter: Delimiter,
  maxRecords = Infinity,
): string[][] {
  const records: string[][] = []
  const same = new SameTexts()
  const parting = delimiter.charCodeAt(0)
  let fields: string[] = []
  let at = 0
  while (at < text.length && records.length < maxRecords) {
    const quoted = text.charCodeAt(at) === quote ? readQuoted(text, at, delimiter) : undefined
    const end = quoted?.end ?? endOfField(text, at, parting)
    fields.push(same.of(fields.length, quoted?.value ?? text.slice(at, end)))
    at = end
    if (at >= text.length) break
    if (text.charCodeAt(at) === parting) {
      at++
      if (at === text.length) fields.push('')
      continue
    }
    at += text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1
    records.push(fields)
    fields = []
  }
  if (fields.length > 0 && records.length < maxRecords) records.push(fields)
  return records
}

interface Field {
  readonly value: string
  /** Place of the delimiter or line break after it, or the text's length. */
  readonly end: number
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

function endOfField(text: string, start: number, parting: number): number {
  let end = start
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === parting || code === lineFeed || code === carriageReturn) break
  }
  return end
}

/** Longest quoted field with line breaks believed in; a longer one is a stray quote. */
const maxQuotedLength = 5000

function readQuoted(text: string, start: number, delimiter: Delimiter): Field | undefined {
  let value = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    value += text.slice(at, close)
    if (value.length > maxQuotedLength && /[\r\n]/.test(value)) return undefined
    if (text[close + 1] === '"') {
      value += '"'
      at = close + 2
      continue
    }
    const next = text[close + 1]
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') {
      return { value, end: close + 1 }
    }
    return undefined
  }
}

/**
 * The delimiter of a text: the one with which most records have the same number of fields.
 *
 * Commas in addresses and semicolons in remarks come in uneven numbers, so they lose.
 */
export function findDelimiter(text: string): Delimiter {
  const announced = /^sep=(.)\r?\n/.exec(text)?.[1]
  const known = [...delimiters, ...rareDelimiters].find((delimiter) => delimiter === announced)
  if (known) return known

  const usual = mostEven(text, delimiters)
  if (usual.score >= surelyEven) return usual.delimiter
  const rare = mostEven(text, rareDelimiters)
  return rare.score >= surelyEven && rare.score > usual.score ? rare.delimiter : usual.delimiter
}

/** Three fields in four records of five: less is chance, or another character parts them. */
const surelyEven = 0.8 * Math.sqrt(3)

function mostEven(text: string, tried: readonly Delimiter[]) {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of tried) {
    const score = evenness(splitRecords(text, delimiter, 400))
    if (score > best.score) best = { delimiter, score }
  }
  return best
}

function evenness(records: readonly (readonly string[])[]): number {
  const recordsByWidth = new Map<number, number>()
  let filled = 0
  for (const record of records) {
    if (record.every((field) => field.trim() === '')) continue
    filled++
    recordsByWidth.set(record.length, (recordsByWidth.get(record.length) ?? 0) + 1)
  }
  let best = 0
  for (const [width, count] of recordsByWidth) {
    if (width < 2) continue
    best = Math.max(best, (count / filled) * Math.sqrt(Math.min(width, 12)))
  }
  return best
}
