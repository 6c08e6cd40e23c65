import type { IsoDate } from '#platform/dates'
import type { OnProgress } from '#platform/progress'
import { findMapping, type ListMapping } from './columns/list-mapping.ts'
import { FileFaultError, fileFault } from './files/file-fault.ts'
import { type CellMend, mendSheet } from './files/mend-sheet.ts'
import type { RawSheet } from './files/raw-sheet.ts'
import { sheetsOf } from './files/read-file.ts'
import { openWorkbookReader, type WorkbookReader } from './files/workbook-reader.ts'
import { describeSheet, plainTable } from './list-sheet.ts'
import { latestOfAll, latestWithCompany } from './lists/list-dates.ts'
import { type OpenList, openList } from './lists/open-list.ts'
import { readRows } from './rows/read-rows.ts'
import type {
  FileFault,
  Finding,
  Intake,
  IntakeRow,
  ListSheet,
  PlainTable,
  RowRef,
} from './schema.ts'

/** A file with lists, and what people put right in it. */
export interface ListSource {
  /** Its name, by which rows refer to it. */
  readonly file: string
  /** Its bytes, or the sheets that were found in them. @throws FileFaultError when they cannot be had. */
  readonly load: () => Promise<Uint8Array | readonly RawSheet[]>
  readonly mends?: readonly CellMend[]
  /** What officers said of its sheets: goes before what is proposed. */
  readonly mappings?: readonly ListMapping[]
}

export interface ReadOptions {
  readonly onProgress?: OnProgress
  /** Dates after this day are no plausible dates of lists; default the computer's. */
  readonly today?: IsoDate
  /** Columns bring up to three of their own values; left out where they would be stored in the open. */
  readonly withSamples?: boolean
}

/** Opening files is most of the work; reading rows the rest. */
const openingShare = 0.6

/**
 * All lists of some files, understood without any mapping: which sheets hold which kind of list, what
 * each column means, and what each data row says.
 *
 * A file that cannot be read becomes a fault and the others go on.
 */
export async function readSources(
  sources: readonly ListSource[],
  options: ReadOptions = {},
): Promise<Intake> {
  const { lists, faults } = await openLists(sources, options.onProgress)
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const latestDate = latestOf(lists, today)
  return {
    ...readLists(lists, latestDate, today, options),
    faults,
    ignored: [],
    ...(latestDate ? { latestDate } : {}),
  }
}

async function openLists(sources: readonly ListSource[], onProgress: OnProgress | undefined) {
  const workbooks = openWorkbookReader()
  const lists: OpenList[] = []
  const faults: FileFault[] = []
  try {
    let sheets = tryRead(sources[0], workbooks)
    for (const [fileNo, source] of sources.entries()) {
      const { file, mends = [], mappings = [] } = source
      const share = (openingShare * fileNo) / sources.length
      onProgress?.({ stage: 'intake', share, detail: file })
      const answer = await sheets
      // The worker opens the next file while this one is being understood.
      sheets = tryRead(sources[fileNo + 1], workbooks)
      if (answer instanceof FileFaultError) {
        faults.push(fileFault(file, answer.code))
        continue
      }
      const names = answer.map(({ sheet }) => sheet)
      const opened = answer.map((raw) =>
        openList(file, mendSheet(raw, mends), names, findMapping(mappings, raw.sheet)),
      )
      const code = faultOfContent(opened)
      if (code) faults.push(fileFault(file, code))
      else lists.push(...opened)
    }
  } finally {
    await workbooks.close()
  }
  return { lists, faults }
}

async function tryRead(source: ListSource | undefined, workbooks: WorkbookReader) {
  if (!source) return []
  try {
    const loaded = await source.load()
    return loaded instanceof Uint8Array ? await sheetsOf(loaded, workbooks) : loaded
  } catch (error) {
    if (error instanceof FileFaultError) return error
    throw error
  }
}

/** A file that opens well and holds no row: headings alone, or no table at all. */
function faultOfContent(lists: readonly OpenList[]) {
  if (lists.some(({ blocks }) => blocks.length > 0)) return undefined
  const hasHeading = lists.some(({ layout }) => layout.classes.includes('heading'))
  return hasHeading ? 'file-header-only' : 'file-without-table'
}

function latestOf(lists: readonly OpenList[], today: IsoDate): IsoDate | undefined {
  const carried = lists.flatMap((list) => carriedDates(list, today))
  const ends = lists.flatMap(({ period, hasPersons }) =>
    hasPersons && period && !isYear(period) ? [period.to] : [],
  )
  return latestOfAll(carried, ends, today)
}

function carriedDates(list: OpenList, today: IsoDate): IsoDate[] {
  if (!list.hasPersons) return []
  const latest = list.datesByColumn.map((dates) => latestWithCompany(dates, today))
  const dates = [...latest, ...list.lineDates].filter((date) => date !== undefined)
  return dates.filter((date) => date <= today)
}

function isYear({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31')
}

/** A list's own date: the last that it carries, else its period's end, never beyond all lists' date. */
function dateOfList(
  list: OpenList,
  latestDate: IsoDate | undefined,
  today: IsoDate,
): IsoDate | undefined {
  const own = carriedDates(list, today).sort().at(-1) ?? list.period?.to
  if (own === undefined || (latestDate !== undefined && own > latestDate)) return latestDate
  return own
}

function readLists(
  lists: readonly OpenList[],
  latestDate: IsoDate | undefined,
  today: IsoDate,
  { onProgress, withSamples = false }: ReadOptions,
) {
  const sheets: ListSheet[] = []
  const rows: IntakeRow[] = []
  const quarantinedRefs: RowRef[] = []
  const quarantine: Finding[] = []
  const findings: Finding[] = []
  const offers: PlainTable[] = []
  const budgets: PlainTable[] = []
  for (const [sheetNo, list] of lists.entries()) {
    const share = openingShare + ((1 - openingShare) * sheetNo) / lists.length
    onProgress?.({ stage: 'intake', share, detail: list.file })
    if (list.kind === 'offers') offers.push(plainTable(list))
    if (list.kind === 'budget') budgets.push(plainTable(list))
    if (!list.hasPersons) {
      sheets.push(describeSheet(list, 0, withSamples))
      continue
    }
    const reading = readRows(list, sheetNo, dateOfList(list, latestDate, today))
    sheets.push(describeSheet(list, reading.quarantinedRefs.length, withSamples))
    for (const row of reading.rows) rows.push(row)
    for (const finding of reading.findings) findings.push(finding)
    for (const ref of reading.quarantinedRefs) quarantinedRefs.push(ref)
    for (const finding of reading.quarantine) quarantine.push(finding)
  }
  return { sheets, rows, quarantinedRefs, quarantine, findings, offers, budgets }
}
