import { writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | boolean | undefined | null

/** What a spreadsheet strips or ignores before it decides whether a cell is a formula. */
const ignoredLead = /^[\s"'\u200b\ufeff]+/
const formulaStart = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/
/** Numbers, telephone numbers and "at" phrases stay as they are. */
const harmless = /^(?:-|[+-]?\d[\d\s.,()-]*|@\s.*)$/

/**
 * The text as a cell that no spreadsheet runs: a leading apostrophe where the text could be a formula.
 *
 * @source OWASP, "CSV Injection".
 */
export function neutralCell(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text
}

/** True for text that a spreadsheet could take for a formula. */
export function isFormulaLike(text: string): boolean {
  const seen = text.replace(ignoredLead, '')
  return (formulaStart.test(seen) && !harmless.test(seen)) || /^[\t\r\n]/.test(text)
}

/** One CSV document, UTF-8, `\n` line ends; absent values are empty cells. */
export function toCsv(headings: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return toCsvRecords([headings, ...rows])
}

/** Lines of a CSV document: a part of one that is written piece by piece. */
export function toCsvRecords(rows: Iterable<readonly CsvValue[]>): string {
  return stringify(Array.from(rows, (row) => row.map(cellText)))
}

/** Writes a CSV document. */
export async function writeCsv(
  path: string,
  headings: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
): Promise<void> {
  await writeFile(path, toCsv(headings, rows))
}

function cellText(value: CsvValue): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? neutralCell(value) : String(value)
}
