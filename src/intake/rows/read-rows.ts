import type { IsoDate } from '#platform/dates'
import type { AssignedColumn } from '../columns/assign-meanings.ts'
import type { OpenList, ReadableBlock } from '../lists/open-list.ts'
import type { Finding, IntakeRow, RowFields, RowRef } from '../schema.ts'
import type { FilledCell } from '../sheets/fill-down.ts'
import { mergePlaces, type PlaceContext } from '../sheets/place-lines.ts'
import {
  type Cell,
  type CellContext,
  type CellFinding,
  chiefField,
  findingHint,
  type Meaning,
  type Normalisation,
  type ParsedCell,
  parseCell,
} from '../values/index.ts'
import { areSwapped, checkRow } from './check-row.ts'
import { columnContext } from './column-context.ts'
import { openRepeats } from './repeated-rows.ts'
import {
  addParsed,
  fill,
  noteChange,
  type RowChanges,
  type RowDraft,
  shareChanges,
} from './row-changes.ts'
import { findingAt } from './row-finding.ts'
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
  const rows: IntakeRow[] = []
  const findRepeat = openRepeats()

  for (const block of list.blocks) {
    const readRow = rowReader(list, block, on)
    const scope = {
      nikHeading: block.columns.find(({ meaning }) => meaning === 'nik')?.heading ?? '',
      keyOf: keyReader(block),
      signatureOf: signatureReader(block),
    }
    for (const rowNo of block.block.rows) {
      const ref = { file: list.file, sheet: list.sheet, row: rowNo + 1 }
      const reading = readRow(rowNo)
      for (const finding of reading.findings) findings.push(finding)
      if (identifiesSomebody(reading.fields)) {
        const { fields, normalised } = reading
        const row = { ref, sheetNo, fields, ...(normalised ? { normalised } : {}) }
        rows.push(row)
        const repeat = findRepeat(row, scope)
        if (repeat) findings.push(repeat)
        continue
      }
      quarantinedRefs.push(ref)
      const place = {
        ...ref,
        column: '',
        value: scope.signatureOf(ref.row).replaceAll('\t', ' ').trim().slice(0, 120),
      }
      quarantine.push(findingAt(place, 'row-identifies-nobody'))
    }
  }
  findings.sort((left, right) => left.row - right.row)
  rows.sort((left, right) => left.ref.row - right.ref.row)
  return { rows, quarantinedRefs, quarantine, findings }
}

/** The text of a row's cells, the running number left out. */
function signatureReader({ columns, read }: ReadableBlock): (row: number) => string {
  const signed = columns.filter(({ meaning }) => meaning !== 'rowNumber')
  return (row) => signed.map(({ column }) => read(row - 1, column).text).join('\t')
}

/** The texts of the two columns in which rows differ most. */
function keyReader({ columns, read }: ReadableBlock): (row: number) => string {
  const [first, second] = columns
    .filter(({ meaning }) => meaning !== 'rowNumber')
    .sort((left, right) => right.profile.distinctShare - left.profile.distinctShare)
  return (row) =>
    `${first ? read(row - 1, first.column).text : ''}\t${second ? read(row - 1, second.column).text : ''}`
}

/** A name, a number, or enough of one with a birth date to look somebody up. */
function identifiesSomebody(fields: RowFields): boolean {
  if (fields.name !== undefined || fields.nik !== undefined || fields.kk !== undefined) return true
  const part = fields.nikPrefix ?? fields.nikAsWritten ?? ''
  return part.length >= 12 && (part.length >= 15 || fields.birthDate !== undefined)
}

interface OneRow {
  readonly fields: RowFields
  readonly normalised: RowChanges | undefined
  readonly findings: readonly Finding[]
}

/** A column whose cells say something, with all that its own cells decide together. */
interface UsedColumn {
  readonly column: number
  readonly meaning: Meaning
  readonly heading: string
  readonly parse: (cell: Cell, district: string | undefined) => ParsedCell
}

/** A cell of the row that says something. */
interface SaidCell {
  readonly used: UsedColumn
  readonly cell: Cell
  /** What was done to it before it is parsed. */
  readonly before: readonly Normalisation[]
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

function usedColumns(
  { block, columns, read }: ReadableBlock,
  on: IsoDate | undefined,
): readonly UsedColumn[] {
  const reasonColumn = columns.find(({ meaning }) => meaning === 'jknReason')
  const reasons = reasonColumn ? block.rows.map((row) => read(row, reasonColumn.column).text) : []
  return readingOrder(columns).flatMap((assigned) => {
    const { column, meaning, heading } = assigned
    if (!meaning) return []
    const context = { ...columnContext(assigned, block, read, reasons), ...(on ? { on } : {}) }
    const parse = cellParser(meaning, context)
    return [{ column, meaning, heading: heading.replaceAll(' | ', ' / '), parse }]
  })
}

function rowReader(list: OpenList, readable: ReadableBlock, on: IsoDate | undefined) {
  const { columns, read } = readable
  const used = usedColumns(readable, on)
  const nik = used.find(({ meaning }) => meaning === 'nik')
  const kk = used.find(({ meaning }) => meaning === 'kk')
  const namesHead = columns.some(({ meaning, isHead }) => meaning === 'name' && isHead)
  const listYear = Number((on ?? '2029').slice(0, 4))
  const share = shareChanges()

  return (rowNo: number): OneRow => {
    const draft: RowDraft = { fields: {}, changes: '' }
    const findings: Finding[] = []
    const note = (column: UsedColumn, value: string, { code, hint }: CellFinding) => {
      const { file, sheet } = list
      findings.push({ file, sheet, row: rowNo + 1, column: column.heading, value, code, hint })
    }
    const lines = list.layout.places.get(rowNo)
    const place = lines ? mergePlaces(list.place, lines) : list.place
    const said = cellsOfRow(used, rowNo, read, note)
    const numbers: SaidCell[] = []
    for (const one of said) {
      if (one.used === nik || one.used === kk) {
        numbers.push(one)
        continue
      }
      const parsed = one.used.parse(one.cell, draft.fields.district ?? place.district)
      addParsed(draft, parsed, one.before)
      for (const finding of parsed.findings) note(one.used, one.cell.text, finding)
    }
    addNumbers(draft, numbers, { nik, kk, listYear, note })
    addPlace(draft, place)
    if (namesHead && draft.fields.name !== undefined) {
      fill(draft, 'relation', 'head', 'head-of-list')
    }
    const checked = checkRow(draft.fields, listYear)
    for (const { code, field } of checked.faults) {
      const column = used.find(({ meaning }) => chiefField(meaning) === field) ?? nik ?? used[0]
      const value = said.find((one) => one.used === column)?.cell.text ?? ''
      if (column) note(column, value, { code, hint: findingHint(code) })
      if (code === 'birth-date-approximate') noteChange(draft, 'birthPrecision', 'first-of-january')
    }
    return {
      fields: checked.fields,
      normalised: share(draft.changes),
      findings,
    }
  }
}

type Note = (column: UsedColumn, value: string, finding: CellFinding) => void

/** The cells of a row that say something; those that lost their value are noted. */
function cellsOfRow(
  used: readonly UsedColumn[],
  rowNo: number,
  read: ReadableBlock['read'],
  note: Note,
): SaidCell[] {
  const said: SaidCell[] = []
  for (const column of used) {
    const filled = read(rowNo, column.column)
    const cell = toCell(filled)
    if (typeof cell === 'string') note(column, '', { code: cell, hint: findingHint(cell) })
    else if (cell.kind !== 'empty') said.push({ used: column, cell, before: changesBefore(filled) })
  }
  return said
}

const carriedDown = ['carried-down'] as const
const tidied = ['tidied'] as const
const unchanged = [] as const

function changesBefore({ raw, text, isCarried }: FilledCell): readonly Normalisation[] {
  if (isCarried) return carriedDown
  return typeof raw === 'string' && raw !== text ? tidied : unchanged
}

/** NIK and family card number, turned round where each evidently stands in the other's column. */
function addNumbers(
  draft: RowDraft,
  said: readonly SaidCell[],
  at: {
    readonly nik: UsedColumn | undefined
    readonly kk: UsedColumn | undefined
    readonly listYear: number
    readonly note: Note
  },
) {
  const nikCell = said.find(({ used }) => used === at.nik)
  const kkCell = said.find(({ used }) => used === at.kk)
  const isSwapped =
    nikCell !== undefined &&
    kkCell !== undefined &&
    areSwapped(nikCell.cell.text, kkCell.cell.text, draft.fields.birthDate, at.listYear)
  for (const [column, one] of [
    [at.nik, isSwapped ? kkCell : nikCell],
    [at.kk, isSwapped ? nikCell : kkCell],
  ] as const) {
    if (!column || !one) continue
    const { cell, before } = one
    const parsed = column.parse(cell, undefined)
    addParsed(draft, parsed, isSwapped ? [...before, 'columns-swapped'] : before)
    for (const finding of parsed.findings) at.note(column, cell.text, finding)
    if (isSwapped && column === at.nik) {
      at.note(column, cell.text, { code: 'nik-kk-swapped', hint: findingHint('nik-kk-swapped') })
    }
  }
}

/** A place from titles and sections fills what the row leaves open. */
function addPlace(draft: RowDraft, place: PlaceContext) {
  const { ward } = draft.fields
  const isElsewhere = ward !== undefined && place.ward !== undefined && ward !== place.ward
  if (!isElsewhere) {
    fill(draft, 'ward', place.ward, 'place-of-lines')
    fill(draft, 'rt', place.rt, 'place-of-lines')
    fill(draft, 'rw', place.rw, 'place-of-lines')
  }
  fill(draft, 'district', draft.fields.ward?.slice(0, 8), 'follows')
  fill(draft, 'district', place.district, 'place-of-lines')
}

/** Meanings whose cells hardly repeat: remembering them would only fill memory. */
const unrepeated: ReadonlySet<Meaning> = new Set<Meaning>([
  'nik',
  'kk',
  'nikOrKk',
  'nameAndNik',
  'name',
  'address',
  'phone',
  'coordinates',
  'motherName',
  'meterId',
])

/** Meanings that are read within the row's district. */
const placed: ReadonlySet<Meaning> = new Set<Meaning>(['ward', 'wardAndDistrict'])

/** Distinct cells of a column that are remembered; a column with more hardly repeats. */
const mostRemembered = 20_000

function cellParser(meaning: Meaning, context: CellContext): UsedColumn['parse'] {
  if (unrepeated.has(meaning)) return (cell) => parseCell(meaning, cell, context)
  const isPlaced = placed.has(meaning)
  const memories = new Map<string, Map<string, ParsedCell>>()
  return (cell, district) => {
    const within = isPlaced ? district : undefined
    const kind = within === undefined ? cell.kind : `${cell.kind} ${within}`
    let memory = memories.get(kind)
    if (!memory) {
      memory = new Map()
      memories.set(kind, memory)
    }
    const before = memory.get(cell.text)
    if (before) return before
    const parsed = parseCell(meaning, cell, within ? { ...context, district: within } : context)
    if (memory.size < mostRemembered) memory.set(cell.text, parsed)
    return parsed
  }
}
