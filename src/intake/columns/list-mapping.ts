import { z } from 'zod'
import { listKinds } from '../schema.ts'
import { columnMeanings, type Meaning } from '../values/index.ts'

/**
 * What an officer says of a sheet: it goes before what Betang proposes, and what it leaves out stays
 * as proposed.
 */
export const ListMapping = z.object({
  /** As the workbook names it; absent: every sheet of the file. Text files have one, named ''. */
  sheet: z.string().max(300).optional(),
  /** `other` leaves the sheet unread. */
  kind: z.enum(listKinds).optional(),
  /** 1-based row of the headings, the lowest of several; 0: the list has none. */
  headerRow: z.number().int().min(0).max(10_000).optional(),
  /**
   * By heading as written or shown, or by the column's letter (`C`, or `kolom C` where a heading is
   * called so). `ignore` and null: not used.
   */
  columns: z.record(z.string().max(300), z.enum([...columnMeanings, 'ignore']).nullable()),
})
export type ListMapping = z.infer<typeof ListMapping>

/** The mapping of a sheet: the one that names it, else one that names none. */
export function findMapping(
  mappings: readonly ListMapping[],
  sheet: string,
): ListMapping | undefined {
  return (
    mappings.find((mapping) => mapping.sheet === sheet) ??
    mappings.find((mapping) => mapping.sheet === undefined)
  )
}

/**
 * Meanings that the mapping gives, by 0-based column.
 *
 * @param headings one a column, parts of a heading over several rows joined with ` | `.
 */
export function saidMeanings(
  headings: readonly string[],
  mapping: ListMapping | undefined,
): ReadonlyMap<number, Meaning> {
  const said = new Map<number, Meaning>()
  if (!mapping) return said
  const folded = headings.map(foldHeading)
  const note = (column: number, meaning: Meaning | 'ignore' | null) =>
    said.set(column, meaning === null || meaning === 'ignore' ? 'ignored' : meaning)
  const byLetter: [number, Meaning | 'ignore' | null][] = []
  for (const [key, meaning] of Object.entries(mapping.columns)) {
    const named = foldHeading(key)
    const columns = folded.flatMap((heading, column) =>
      heading !== '' && heading === named ? [column] : [],
    )
    for (const column of columns) note(column, meaning)
    const letters = /^(?:kolom )?([A-Z]{1,3})$/.exec(key)?.[1]
    if (columns.length === 0 && letters) byLetter.push([columnOfLetters(letters), meaning])
  }
  // A letter means one column, a heading all that bear it.
  for (const [column, meaning] of byLetter) note(column, meaning)
  return said
}

/** Case, spaces and marks do not tell headings apart; nor how the parts of one are joined. */
function foldHeading(heading: string): string {
  const bare = heading.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ')
  return bare.trim() === '' ? heading.trim() : bare.trim()
}

/** 0 for `A`, 26 for `AA`. */
function columnOfLetters(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
