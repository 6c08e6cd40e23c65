import { plainText, saysNothing } from './plain-text.ts'

export interface HeadingRequest<Field extends string> {
  /** Headings of each field as plain words, parted by `|`, best first. */
  readonly words: Readonly<Record<Field, readonly string[]>>
  /** What more than half of a column's cells must satisfy; guards against a heading taken wrongly. */
  readonly valueTests?: Readonly<Partial<Record<Field, (cell: string) => boolean>>>
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * The column of each field by its heading, compared as plain words without currency marks.
 *
 * A heading that is one of the known ones wins over one that only contains it; each column has one
 * meaning and each meaning one column.
 */
export function matchHeadings<Field extends string>(
  request: HeadingRequest<Field>,
): Readonly<Partial<Record<Field, number>>> {
  const { words, headings } = request
  const fields = Object.keys(words).filter((name): name is Field => name in words)
  const candidates = headings.flatMap((heading, column) =>
    fields
      .map((field) => ({ field, column, score: columnScore(heading, field, column, request) }))
      .filter(({ score }) => score > 0),
  )
  candidates.sort((a, b) => b.score - a.score || a.column - b.column)
  const columns: Partial<Record<Field, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of candidates) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

/** A known heading over other values than expected is taken last: its cells become findings. */
function columnScore<Field extends string>(
  heading: string,
  field: Field,
  column: number,
  request: HeadingRequest<Field>,
): number {
  const score = headingScore(heading, request.words[field])
  if (score <= 0 || mostlyFits(field, column, request)) return score
  return score > 1000 ? 1 : 0
}

/** Above 1000 for a known heading, earlier ones higher; less for one that contains it. */
function headingScore(heading: string, lines: readonly string[]): number {
  const words = plainText(heading)
    .split(' ')
    .filter((word) => !['rp', 'idr', 'rupiah'].includes(word))
  const text = words.join(' ')
  const known = lines.flatMap((line) => line.split('|'))
  const place = known.indexOf(text)
  if (place >= 0) return 1100 - place
  let best = 0
  for (const phrase of known) {
    if (phrase.length < 3 || !` ${text} `.includes(` ${phrase} `)) continue
    const length = phrase.split(' ').length
    best = Math.max(best, 100 * length - 10 * (words.length - length))
  }
  return best
}

function mostlyFits<Field extends string>(
  field: Field,
  column: number,
  { valueTests, rows }: HeadingRequest<Field>,
): boolean {
  const test = valueTests?.[field]
  if (!test) return true
  const cells = rows.map((cells) => cells[column] ?? '').filter((cell) => !saysNothing(cell))
  return cells.length === 0 || cells.filter(test).length * 2 > cells.length
}
