import { toIsoDate } from '#platform/dates'
import { SheetPacker } from './packed-sheet.ts'
import { type MergedRange, numberText, type RawCell } from './raw-sheet.ts'
import { joinRuns, type NumberForm, showNumber } from './xlsx-book.ts'
import { attributeOf, prefixOf, readEntities, withoutPrefix } from './xml-text.ts'

/** What cells refer to. */
export interface CellSource {
  readonly texts: readonly string[]
  readonly forms: readonly NumberForm[]
  readonly is1904: boolean
}

/** Takes the XML of one sheet in pieces, as it is expanded, and packs its cells. */
export class SheetXmlReader {
  readonly packer = new SheetPacker()
  readonly #source: CellSource
  /** Place of each shared text in the packer, looked up once. */
  readonly #placeOfText: Int32Array
  readonly #placeOfNumber = new Map<string, number>()
  #rest = ''
  #prefix: string | undefined
  #nextRow = 0

  constructor(source: CellSource) {
    this.#source = source
    this.#placeOfText = new Int32Array(source.texts.length).fill(-1)
  }

  /** The next piece of the sheet's XML; pieces may end anywhere. */
  push(piece: string): void {
    this.#rest += piece
    if (this.#prefix === undefined) {
      // The root may stand behind a comment: its prefix is known with the first row.
      if (!/<(?:\w+:)?row[\s>]/.test(this.#rest)) return
      this.#prefix = prefixOf(this.#rest, 'worksheet')
    }
    const closing = this.#prefix === '' ? '</row>' : `</${this.#prefix}:row>`
    const last = this.#rest.lastIndexOf(closing)
    if (last < 0) return
    const rows = withoutPrefix(this.#rest.slice(0, last + closing.length), this.#prefix)
    this.#rest = this.#rest.slice(last + closing.length)
    this.#readRows(rows)
  }

  /** Merged ranges, which stand after the rows. */
  end(): MergedRange[] {
    const tail = withoutPrefix(this.#rest, this.#prefix ?? '')
    return [...tail.matchAll(/<mergeCell\s[^>]*>/g)].flatMap(([tag]) => {
      const corners = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributeOf(tag, 'ref') ?? '')
      if (!corners) return []
      const [, left = '', top = '', right = '', bottom = ''] = corners
      const rows = { top: Number(top) - 1, bottom: Number(bottom) - 1 }
      return [{ ...rows, left: columnOf(left), right: columnOf(right) }]
    })
  }

  #readRows(xml: string): void {
    let at = 0
    for (;;) {
      const start = nextTag(xml, '<row', at)
      if (start < 0) return
      const open = xml.indexOf('>', start)
      const tag = xml.slice(start + 4, open)
      const stated = Number(attributeOf(tag, 'r') ?? this.#nextRow + 1) - 1
      const row = Number.isInteger(stated) && stated >= this.#nextRow ? stated : this.#nextRow
      if (row >= mostRows) return
      if (tag.endsWith('/')) {
        at = open + 1
      } else {
        const end = xml.indexOf('</row>', open)
        this.packer.addRow(row, this.#readCells(xml, open + 1, end))
        at = end + 6
      }
      this.#nextRow = row + 1
    }
  }

  #readCells(xml: string, from: number, to: number): number[] {
    const places: number[] = []
    let next = 0
    let at = from
    for (;;) {
      const start = nextTag(xml, '<c', at)
      if (start < 0 || start >= to) return places
      const open = xml.indexOf('>', start)
      const isEmpty = xml.charCodeAt(open - 1) === slash
      const tag = readTag(xml, start + 2, open)
      const column = tag.column ?? next
      if (column >= mostColumns) return places
      next = column + 1
      if (isEmpty) {
        at = open + 1
        continue
      }
      const end = xml.indexOf('</c>', open)
      if (end < 0) return places
      while (places.length < column) places.push(0)
      places[column] = this.#placeOf(tag, xml, open + 1, end)
      at = end + 4
    }
  }

  #placeOf({ type, style }: CellTag, xml: string, from: number, to: number): number {
    const valueAt = nextTag(xml, '<v', from)
    const hasValue = valueAt >= 0 && valueAt < to
    const start = hasValue ? xml.indexOf('>', valueAt) + 1 : to
    const isBare = hasValue && xml.charCodeAt(start - 2) === slash
    const value = hasValue && !isBare ? xml.slice(start, xml.indexOf('</v>', start)) : ''
    if (type === 's' && value !== '') return this.#placeOfShared(Number(value))
    if (type === 'n' && value !== '') return this.#placeOfStyled(value, style)
    return this.packer.placeOf(readOther(type, value, xml.slice(from, to), hasValue))
  }

  #placeOfShared(no: number): number {
    const known = this.#placeOfText[no]
    if (known === undefined) return 0
    if (known >= 0) return known
    const place = this.packer.placeOf(this.#source.texts[no])
    this.#placeOfText[no] = place
    return place
  }

  #placeOfStyled(value: string, style: number): number {
    const form = this.#source.forms[style]
    const number = Number(value)
    if (Number.isNaN(number)) return 0
    if (!form || form.isPlain) return this.packer.placeOf(number)
    const key = `${style} ${value}`
    const known = this.#placeOfNumber.get(key)
    if (known !== undefined) return known
    const cell = form.isDate
      ? dateCell(number, form, this.#source.is1904)
      : numberCell(number, form)
    const place = this.packer.placeOf(cell)
    this.#placeOfNumber.set(key, place)
    return place
  }
}

/** Beyond these a spreadsheet has no cells: a file that names some was made to fill memory. */
const mostRows = 1_048_576
const mostColumns = 16_384

const slash = 0x2f

function readOther(type: string, value: string, body: string, hasValue: boolean): RawCell {
  if (type === 'inlineStr' || body.includes('<is')) return joinRuns(body)
  const isLost = value === '' && /<f[\s/>]/.test(body) && !(type === 'str' && hasValue)
  if (isLost) return { formula: true }
  if (value === '') return undefined
  switch (type) {
    case 'b':
      return value.trim() === '1' || value === 'true'
    case 'e':
      return { error: readEntities(value) }
    case 'd':
      return isoCell(value)
    default:
      return readEntities(value)
  }
}

interface CellTag {
  /** 0-based; absent where the file leaves it to the order of cells. */
  readonly column: number | undefined
  /** `n` where nothing is said. */
  readonly type: string
  readonly style: number
}

/** Attributes of a cell: they come by the million, so no pattern is tried on them. */
function readTag(xml: string, from: number, to: number): CellTag {
  let column: number | undefined
  let type = 'n'
  let style = 0
  let at = from
  while (at < to) {
    const equals = xml.indexOf('=', at)
    if (equals < 0 || equals >= to) break
    const quote = xml[equals + 1] ?? '"'
    const end = xml.indexOf(quote, equals + 2)
    if (end < 0 || end > to) break
    const name = xml.slice(at, equals).trim()
    if (name === 'r') column = columnOf(xml.slice(equals + 2, end))
    else if (name === 't') type = xml.slice(equals + 2, end)
    else if (name === 's') style = Number(xml.slice(equals + 2, end))
    at = end + 1
  }
  return { column: column === undefined || column < 0 ? undefined : column, type, style }
}

/** The next tag of just this name: `<c` is not `<col`. */
function nextTag(xml: string, name: string, from: number): number {
  let at = from
  for (;;) {
    const found = xml.indexOf(name, at)
    if (found < 0) return -1
    const next = xml.charCodeAt(found + name.length)
    // space, tab, line breaks, `>`, `/`
    if (next === 32 || next === 62 || next === 47 || (next >= 9 && next <= 13)) return found
    at = found + name.length
  }
}

/** 0 for `A1`, 26 for `AA7`. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function numberCell(value: number, { form }: NumberForm): RawCell {
  const shown = showNumber(form, value).trim()
  return shown === '' || /e[+-]?\d/i.test(shown) || shown === numberText(value)
    ? value
    : { number: value, text: shown }
}

const dayMs = 86_400_000
/** Day 0 of a spreadsheet that counts from 1900, and how far 1904 lies after it. */
const firstDayMs = Date.UTC(1899, 11, 30)
const days1904 = 1462
/** 31 December 9999. */
const lastDay = 2_958_465

/** The day of a number shown as a date; a time of day without a day is what it shows. */
function dateCell(value: number, form: NumberForm, is1904: boolean): RawCell {
  const day = Math.floor(value + 1e-6) + (is1904 ? days1904 : 0)
  if (day < 1 || day > lastDay) return numberCell(value, form)
  // 1900 was no leap year, but spreadsheets count its 29 February as day 60.
  const date = new Date(firstDayMs + (day < 60 ? day + 1 : day) * dayMs)
  return isoCell(date.toISOString())
}

function isoCell(value: string): RawCell {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number)
  const date = toIsoDate(year ?? 0, month ?? 0, day ?? 0)
  return date ? { date, text: date } : value
}
