import { findRegion, findRegionByCode } from '#territory'
import { areaCondition, type Condition } from './conditions.ts'
import { plainText, saysNothing } from './plain-text.ts'

export interface TerritoryReading {
  /** Region codes; empty: everywhere. */
  readonly wards: readonly string[]
  /** What kind of place or family the territory means: `area_type == "river"`. */
  readonly conditions: readonly Condition[]
  /** Words that name no region Betang knows. */
  readonly unread: readonly string[]
  /** Names read as one region though another bears them too. */
  readonly doubtful: readonly { readonly text: string; readonly as: string }[]
}

const everywhere =
  /^(?:all|semua|seluruh|kota|se ?kota|palangka ?raya|kota palangka ?raya|seluruh (?:kota|wilayah|kelurahan|kecamatan).*|semua (?:kelurahan|wilayah|kecamatan).*|(?:30|5) (?:kelurahan|kecamatan)|kota palangkaraya|(?:se )?kota .*raya)$/

/**
 * Where an offer holds: region codes and names, everywhere, or a kind of place.
 *
 * A territory such as "along the river" is no list of wards: it becomes a condition on what is known
 * of the family's place, so that nobody is served there by guess.
 */
export function readTerritory(text: string): TerritoryReading {
  const wards: string[] = []
  const conditions: Condition[] = []
  const unread: string[] = []
  const doubtful: { text: string; as: string }[] = []
  const isEverywhere = saysNothing(text) || everywhere.test(plainText(text))
  for (const part of isEverywhere ? [] : splitTerritory(text)) {
    const region = regionOf(part)
    const kind = region ? undefined : placeKind(part)
    if (region) {
      // The whole city or province is no limit.
      if (region.code.split('.').length > 2) wards.push(region.code)
      else return { wards: [], conditions: [], unread: [], doubtful: [] }
      if (region.isDoubtful) doubtful.push({ text: part, as: region.code })
    } else if (kind) conditions.push(kind)
    else unread.push(part)
  }
  return { wards: [...new Set(wards)], conditions, unread, doubtful }
}

/** Parts between separators; a run of codes is cut at its spaces. */
function splitTerritory(text: string): readonly string[] {
  return text
    .split(/[;,\n|/&+]|\s+dan\s+/i)
    .flatMap((part) => (/^[\d.\s]+$/.test(part) ? part.split(/\s+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function placeKind(text: string): Condition | undefined {
  if (/flood|banjir/i.test(text)) return { topic: 'flood', text: 'flooded == true' }
  return areaCondition(text)
}

function regionOf(text: string): { code: string; isDoubtful: boolean } | undefined {
  const code = /^\d[\d.]*$/.test(text) ? dotted(text) : undefined
  if (code !== undefined) {
    return findRegionByCode(code) ? { code, isDoubtful: false } : undefined
  }
  const match = findRegion(text) ?? findRegion(text, { level: 'district' })
  if (!match || match.confidence < 0.75) return undefined
  const isNamedLevel = /\b(?:kel|kelurahan|kec|kecamatan|ds|desa)\b/i.test(text)
  const namesake = isNamedLevel ? undefined : findRegion(text, { level: 'district' })
  const isDoubtful =
    namesake !== undefined && namesake.code !== match.code && namesake.confidence > 0.9
  return { code: match.code, isDoubtful }
}

function dotted(text: string): string {
  const digits = text.replaceAll('.', '')
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
  return parts.filter((part) => part !== '').join('.')
}
