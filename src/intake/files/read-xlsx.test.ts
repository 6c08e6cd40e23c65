import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unpackSheet } from './packed-sheet.ts'
import { readWorkbook } from './read-workbook.ts'

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Parts {
  readonly sheet: string
  readonly texts?: string
  readonly styles?: string
  readonly book?: string
  readonly sheets?: string
}

function sheetsOf({ sheet, texts, styles, book = '', sheets }: Parts) {
  const encode = (xml: string) => new TextEncoder().encode(xml)
  const parts = {
    'xl/workbook.xml': encode(
      `<workbook xmlns:r="${relationship}">${book}<sheets>${sheets ?? '<sheet name="Data" r:id="r1"/>'}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': encode(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/chartsheets/sheet2.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': encode(sheet),
    'xl/chartsheets/sheet2.xml': encode('<chartsheet/>'),
    ...(texts ? { 'xl/sharedStrings.xml': encode(texts) } : {}),
    ...(styles ? { 'xl/styles.xml': encode(styles) } : {}),
  }
  return readWorkbook(zipSync(parts), 'zip').map(unpackSheet)
}

const rowsOf = (parts: Parts) => sheetsOf(parts)[0]?.rows
const sheetXml = (rows: string, after = '') =>
  `<worksheet><cols><col min="1" max="3"/></cols><sheetData>${rows}</sheetData>${after}</worksheet>`

describe('readXlsx', () => {
  it('reads shared, inline, rich and formula texts, numbers, ticks and errors', () => {
    const texts =
      '<sst><si><t>SITI &amp; BUDI</t></si><si><r><t xml:space="preserve">Jl. </t></r><r><rPr><b/></rPr><t>Riau</t></r><rPh><t>x</t></rPh></si><si/></sst>'
    const row =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>di sini</t></is></c><c r="D1" t="str"><f>A1</f><v>hasil</v></c><c r="E1"><v>6271010502850001</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#REF!</v></c><c r="H1" t="s"><v>2</v></c><c r="I1" t="s"><v>99</v></c></row>'
    expect(rowsOf({ sheet: sheetXml(row), texts })).toEqual([
      ['SITI & BUDI', 'Jl. Riau', 'di sini', 'hasil', 6271010502850001, true, { error: '#REF!' }],
    ])
  })

  it('shows numbers as their style does, and dates as days, of 1900 and of 1904', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000000000000000"/><numFmt numFmtId="165" formatCode="&quot;Rp&quot;\\ #,##0"/><numFmt numFmtId="166" formatCode="dd\\ mmmm\\ yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="166"><alignment/></xf><xf/></cellXfs></styleSheet>'
    const row =
      '<row><c s="1"><v>812345678901</v></c><c s="2"><v>1500000</v></c><c s="3"><v>31111</v></c><c s="4"><v>31111.75</v></c><c s="5"><v>3</v></c></row>'
    expect(rowsOf({ sheet: sheetXml(row), styles })).toEqual([
      [
        { number: 812345678901, text: '0000812345678901' },
        { number: 1500000, text: 'Rp 1,500,000' },
        { date: '1985-03-05', text: '1985-03-05' },
        { date: '1985-03-05', text: '1985-03-05' },
        3,
      ],
    ])
    const book = '<workbookPr date1904="1"/>'
    expect(rowsOf({ sheet: sheetXml(row), styles, book })?.[0]?.[2]).toMatchObject({
      date: '1989-03-06',
    })
  })

  it('reads names with a prefix, cells without a place, and pieces that end anywhere', () => {
    const sheet = `<?xml version="1.0"?><!-- ${'x'.repeat(40_000)} --><x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c t="inlineStr"><x:is><x:t>c</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B3"/></x:mergeCells></x:worksheet>`
    const [first] = sheetsOf({ sheet })
    expect(first?.rows).toEqual([[1, undefined, 'c']])
    expect(first?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 1 }])
  })

  it('keeps rows in their places, leaves blank ends out, and names hidden sheets', () => {
    const sheet = sheetXml(
      '<row r="2"/><row r="4"><c r="C4"><v>7</v></c><c r="F4" s="1"/></row><row r="9"><c r="A9" s="3"/></row>',
    )
    const sheets =
      '<sheet name="A &amp; B" state="hidden" r:id="r1"/><sheet name="Bagan" r:id="r2"/>'
    expect(sheetsOf({ sheet, sheets })).toEqual([
      {
        sheet: 'A & B',
        isHidden: true,
        merges: [],
        rows: [[], [], [], [undefined, undefined, 7]],
      },
      { sheet: 'Bagan', isHidden: false, merges: [], rows: [] },
    ])
  })

  it('holds many rows over many pieces together', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
    )
    const read = rowsOf({ sheet: sheetXml(rows.join('')) })
    expect(read).toHaveLength(20_000)
    expect(read?.every((row, place) => row[0] === place)).toBe(true)
  })

  it('leaves out cells beyond the last that a spreadsheet has', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZ1"><v>2</v></c></row><row r="99999999"><c><v>3</v></c></row>',
    )
    expect(rowsOf({ sheet })).toEqual([[1]])
  })

  it('refuses a workbook that names no sheet', () => {
    expect(() => sheetsOf({ sheet: sheetXml(''), sheets: ' ' })).toThrow(
      expect.objectContaining({ code: 'file-corrupt' }),
    )
  })
})
