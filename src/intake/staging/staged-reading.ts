import type { IsoDate } from '#platform/dates'
import type { OnProgress } from '#platform/progress'
import type { ListMapping } from '../columns/list-mapping.ts'
import { FileFaultError } from '../files/file-fault.ts'
import type { CellMend } from '../files/mend-sheet.ts'
import { cellText, type RawSheet } from '../files/raw-sheet.ts'
import { sheetsOf } from '../files/read-file.ts'
import type { WorkbookReader } from '../files/workbook-reader.ts'
import { maskId } from '../mask-id.ts'
import { readSources } from '../read-sources.ts'
import type { Finding, Intake, ListSheet, RowFields } from '../schema.ts'
import { findingTexts } from '../values/index.ts'
import { proposeMend } from './propose-mend.ts'
import type { Severity } from './schema.ts'

/** A finding of one file, in its place. */
export interface StagedFinding {
  readonly row: number
  /** 0-based; null: the whole row. */
  readonly column: number | null
  readonly code: string
  readonly severity: Severity
  readonly heading: string
  /** Numbers of persons masked. */
  readonly value: string
  readonly hint: string
  /** What would put the cell right. */
  readonly proposal?: string
}

export interface StagedSheet {
  readonly sheet: ListSheet
  /** Three values of each column, numbers of persons masked. */
  readonly samples: readonly (readonly string[])[]
  /** As they came, before any mend; `cells[0]` is row 1. */
  readonly cells: readonly (readonly string[])[]
  readonly rows: readonly { readonly row: number; readonly fields: RowFields }[]
  readonly findings: readonly StagedFinding[]
}

/** One file as it was understood, before it counts. */
export interface StagedReading {
  /** Of a file that cannot be read at all. */
  readonly faultCode: string | null
  readonly sheets: readonly StagedSheet[]
  readonly latestDate?: IsoDate
}

/** One file to read, with what people put right in it. */
export interface StagedFile {
  readonly name: string
  readonly content: Uint8Array
  readonly mends: readonly CellMend[]
  readonly mappings: readonly ListMapping[]
  readonly today: IsoDate
}

interface ReadParts {
  readonly workbooks: WorkbookReader
  readonly onProgress?: OnProgress | undefined
  /** Told early of a long file: what its first rows say. */
  readonly onFirst?: (first: StagedReading) => void
}

/** Rows of the early answer, and the length from which a file gets one. */
const firstRows = 250
const longRows = 2000

/** What a file says, with where each finding stands in it and what would put it right. */
export async function readStaged(
  file: StagedFile,
  { workbooks, onProgress, onFirst }: ReadParts,
): Promise<StagedReading> {
  let raws: readonly RawSheet[]
  try {
    raws = await sheetsOf(file.content, workbooks)
  } catch (error) {
    if (error instanceof FileFaultError) return { faultCode: error.code, sheets: [] }
    throw error
  }
  if (onFirst && raws.some(({ rows }) => rows.length > longRows)) {
    const heads = raws.map((raw) => ({ ...raw, rows: raw.rows.slice(0, firstRows) }))
    onFirst(await understand(file, heads))
  }
  return understand(file, raws, onProgress)
}

async function understand(
  { name, mends, mappings, today }: StagedFile,
  raws: readonly RawSheet[],
  onProgress?: OnProgress | undefined,
): Promise<StagedReading> {
  const intake = await readSources([{ file: name, load: async () => raws, mends, mappings }], {
    today,
    ...(onProgress ? { onProgress } : {}),
  })
  const [fault] = intake.faults
  if (fault) return { faultCode: fault.code, sheets: [] }
  return {
    faultCode: null,
    sheets: intake.sheets.map((sheet, sheetNo) =>
      stageSheet(intake, sheet, sheetNo, raws[sheetNo]),
    ),
    ...(intake.latestDate ? { latestDate: intake.latestDate } : {}),
  }
}

function stageSheet(
  intake: Intake,
  sheet: ListSheet,
  sheetNo: number,
  raw: RawSheet | undefined,
): StagedSheet {
  const cells = (raw?.rows ?? []).map((row) => Array.from(row, cellText))
  const rows = intake.rows
    .filter((row) => row.sheetNo === sheetNo)
    .map(({ ref, fields }) => ({ row: ref.row, fields }))
  const fieldsByRow = new Map(rows.map(({ row, fields }) => [row, fields]))
  const columnOf = columnFinder(sheet)
  const place = (finding: Finding, severity: Severity): StagedFinding => {
    const column = columnOf(finding.column)
    const proposal =
      column === null ? undefined : proposeMend(finding, fieldsByRow.get(finding.row) ?? {})
    return {
      row: finding.row,
      column,
      code: finding.code,
      severity,
      heading: finding.column,
      value: maskId(finding.value),
      hint: maskId(finding.hint),
      ...(proposal === undefined ? {} : { proposal }),
    }
  }
  const isHere = (finding: Finding) => finding.sheet === sheet.sheet
  return {
    sheet,
    samples: sheet.columns.map(({ column }) => samplesOf(cells, column, sheet.headerRow)),
    cells,
    rows,
    findings: [
      ...intake.quarantine.filter(isHere).map((finding) => place(finding, 'held')),
      ...intake.findings.filter(isHere).map((finding) => place(finding, severityOf(finding.code))),
    ],
  }
}

const textByCode = new Map<string, { readonly severity: string }>(Object.entries(findingTexts))

function severityOf(code: string): Severity {
  return textByCode.get(code)?.severity === 'info' ? 'tidied' : 'look'
}

/** The column of a heading; of two with one heading, the one that is used. */
function columnFinder({ columns }: ListSheet): (heading: string) => number | null {
  const byHeading = new Map<string, number>()
  for (const isUsed of [false, true]) {
    for (const { heading, column, meaning } of columns.toReversed()) {
      if ((meaning !== undefined) === isUsed) byHeading.set(heading, column)
    }
  }
  return (heading) => (heading === '' ? null : (byHeading.get(heading) ?? null))
}

function samplesOf(
  cells: readonly (readonly string[])[],
  column: number,
  headerRow: number,
): string[] {
  const found = new Set<string>()
  for (const row of cells.slice(headerRow)) {
    const text = row[column] ?? ''
    if (text !== '') found.add(maskId(text).slice(0, 80))
    if (found.size === 3) break
  }
  return [...found]
}
