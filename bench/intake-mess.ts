/** A long list as a careless office keeps it, from an invented city; the same seed, the same bytes. */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { damageName, damageNik, damageWard, writeAddress, writeDate } from '../src/sample/damage.ts'
import { usual } from '../src/sample/list-context.ts'
import { makeCity } from '../src/sample/make-city.ts'
import { SeededRandom } from '../src/sample/random.ts'
import type { SampleCell, SampleFamily, SamplePerson } from '../src/sample/schema.ts'

/** Rows of a sheet from row 1 on, titles, sections, sums and signatures among them. */
export type MessyRow = readonly SampleCell[]

export const headings = [
  'NO',
  'NIK',
  'NO. KK',
  'NAMA PENERIMA',
  'TGL LAHIR',
  'L/P',
  'ALAMAT',
  'RT/RW',
  'KELURAHAN',
  'KECAMATAN',
  'PEKERJAAN',
  'JENIS BANTUAN',
  'JUMLAH',
  'TGL SALUR',
  'STATUS',
  'KET',
] as const

/** Records between two lines of sums. */
const blockRows = 4000

/** The list of `records` recipients: about one line in two thousand is none of them. */
export function* messyRows(records: number, seed: number): Generator<MessyRow> {
  const random = new SeededRandom(seed)
  const city = makeCity(Math.min(records, 60_000), seed)
  const familyById = new Map(city.families.map((family) => [family.familyId, family]))
  yield ['PEMERINTAH KOTA PALANGKA RAYA']
  yield ['DAFTAR PENERIMA BANTUAN SOSIAL TAHUN 2025']
  yield ['Keadaan 30 Juni 2025']
  yield []
  yield headings
  let sumRp = 0
  for (let no = 1; no <= records; no++) {
    const person = city.persons[(no - 1) % city.persons.length]
    const family = person && familyById.get(person.familyId)
    if (!person || !family) throw new Error('the city is smaller than its lists')
    const round = Math.floor((no - 1) / city.persons.length)
    const row = messyRow(random, no, inRound(person, round), family)
    sumRp += 600_000
    yield row
    if (no % blockRows !== 0) continue
    yield ['', '', '', `JUMLAH ${blockRows} KPM`, '', '', '', '', '', '', '', '', sumRp]
    yield []
  }
  yield ['', '', '', 'TOTAL', '', '', '', '', '', '', '', '', sumRp]
  yield []
  yield ['', '', '', '', '', '', '', '', '', '', '', 'Palangka Raya, 30 Juni 2025']
  yield ['', '', '', 'Mengetahui,', '', '', '', '', '', '', '', 'Kepala Dinas Sosial']
  yield ['', '', '', '', '', '', '', '', '', '', '', 'Drs. ARDIANTO KALEKA, M.Si']
  yield ['', '', '', '', '', '', '', '', '', '', '', 'NIP. 19720314 199803 1 007']
}

/** Another person of the same house in a later round: a number and a day of birth of his own. */
function inRound(person: SamplePerson, round: number): SamplePerson {
  if (round === 0 || person.nik === '') return person
  const year = Number(person.born.slice(0, 4)) - round
  const born = `${year}${person.born.slice(4).replace('-02-29', '-02-28')}`
  const twoDigits = String(year % 100).padStart(2, '0')
  const day = born.endsWith('-02-28') ? String(28 + (person.sex === 'P' ? 40 : 0)) : undefined
  const nik = `${person.nik.slice(0, 6)}${day ?? person.nik.slice(6, 8)}${person.nik.slice(8, 10)}${twoDigits}${person.nik.slice(12)}`
  return { ...person, born, nik }
}

function messyRow(
  random: SeededRandom,
  no: number,
  person: SamplePerson,
  family: SampleFamily,
): MessyRow {
  const name = damageName(random, person, usual).cell
  return [
    no,
    messyNik(random, person.nik),
    random.chance(0.05) ? Number(`${family.kk.slice(0, 15)}0`) : family.kk,
    random.chance(0.02) ? `${name}  ` : name.toUpperCase(),
    messyBirth(random, person.born),
    random.pick([person.sex, person.sex, person.sex === 'L' ? 'Laki-laki' : 'Perempuan'] as const),
    writeAddress(random, family.street, family.houseNo, usual).cell,
    messyUnits(random, family.rt, family.rw),
    messyWard(random, family.wardName),
    family.districtName,
    person.work === '' ? '-' : person.work,
    random.pick(['Sembako', 'Paket sembako', 'BLT', 'Uang tunai'] as const),
    messyAmount(random),
    writeDate(random, `2025-0${random.whole(1, 6)}-${random.whole(10, 28)}`, 'mixed'),
    random.pick(['Tersalur', 'Tersalur', 'Tersalur', 'Gagal', 'tidak hadir'] as const),
    random.chance(0.9)
      ? null
      : random.pick(['janda', 'lansia', 'sakit menahun', 'pindah'] as const),
  ]
}

function messyNik(random: SeededRandom, nik: string): SampleCell {
  const roll = random.next()
  if (roll < 0.01 && nik !== '') return '6.27E+15'
  if (roll < 0.02 && nik !== '') return `${nik.slice(0, 6)}.${nik.slice(6, 12)}.${nik.slice(12)}`
  return damageNik(random, nik, usual).cell
}

function messyBirth(random: SeededRandom, iso: string): SampleCell {
  const roll = random.next()
  if (roll < 0.1) return iso.replaceAll('-', '')
  if (roll < 0.15) return iso.slice(0, 4)
  if (roll < 0.2) return Math.round(Date.parse(iso) / 86_400_000) + 25_569
  if (roll < 0.25) return iso
  return writeDate(random, iso, 'mixed')
}

/** Ten ways to write one neighbourhood. */
function messyUnits(random: SeededRandom, rt: number, rw: number): string {
  const two = (unit: number) => String(unit).padStart(2, '0')
  const three = (unit: number) => String(unit).padStart(3, '0')
  return random.pick([
    `${two(rt)}/${two(rw)}`,
    `${three(rt)}/${three(rw)}`,
    `RT ${two(rt)} RW ${two(rw)}`,
    `RT.${rt}/${rw}`,
    `RT ${rt}/RW ${rw}`,
    `RT.${two(rt)} RW.${two(rw)}`,
    `rt ${rt} rw ${rw}`,
    `${rt} / ${rw}`,
    `RT:${rt}, RW:${rw}`,
    `${two(rt)}-${two(rw)}`,
  ] as const)
}

function messyWard(random: SeededRandom, name: string): string {
  if (random.chance(0.03)) {
    const at = random.whole(1, name.length - 2)
    return name.slice(0, at) + name.slice(at + 1)
  }
  return damageWard(random, name, 0.2).cell
}

function messyAmount(random: SeededRandom): SampleCell {
  return random.pick([
    600_000,
    'Rp 1.500.000,-',
    '600.000',
    'Rp. 250.000',
    '250 rb',
    '1,5 jt',
  ] as const)
}

/** The rows as text with semicolons, as Excel in Indonesia writes it. */
export function toCsv(rows: Iterable<MessyRow>): Buffer {
  const parts: Buffer[] = []
  let lines: string[] = []
  const flush = () => {
    parts.push(Buffer.from(`${lines.join('\r\n')}\r\n`))
    lines = []
  }
  for (const row of rows) {
    lines.push(Array.from(headings, (_, column) => csvCell(row[column] ?? null)).join(';'))
    if (lines.length === 5000) flush()
  }
  if (lines.length > 0) flush()
  return Buffer.concat(parts)
}

function csvCell(cell: SampleCell): string {
  if (cell === null) return ''
  const text = cell instanceof Date ? dayFirst(cell) : String(cell)
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function dayFirst(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

/** The rows as a workbook with one sheet, shared texts and dates as Excel stores them. */
export function toXlsx(rows: Iterable<MessyRow>): Buffer {
  const parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  const add = (name: string, write: (push: (text: string) => void) => void) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    write((text) => file.push(strToU8(text)))
    file.push(new Uint8Array(), true)
  }
  const texts = new Map<string, number>()
  add('xl/worksheets/sheet1.xml', (push) => pushSheet(rows, texts, push))
  add('xl/sharedStrings.xml', (push) => {
    push(`${xmlHead}<sst xmlns="${mainSpace}" uniqueCount="${texts.size}">`)
    for (const batch of batches([...texts.keys()])) {
      push(batch.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join(''))
    }
    push('</sst>')
  })
  for (const [name, text] of fixedParts) add(name, (push) => push(text))
  zip.end()
  return Buffer.concat(parts)
}

function pushSheet(
  rows: Iterable<MessyRow>,
  texts: Map<string, number>,
  push: (text: string) => void,
) {
  push(`${xmlHead}<worksheet xmlns="${mainSpace}"><sheetData>`)
  let lines: string[] = []
  let rowNo = 0
  for (const row of rows) {
    rowNo++
    const cells = row.map((cell, column) => xmlCell(cell, `${letter(column)}${rowNo}`, texts))
    lines.push(`<row r="${rowNo}">${cells.join('')}</row>`)
    if (lines.length < 2000) continue
    push(lines.join(''))
    lines = []
  }
  push(`${lines.join('')}</sheetData></worksheet>`)
}

function xmlCell(cell: SampleCell, place: string, texts: Map<string, number>): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (cell instanceof Date) {
    return `<c r="${place}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`
  }
  const known = texts.get(cell) ?? texts.size
  texts.set(cell, known)
  return `<c r="${place}" t="s"><v>${known}</v></c>`
}

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

function* batches(texts: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < texts.length; at += 5000) yield texts.slice(at, at + 5000)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageSpace = 'http://schemas.openxmlformats.org/package/2006'
const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const fixedParts: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${xmlHead}<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mainType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${mainType}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${mainType}.sharedStrings+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${xmlHead}<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeSpace}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${xmlHead}<workbook xmlns="${mainSpace}" xmlns:r="${officeSpace}"><sheets><sheet name="DATA" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${xmlHead}<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeSpace}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeSpace}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${officeSpace}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${xmlHead}<styleSheet xmlns="${mainSpace}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
]
