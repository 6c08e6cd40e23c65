import { Zip, ZipDeflate } from 'fflate'
import { isFormulaLike } from './inert-cell.ts'

/** A cell of a sheet; text stays text, whatever it begins with. */
export type XlsxValue = string | number | null

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
const relationships = (target: string, kind: string, id = 'rId1') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
const allRelationships = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
/** Formats of cells: 0 as it is, 1 headings, 2 text that stays text also when somebody edits the cell. */
const styles = `<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`

export interface XlsxTable {
  /** Title of the sheet, at most 31 characters. */
  readonly sheet: string
  readonly headings: readonly string[]
  readonly batches: AsyncIterable<readonly (readonly XlsxValue[])[]>
}

/**
 * The bytes of a workbook with one table, as fast as they are taken. No cell is a formula: text is kept
 * as text, character by character, and only numbers become number cells.
 */
export async function* xlsxTable({
  sheet,
  headings,
  batches,
}: XlsxTable): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    ready.push(part)
  })
  const take = () => {
    const parts = ready
    ready = []
    return parts
  }
  const open = (name: string): ZipDeflate => {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = new Date(1980, 0, 1)
    zip.add(entry)
    return entry
  }
  const put = (name: string, xml: string) => open(name).push(bytesOf(xmlHead + xml), true)

  put('[Content_Types].xml', contentTypes)
  put('_rels/.rels', allRelationships(relationships('xl/workbook.xml', 'officeDocument')))
  put(
    'xl/workbook.xml',
    `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${xmlText(sheet.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  put(
    'xl/_rels/workbook.xml.rels',
    allRelationships(
      relationships('worksheets/sheet1.xml', 'worksheet') +
        relationships('styles.xml', 'styles', 'rId2'),
    ),
  )
  put('xl/styles.xml', styles)
  const rows = open('xl/worksheets/sheet1.xml')
  rows.push(
    bytesOf(
      `${xmlHead}<worksheet ${main}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${headings.length}" width="22" customWidth="1"/></cols><sheetData>${rowXml(headings, 1, 1)}`,
    ),
  )
  let rowNo = 1
  yield* take()
  for await (const batch of batches) {
    rows.push(bytesOf(batch.map((row) => rowXml(row, ++rowNo, 0)).join('')))
    yield* take()
  }
  rows.push(bytesOf('</sheetData></worksheet>'), true)
  zip.end()
  yield* take()
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function rowXml(cells: readonly XlsxValue[], rowNo: number, format: 0 | 1): string {
  const inner = cells.map((cell, place) => cellXml(cell, `${columnLetters(place)}${rowNo}`, format))
  return `<row r="${rowNo}">${inner.join('')}</row>`
}

function cellXml(value: XlsxValue, at: string, format: 0 | 1): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  const style = format === 0 && isFormulaLike(value) ? 2 : format
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** `A` for the first column, `AA` for the 27th. */
function columnLetters(place: number): string {
  const rest = String.fromCharCode(65 + (place % 26))
  return place < 26 ? rest : columnLetters(Math.floor(place / 26) - 1) + rest
}

/** Most characters that a cell takes. */
const longestCell = 32_767

/**
 * Text for a cell of a workbook, every character kept: what XML cannot hold is written `_x0001_`, and
 * text that looks so is marked as text. Half a surrogate pair is no character and becomes U+FFFD.
 *
 * @source ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function xlsxText(text: string): string {
  return text
    .slice(0, longestCell)
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: just these XML cannot hold, or its writers drop
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

/** A cell for a library that writes workbooks: text as `xlsxText` writes it, all else as it is. */
export function xlsxCell<Value extends string | number>(value: Value): Value | string {
  return typeof value === 'string' ? xlsxText(value) : value
}

function xmlText(text: string): string {
  return xlsxText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
