import { isNearCity, searchRegion } from '#territory'
import type { Cell, CellContext, ParsedCell, Reading } from './cell.ts'
import { isEmptyMark, tidyText } from './plain-words.ts'
import { fault, nothing, remark, value } from './reading.ts'

/** Code of a ward, however its name is written. */
export function parseWard(cell: Cell, { district }: CellContext): Reading<string> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return nothing
  const search = searchRegion(text, { level: 'ward', ...(district ? { within: district } : {}) })
  if (search.result === 'ambiguous') return fault('ward-ambiguous')
  if (search.result === 'outside') return fault('ward-outside-city')
  if (search.result === 'unknown') return fault('ward-unknown')
  const { code, name, kind } = search.match
  switch (kind) {
    case 'misspelling':
    case 'part':
      return remark(code, 'ward-repaired', name)
    case 'neighbourhood':
      return remark(code, 'ward-is-neighbourhood', name)
    case 'city-name':
      return remark(code, 'ward-is-city')
    default:
      return value(code)
  }
}

export function parseDistrict(cell: Cell): Reading<string> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return nothing
  const search = searchRegion(text, { level: 'district' })
  if (search.result !== 'found') return fault('district-unknown')
  const { code, name, kind } = search.match
  return kind === 'misspelling' || kind === 'part'
    ? remark(code, 'district-repaired', name)
    : value(code)
}

/** A ward's or district's code by number. */
export function parseRegionCode(cell: Cell): ParsedCell {
  const search = searchRegion(tidyText(cell.text))
  if (search.result !== 'found') return { fields: {}, findings: [] }
  const { code } = search.match
  const parts = code.split('.').length
  return {
    fields: parts === 4 ? { ward: code } : parts === 3 ? { district: code } : {},
    findings: [],
  }
}

/** "Menteng / Jekan Raya", in either order. */
export function parseWardAndDistrict(cell: Cell, context: CellContext): ParsedCell {
  const parts = tidyText(cell.text).split(/\s*[/,;|]\s*|\s+-\s+/)
  const [first = '', second = ''] = parts
  const asCell = (text: string): Cell => ({ text, kind: 'text' })
  const isDistrictFirst = /\bkec/i.test(first)
  const [wardText, districtText] = isDistrictFirst ? [second, first] : [first, second]
  const district = districtText === '' ? nothing : parseDistrict(asCell(districtText))
  const within = district.value ?? context.district
  const ward = parseWard(asCell(wardText), within ? { district: within } : {})
  return {
    fields: {
      ...(ward.value ? { ward: ward.value } : {}),
      ...(district.value ? { district: district.value } : {}),
    },
    findings: [...ward.findings, ...district.findings],
  }
}

/** RT or RW alone: "003", "RT. 3". */
export function parseUnit(cell: Cell): Reading<number> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text) || /^0+$/.test(text)) return nothing
  const number = /^(?:r[tw]\b)?[\s.:]*0*(\d{1,3})(?:[.,]0+)?(?:\D.*)?$/i.exec(text)?.[1]
  return number ? value(Number(number)) : fault('rt-rw-unreadable')
}

/** "02/01", "RT.1/1", "RT 01 RW 02"; an RT alone too. */
export function parseRtRw(cell: Cell): ParsedCell {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return { fields: {}, findings: [] }
  const named = /\brt\b[\s.:]*0*(\d{1,3}).*?\brw\b[\s.:]*0*(\d{1,3})/i.exec(text)
  const pair =
    named ?? /^(?:rt)?[\s.:]*0*(\d{1,3})\s*[/\\.,-]\s*(?:rw)?[\s.:]*0*(\d{1,3})$/i.exec(text)
  if (pair) return { fields: unitFields(Number(pair[1]), Number(pair[2])), findings: [] }
  const reversed = /\brw\b[\s.:]*0*(\d{1,3}).*?\brt\b[\s.:]*0*(\d{1,3})/i.exec(text)
  if (reversed)
    return { fields: unitFields(Number(reversed[2]), Number(reversed[1])), findings: [] }
  const alone = parseUnit(cell)
  return { fields: unitFields(alone.value ?? 0, 0), findings: alone.findings }
}

function unitFields(rt: number, rw: number) {
  return { ...(rt > 0 ? { rt } : {}), ...(rw > 0 ? { rw } : {}) }
}

/** Latitude and longitude in one cell: decimal, with decimal commas, or degrees, minutes, seconds. */
export function parseCoordinates(cell: Cell): ParsedCell {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return { fields: {}, findings: [] }
  const pair = decimalPair(text) ?? sexagesimalPair(text)
  if (!pair) return { fields: {}, findings: fault('coordinates-unreadable').findings }
  return placed(pair[0], pair[1])
}

function placed(latitude: number, longitude: number): ParsedCell {
  if (latitude === 0 && longitude === 0)
    return { fields: {}, findings: fault('coordinates-zero').findings }
  const at = (lat: number, lon: number) => ({ latitude: round(lat), longitude: round(lon) })
  if (isNearCity(latitude, longitude)) return { fields: at(latitude, longitude), findings: [] }
  const tries: readonly (readonly [number, number])[] = [
    [-Math.abs(latitude), longitude],
    [longitude, latitude],
    [-Math.abs(longitude), Math.abs(latitude)],
  ]
  const right = tries.find(([lat, lon]) => isNearCity(lat, lon))
  if (!right) return { fields: {}, findings: fault('coordinates-outside').findings }
  return { fields: at(right[0], right[1]), findings: remark(0, 'coordinates-repaired').findings }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function decimalPair(text: string): readonly [number, number] | undefined {
  if (/°|º|'|"/.test(text)) return undefined
  const dotted = /^(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text)
  const comma =
    /^(-?\d{1,3},\d+)\s*[; /]\s*(-?\d{1,3},\d+)$/.exec(text) ??
    /^(-?\d{1,3},\d+),\s+(-?\d{1,3},\d+)$/.exec(text)
  const found = comma ?? dotted
  if (!found) return undefined
  return [toNumber(found[1]), toNumber(found[2])]
}

function toNumber(text = ''): number {
  return Number(text.replace(',', '.'))
}

function sexagesimalPair(text: string): readonly [number, number] | undefined {
  const angle =
    /(\d{1,3})\s*[°ºd]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''))?\s*([a-z]{0,2})/gi
  const found = [...text.matchAll(angle)]
  const [first, second] = found
  if (found.length !== 2 || !first || !second) return undefined
  const degrees = ([, whole, minutes = '0', seconds = '0', side = '']: RegExpMatchArray) => {
    const size = Number(whole) + toNumber(minutes) / 60 + toNumber(seconds) / 3600
    return /^(?:s|ls)$/i.test(side) ? -size : size
  }
  return [degrees(first), degrees(second)]
}
