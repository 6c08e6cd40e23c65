import { readFile, stat } from 'node:fs/promises'
import { decodeText } from './decode-text.ts'
import { FileFaultError, maxFileBytes } from './file-fault.ts'
import type { RawCell, RawSheet } from './raw-sheet.ts'
import { sniffFile } from './sniff-file.ts'
import { findDelimiter, splitRecords } from './split-records.ts'
import type { WorkbookReader } from './workbook-reader.ts'

/**
 * The sheets of one file, whatever its name says: its first bytes decide how it is read. A text
 * file is one sheet without a name.
 *
 * @throws FileFaultError with what the sender should do.
 */
export async function readSheets(
  path: string,
  workbooks: WorkbookReader,
): Promise<readonly RawSheet[]> {
  return sheetsOf(await loadFile(path), workbooks)
}

/**
 * The sheets in the bytes of one file.
 *
 * @throws FileFaultError with what the sender should do.
 */
export async function sheetsOf(
  content: Uint8Array,
  workbooks: WorkbookReader,
): Promise<readonly RawSheet[]> {
  const form = sniffFile(content)
  if (form === 'empty') throw new FileFaultError('file-empty')
  if (form === 'pdf') throw new FileFaultError('file-is-pdf')
  if (form === 'binary') throw new FileFaultError('file-is-not-a-list')

  const sheets = form === 'text' ? [readText(content)] : await workbooks.read({ content, form })
  if (sheets.every(({ rows }) => rows.every((row) => row.every(isEmpty)))) {
    throw new FileFaultError('file-empty')
  }
  return sheets
}

/** The bytes of a file, under the limit of size. @throws FileFaultError. */
export async function loadFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size >= maxFileBytes) throw new FileFaultError('file-too-large')
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof FileFaultError) throw cause
    throw new FileFaultError('file-unreadable', { cause })
  }
}

/** One text file as a sheet: every record of it, in order. */
export function readText(content: Uint8Array): RawSheet {
  const text = decodeText(content)
  const records = splitRecords(text, findDelimiter(text))
  return { sheet: '', rows: records, merges: [], isHidden: false }
}

function isEmpty(cell: RawCell): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}
