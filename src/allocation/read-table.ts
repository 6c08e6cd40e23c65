import { readFile } from 'node:fs/promises'
import { AppError } from '#platform/errors'

/** A contract file as text cells under its headings; `record` counts the heading as 1. */
export interface TextTable {
  readonly path: string
  readonly headings: readonly string[]
  readonly records: readonly { readonly record: number; readonly cells: readonly string[] }[]
}

/** A cell that cannot be taken as it is. */
export interface CellFault {
  readonly record: number
  readonly column: string
  /** Stable word: `missing`, `not-a-number`, `not-whole`, `negative`, `not-a-date`, `twice`, … */
  readonly fault: string
}

/**
 * A CSV file with a heading line: commas, double quotes, UTF-8 with or without mark, any line end.
 *
 * Blank lines are left out and counted. Written here for the two plain files that Betang itself
 * defines: agencies' own lists go through `intake`.
 * @throws AppError `file-not-found`, `csv-unclosed-quote`, `csv-cell-count`.
 */
export async function readTable(path: string): Promise<TextTable> {
  const text = await readText(path)
  const lines = parseCsv(text, path)
  const [heading, ...rest] = lines
  const headings = (heading ?? []).map((cell) => cell.trim())
  const records: { record: number; cells: readonly string[] }[] = []
  for (const [index, cells] of rest.entries()) {
    const record = index + 2
    if (cells.length === 1 && cells[0]?.trim() === '') continue
    if (cells.length !== headings.length) {
      throw new AppError('csv-cell-count', {
        path,
        record,
        found: cells.length,
        expected: headings.length,
      })
    }
    records.push({ record, cells })
  }
  return { path, headings, records }
}

async function readText(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8')
    return text.startsWith('\ufeff') ? text.slice(1) : text
  } catch (cause) {
    throw new AppError('file-not-found', { path }, { cause })
  }
}

/** Records of a CSV text; a line break inside quotes does not end one. */
export function parseCsv(text: string, path: string): string[][] {
  const comma = separatorOf(text)
  const records: string[][] = []
  let cells: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end < 0) throw new AppError('csv-unclosed-quote', { path, record: records.length + 1 })
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    }
    const start = at
    while (at < text.length && !isCellEnd(text.charCodeAt(at), comma)) at++
    cells.push(cell + text.slice(start, at))
    if (text.charCodeAt(at) === comma) {
      at++
      if (at < text.length) continue
      // A comma at the very end leaves one more empty cell.
      cells.push('')
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    records.push(cells)
    cells = []
  }
  return records
}

/** A heading line with semicolons and no comma comes from a spreadsheet with Indonesian settings. */
function separatorOf(text: string): number {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  return line.includes(';') && !line.includes(',') ? semicolonCode : commaCode
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

const commaCode = 44
const semicolonCode = 59

function isCellEnd(code: number, comma: number): boolean {
  return code === comma || code === 10 || code === 13
}
