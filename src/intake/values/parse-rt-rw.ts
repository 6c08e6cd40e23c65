import type { Cell, CellContext, ParsedCell, Reading } from './cell.ts'
import { isEmptyMark, tidyText } from './plain-words.ts'
import { fault, nothing, remark, value } from './reading.ts'

/** A number of up to three digits, or a Roman one. */
const unit = '0*(\\d{1,3}|[ivx]{1,5})'
const gap = '[\\s.:,/\\\\-]*'
const namedBoth = new RegExp(`\\brt${gap}${unit}${gap}rw${gap}${unit}\\b`, 'i')
const reversedBoth = new RegExp(`\\brw${gap}${unit}${gap}rt${gap}${unit}\\b`, 'i')
const rtOnly = new RegExp(`^rt${gap}${unit}$`, 'i')
const rwOnly = new RegExp(`^rw${gap}${unit}$`, 'i')
const bothBare = new RegExp(`^(?:rt)?${gap}${unit}\\s*[\\s/\\\\.,-]\\s*(?:rw)?${gap}${unit}$`, 'i')

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

function unitNumber(text = ''): number {
  return /^\d/.test(text) ? Number(text) : romans.indexOf(text.toLowerCase()) + 1
}

function unitFields(rt: number, rw: number) {
  return { ...(rt > 0 ? { rt } : {}), ...(rw > 0 ? { rw } : {}) }
}

/** RT or RW alone: "003", "RT. 3", "III". */
export function parseUnit(cell: Cell): Reading<number> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text) || /^0+$/.test(text)) return nothing
  const number = /^(?:r[tw]\b)?[\s.:]*0*(\d{1,3}|[ivx]{1,5})(?:[.,]0+)?(?:[^\da-z].*)?$/i.exec(text)
  const read = unitNumber(number?.[1])
  return read > 0 ? value(read) : fault('rt-rw-unreadable')
}

/**
 * "02/01", "RT.1/1", "RT 01 RW 02", "002001"; one of the two alone as well.
 *
 * A spreadsheet takes "02/01" for 2 January: such a cell is turned back, day for RT, and reported.
 */
export function parseRtRw(cell: Cell, context: CellContext): ParsedCell {
  if (cell.date !== undefined) {
    const [month, day] = cell.date.split('-').slice(1).map(Number)
    const [rt = 0, rw = 0] = context.dateOrder === 'mdy' ? [month, day] : [day, month]
    return { fields: unitFields(rt, rw), findings: remark(0, 'rt-rw-was-date').findings }
  }
  const text = tidyText(cell.text)
  const bare = text.replace(/r[tw]/gi, '')
  if (isEmptyMark(bare) || /^[0\s/.-]+$/.test(bare)) return { fields: {}, findings: [] }
  const pair = namedBoth.exec(text) ?? bothBare.exec(text)
  if (pair) return { fields: unitFields(unitNumber(pair[1]), unitNumber(pair[2])), findings: [] }
  const reversed = reversedBoth.exec(text)
  if (reversed) {
    return { fields: unitFields(unitNumber(reversed[2]), unitNumber(reversed[1])), findings: [] }
  }
  const joined = /^(\d{3})(\d{3})$|^(\d{2})(\d{2})$/.exec(text)
  if (joined) {
    const [rt, rw] = joined.slice(1).filter((part) => part !== undefined)
    return { fields: unitFields(Number(rt), Number(rw)), findings: [] }
  }
  const rw = rwOnly.exec(text)
  if (rw) return { fields: unitFields(0, unitNumber(rw[1])), findings: [] }
  const rt = unitNumber(rtOnly.exec(text)?.[1])
  if (rt > 0) return { fields: unitFields(rt, 0), findings: [] }
  const alone = parseUnit(cell)
  return { fields: unitFields(alone.value ?? 0, 0), findings: alone.findings }
}
