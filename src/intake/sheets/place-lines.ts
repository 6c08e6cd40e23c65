import { parseCell, textCell } from '../values/index.ts'

/** Where the rows under a line live, as far as the line says. */
export interface PlaceContext {
  readonly ward?: string
  readonly district?: string
  readonly rt?: number
  readonly rw?: number
}

const neighbourhood = /\brt\b[\s.:]*0*(\d{1,3})(?!\d)/i
const community = /\brw\b[\s.:]*0*(\d{1,3})(?!\d)/i
const pair = /\brt\s*\/\s*rw\b[\s.:]*0*(\d{1,3})\s*\/\s*0*(\d{1,3})/i
const wardName = /\b(?:kelurahan|kel|desa|klh)\b[\s.:/]*(?:desa\b[\s.:]*)?([a-z'’ .-]{3,40})/i
const districtName = /\b(?:kecamatan|kec)\b[\s.:]*([a-z'’ .-]{3,40})/i
/** Words that end a name: "KEL. LANGKAI KEC. PAHANDUT TAHUN 2025". */
const nameEnd =
  /\b(?:kecamatan|kec|kelurahan|kel|kota|kabupaten|kab|provinsi|prov|tahun|thn|periode|rt|rw|bulan|semester|tahap|triwulan)\b.*$/i

/**
 * The place that a title, section line or sheet name speaks of: "RT 01 / RW 01", "KELURAHAN LANGKAI",
 * "KEC. PAHANDUT". Empty when it names none. A bare name counts only with `allowBare`, because a
 * city is often named like its ward.
 */
export function placeOfLine(line: string, { allowBare = false } = {}): PlaceContext {
  const both = pair.exec(line)
  const rt = both?.[1] ?? neighbourhood.exec(line)?.[1]
  const rw = both?.[2] ?? community.exec(line)?.[1]
  const district = findDistrict(beforeEnd(districtName.exec(line)?.[1]))
  const ward =
    findWard(beforeEnd(wardName.exec(line)?.[1]), district) ??
    (allowBare && !/\bkota\b/i.test(line) ? findWard(line, undefined) : undefined)
  return {
    ...(ward ? { ward } : {}),
    ...(district ? { district } : {}),
    ...(rt ? { rt: Number(rt) } : {}),
    ...(rw ? { rw: Number(rw) } : {}),
  }
}

/** True when the line names a place and little else, so that it is a section and not a remark. */
export function isPlaceLine(line: string): boolean {
  if (line.length > 80 || Object.keys(placeOfLine(line)).length === 0) return false
  return /^\W*(?:rt|rw|kelurahan|kel|kecamatan|kec|desa|dusun|lingkungan|wilayah)\b/i.test(line)
}

/** The later line goes before the earlier one; a new ward forgets the units of the old one. */
export function mergePlaces(outer: PlaceContext, inner: PlaceContext): PlaceContext {
  const isNewWard = inner.ward !== undefined && inner.ward !== outer.ward
  const isNewCommunity = inner.rw !== undefined && inner.rw !== outer.rw
  const { rt, rw, ...regions } = outer
  return {
    ...regions,
    ...(rw !== undefined && !isNewWard ? { rw } : {}),
    ...(rt !== undefined && !isNewWard && !isNewCommunity ? { rt } : {}),
    ...inner,
  }
}

function beforeEnd(name: string | undefined): string {
  return (name ?? '')
    .replace(nameEnd, '')
    .replace(/[\s.:-]+$/, '')
    .trim()
}

function findWard(name: string, district: string | undefined): string | undefined {
  if (name.length < 3) return undefined
  return parseCell('ward', textCell(name), district ? { district } : {}).fields.ward
}

function findDistrict(name: string): string | undefined {
  return name.length < 3 ? undefined : parseCell('district', textCell(name)).fields.district
}

/**
 * The place of a sheet by its own name among its sisters: "KEC. PAHANDUT", "Langkai".
 *
 * A bare name that is both a ward and a district is the district where the sisters are districts.
 */
export function placeOfSheetName(name: string, sisters: readonly string[]): PlaceContext {
  const named = placeOfLine(name)
  if (named.ward || named.district) return named
  const ward = findWard(name, undefined)
  const district = findDistrict(name)
  if (ward && district) {
    const districts = sisters.filter((sister) => findDistrict(sister) !== undefined).length
    return districts > sisters.length / 2 && sisters.length > 1 ? { district } : { ward }
  }
  return { ...(ward ? { ward } : {}), ...(district ? { district } : {}) }
}
