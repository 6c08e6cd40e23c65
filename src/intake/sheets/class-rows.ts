import { fair } from '../columns/heading-rule.ts'
import { headingMeanings } from '../columns/heading-rules.ts'
import {
  findFirstHeading,
  type Heading,
  headingAt,
  headingOf,
  isOtherHeading,
  repeatsHeading,
} from './find-heading.ts'
import { filledColumns, type Grid, looksLikeIdNumber, textAt } from './grid.ts'
import { isPlaceLine, mergePlaces, type PlaceContext, placeOfLine } from './place-lines.ts'

export type RowClass = 'title' | 'heading' | 'blank' | 'section' | 'total' | 'footer' | 'data'

/** Rows under one kind of heading; the same heading said again is the same block. */
export interface Block {
  readonly headings: readonly string[]
  /** 0-based row of the first heading line; -1 for a list without headings. */
  readonly headingRow: number
  /** 0-based data rows in order. */
  readonly rows: readonly number[]
}

export interface SheetLayout {
  /** One a physical row. */
  readonly classes: readonly RowClass[]
  readonly blocks: readonly Block[]
  readonly titles: readonly string[]
  /** What title and section lines over a data row say about its place, by row. */
  readonly places: ReadonlyMap<number, PlaceContext>
}

const totalWords =
  /^\W*(?:(?:sub|grand)[\s-]*total|sub[\s-]*jumlah|total|jumlah|jml|jlh|rekapitulasi)\b(?!\s*(?:anggota|tanggungan|jiwa|penghuni))/i
const footerWords =
  /\b(?:mengetahui|menyetujui|disahkan|diketahui|nip\b|nrp\b|ttd|tanda tangan|surveyor|enumerator|petugas pendata|dibuat oleh|disusun oleh|yang membuat|pelapor|an\. |a\.n\.)|^\W*(?:plt\.?|plh\.?|pj\.?)?\s*(?:kepala|ketua|lurah|camat|sekretaris|direktur|bendahara|wali ?kota|penanggung jawab|koordinator|operator|pendamping)\b|^\W*(?:catatan|keterangan|sumber|ket)\s*:|^\(?[\s._…-]{6,}\)?$|^[a-z .]+,?\s+(?:tanggal\s*)?\d{0,2}[\s._…]*(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\s+\d{4}$/i

/**
 * Every physical row of a sheet in exactly one class, and the blocks that the data rows make.
 *
 * A data row is a record of the list, even when its values are bad; a line that carries nothing but
 * the running number of a form is blank. A sheet without any table is all title.
 *
 * @param headerRow 1-based row of the headings where somebody said so; 0: the list has none.
 */
export function classRows(grid: Grid, headerRow?: number): SheetLayout {
  const first = headerRow === undefined ? findFirstHeading(grid) : saidHeading(grid, headerRow)
  if (!first && headerRow === undefined && !hasIdNumbers(grid)) return withoutTable(grid)

  const heading: Heading = first ?? headingOf(0, -1, [])
  const classes: RowClass[] = []
  const titles: string[] = []
  let place: PlaceContext = {}
  for (let row = 0; row < heading.top; row++) {
    const line = lineOf(grid, row)
    const isSection = /^\W*r[tw]\b/i.test(line) && isPlaceLine(line)
    classes.push(line === '' ? 'blank' : isSection ? 'section' : 'title')
    if (line === '') continue
    if (!isSection) titles.push(line)
    place = mergePlaces(place, placeOfLine(line))
  }
  return readBody(grid, heading, { classes, titles, place })
}

function saidHeading(grid: Grid, headerRow: number): Heading | undefined {
  const isThere = headerRow >= 1 && filledColumns(grid, headerRow - 1).length > 0
  return isThere ? headingAt(grid, headerRow - 1) : undefined
}

interface Start {
  readonly classes: RowClass[]
  readonly titles: string[]
  readonly place: PlaceContext
}

interface OpenBlock {
  readonly headings: readonly string[]
  readonly headingRow: number
  readonly rows: number[]
}

function readBody(grid: Grid, first: Heading, start: Start): SheetLayout {
  const { classes, titles } = start
  let { place } = start
  let heading = first
  let block: OpenBlock = openBlock(first)
  const blocks: OpenBlock[] = [block]
  const places = new Map<number, PlaceContext>()
  const shape = bodyShape(grid, first)

  for (let row = first.top; row < grid.texts.length; row++) {
    if (row >= heading.top && row <= heading.bottom) {
      classes[row] = 'heading'
      continue
    }
    const next = repeatedHeading(grid, row, heading)
    if (next) {
      if (next.headings.join('\t') !== heading.headings.join('\t') && !sameColumns(next, heading)) {
        block = openBlock(next)
        blocks.push(block)
      }
      heading = next
      classes[row] = 'heading'
      continue
    }
    const rowClass = classOf(grid, row, shape)
    classes[row] = rowClass
    if (rowClass === 'section') place = mergePlaces(place, placeOfLine(lineOf(grid, row)))
    if (rowClass !== 'data') continue
    block.rows.push(row)
    places.set(row, place)
  }
  settleEnds(grid, classes, shape)
  return {
    classes,
    titles,
    places,
    blocks: blocks.map(({ rows, ...rest }) => ({
      ...rest,
      rows: rows.filter((row) => classes[row] === 'data'),
    })),
  }
}

function openBlock({ headings, top, bottom }: Heading): OpenBlock {
  return { headings, headingRow: bottom < top ? -1 : top, rows: [] }
}

function repeatedHeading(grid: Grid, row: number, heading: Heading): Heading | undefined {
  if (heading.bottom < heading.top) return undefined
  const isAgain = repeatsHeading(grid, row, heading)
  if (!isAgain && !isOtherHeading(grid, row)) return undefined
  const found = headingAt(grid, row)
  // Rows above belong to what was read before: only the row itself and those below are its own.
  return { ...found, top: row }
}

/** Said again with the same words in the same columns, perhaps without the row of groups. */
function sameColumns(left: Heading, right: Heading): boolean {
  const filled = left.headings.map((text, column) => ({ text, column })).filter(({ text }) => text)
  const same = filled.filter(({ text, column }) => {
    const other = right.headings[column] ?? ''
    return other === text || other.endsWith(` | ${text}`) || text.endsWith(` | ${other}`)
  })
  return same.length >= filled.length * 0.9
}

/** What an ordinary row of the list looks like. */
interface BodyShape {
  /** Column of the running number, if the list has one. */
  readonly numberColumn: number | undefined
  /** Column of the names, of a list without running numbers: a name alone is a record there. */
  readonly nameColumn: number | undefined
  readonly usualFilled: number
}

function bodyShape(grid: Grid, heading: Heading): BodyShape {
  const counts: number[] = []
  for (let row = heading.bottom + 1; row < grid.texts.length; row++) {
    const filled = filledColumns(grid, row).length
    if (filled >= 2) counts.push(filled)
  }
  counts.sort((left, right) => left - right)
  const numberColumn = findNumberColumn(grid, heading)
  return {
    numberColumn,
    nameColumn: numberColumn === undefined ? findNameColumn(heading) : undefined,
    usualFilled: counts[Math.floor(counts.length / 2)] ?? 0,
  }
}

function findNameColumn({ headings }: Heading): number | undefined {
  const column = headings.findIndex((heading) =>
    headingMeanings(heading).some(({ meaning, weight }) => meaning === 'name' && weight >= fair),
  )
  return column < 0 ? undefined : column
}

/** A name where the list keeps its names, not a line drawn over several columns. */
function namesSomebody(grid: Grid, row: number, { nameColumn }: BodyShape): boolean {
  if (nameColumn === undefined) return false
  const text = textAt(grid, row, nameColumn)
  const isLine = grid.merges.some(
    ({ top, left, right }) => top === row && left === nameColumn && right > left,
  )
  return /\p{L}/u.test(text) && !isLine && !footerWords.test(text) && !totalWords.test(text)
}

/** The first column whose filled cells count upwards, starting again after sections. */
function findNumberColumn(grid: Grid, heading: Heading): number | undefined {
  for (let column = 0; column < Math.min(3, grid.width); column++) {
    let numbers = 0
    let others = 0
    let rises = 0
    let last = 0
    for (let row = heading.bottom + 1; row < grid.texts.length; row++) {
      const text = textAt(grid, row, column)
      if (text === '') continue
      const number = /^(\d{1,6})\.?$/.exec(text)?.[1]
      if (!number) {
        others++
        continue
      }
      numbers++
      if (Number(number) === last + 1 || Number(number) === 1) rises++
      last = Number(number)
    }
    if (numbers >= 2 && rises >= numbers * 0.8 && numbers > others) return column
  }
  return undefined
}

function classOf(grid: Grid, row: number, shape: BodyShape): RowClass {
  const filled = filledColumns(grid, row)
  if (filled.length === 0) return 'blank'
  if (filled.length === 1 && filled[0] === shape.numberColumn && isNumbered(grid, row, shape)) {
    return 'blank'
  }
  const hasId = filled.some((column) => looksLikeIdNumber(textAt(grid, row, column)))
  if (!hasId && isTotal(grid, row, filled)) return 'total'
  if (hasId || isNumbered(grid, row, shape)) return 'data'

  const line = lineOf(grid, row)
  if (filled.length <= 3 && isPlaceLine(line)) return 'section'
  if (filled.length <= 3 && filled.some((column) => footerWords.test(textAt(grid, row, column)))) {
    return 'footer'
  }
  if (filled.length === 1) return namesSomebody(grid, row, shape) ? 'data' : 'section'
  return 'data'
}

function isNumbered(grid: Grid, row: number, { numberColumn }: BodyShape): boolean {
  return numberColumn !== undefined && /^\d{1,6}\.?$/.test(textAt(grid, row, numberColumn))
}

/** A line of sums: it says so in its first words, and the rest is numbers or dots to be filled in. */
function isTotal(grid: Grid, row: number, filled: readonly number[]): boolean {
  const texts = filled.map((column) => textAt(grid, row, column))
  const at = texts.findIndex((text) => totalWords.test(text))
  if (at < 0 || at > 3) return false
  const others = texts.filter((text, place) => place !== at && /[a-z]{3,}/i.test(text))
  return others.length === 0 || (others.length === 1 && texts.length > 4)
}

/** Rows after a footer line that stand before it still looks like a list are its signatures. */
const signatureRows = 10

/**
 * The ends of a list: names under a signature are no persons of the list, and a lone line between
 * records is a section, after them a footer.
 */
function settleEnds(grid: Grid, classes: RowClass[], shape: BodyShape) {
  let sinceFooter = Number.POSITIVE_INFINITY
  for (let row = 0; row < classes.length; row++) {
    const rowClass = classes[row]
    if (rowClass === 'footer') sinceFooter = 0
    else if (rowClass === 'heading') sinceFooter = Number.POSITIVE_INFINITY
    else sinceFooter++
    if (rowClass !== 'data' && rowClass !== 'section') continue
    if (rowClass === 'section' && isPlaceLine(lineOf(grid, row))) {
      sinceFooter = Number.POSITIVE_INFINITY
    } else if (isStrong(grid, row, shape)) {
      sinceFooter = Number.POSITIVE_INFINITY
    } else if (sinceFooter <= signatureRows) classes[row] = 'footer'
  }
  let lastData = classes.lastIndexOf('data')
  // A trailing line of a few words with no number, after blank lines, is a note, not a record.
  while (
    lastData > 0 &&
    !isStrong(grid, lastData, shape) &&
    !namesSomebody(grid, lastData, shape) &&
    isAfterBlank(classes, lastData)
  ) {
    classes[lastData] = 'footer'
    lastData = classes.lastIndexOf('data')
  }
  for (let row = lastData + 1; row < classes.length; row++) {
    if (classes[row] === 'section' && lastData >= 0) classes[row] = 'footer'
  }
}

function isAfterBlank(classes: readonly RowClass[], row: number): boolean {
  return (
    classes[row - 1] === 'blank' || classes[row - 1] === 'total' || classes[row - 1] === 'footer'
  )
}

function isStrong(grid: Grid, row: number, shape: BodyShape): boolean {
  if (isNumbered(grid, row, shape)) return true
  const filled = filledColumns(grid, row)
  if (filled.some((column) => looksLikeIdNumber(textAt(grid, row, column)))) return true
  return filled.length >= Math.max(3, shape.usualFilled * 0.5)
}

function hasIdNumbers(grid: Grid): boolean {
  let found = 0
  for (let row = 0; row < Math.min(grid.texts.length, 60); row++) {
    const texts = grid.texts[row] ?? []
    if (texts.some((text) => looksLikeIdNumber(text)) && texts.filter((text) => text).length >= 2) {
      found++
    }
  }
  return found >= 2
}

function withoutTable(grid: Grid): SheetLayout {
  const classes = grid.texts.map(
    (_, row): RowClass => (lineOf(grid, row) === '' ? 'blank' : 'title'),
  )
  const titles = grid.texts.map((_, row) => lineOf(grid, row)).filter((line) => line !== '')
  return { classes, titles: titles.slice(0, 10), blocks: [], places: new Map() }
}

/** The row as one line of text. */
function lineOf(grid: Grid, row: number): string {
  return (grid.texts[row] ?? []).filter((text) => text !== '').join(' ')
}
