import type { IsoDate } from '#platform/dates'
import { type AssignedColumn, assignMeanings } from '../columns/assign-meanings.ts'
import { headingMeanings } from '../columns/heading-rules.ts'
import { type ListMapping, saidMeanings } from '../columns/list-mapping.ts'
import type { RawSheet } from '../files/raw-sheet.ts'
import { toCell } from '../rows/to-cell.ts'
import type { ListKind } from '../schema.ts'
import { type Block, classRows, type SheetLayout } from '../sheets/class-rows.ts'
import { type CellReader, readerOf } from '../sheets/fill-down.ts'
import { type Grid, toGrid } from '../sheets/grid.ts'
import { mergePlaces, type PlaceContext, placeOfSheetName } from '../sheets/place-lines.ts'
import { parseCell } from '../values/index.ts'
import { datesOfLines } from './list-dates.ts'
import { namesPersons, personListKind, plainKind } from './list-kind.ts'
import { findPeriod, type Period } from './period.ts'
import { findProgramme, findProvider } from './programme.ts'

/** A block of rows with the meaning of its columns. */
export interface ReadableBlock {
  readonly block: Block
  readonly columns: readonly AssignedColumn[]
  readonly read: CellReader
}

/** A sheet understood as far as it can be without its rows' values. */
export interface OpenList {
  readonly file: string
  readonly sheet: string
  readonly grid: Grid
  readonly layout: SheetLayout
  readonly blocks: readonly ReadableBlock[]
  readonly kind: ListKind
  /** Rows name persons or families and are read as such. */
  readonly hasPersons: boolean
  readonly place: PlaceContext
  readonly provider?: string
  readonly programme?: string
  readonly period?: Period
  /** Dates of each date column but births, by column; lines' dates last. */
  readonly datesByColumn: readonly (readonly IsoDate[])[]
  readonly lineDates: readonly IsoDate[]
}

/** Cells of a column looked at to learn its meaning. */
const sampleRows = 500

/**
 * Understands one sheet: its tables, the meaning of their columns, what kind of list it is.
 *
 * @param sisters names of all sheets of the file, for what a sheet's name means.
 * @param mapping what an officer said of the sheet.
 */
export function openList(
  file: string,
  raw: RawSheet,
  sisters: readonly string[],
  mapping?: ListMapping,
): OpenList {
  const grid = toGrid(raw)
  const layout = classRows(grid, mapping?.headerRow)
  const blocks = layout.blocks
    .filter(({ rows }) => rows.length > 0)
    .map((block) => readable(grid, block, mapping))
  const columns = blocks.flatMap((block) => block.columns)
  const plain = mapping?.kind ? plainOf(mapping.kind) : plainKind(columns, layout.titles)
  const hasPersons = plain === undefined && namesPersons(columns)

  const spacedFile = file.replace(/\.[a-z]+$/i, '').replace(/[_]+/g, ' ')
  const headings = columns.map(({ heading }) => heading).join(' · ')
  const titles = [...layout.titles, raw.sheet]
  const named = findProgramme([titles.join(' · '), headings, spacedFile])
  const insurance = columns.some(
    ({ meaning }) => meaning === 'jknStatus' || meaning === 'jknReason',
  )
    ? 'PBI-JK'
    : undefined
  const programme = named ?? insurance
  const evidence = { titles: layout.titles, sheet: raw.sheet, file, columns }
  const kind: ListKind =
    mapping?.kind ??
    plain ??
    (hasPersons ? personListKind({ ...evidence, ...(programme ? { programme } : {}) }) : 'other')
  const provider = findProvider(layout.titles, file)
  const period = findPeriod([...layout.titles, ...snapshotLines(blocks), raw.sheet, spacedFile])
  return {
    file,
    sheet: raw.sheet,
    grid,
    layout,
    blocks,
    kind,
    hasPersons,
    place: placeOf(layout, raw.sheet, sisters),
    ...(provider ? { provider } : {}),
    ...(programme && hasPersons ? { programme } : {}),
    ...(period ? { period } : {}),
    datesByColumn: hasPersons ? datesByColumn(blocks) : [],
    lineDates: datesOfLines(linesOutside(grid, layout)),
  }
}

/** Kinds whose rows are no persons. */
function plainOf(kind: ListKind): 'offers' | 'budget' | 'other' | undefined {
  return kind === 'offers' || kind === 'budget' || kind === 'other' ? kind : undefined
}

function readable(grid: Grid, block: Block, mapping: ListMapping | undefined): ReadableBlock {
  const said = saidMeanings(
    Array.from({ length: grid.width }, (_, column) => block.headings[column] ?? ''),
    mapping,
  )
  const named = Array.from({ length: grid.width }, (_, column) => {
    const heading = block.headings[column] ?? ''
    const meaning = said.get(column) ?? headingMeanings(heading)[0]?.meaning
    return { column, ...(meaning ? { meaning } : {}) }
  })
  const early = readerOf(grid, block, named)
  const step = Math.max(1, Math.ceil(block.rows.length / sampleRows))
  const sample = block.rows.filter((_, place) => place % step === 0)
  const cells = Array.from({ length: grid.width }, (_, column) =>
    sample.map((row) => early(row, column)),
  )
  const columns = assignMeanings(block.headings, cells, said)
  return { block, columns, read: readerOf(grid, block, columns) }
}

function placeOf(layout: SheetLayout, sheet: string, sisters: readonly string[]): PlaceContext {
  return sheet === '' || layout.blocks.length === 0
    ? {}
    : mergePlaces(placeOfSheetName(sheet, sisters), {})
}

/** A column that says the same version in every row ("2025-TW2") dates the list. */
function snapshotLines(blocks: readonly ReadableBlock[]): string[] {
  return blocks.flatMap(({ columns }) =>
    columns
      .filter(
        ({ heading, profile }) =>
          /snapshot|periode|versi/i.test(heading) && profile.words.length === 1,
      )
      .map(({ profile }) => profile.words[0] ?? ''),
  )
}

function datesByColumn(blocks: readonly ReadableBlock[]): IsoDate[][] {
  const found: IsoDate[][] = []
  for (const { block, columns, read } of blocks) {
    for (const { column, meaning } of columns) {
      if (meaning !== 'aidDate' && meaning !== 'eventDate' && meaning !== 'surveyDate') continue
      const dates: IsoDate[] = []
      const known = new Map<string, IsoDate | undefined>()
      for (const row of block.rows) {
        const cell = toCell(read(row, column))
        if (typeof cell === 'string' || cell.kind === 'empty') continue
        const key = `${cell.kind} ${cell.text}`
        const date = known.has(key) ? known.get(key) : parseCell('aidDate', cell).fields.aidDate
        known.set(key, date)
        if (date) dates.push(date)
      }
      found.push(dates)
    }
  }
  return found
}

function linesOutside(grid: Grid, layout: SheetLayout): string[] {
  return layout.classes.flatMap((rowClass, row) =>
    rowClass === 'title' || rowClass === 'footer'
      ? (grid.texts[row] ?? []).filter((text) => text !== '')
      : [],
  )
}
