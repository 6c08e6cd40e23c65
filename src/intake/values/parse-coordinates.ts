import { cityWindow, isNearCity } from '#territory'
import type { Cell, ParsedCell } from './cell.ts'
import { isEmptyMark, tidyText } from './plain-words.ts'
import { fault, remark } from './reading.ts'

type Pair = readonly [number, number]
const silent: ParsedCell = { fields: {}, findings: [] }

/**
 * Latitude and longitude in one cell: decimal with point or comma, degrees, minutes and seconds, a
 * map's address, also with the two swapped or the minus missing. A point must lie in or near the city.
 */
export function parseCoordinates(cell: Cell): ParsedCell {
  const text = tidyText(cell.text).replaceAll('−', '-')
  if (isEmptyMark(text)) return silent
  const pair = sexagesimalPair(text) ?? decimalPair(text)
  return pair ? placed(pair) : says('coordinates-unreadable')
}

/** A column of latitudes or of longitudes; a value that can only be the other is taken as such. */
export function parseDegrees(cell: Cell): ParsedCell {
  const text = tidyText(cell.text).replaceAll('−', '-')
  if (isEmptyMark(text)) return silent
  const angle = anglesOf(text)[0]
  const number = /^-?\d{1,3}(?:[.,]\d+)?$/.test(text) ? toNumber(text) : undefined
  const degrees = angle ?? number
  if (degrees === undefined) return says('coordinates-unreadable')
  if (degrees === 0) return says('coordinates-zero')
  const { west, east, north, south } = cityWindow
  const [middleLat, middleLon] = [(north + south) / 2, (west + east) / 2]
  const rounded = round(degrees)
  if (isNearCity(rounded, middleLon)) return { fields: { latitude: rounded }, findings: [] }
  if (isNearCity(-rounded, middleLon)) return { fields: { latitude: -rounded }, findings: [] }
  if (isNearCity(middleLat, rounded)) return { fields: { longitude: rounded }, findings: [] }
  return says('coordinates-outside')
}

function says(code: 'coordinates-unreadable' | 'coordinates-zero' | 'coordinates-outside') {
  return { fields: {}, findings: fault(code).findings }
}

function placed([latitude, longitude]: Pair): ParsedCell {
  if (latitude === 0 && longitude === 0) return says('coordinates-zero')
  const at = (lat: number, lon: number) => ({ latitude: round(lat), longitude: round(lon) })
  if (isNearCity(latitude, longitude)) return { fields: at(latitude, longitude), findings: [] }
  const tries: readonly Pair[] = [
    [-Math.abs(latitude), Math.abs(longitude)],
    [longitude, latitude],
    [-Math.abs(longitude), Math.abs(latitude)],
    // A list that lost its decimal points holds millionths of a degree.
    [-Math.abs(latitude) / 1e6, Math.abs(longitude) / 1e6],
    [-Math.abs(longitude) / 1e6, Math.abs(latitude) / 1e6],
  ]
  const right = tries.find(([lat, lon]) => isNearCity(lat, lon))
  if (!right) return says('coordinates-outside')
  return { fields: at(right[0], right[1]), findings: remark(0, 'coordinates-repaired').findings }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function toNumber(text = ''): number {
  return Number(text.replace(',', '.'))
}

/** Two decimal numbers in the text, whatever stands around them. */
function decimalPair(text: string): Pair | undefined {
  const isDotted = /\d\.\d/.test(text)
  const numbers = isDotted
    ? text.match(/-?\d+(?:\.\d+)?/g)
    : (/(-?\d{1,3},\d+)\s*[;/\s]\s*(-?\d{1,3},\d+)/.exec(text)?.slice(1) ??
      text.match(/-?\d{1,3},\d{3,}/g) ??
      text.match(/-?\d+/g))
  // A map's address goes on with the zoom; a plain cell holds the two and no more.
  const isAddress = /https?:/.test(text)
  const placed = isAddress ? numbers?.filter((number) => number.includes('.')) : numbers
  if (!placed || placed.length < 2 || (placed.length > 2 && !isAddress)) return undefined
  return orient(text, toNumber(placed[0]), toNumber(placed[1]))
}

/** South is negative where the text says south instead of minus. */
function orient(text: string, first: number, second: number): Pair {
  const isSouth = first > 0 && second > 0 && /\b(?:ls|s)\b|\d(?:ls|s)\b/i.test(text)
  return isSouth && first < second ? [-first, second] : [first, second]
}

const side = '(?<SIDE>ls|lu|bt|bb|[nsetwub])'
const angleText =
  "(\\d{1,3})\\s*[°ºd˚*]\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*['′’`m]\\s*)?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:[\"″”]|''|’’)?)?"
const anglePattern = new RegExp(
  `(?:${side.replace('SIDE', 'before')}[\\s.:]*)?${angleText}\\s*(?:${side.replace('SIDE', 'after')}\\b)?`,
  'gi',
)

/** Degrees, minutes and seconds in the text, south and west negative. */
function anglesOf(text: string): readonly number[] {
  return [...text.matchAll(anglePattern)].map((found) => {
    const [, , whole, minutes = '0', seconds = '0'] = found
    const size = Number(whole) + toNumber(minutes) / 60 + toNumber(seconds) / 3600
    const hemisphere = (found.groups?.after ?? found.groups?.before ?? '').toLowerCase()
    return /^(?:s|ls|w|bb)$/.test(hemisphere) ? -size : size
  })
}

function sexagesimalPair(text: string): Pair | undefined {
  const [first, second, ...more] = anglesOf(text)
  return first === undefined || second === undefined || more.length > 0
    ? undefined
    : [first, second]
}
