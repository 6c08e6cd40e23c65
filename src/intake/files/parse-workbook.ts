import * as XLSX from '@e965/xlsx'
import { FileFaultError } from './file-fault.ts'
import type { MergedRange } from './raw-sheet.ts'

export interface ParseWhat {
  /** A table saved as HTML. */
  readonly isMarkup?: boolean
  /** Only sheets at these places of the workbook; all where it is left out. */
  readonly sheets?: readonly number[]
}

/**
 * A workbook as the parser understands it: the only place that knows what its cells mean.
 *
 * @throws FileFaultError `file-password-protected`, `file-corrupt`.
 */
export function parseWorkbook(
  content: Uint8Array,
  { isMarkup = false, sheets }: ParseWhat = {},
): XLSX.WorkBook {
  try {
    return XLSX.read(content, {
      type: 'buffer',
      dense: true,
      // Without UTC a birth moves a day back for readers east of Greenwich.
      UTC: true,
      cellDates: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // Cells of an HTML table are text: a guess would lose zeros, and days by time zone.
      raw: isMarkup,
      ...(sheets ? { sheets: [...sheets] } : {}),
    })
  } catch (cause) {
    const isLocked = cause instanceof Error && /password|encrypt/i.test(cause.message)
    throw new FileFaultError(isLocked ? 'file-password-protected' : 'file-corrupt', { cause })
  }
}

/** The merged ranges of a parsed sheet. */
export function readMerges(work: XLSX.WorkSheet | undefined): MergedRange[] {
  const merges = work?.['!merges'] ?? []
  return merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
}

/** Whether the workbook hides the sheet at a place. */
export function isSheetHidden(book: XLSX.WorkBook, sheetNo: number): boolean {
  return (book.Workbook?.Sheets?.[sheetNo]?.Hidden ?? 0) !== 0
}
