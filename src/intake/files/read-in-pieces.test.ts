import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { RawSheet } from './raw-sheet.ts'
import type { PieceSizes } from './read-in-pieces.ts'
import { readWorkbook } from './read-workbook.ts'
import { SheetGatherer, type TellRows } from './sheet-pieces.ts'

interface Told {
  readonly sheets: readonly RawSheet[]
  /** Portions of rows that the sheets were told in. */
  readonly portions: number
  /** It was begun in pieces and read whole. */
  readonly isRestarted: boolean
}

const whole: PieceSizes = { wholeBytes: Number.POSITIVE_INFINITY, pieceBytes: 0, timesParts: 0 }
const tiny: PieceSizes = { wholeBytes: 0, pieceBytes: 200, timesParts: 0 }

function told(content: Uint8Array, sizes: PieceSizes): Told {
  const gatherer = new SheetGatherer()
  let portions = 0
  let isRestarted = false
  const tell: TellRows = (rows) => {
    if (rows === 'restart') isRestarted = true
    else portions++
    gatherer.take(rows)
  }
  const sheets = gatherer.finish(readWorkbook(content, 'zip', tell, sizes))
  return { sheets, portions, isRestarted }
}

interface Workbook {
  readonly sheets: readonly string[]
  readonly texts?: string
  readonly is1904?: boolean
  readonly hidden?: number
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function aWorkbook({ sheets, texts, is1904 = false, hidden = -1 }: Workbook): Uint8Array {
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const names = sheets.map((_, no) => `worksheets/sheet${no + 1}.xml`)
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook.xml', 'sheet.main')}${names.map((name) => override(name, 'worksheet')).join('')}${override('styles.xml', 'styles')}${texts === undefined ? '' : override('sharedStrings.xml', 'sharedStrings')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packaged}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names.map((_, no) => `<sheet name="Kel. &quot;Pahandut&quot; &amp; ${no + 1}" sheetId="${no + 1}"${no === hidden ? ' state="hidden"' : ''} r:id="rId${no + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}/relationships">${names.map((name, no) => relation(`rId${no + 1}`, 'worksheet', name)).join('')}${relation('rS', 'styles', 'styles.xml')}${texts === undefined ? '' : relation('rT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="&quot;Rp&quot;\\ #,##0"/><numFmt numFmtId="165" formatCode="0000000000000000"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(texts) }),
    ...Object.fromEntries(sheets.map((xml, no) => [`xl/${names[no]}`, strToU8(xml)])),
  })
}

const sst = (texts: readonly string[]) =>
  `<?xml version="1.0"?>\n<sst xmlns="${main}" count="9" uniqueCount="${texts.length}">${texts.join('')}</sst>`
const sheetOf = (rows: string, tail = '', head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`

const words = fc
  .array(
    fc.constantFrom(
      'Siti ',
      ' Aminah',
      '&amp;',
      '&lt;b&gt;',
      '&#10;',
      '&#xE9;',
      'é😀',
      '\n',
      '\t',
      '_x000D_',
      '6271034508900003',
      '&amp;lt;',
      'Jl. G.Obos \'t="s"\'',
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''))
const runs = fc
  .array(
    words.map((text) => `<r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">${text}</t></r>`),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(''))
const richText = fc.oneof(
  words.map((text) => `<t>${text}</t>`),
  words.map((text) => `<t xml:space="preserve">${text}</t>`),
  runs,
  runs.map((text) => `${text}<rPh sb="0" eb="1"><t>fonetik</t></rPh><phoneticPr fontId="1"/>`),
  fc.constantFrom('', '<t/>'),
)
const sharedTexts = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: richText.map((text) => `<si>${text}</si>`) },
    { weight: 1, arbitrary: richText.map((text) => `\n <si>\n${text} </si>`) },
  ),
  { minLength: 1, maxLength: 12 },
)

/** What stands in a cell behind its address: other attributes, and the inside. */
const cellBody = (texts: number) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .nat(texts - 1)
        .chain((no) =>
          fc.constantFrom(
            ` t="s"><v>${no}</v></c>`,
            ` s="4" t='s'><v>${no}</v></c>`,
            ` t="s"><f>B2</f><v>${no}</v></c>`,
            ` t="s"><f ca="1"/><v> ${no} </v></c>`,
            ` t="s">\n<v xml:space="preserve">${no}</v>\n</c>`,
          ),
        ),
    },
    fc.constantFrom(' t="s"/>', ' t="s"></c>', ' t="s"><v></v></c>', ' t="s"><v/></c>'),
    fc
      .tuple(fc.constantFrom('', ' s="1"', ' s="2"', ' s="3"', ' s="4"'), fc.integer())
      .map(([style, number]) => `${style}><v>${number}</v></c>`),
    fc
      .tuple(fc.constantFrom(' s="1"', ''), fc.integer({ min: 1, max: 60_000 }))
      .map(([style, day]) => `${style}><v>${day}.25</v></c>`),
    richText.map((text) => ` t="inlineStr"><is>${text}</is></c>`),
    words.map((text) => ` t="str"><f>A1&amp;"&lt;"</f><v>${text}</v></c>`),
    fc.constantFrom(
      '><f>SUM(A1:A9)</f></c>',
      '><f>A1*2</f><v/></c>',
      '><f>A1*2</f><v>7</v></c>',
      ' t="e"><v>#REF!</v></c>',
      ' t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      ' t="b"><v>1</v></c>',
      ' t="b"><v>0</v></c>',
      ' t="d"><v>1990-08-05T00:00:00</v></c>',
      ' s="1"/>',
      ' s="2"></c>',
    ),
  )

interface AnyRow {
  readonly skipped: number
  readonly isNumbered: boolean
  readonly isBlank: boolean
  readonly cells: readonly { skipped: number; isPlaced: boolean; body: string }[]
}

const anyRow = (texts: number): fc.Arbitrary<AnyRow> =>
  fc.record({
    skipped: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(40)),
    isNumbered: fc.boolean(),
    isBlank: fc.boolean().map((isBlank) => isBlank),
    cells: fc.array(
      fc.record({
        skipped: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(30)),
        isPlaced: fc.boolean(),
        body: cellBody(texts),
      }),
      { maxLength: 6 },
    ),
  })

function xmlOf(rows: readonly AnyRow[]): string {
  let rowNo = 0
  let isCounted = true
  return rows
    .map(({ skipped, isNumbered, isBlank, cells }) => {
      rowNo += skipped + 1
      // A row behind rows that are left out, or that the parser does not count, has its number.
      const hasNumber = isNumbered || skipped > 0 || !isCounted
      const number = hasNumber ? ` spans="1:9" r="${rowNo}"` : ''
      isCounted = !isBlank || cells.length > 0
      if (!isCounted) return `<row r="${rowNo}" ht="15"/>`
      let column = -1
      const inside = cells.map((cell) => {
        column += cell.skipped + 1
        const isPlaced = cell.isPlaced || cell.skipped > 0
        const address = XLSX.utils.encode_cell({ r: rowNo - 1, c: column })
        return `<c${isPlaced ? ` r="${address}"` : ''}${cell.body}`
      })
      return `<row${number}>${inside.join('')}</row>\n`
    })
    .join('')
}

const tails = fc.constantFrom(
  '',
  '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B7"/></mergeCells><pageMargins left="1" right="1"/>',
  '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells><hyperlinks><hyperlink ref="B2:D4" location="X!A1"/></hyperlinks>',
)
const heads = fc.constantFrom(
  '',
  '<sheetPr codeName="Tabel"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:P9"/><cols><col min="1" max="3" width="9"/></cols>',
)

const anyWorkbook = sharedTexts.chain((texts) =>
  fc.record({
    sheets: fc.array(
      fc
        .tuple(fc.array(anyRow(texts.length), { maxLength: 40 }), tails, heads)
        .map(([rows, tail, head]) => sheetOf(xmlOf(rows), tail, head)),
      { minLength: 1, maxLength: 2 },
    ),
    texts: fc.constant(sst(texts)),
    is1904: fc.boolean(),
    hidden: fc.integer({ min: -1, max: 1 }),
  }),
)

/** Rows 1 to `count`, each with its number as a shared text. */
const numbered = (count: number) =>
  Array.from(
    { length: count },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>${row}</v></c></row>`,
  )
const manyTexts = sst(Array.from({ length: 100 }, (_, no) => `<si><t>warga ${no}</t></si>`))

describe('readWorkbook in pieces', () => {
  it('says of any workbook what it says when it is read whole', () => {
    fc.assert(
      fc.property(anyWorkbook, (workbook) => {
        const content = aWorkbook(workbook)
        const { sheets, isRestarted } = told(content, tiny)
        expect(sheets).toEqual(told(content, whole).sheets)
        expect(isRestarted).toBe(false)
      }),
      { numRuns: propertyRuns(150) },
    )
  })

  it('tells rows of a long sheet before it has read its end', () => {
    const content = aWorkbook({ sheets: [sheetOf(numbered(100).join(''))], texts: manyTexts })
    const { sheets, portions } = told(content, tiny)
    expect(sheets[0]?.rows).toEqual(Array.from({ length: 100 }, (_, no) => [`warga ${no}`]))
    expect(portions).toBeGreaterThan(20)
  })

  it('keeps the place of rows behind rows that are left out', () => {
    const rows = [1, 4, 40].map((row) => `<row r="${row}"><c><v>${row}</v></c></row>`)
    const { sheets } = told(aWorkbook({ sheets: [sheetOf(rows.join(''))] }), tiny)
    const blank = (count: number) => Array.from({ length: count }, () => [])
    expect(sheets[0]?.rows).toStrictEqual([[1], ...blank(2), [4], ...blank(35), [40]])
  })

  it('leaves a workbook whole that is not long', () => {
    const content = aWorkbook({ sheets: [sheetOf(numbered(100).join(''))], texts: manyTexts })
    expect(told(content, { ...tiny, wholeBytes: 100_000 }).portions).toBe(1)
  })

  it.each([
    [
      'prefixed rows and cells',
      sheetOf(numbered(40).join('')).replaceAll(/<(\/?)(c|row|v)\b/g, '<$1x:$2'),
    ],
    ['a prefixed sheet', sheetOf(numbered(40).join('')).replaceAll(/<(\/?)(\w)/g, '<$1x:$2')],
    ['rows out of order', sheetOf(numbered(40).toReversed().join(''))],
    [
      'a row that comes again',
      sheetOf([...numbered(40), '<row r="3"><c r="B3"><v>1</v></c></row>'].join('')),
    ],
    [
      'a cell of another row',
      sheetOf([...numbered(40), '<row r="41"><c r="B3"><v>1</v></c></row>'].join('')),
    ],
    [
      'a shared text that is not there',
      sheetOf([...numbered(40), '<row><c t="s"><v>100</v></c></row>'].join('')),
    ],
    [
      'a shared text far beyond',
      sheetOf([...numbered(40), '<row><c t="s"><v>9999</v></c></row>'].join('')),
    ],
    [
      'a shared text that is no number',
      sheetOf([...numbered(40), '<row><c t="s"><v>x</v></c></row>'].join('')),
    ],
    [
      'a sheet without an end',
      sheetOf(numbered(40).join('')).replace('</sheetData></worksheet>', ''),
    ],
    [
      'a row within a row',
      sheetOf(
        [...numbered(40), '<row><row></row>', '<row><c><v>1</v></c></row>'.repeat(40)].join(''),
      ),
    ],
    [
      'a prefixed cell among others',
      sheetOf(
        `${numbered(40).join('')}<row r="41"><c t="s"><v>0</v></c><x:c t="s"><v>1</v></x:c></row>`,
      ),
    ],
  ])('reads %s whole, and says the same', (_, sheet) => {
    const content = aWorkbook({ sheets: [sheet], texts: manyTexts })
    const pieced = told(content, tiny)
    expect(pieced.isRestarted).toBe(true)
    expect(pieced.sheets).toEqual(told(content, whole).sheets)
  })

  it.each([
    [
      'a text under another name',
      sheetOf(numbered(40).join('')),
      manyTexts.replace('<si><t>warga 7</t></si>', '<sstItem><t>warga 7</t></sstItem>'),
    ],
    [
      'texts under another name',
      sheetOf(numbered(40).join('')),
      manyTexts.replaceAll('si>', 'sstItem>'),
    ],
    [
      'prefixed texts',
      sheetOf(numbered(40).join('')),
      manyTexts.replaceAll(/<(\/?)(sst|si|t)\b/g, '<$1x:$2'),
    ],
    ['texts without an end', sheetOf(numbered(40).join('')), manyTexts.replace('</sst>', '')],
    ['no texts', sheetOf(numbered(40).join('')), undefined],
  ])('reads %s as the whole is read', (_, sheet, texts) => {
    const content = aWorkbook({ sheets: [sheet], ...(texts === undefined ? {} : { texts }) })
    expect(told(content, tiny).sheets).toEqual(told(content, whole).sheets)
  })

  it('keeps the limits and the codes of sick workbooks', () => {
    const long = aWorkbook({ sheets: [sheetOf(numbered(100).join(''))], texts: manyTexts })
    const cut = Buffer.from(long)
    cut.fill(0xff, cut.indexOf('sharedStrings.xml'), cut.indexOf('sharedStrings.xml') + 400)
    const far = aWorkbook({ sheets: [sheetOf('<row r="9000000"><c><v>1</v></c></row>')] })
    const bomb = aWorkbook({
      sheets: [sheetOf(`${numbered(9).join('')}${' '.repeat(60_000_000)}`)],
    })
    for (const sizes of [tiny, whole]) {
      expect(() => told(cut, sizes)).toThrow('file-corrupt')
      expect(() => told(far, sizes)).toThrow('file-too-complex')
      expect(() => told(bomb, sizes)).toThrow('file-expands-too-far')
    }
  })
})
