import { districtOf, findRegion, type Region, type RegionSearch, searchRegion } from '#territory'
import type { Cell, CellContext, ParsedCell, Reading } from './cell.ts'
import { parseRtRw } from './parse-rt-rw.ts'
import { parseText } from './parse-text.ts'
import { isEmptyMark, tidyText } from './plain-words.ts'
import { fault, nothing, remark, value } from './reading.ts'

/**
 * Code of a ward, however its name is written. A column of wards may name a district or a code too:
 * then the district is taken, and the ward reported as unknown.
 */
export function parseWard(cell: Cell, { district }: CellContext): ParsedCell {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return { fields: {}, findings: [] }
  const search = searchRegion(text, { level: 'ward', ...(district ? { within: district } : {}) })
  if (search.result !== 'found') {
    const wider = searchRegion(text, { level: 'district' })
    const isDistrict = wider.result === 'found' && wider.match.confidence >= 0.9
    return {
      fields: isDistrict ? { district: wider.match.code } : {},
      findings: wardFault(search).findings,
    }
  }
  const { code } = search.match
  if (code.split('.').length < 4) {
    const holding = districtOf(code)
    return {
      fields: holding ? { district: holding } : {},
      findings: fault('ward-unknown').findings,
    }
  }
  return { fields: { ward: code }, findings: wardRemark(search).findings }
}

function wardFault(search: RegionSearch): Reading<never> {
  if (search.result === 'outside') return fault('ward-outside-city', `(${search.name})`)
  if (search.result === 'ambiguous') return fault('ward-ambiguous', proposal(search.candidates))
  return fault('ward-unknown', search.result === 'unknown' ? proposal(search.nearest) : '')
}

function proposal(candidates: readonly Region[]): string {
  if (candidates.length === 0) return ''
  const names = candidates.slice(0, 3).map(({ name }) => name)
  return `Mungkin maksudnya ${names.join(' atau ')}?`
}

function wardRemark(search: RegionSearch): Reading<string> {
  if (search.result !== 'found') return nothing
  const { code, name, kind } = search.match
  switch (kind) {
    case 'abbreviation':
    case 'misspelling':
    case 'part':
      return remark(code, 'ward-repaired', `Dibaca: ${name}.`)
    case 'neighbourhood':
      return remark(code, 'ward-is-neighbourhood', `Dibaca: ${name}.`)
    case 'city-name':
      return remark(code, 'ward-is-city')
    default:
      return value(code)
  }
}

/** Code of a district, however its name is written. */
export function parseDistrict(cell: Cell): Reading<string> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return nothing
  const search = searchRegion(text, { level: 'district' })
  if (search.result === 'ambiguous') return fault('district-unknown', proposal(search.candidates))
  if (search.result === 'unknown') return fault('district-unknown', proposal(search.nearest))
  if (search.result === 'outside') return fault('district-unknown', `(${search.name})`)
  const { code, name, kind } = search.match
  const district = districtOf(code)
  if (!district) return fault('district-unknown')
  return kind === 'abbreviation' || kind === 'misspelling' || kind === 'part'
    ? remark(district, 'district-repaired', `Dibaca: ${name}.`)
    : value(district)
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

/** "Menteng / Jekan Raya", "Kec. Jekan Raya Kel. Menteng", in either order. */
export function parseWardAndDistrict(cell: Cell, context: CellContext): ParsedCell {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return { fields: {}, findings: [] }
  const parts = text.split(/\s*[/,;|]\s*|\s+-\s+|\s+(?=kec\b|kecamatan\b|kel\b|kelurahan\b)/i)
  const districts = parts.map((part) => searchRegion(part, { level: 'district' }))
  const wards = parts.map((part) => searchRegion(part, { level: 'ward' }))
  // Pahandut is both: a part that names no ward is the district, else the one after the ward.
  const districtAt = bestPart(parts, districts, wards)
  const wardText = parts.filter((_, place) => place !== districtAt).join(' ')
  const district =
    districtAt === undefined
      ? nothing
      : parseDistrict({ text: parts[districtAt] ?? '', kind: 'text' })
  const within = district.value ?? context.district
  const ward =
    wardText === ''
      ? { fields: {}, findings: [] }
      : parseWard({ text: wardText, kind: 'text' }, within ? { district: within } : {})
  return {
    fields: { ...ward.fields, ...(district.value ? { district: district.value } : {}) },
    findings: [...ward.findings, ...district.findings],
  }
}

function bestPart(
  parts: readonly string[],
  districts: readonly RegionSearch[],
  wards: readonly RegionSearch[],
): number | undefined {
  const named = [...parts.keys()].filter((place) => districts[place]?.result === 'found')
  const marked = named.find((place) => /^kec/i.test(parts[place] ?? ''))
  const noWard = named.find((place) => wards[place]?.result !== 'found')
  const unmarked = named.filter((place) => !/^kel/i.test(parts[place] ?? ''))
  return marked ?? noWard ?? (parts.length > 1 ? unmarked.at(-1) : undefined)
}

/**
 * An address as written, and the RT, RW and ward that stand in it under their own names: "Jl. Riau
 * No. 3 RT 02 RW 01 Kel. Pahandut". Other columns of the row say these better; they go first.
 */
export function parseAddress(cell: Cell): ParsedCell {
  const { value: address, findings } = parseText(cell)
  if (address === undefined) return { fields: {}, findings }
  const units = /\brt[\s.:]*\d{1,3}(?:[\s.,/-]*(?:rw)?[\s.:]*\d{1,3}\b)?/i.exec(address)?.[0]
  const wardText = /\bkel(?:urahan)?[\s.:]+([a-z][a-z ]{3,30})/i.exec(address)?.[1]
  const ward = wardText ? findRegion(wardText, { level: 'ward' }) : undefined
  return {
    fields: {
      address,
      ...(units ? parseRtRw({ text: units, kind: 'text' }, {}).fields : {}),
      ...(ward && ward.confidence >= 0.8 ? { ward: ward.code } : {}),
    },
    findings,
    normalisations: { rt: 'out-of-text', rw: 'out-of-text', ward: 'out-of-text' },
  }
}
