import { zipSync } from 'fflate'
import { cutSheet, type SheetPiece } from './cut-sheet.ts'
import type { Zip } from './expand-zip.ts'
import { lostIn } from './lost-formulas.ts'
import { isSheetHidden, parseWorkbook, readMerges } from './parse-workbook.ts'
import type { MergedRange, RawCell } from './raw-sheet.ts'
import { PickedTexts, SharedTexts } from './shared-texts.ts'
import { findSheetParts, isNeededPart } from './sheet-parts.ts'
import { openRowTeller, type SheetHead, type TellRows } from './sheet-pieces.ts'
import { filledRows } from './sheet-rows.ts'

export interface PieceSizes {
  /** Workbooks that expand to less are read whole. */
  readonly wholeBytes: number
  /** What a piece of a sheet expands to. */
  readonly pieceBytes: number
  /** A piece is so many times as large as what goes with each: styles and names of sheets. */
  readonly timesParts: number
}

/** A piece of 100 kB has some hundred rows of a list: what the parser makes of it is soon garbage. */
export const usualSizes: PieceSizes = { wholeBytes: 8_000_000, pieceBytes: 100_000, timesParts: 8 }

const textsPart = 'xl/sharedStrings.xml'
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/
/** Parts of other formats, and of workbooks whose sheets are no XML. */
const foreignPart = /^(META-INF\/manifest\.xml|objectdata\.xml|Index\/.*|.*\.bin)$/i

/** Whether a zip is a long XLSX. */
export function isCuttable({ names, statedBytes }: Zip, { wholeBytes }: PieceSizes): boolean {
  if (!names.includes('xl/workbook.xml')) return false
  if (names.some((name) => isNeededPart(name) && foreignPart.test(name))) return false
  const bytes = names.filter(isNeededPart).reduce((sum, name) => sum + statedBytes(name), 0)
  return bytes >= wholeBytes
}

/**
 * The sheets of a long XLSX, read some hundred rows at a time: each piece of a sheet is given to the
 * parser as a workbook of its own, with the styles of the whole and the shared texts that the piece
 * names. So the parser alone says what a cell means, and never holds more than one piece.
 *
 * Undefined where the workbook is written so that its pieces might say something else than the whole.
 * Rows may have been told by then, and `restart` with them.
 *
 * @throws FileFaultError with the file's fault.
 */
export function readInPieces(zip: Zip, tell: TellRows, sizes: PieceSizes): SheetHead[] | undefined {
  try {
    return readSheets(zip, tell, sizes)
  } catch (error) {
    if (!(error instanceof UnevenError)) throw error
    tell('restart')
    return undefined
  }
}

/** The workbook, or a piece of it, is not written as programs write it. */
class UnevenError extends Error {
  override readonly name = 'UnevenError'
}

function readSheets(zip: Zip, tell: TellRows, { pieceBytes, timesParts }: PieceSizes): SheetHead[] {
  const parts = expandBookParts(zip)
  const book = parseWorkbook(zipOf(parts), { sheets: [] })
  const sheets = findSheetParts(parts)
  const { SheetNames: names } = book
  const isPlain =
    sheets.length === names.length &&
    new Set(names).size === names.length &&
    sheets.every(({ sheet, part }, no) => sheet === names[no] && sheetPart.test(part)) &&
    sheets.every(({ part }) => zip.names.includes(part))
  if (!isPlain) throw new UnevenError()

  const texts = zip.names.includes(textsPart)
    ? SharedTexts.find(zip.expand(textsPart))
    : SharedTexts.none
  if (!texts) throw new UnevenError()
  const partBytes = Object.values(parts).reduce((sum, part) => sum + part.length, 0)
  const bytes = Math.max(pieceBytes, timesParts * partBytes)
  const tellRows = openRowTeller(tell)
  return sheets.map(({ sheet, part }, sheetNo) => {
    const reader = openPieceReader({ parts, texts, sheet, sheetNo, part })
    let merges: readonly MergedRange[] = []
    for (const piece of cutSheet(zip.steps(part), bytes)) {
      const read = reader(piece)
      tellRows(sheetNo, read.rows)
      merges = read.merges
    }
    return { sheet, merges, isHidden: isSheetHidden(book, sheetNo) }
  })
}

/** All that the parser asks of a workbook but its sheets and their texts. */
function expandBookParts(zip: Zip): Record<string, Uint8Array> {
  const names = zip.names.filter(
    (name) =>
      isNeededPart(name) &&
      !/^xl\/(\w+sheets\/|theme\/|sharedStrings\.xml$|calcChain\.xml$)/.test(name),
  )
  const parts = Object.fromEntries(names.map((name) => [name, zip.expand(name)]))
  if (Object.values(parts).some(isWide)) throw new UnevenError()
  return parts
}

/** UTF-16, one character a byte. */
const wideMark = /^(?:\xff\xfe|\xfe\xff)/

function isWide(part: Uint8Array): boolean {
  return wideMark.test(Buffer.from(part.subarray(0, 2)).toString('latin1'))
}

function zipOf(parts: Record<string, Uint8Array>): Buffer {
  const zip = zipSync(parts, { level: 0 })
  return Buffer.from(zip.buffer, zip.byteOffset, zip.length)
}

interface PieceOf {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly texts: SharedTexts
  readonly sheet: string
  readonly sheetNo: number
  readonly part: string
}

interface ReadPiece {
  readonly rows: ReadonlyMap<number, readonly RawCell[]>
  readonly merges: readonly MergedRange[]
}

/** Reads the pieces of one sheet, in their order. */
function openPieceReader({ parts, texts, sheet, sheetNo, part }: PieceOf) {
  let lastRowNo = 0
  let lastPlace = -1
  return (piece: SheetPiece): ReadPiece => {
    const picked = new PickedTexts()
    const xml = withPicked(wholeSheet(piece, lastRowNo), picked, texts.count)
    const content = zipOf({
      ...parts,
      [part]: Buffer.from(xml, 'latin1'),
      [textsPart]: texts.partOf(picked.numbers),
    })
    const work = parseWorkbook(content, { sheets: [sheetNo] }).Sheets[sheet]
    if (!work) throw new UnevenError()
    const rows = filledRows(work, lostIn(xml))
    for (const place of rows.keys()) if (place <= lastPlace) throw new UnevenError()
    for (const place of rows.keys()) lastPlace = Math.max(lastPlace, place)
    lastRowNo = lastRowIn(piece.xml, lastRowNo)
    return { rows, merges: readMerges(work) }
  }
}

/**
 * The piece as a sheet. A row may come without its number: then it is the one behind the row before it,
 * so the number of that goes in front.
 */
function wholeSheet({ xml, isFirst, isLast }: SheetPiece, rowNoBefore: number): string {
  if (isFirst && wideMark.test(xml)) throw new UnevenError()
  if (isFirst && isLast) return xml
  const opening = /<(?:\w+:)?sheetData\b[^<>]*>/.exec(xml)?.[0]
  const closing = /<\/(?:\w+:)?sheetData>/.exec(xml)?.[0]
  const opens = isFirst
    ? opening !== undefined && /^<sheetData(\s[^<>]*)?(?<!\/)>$/.test(opening)
    : true
  if (!opens || closing !== (isLast ? '</sheetData>' : undefined)) throw new UnevenError()
  const before = isFirst ? '' : `<worksheet><sheetData><row r="${rowNoBefore}"></row>`
  return before + xml + (isLast ? '' : '</sheetData></worksheet>')
}

/** The number of the last row in rows, counted as the parser counts. */
function lastRowIn(xml: string, rowNoBefore: number): number {
  let rowNo = rowNoBefore
  let rows = 0
  for (const [, attributes = ''] of xml.matchAll(/<row(\s[^<>]*)?>/g)) {
    if (attributes.endsWith('/')) continue
    rows++
    const stated = /\sr=["'](\d+)["']/.exec(attributes)?.[1]
    if (stated === undefined && /[\s:]r\s*=/.test(attributes)) throw new UnevenError()
    rowNo = stated === undefined ? rowNo + 1 : Number(stated)
  }
  let ends = 0
  for (let at = xml.indexOf('</row>'); at >= 0; at = xml.indexOf('</row>', at + 1)) ends++
  if (ends !== rows) throw new UnevenError()
  return rowNo
}

/** A cell with a shared text: up to its number, the number; or what follows a cell without one. */
const sharedCell =
  /(<c\s[^<>]*?(?<=[\s:])t\s*=\s*["']s["'][^<>]*>\s*)(?:((?:<f\b[^<>]*>(?:[^<]*<\/f>)?\s*)?<v(?:\s[^<>]*)?>\s*)(\d+)(?=\s*<\/v>)|(?=(<(?:\/c>|c[\s>/]|\/?row[\s>]|\/sheetData>|v\s*\/>|v><\/v>)))|)/g

/** The XML with the numbers of shared texts replaced by their places among those that were picked. */
function withPicked(xml: string, picked: PickedTexts, textCount: number): string {
  if (/<\w+:(?:c|row)[\s>/]/.test(xml)) throw new UnevenError()
  return xml.replace(
    sharedCell,
    (all, cell: string, between?: string, number?: string, empty?: string) => {
      if (number === undefined || between === undefined) {
        if (empty === undefined) throw new UnevenError()
        return all
      }
      if (Number(number) >= textCount) throw new UnevenError()
      return `${cell}${between}${picked.placeOf(Number(number))}`
    },
  )
}
