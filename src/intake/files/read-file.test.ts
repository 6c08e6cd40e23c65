import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { maxFileBytes, maxZipParts } from './file-fault.ts'
import { readSheets } from './read-file.ts'
import { openWorkbookReader } from './workbook-reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'betang-files-'))
const workbooks = openWorkbookReader()
afterAll(async () => {
  await workbooks.close()
  rmSync(folder, { recursive: true })
})

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function faultOf(name: string, content: string | Uint8Array): Promise<string> {
  const read = readSheets(written(name, content), workbooks)
  return read.then(
    () => 'read',
    (error: { code: string }) => error.code,
  )
}

async function rowsOf(name: string, content: string | Uint8Array) {
  const [sheet] = await readSheets(written(name, content), workbooks)
  return sheet?.rows
}

function workbook(rows: readonly (readonly unknown[])[]): Uint8Array {
  const book = XLSX.utils.book_new()
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { UTC: true },
  )
  XLSX.utils.book_append_sheet(book, sheet, 'Data')
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellDates: true })
}

/** A workbook's parts from its sheet XML, as a program that computes nothing writes them. */
function workbookOf(sheetXml: string | Uint8Array): Uint8Array {
  const text = (xml: string) => new TextEncoder().encode(xml)
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return zipSync({
    '[Content_Types].xml': text(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': text(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text(
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Data &amp; Rekap" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml':
      typeof sheetXml === 'string'
        ? text(
            `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheetXml}</sheetData></worksheet>`,
          )
        : sheetXml,
  })
}

/** A zip whose directory and headers say that the part is small. */
function withLyingSizes(zip: Uint8Array, part: string): Uint8Array {
  const lying = Buffer.from(zip)
  for (const [signature, sizeAt, nameAt] of [
    [0x04034b50, 22, 30],
    [0x02014b50, 24, 46],
  ] as const) {
    for (let at = 0; at < lying.length - 50; at++) {
      const isPart =
        lying.readUInt32LE(at) === signature &&
        lying.toString('latin1', at + nameAt, at + nameAt + part.length) === part
      if (isPart) lying.writeUInt32LE(1000, at + sizeAt)
    }
  }
  return lying
}

describe('readSheets', () => {
  it.each([
    ['UTF-8', Buffer.from('nama;alamat\nSité;Jl. Bangka\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeffnama;alamat\nSité;Jl. Bangka\n')],
    ['Windows-1252', iconv.encode('nama;alamat\nSité;Jl. Bangka\n', 'win1252')],
    [
      'UTF-16 with its mark',
      iconv.encode('nama;alamat\nSité;Jl. Bangka\n', 'utf-16', { addBOM: true }),
    ],
    ['UTF-16 without it', iconv.encode('nama;alamat\nSité;Jl. Bangka\n', 'utf-16le')],
  ])('reads text in %s', async (name, content) => {
    expect(await rowsOf(`${name}.csv`, content)).toEqual([
      ['nama', 'alamat'],
      ['Sité', 'Jl. Bangka'],
    ])
  })

  it('keeps text, numbers and dates of a workbook apart, and days as they are', async () => {
    const born = new Date(Date.UTC(1990, 7, 5))
    const rows = await rowsOf(
      'kinds.xlsx',
      workbook([['6271034508900003', 6271034508900003, born, true]]),
    )
    expect(rows).toEqual([
      ['6271034508900003', 6271034508900003, { date: '1990-08-05', text: '1990-08-05' }, true],
    ])
  })

  it('reads by content, not by name: a workbook called CSV, a text called XLSX', async () => {
    expect(await rowsOf('really.csv', workbook([['a', 'b']]))).toEqual([['a', 'b']])
    expect(await rowsOf('text.xlsx', 'a;b\n1;2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('tells a formula without a stored value from one with it', async () => {
    const cells =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1:A9)</f></c><c r="C1" t="str"><f>""</f><v></v></c></row>'
    expect(await rowsOf('formula.xlsx', workbookOf(cells))).toEqual([
      [2, { formula: true }, undefined],
    ])
  })

  it('takes the same for a file that openers left uncomputed at the row’s end', async () => {
    const cells = '<row r="1"><c r="A1"><v>7</v></c><c r="C1"><f>A1*2</f><v/></c></row>'
    expect(await rowsOf('end.xlsx', workbookOf(cells))).toEqual([[7, undefined, { formula: true }]])
  })

  it('leaves a cell as it is that stands before a formula without address', async () => {
    const cells = '<row><c r="A1"><v>7</v></c></row><row><c><f>A1*2</f></c></row>'
    expect(await rowsOf('before.xlsx', workbookOf(cells))).toEqual([[7]])
  })

  it.each([
    ['nothing', 'empty.csv', ''],
    ['a workbook of blank cells', 'blank.xlsx', workbook([[' ', '']])],
  ])('says that %s is empty', async (_, name, content) => {
    expect(await faultOf(name, content)).toBe('file-empty')
  })

  it('refuses a file of 20 MB before it reads it', async () => {
    expect(await faultOf('large.xlsx', Buffer.alloc(maxFileBytes, 65))).toBe('file-too-large')
    expect(await faultOf('large.csv', Buffer.alloc(maxFileBytes, 65))).toBe('file-too-large')
  })

  it('refuses a part that expands too far, also when the zip lies about it', async () => {
    const bomb = workbookOf(new Uint8Array(60_000_000))
    expect(await faultOf('bomb.xlsx', bomb)).toBe('file-expands-too-far')
    const lying = withLyingSizes(bomb, 'xl/worksheets/sheet1.xml')
    expect(await faultOf('lying.xlsx', lying)).toBe('file-expands-too-far')
  })

  it('refuses a workbook of more parts than any list has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: maxZipParts }, (_, no) => [`xl/media/${no}.png`, new Uint8Array(1)]),
    )
    const content = zipSync({ 'xl/workbook.xml': new Uint8Array(9), ...many })
    expect(await faultOf('many.xlsx', content)).toBe('file-expands-too-far')
  })

  it('names a workbook under a password', async () => {
    const locked = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(locked, '/EncryptionInfo', Buffer.alloc(64))
    XLSX.CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(4096))
    const content = XLSX.CFB.write(locked, { type: 'buffer' })
    expect(await faultOf('locked.xlsx', Buffer.from(content))).toBe('file-password-protected')
  })

  it.each([
    ['a PDF called XLSX', 'report.xlsx', '%PDF-1.7\n1 0 obj\n', 'file-is-pdf'],
    [
      'a picture',
      'photo.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      'file-is-not-a-list',
    ],
    ['binary junk', 'junk.csv', Buffer.from([1, 0, 7, 200, 3, 0, 255, 9]), 'file-is-not-a-list'],
    [
      'a zip without a workbook',
      'doc.xlsx',
      zipSync({ 'word/document.xml': new Uint8Array(9) }),
      'file-is-not-a-list',
    ],
  ])('names %s', async (_, name, content, code) => {
    expect(await faultOf(name, content)).toBe(code)
  })

  it('names a workbook cut off in the middle, and reads the next one', async () => {
    const whole = workbook([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(await faultOf('cut.xlsx', whole.subarray(0, whole.length / 2))).toBe('file-corrupt')
    expect(await faultOf('whole.xlsx', whole)).toBe('read')
  })
})
