import * as XLSX from '@e965/xlsx'
import { zipSync } from 'fflate'
import { expandZip, openZip, type Zip } from './expand-zip.ts'
import { FileFaultError } from './file-fault.ts'
import { findLostFormulas } from './lost-formulas.ts'
import { isSheetHidden, parseWorkbook, readMerges } from './parse-workbook.ts'
import { isCuttable, type PieceSizes, readInPieces, usualSizes } from './read-in-pieces.ts'
import { isNeededPart } from './sheet-parts.ts'
import { openRowTeller, type SheetHead, type TellRows } from './sheet-pieces.ts'
import { filledRows } from './sheet-rows.ts'

/**
 * The sheets of a workbook (XLSX, XLSM, XLSB, ODS, XLS, or a table saved as HTML); their rows are told
 * in portions as they are read, so that nobody holds a long sheet twice.
 *
 * A zip is expanded here under limits and handed on stored, so that the parser never expands
 * anything itself. Runs in a worker: it blocks, and a sick file may exhaust its memory.
 *
 * @throws FileFaultError with the file's fault.
 */
export function readWorkbook(
  content: Uint8Array,
  form: 'zip' | 'ole' | 'markup',
  tell: TellRows,
  sizes: PieceSizes = usualSizes,
): SheetHead[] {
  if (form === 'ole') refuseLockedOrForeign(content)
  if (form !== 'zip') return readWhole(content, {}, tell, form === 'markup')

  const zip = openZip(content)
  refuseNoWorkbook(zip)
  const heads = isCuttable(zip, sizes) ? readInPieces(zip, tell, sizes) : undefined
  if (heads) return heads
  const parts = expandZip(content, isNeededPart)
  return readWhole(zipSync(parts, { level: 0 }), parts, tell)
}

function readWhole(
  content: Uint8Array,
  parts: Readonly<Record<string, Uint8Array>>,
  tell: TellRows,
  isMarkup = false,
): SheetHead[] {
  const book = parseWorkbook(content, { isMarkup })
  const lostBySheet = findLostFormulas(parts)
  const tellRows = openRowTeller(tell)
  return book.SheetNames.map((sheet, sheetNo) => {
    const work = book.Sheets[sheet]
    // A sheet that the parser could not read has no cells at all.
    tellRows(sheetNo, filledRows(work, work ? (lostBySheet.get(sheet) ?? []) : []))
    return { sheet, merges: readMerges(work), isHidden: isSheetHidden(book, sheetNo) }
  })
}

function refuseNoWorkbook({ names }: Zip) {
  if (names.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name) || name === 'content.xml')) return
  if (names.includes('EncryptedPackage')) throw new FileFaultError('file-password-protected')
  throw new FileFaultError(
    names.some((name) => name.startsWith('xl/')) ? 'file-corrupt' : 'file-is-not-a-list',
  )
}

/** A locked XLSX is an OLE file with the encrypted zip inside; an old XLS has a Workbook stream. */
function refuseLockedOrForeign(content: Uint8Array) {
  let names: readonly string[]
  try {
    names = XLSX.CFB.read(Buffer.from(content), { type: 'buffer' }).FullPaths
  } catch (cause) {
    throw new FileFaultError('file-corrupt', { cause })
  }
  const has = (part: RegExp) => names.some((name) => part.test(name))
  if (has(/Encrypt(edPackage|ionInfo)$/i)) throw new FileFaultError('file-password-protected')
  if (!has(/\/(Workbook|Book)$/i)) throw new FileFaultError('file-is-not-a-list')
}
