import { open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { neutralCell } from './inert-cell.ts'

export type CsvValue = string | number | boolean | undefined | null

/** One CSV document, UTF-8, `\n` line ends; absent values are empty cells. */
export function toCsv(headings: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return toCsvRecords([headings, ...rows])
}

/** Lines of a CSV document: a part of one that is written piece by piece. */
export function toCsvRecords(rows: Iterable<readonly CsvValue[]>): string {
  return stringify(Array.from(rows, (row) => row.map(cellText)))
}

/** Lines that are made into text at once. */
const linesTogether = 10_000

/** Writes a CSV document, piece by piece: rows that are made as they are asked for stay few. */
export async function writeCsv(
  path: string,
  headings: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
): Promise<void> {
  const file = await open(path, 'w')
  try {
    let lines: (readonly CsvValue[])[] = [headings]
    for (const row of rows) {
      lines.push(row)
      if (lines.length < linesTogether) continue
      await file.write(toCsvRecords(lines))
      lines = []
    }
    await file.write(toCsvRecords(lines))
  } finally {
    await file.close()
  }
}

function cellText(value: CsvValue): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? neutralCell(value) : String(value)
}
