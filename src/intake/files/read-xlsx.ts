import type { ZipParts } from './expand-zip.ts'
import { FileFaultError, maxCells } from './file-fault.ts'
import type { PackedSheet } from './packed-sheet.ts'
import { readBook, readForms, readTexts } from './xlsx-book.ts'
import { SheetXmlReader } from './xlsx-cells.ts'

/**
 * The sheets of an XLSX or XLSM, read while they are expanded: neither the XML of a sheet nor an object
 * a cell is ever held, so that a list of a whole city fits into a laptop.
 *
 * @throws FileFaultError with the file's fault.
 */
export function readXlsx(zip: ZipParts): PackedSheet[] {
  const text = (name: string) => new TextDecoder().decode(zip.expand(name))
  const { sheets, is1904 } = readBook(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  if (sheets.length === 0) throw new FileFaultError('file-corrupt')
  const source = {
    texts: readTexts(text('xl/sharedStrings.xml')),
    forms: readForms(text('xl/styles.xml')),
    is1904,
  }
  let cells = 0
  return sheets.map(({ name, part, isHidden }): PackedSheet => {
    const reader = new SheetXmlReader(source)
    // Charts and dialogues have no rows.
    if (!/\/(?:chart|dialog|macro)sheets\//.test(part)) {
      const decoder = new TextDecoder()
      zip.stream(part, (piece) => {
        reader.push(decoder.decode(piece, { stream: true }))
        if (cells + reader.packer.cells > maxCells) throw new FileFaultError('file-too-complex')
      })
      cells += reader.packer.cells
    }
    return reader.packer.pack({ sheet: name, merges: reader.end(), isHidden })
  })
}
