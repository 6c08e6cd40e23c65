import { headingMeanings } from '../columns/heading-rules.ts'
import { coveringMerge, filledColumns, type Grid, looksLikeIdNumber, textAt } from './grid.ts'

/** A heading of one to three rows and what stands over each column. */
export interface Heading {
  /** First and last row, 0-based, ends included; the row of column numbers is counted in. */
  readonly top: number
  readonly bottom: number
  /** One a column: `KOMPONEN | BUMIL`; empty where nothing stands. */
  readonly headings: readonly string[]
  /** Its parts in bare letters, to know it again further down. */
  readonly said: ReadonlySet<string>
}

/** Rows looked through for the first heading; lists with longer prefaces are not known. */
const maxPrefaceRows = 80

/**
 * The first heading of a sheet: the early row with most cells that headings are known to say, or,
 * where no word is known, the first row of distinct short texts over rows of another kind.
 */
export function findFirstHeading(grid: Grid): Heading | undefined {
  const rows = Math.min(grid.texts.length, maxPrefaceRows)
  let best = { row: -1, hits: 0 }
  for (let row = 0; row < rows; row++) {
    const hits = knownHeadings(grid, row)
    if (hits > best.hits * 1.3) best = { row, hits }
  }
  if (best.hits >= 1.5) return headingAt(grid, best.row)
  const row = findShapedHeading(grid, rows)
  return row === undefined ? undefined : headingAt(grid, row)
}

/** True when a row further down is a heading of its own, with known words over most of its cells. */
export function isOtherHeading(grid: Grid, row: number): boolean {
  const filled = filledColumns(grid, row)
  return filled.length >= 3 && knownHeadings(grid, row) >= Math.max(3, filled.length * 0.6)
}

/** True when the row says again what the heading says. */
export function repeatsHeading(grid: Grid, row: number, heading: Heading): boolean {
  const filled = filledColumns(grid, row)
  if (filled.length < 2) return false
  const needed = Math.max(2, filled.length * 0.7)
  let same = 0
  for (const [place, column] of filled.entries()) {
    if (heading.said.has(bare(textAt(grid, row, column)))) same++
    else if (same + filled.length - place - 1 < needed) return false
  }
  return same >= needed
}

/** A heading of these texts, or none. */
export function headingOf(top: number, bottom: number, headings: readonly string[]): Heading {
  const said = new Set(headings.flatMap((text) => text.split(' | ')).map(bare))
  return { top, bottom, headings, said }
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

/** Sum over the row's cells of how surely each is a heading; 0 for a row that holds values. */
function knownHeadings(grid: Grid, row: number): number {
  const filled = filledColumns(grid, row)
  if (filled.length < 2) return 0
  // No heading holds a person's number: most rows of a long list are done with here.
  if (filled.some((column) => looksLikeIdNumber(textAt(grid, row, column)))) return 0
  const words = filled
    .filter((column) => typeof grid.cells[row]?.[column] !== 'number')
    .map((column) => textAt(grid, row, column))
    .filter((text) => !isValue(text))
  if (words.length < filled.length * 0.8) return 0

  let hits = 0
  for (const text of new Set(words)) {
    if (text.length <= 60) hits += headingMeanings(text)[0]?.weight ?? 0
  }
  return hits >= filled.length * 0.3 ? hits : 0
}

const dayPattern = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/

/** Numbers, dates and amounts are values; headings hardly carry two digits in a row. */
function isValue(text: string): boolean {
  if (looksLikeIdNumber(text) || dayPattern.test(text)) return true
  return /\d{4,}/.test(text.replace(/\b(19|20)\d\d\b/g, '')) || /^[\d.,\s]+$/.test(text)
}

function findShapedHeading(grid: Grid, rows: number): number | undefined {
  for (let row = 0; row < rows; row++) {
    const filled = filledColumns(grid, row)
    if (filled.length < 3 || filled.length < grid.width * 0.6) continue
    const texts = filled.map((column) => textAt(grid, row, column))
    if (texts.some((text) => isValue(text) || text.length > 60)) continue
    if (new Set(texts.map(bare)).size < texts.length) continue
    if (isUnlikeBelow(grid, row, filled)) return row
  }
  return undefined
}

/** The rows below hold numbers or dates in some column where this row holds words. */
function isUnlikeBelow(grid: Grid, row: number, filled: readonly number[]): boolean {
  const below: number[] = []
  for (let next = row + 1; next < grid.texts.length && below.length < 12; next++) {
    if (filledColumns(grid, next).length >= 2) below.push(next)
  }
  if (below.length === 0) return false
  return filled.some((column) => {
    const values = below.filter((next) => /^[^a-z]*\d[^a-z]*$/i.test(textAt(grid, next, column)))
    return values.length >= below.length * 0.5
  })
}

/**
 * The whole heading around its best row: a row of groups above it, a row of parts below it, and a
 * row of column numbers "(1) (2) (3)" under it.
 */
export function headingAt(grid: Grid, row: number): Heading {
  const top = isGroupRow(grid, row - 1, row) ? row - 1 : row
  let bottom = row
  if (isPartRow(grid, row, row + 1)) bottom = row + 1
  const numbers = isColumnNumberRow(grid, bottom + 1) ? 1 : 0
  return headingOf(top, bottom + numbers, joinHeadings(grid, top, bottom))
}

/** Groups such as IDENTITAS and ALAMAT over the columns that they hold: several cells, none a value. */
function isGroupRow(grid: Grid, upper: number, lower: number): boolean {
  if (upper < 0) return false
  const filled = filledColumns(grid, upper)
  if (filled.length < 2) return false
  if (filled.some((column) => isValue(textAt(grid, upper, column)))) return false
  const lowerFilled = new Set(filledColumns(grid, lower))
  const alone = filled.filter((column) => !lowerFilled.has(column)).length
  const grouping = filled.filter(
    (column) =>
      lowerFilled.has(column) &&
      lowerFilled.has(column + 1) &&
      textAt(grid, upper, column + 1) === '',
  ).length
  return alone + grouping >= filled.length * 0.8 && grouping >= 1
}

/** Parts such as BUMIL, AUD, SD under one group: only where the row above is empty or a group begins. */
function isPartRow(grid: Grid, upper: number, lower: number): boolean {
  const filled = filledColumns(grid, lower)
  const upperFilled = filledColumns(grid, upper)
  if (filled.length === 0 || filled.length >= upperFilled.length + 8) return false
  let parts = 0
  for (const column of filled) {
    const text = textAt(grid, lower, column)
    if (isValue(text) || text.length > 40 || typeof grid.cells[lower]?.[column] === 'number') {
      return false
    }
    const above = textAt(grid, upper, column)
    if (above === '' && column > 0) parts++
    else if (
      above !== '' &&
      textAt(grid, upper, column + 1) === '' &&
      filled.includes(column + 1)
    ) {
      parts++
    } else return false
  }
  const isMergedAbove = filled.some((column) => coveringMerge(grid, upper, column) !== undefined)
  const known = filled.filter((column) => headingMeanings(textAt(grid, lower, column)).length > 0)
  return parts >= 2 && (isMergedAbove || known.length >= filled.length * 0.5)
}

function isColumnNumberRow(grid: Grid, row: number): boolean {
  const filled = filledColumns(grid, row)
  if (filled.length < 3) return false
  const numbers = filled.map((column) => /^\(?(\d{1,2})\)?$/.exec(textAt(grid, row, column))?.[1])
  return numbers.every(
    (number, place) => number !== undefined && Number(number) === Number(numbers[0]) + place,
  )
}

function joinHeadings(grid: Grid, top: number, bottom: number): string[] {
  const headings: string[] = []
  for (let column = 0; column < grid.width; column++) {
    const parts: string[] = []
    for (let row = top; row <= bottom; row++) {
      const text =
        textAt(grid, row, column) || (row < bottom ? groupOver(grid, row, bottom, column) : '')
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    }
    headings.push(parts.join(' | '))
  }
  return headings
}

/** The group that reaches over a column: its merged cell, or the last one to the left of an empty run. */
function groupOver(grid: Grid, row: number, bottom: number, column: number): string {
  const merge = coveringMerge(grid, row, column)
  if (merge) return merge.top === row ? textAt(grid, merge.top, merge.left) : ''
  if (textAt(grid, bottom, column) === '') return ''
  for (let left = column - 1; left >= 0; left--) {
    if (textAt(grid, bottom, left) === '') return ''
    const text = textAt(grid, row, left)
    if (text === '') continue
    // A cell merged downwards ends the run: what stands right of it has no group.
    const isTall = grid.merges.some(
      (range) => range.top === row && range.left === left && range.bottom > row,
    )
    return isTall ? '' : text
  }
  return ''
}
