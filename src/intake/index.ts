/**
 * intake: an agency's list as it came.
 *
 * A folder of CSV, TXT and workbooks goes in, with no mapping; out come rows in Betang's terms, what
 * could not be read, and which file could not be opened. The steps, one folder each: `files` (bytes
 * to cells, under limits), `sheets` (which rows are titles, headings, data, sums), `columns` (what
 * each column means, by heading and values), `lists` (kind, programme, period), `values` (what a
 * cell says), `rows` (rows and the checks on them).
 *
 * Every physical row is in exactly one class, and the classes add up to the sheet. A missing or
 * unreadable value is absent and never "no". A row that identifies somebody goes in, whatever its
 * other faults.
 */

export { ListMapping } from './columns/list-mapping.ts'
export type { CellMend } from './files/mend-sheet.ts'
export { loadFile } from './files/read-file.ts'
export {
  type AcceptedFile,
  acceptFile,
  contentHmac,
  contentHmacs,
  findAcceptedFiles,
  findFilesStamp,
  findKeptByContent,
  type HandedFile,
  keepFile,
  loadKept,
  withdrawFile,
} from './kept-files.ts'
export { loadListFile } from './load-list-file.ts'
export { maskId } from './mask-id.ts'
export { findLists, readFolder } from './read-folder.ts'
export { type ListSource, type ReadOptions, readSources } from './read-sources.ts'
export { intakeRoutes } from './routes.ts'
export { readTyped, type TypedFinding } from './rows/read-typed.ts'
export type {
  ColumnMeaning,
  FileFault,
  Finding,
  Intake,
  IntakeRow,
  ListKind,
  ListSheet,
  PlainTable,
  RowAccount,
  RowFields,
  RowRef,
} from './schema.ts'
export { acceptHandedFile } from './staging/accept-file.ts'
export { getHandedFile } from './staging/find-files.ts'
export { readFileKind, readKeptFile } from './staging/read-file-job.ts'
export { type RowOwners, saveIntake } from './store.ts'
export {
  findingTexts,
  type Normalisation,
  normalisations,
} from './values/index.ts'
