import type { IsoDate } from '#platform/dates'
import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { OpenList, ReadableBlock } from '../lists/open-list.ts'
import type { Finding, IntakeRow, RowFields, RowRef } from '../schema.ts'
import { mergePlaces, type PlaceContext } from '../sheets/place-lines.ts'
import {
  type Cell,
  type CellContext,
  type Meaning,
  type ParsedCell,
  parseCell,
} from '../values/index.ts'
import { areSwapped, checkRow } from './check-row.ts'
import { columnContext } from './column-context.ts'
import { addFields } from './merge-fields.ts'
import { findRepeats, type SignedRow } from './repeated-rows.ts'
import { type FindingPlace, findingAt, placeFinding } from './row-finding.ts'
import { toCell } from './to-cell.ts'

/** What a list's data rows say, in row order. */
export interface RowReading {
  readonly rows: readonly IntakeRow[]
  readonly quarantinedRefs: readonly RowRef[]
  readonly quarantine: readonly Finding[]
  readonly findings: readonly Finding[]
}

/**
 * Every data row of a list as fields, its faults as findings.
 *
 * A row goes in with what can be read of it; only one that identifies nobody is held back.
 *
 * @param sheetNo index of the list among the intake's sheets.
 * @param on the list's own date: ages count back from it.
 */
export function readRows(list: OpenList, sheetNo: number, on: IsoDate | undefined): RowReading {
  const quarantinedRefs: RowRef[] = []
  const quarantine: Finding[] = []
  const findings: Finding[] = []
  const signed: SignedRow[] = []

  for (const block of list.blocks) {
    const readRow = rowReader(list, block, on)
    const nikHeading = block.columns.find(({ meaning }) => meaning === 'nik')?.heading ?? ''
    for (const rowNo of block.block.rows) {
      const ref = { file: list.file, sheet: list.sheet, row: rowNo + 1 }
      const reading = readRow(rowNo)
      findings.push(...reading.findings)
      if (identifiesSomebody(reading.fields)) {
        const row = { ref, sheetNo, fields: reading.fields }
        signed.push({ row, signature: reading.signature, nikHeading })
        continue
      }
      quarantinedRefs.push(ref)
      const place = {
        ...ref,
        column: '',
        value: reading.signature.replaceAll('\t', ' ').trim().slice(0, 120),
      }
      quarantine.push(findingAt(place, 'row-identifies-nobody'))
    }
  }
  findings.push(...findRepeats(signed))
  findings.sort((left, right) => left.row - right.row)
  const rows = signed.map(({ row }) => row).sort((left, right) => left.ref.row - right.ref.row)
  return { rows, quarantinedRefs, quarantine, findings }
}

/** A name, a number, or enough of one with a birth date to look somebody up. */
function identifiesSomebody(fields: RowFields): boolean {
  if (fields.name !== undefined || fields.nik !== undefined || fields.kk !== undefined) return true
  const part = fields.nikPrefix ?? fields.nikAsWritten ?? ''
  return part.length >= 12 && (part.length >= 15 || fields.birthDate !== undefined)
}

interface OneRow {
  readonly fields: RowFields
  readonly findings: readonly Finding[]
  /** Its cells' texts without the running number. */
  readonly signature: string
}

/** Places first: a ward's name is read within its district; the surest column of two goes first. */
function readingOrder(columns: readonly AssignedColumn[]): AssignedColumn[] {
  const rank = ({ meaning }: AssignedColumn) =>
    meaning === 'district' ? 0 : meaning === 'regionCode' || meaning === 'address' ? 2 : 1
  return columns
    .filter(
      ({ meaning }) =>
        meaning && meaning !== 'ignored' && meaning !== 'rowNumber' && meaning !== 'otherNumber',
    )
    .sort((left, right) => rank(left) - rank(right) || right.confidence - left.confidence)
}

function rowReader(
  list: OpenList,
  { block, columns, read }: ReadableBlock,
  on: IsoDate | undefined,
) {
  const used = readingOrder(columns)
  const nikColumn = used.find(({ meaning }) => meaning === 'nik')
  const kkColumn = used.find(({ meaning }) => meaning === 'kk')
  const reasonColumn = columns.find(({ meaning }) => meaning === 'jknReason')
  const reasons = reasonColumn ? block.rows.map((row) => read(row, reasonColumn.column).text) : []
  const contexts = new Map(
    used.map((column) => [
      column.column,
      { ...columnContext(column, block, read, reasons), ...(on ? { on } : {}) },
    ]),
  )
  const namesHead = columns.some(({ meaning, isHead }) => meaning === 'name' && isHead)
  const listYear = Number((on ?? '2029').slice(0, 4))
  const remember = parseMemory()

  return (rowNo: number): OneRow => {
    const fields: RowFields = {}
    const findings: Finding[] = []
    const place = mergePlaces(list.place, list.layout.places.get(rowNo) ?? {})
    const note = (at: FindingPlace, parsed: ParsedCell) => {
      for (const finding of parsed.findings) findings.push(placeFinding(at, finding))
    }
    const at = (column: AssignedColumn, value: string): FindingPlace => ({
      file: list.file,
      sheet: list.sheet,
      row: rowNo + 1,
      column: column.heading.replaceAll(' | ', ' / '),
      value,
    })
    const cells = new Map<AssignedColumn, Cell>()
    for (const column of used) {
      const cell = toCell(read(rowNo, column.column))
      if (typeof cell === 'string') findings.push(findingAt(at(column, ''), cell))
      else if (cell.kind !== 'empty') cells.set(column, cell)
    }
    const nikCell = nikColumn && cells.get(nikColumn)
    const kkCell = kkColumn && cells.get(kkColumn)
    for (const [column, cell] of cells) {
      if (!column.meaning || column === nikColumn || column === kkColumn) continue
      const district = fields.district ?? place.district
      const context = { ...contexts.get(column.column), ...(district ? { district } : {}) }
      const parsed = remember(column, cell, context)
      addFields(fields, parsed.fields)
      note(at(column, cell.text), parsed)
    }
    const isSwapped =
      nikCell && kkCell && areSwapped(nikCell.text, kkCell.text, fields.birthDate, listYear)
    for (const [meaning, column, cell] of [
      ['nik', nikColumn, isSwapped ? kkCell : nikCell],
      ['kk', kkColumn, isSwapped ? nikCell : kkCell],
    ] as const) {
      if (!column || !cell) continue
      const parsed = parseCell(meaning, cell, contexts.get(column.column))
      addFields(fields, parsed.fields)
      note(at(column, cell.text), parsed)
      if (isSwapped && meaning === 'nik')
        findings.push(findingAt(at(column, cell.text), 'nik-kk-swapped'))
    }
    addPlace(fields, place)
    if (namesHead && fields.name !== undefined && fields.relation === undefined)
      fields.relation = 'head'

    const checked = checkRow(fields, listYear)
    for (const { code, field } of checked.faults) {
      const column = used.find(({ meaning }) => meaning === field) ?? nikColumn ?? used[0]
      if (column) findings.push(findingAt(at(column, cells.get(column)?.text ?? ''), code))
    }
    return { fields: checked.fields, findings, signature: signatureOf(columns, rowNo, read) }
  }
}

/** A place from titles and sections fills what the row leaves open. */
function addPlace(fields: RowFields, place: PlaceContext) {
  const isElsewhere =
    fields.ward !== undefined && place.ward !== undefined && fields.ward !== place.ward
  if (!isElsewhere) {
    if (place.ward !== undefined) fields.ward ??= place.ward
    if (place.rt !== undefined) fields.rt ??= place.rt
    if (place.rw !== undefined) fields.rw ??= place.rw
  }
  const district = fields.ward?.slice(0, 8) ?? place.district
  if (district !== undefined) fields.district ??= district
}

function signatureOf(
  columns: readonly AssignedColumn[],
  rowNo: number,
  read: ReadableBlock['read'],
): string {
  return columns
    .filter(({ meaning }) => meaning !== 'rowNumber')
    .map(({ column }) => read(rowNo, column).text)
    .join('\t')
}

/** Meanings whose cells hardly repeat: remembering them would only fill memory. */
const unrepeated: ReadonlySet<Meaning> = new Set<Meaning>([
  'nik',
  'kk',
  'name',
  'address',
  'phone',
  'coordinates',
  'motherName',
])

function parseMemory() {
  const memory = new Map<string, ParsedCell>()
  return (column: AssignedColumn, cell: Cell, context: CellContext): ParsedCell => {
    const { meaning } = column
    if (!meaning) return { fields: {}, findings: [] }
    if (unrepeated.has(meaning)) return parseCell(meaning, cell, context)
    const key = `${column.column}\t${cell.kind}\t${context.district ?? ''}\t${cell.text}`
    const before = memory.get(key)
    if (before) return before
    const parsed = parseCell(meaning, cell, context)
    memory.set(key, parsed)
    return parsed
  }
}
