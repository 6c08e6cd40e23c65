import { editDistance } from '#platform/edit-distance'
import {
  cityNames,
  cityPrefixes,
  districtPrefixes,
  idleWords,
  neighbourhoods,
  olderNames,
  placesOutside,
  wardPrefixes,
  wordAbbreviations,
} from './region-names.ts'
import {
  findRegionByCode,
  type Region,
  type RegionLevel,
  type RegionMatch,
  type RegionMatchKind,
  type RegionSearch,
  regions,
} from './schema.ts'

export interface RegionScope {
  /** Which kind of region the text should name; read from its own words where absent. */
  readonly level?: RegionLevel
  /** Code of the region in which it should lie; preferred, not required. */
  readonly within?: string
}

/** Below this the text is shown as a proposal only. */
const surelyWithin = 0.9

/** More words than this are a sentence, not a region. */
const mostWords = 8

const searchByKey = new Map<string, RegionSearch>()

/**
 * The region that a text means: a code, an official name, or a name as offices write it.
 *
 * A misspelling counts only when one region is nearer than every other, the places outside the city
 * included. A region inside `scope.within` breaks a tie; an exact name elsewhere wins over a doubtful
 * one inside, because a list's district column is wrong as often as its ward column.
 */
export function searchRegion(text: string, scope: RegionScope = {}): RegionSearch {
  const key = `${scope.level ?? ''}|${scope.within ?? ''}|${text}`
  const known = searchByKey.get(key)
  if (known) return known

  const search = searchAfresh(text, scope)
  if (searchByKey.size > 20_000) searchByKey.clear()
  searchByKey.set(key, search)
  return search
}

/** The region that a text means, when there is just one. */
export function findRegion(text: string, scope: RegionScope = {}): RegionMatch | undefined {
  const search = searchRegion(text, scope)
  return search.result === 'found' ? search.match : undefined
}

function searchAfresh(text: string, scope: RegionScope): RegionSearch {
  const byCode = searchCode(text)
  if (byCode) return byCode

  const { words, hintedLevel } = readWords(text, scope.level)
  const isNoName = words.length > mostWords || !words.some((word) => /[a-z]{3}/.test(word))
  if (isNoName && !words.some((word) => wordAbbreviations.has(word)))
    return { result: 'unknown', nearest: [] }
  const level = scope.level ?? hintedLevel ?? 'ward'
  const all = namesOfLevel(level)
  const inside = scope.within ? all.filter(({ region }) => isInside(region, scope.within)) : []

  const inner = inside.length > 0 ? searchNames(words, inside, level) : undefined
  if (inner?.result === 'found' && inner.match.confidence >= surelyWithin) return inner
  const outer = searchNames(words, all, level)
  if (outer.result === 'found' || outer.result === 'outside') return outer
  return inner?.result === 'found' ? inner : outer
}

function isInside(region: Region, within = ''): boolean {
  return region.code === within || region.code.startsWith(`${within}.`)
}

/** Kemendagri codes with or without dots, alone or before a name ("62.71.01.1001 Pahandut"). */
function searchCode(text: string): RegionSearch | undefined {
  const digits = /^\s*'?(\d[\d.]*\d)(?=\D|$)/.exec(text)?.[1]?.replaceAll('.', '')
  if (!digits || ![2, 4, 6, 10].includes(digits.length)) return undefined
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
  const code = parts.filter((part) => part !== '').join('.')
  const region = findRegionByCode(code)
  if (region) return found(region, 1, 'code')
  const isElsewhere = digits.length > 2 && !digits.startsWith('6271')
  return isElsewhere ? { result: 'outside', name: code } : { result: 'unknown', nearest: [] }
}

interface RegionWords {
  readonly words: readonly string[]
  readonly hintedLevel?: RegionLevel
}

/** Words of the part that speaks of the wanted level: "Kel. Menteng Kec. Jekan Raya" has two. */
function readWords(text: string, level?: RegionLevel): RegionWords {
  const all = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')

  const segments: { level?: RegionLevel; words: string[] }[] = [{ words: [] }]
  for (const word of all) {
    const hint = levelOfPrefix(word)
    const current = segments.at(-1)
    // "Pahandut Kota" ends with a prefix word that is no prefix there.
    const isSuffix = hint === 'city' && (current?.words.length ?? 0) > 0
    if (hint && !isSuffix) segments.push({ level: hint, words: [] })
    else current?.words.push(word)
  }
  const filled = segments.filter(({ words }) => words.length > 0)
  const wanted = level ? filled.find((segment) => segment.level === level) : undefined
  const chosen = wanted ?? filled[0]
  if (!chosen) return { words: [] }
  return { words: chosen.words, ...(chosen.level && { hintedLevel: chosen.level }) }
}

function levelOfPrefix(word: string): RegionLevel | undefined {
  if (wardPrefixes.has(word)) return 'ward'
  if (districtPrefixes.has(word)) return 'district'
  return cityPrefixes.has(word) ? 'city' : undefined
}

interface NamedRegion {
  readonly region: Region
  readonly words: readonly string[]
  readonly joined: string
  readonly sound: string
  readonly trigrams: ReadonlySet<string>
}

const namedRegions: readonly NamedRegion[] = regions.map((region) => {
  const name = region.level === 'city' ? region.name.replace(/^Kota /, '') : region.name
  const words = name.toLowerCase().split(' ')
  const joined = words.join('')
  return { region, words, joined, sound: soundOf(joined), trigrams: trigramsOf(joined) }
})

function namesOfLevel(level: RegionLevel): readonly NamedRegion[] {
  return namedRegions.filter(({ region }) => region.level === level)
}

const outsideNames = placesOutside.map((name) => {
  const joined = name.toLowerCase().replaceAll(' ', '')
  return { name, joined, sound: soundOf(joined) }
})

function expandWords(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => (wordAbbreviations.get(word) ?? word).split(' '))
}

function searchNames(
  words: readonly string[],
  names: readonly NamedRegion[],
  level: RegionLevel,
): RegionSearch {
  const expanded = expandWords(words)
  const spellings = [words.join(''), expanded.join('')]
  return (
    searchWhole(spellings, names) ??
    searchAliases([words.join(' '), expanded.join(' ')], names, level) ??
    searchMisspelling(spellings, names) ??
    searchContained(expanded, names) ??
    searchPart(expanded, names) ?? { result: 'unknown', nearest: nearestRegions(spellings, names) }
  )
}

function searchWhole(
  spellings: readonly string[],
  names: readonly NamedRegion[],
): RegionSearch | undefined {
  for (const [place, spelling] of spellings.entries()) {
    const exact = names.find(({ joined }) => joined === spelling)
    if (exact)
      return found(exact.region, place === 0 ? 1 : 0.95, place === 0 ? 'name' : 'abbreviation')
    const outside = outsideNames.find(({ joined }) => joined === spelling)
    if (outside) return { result: 'outside', name: outside.name }
  }
  return undefined
}

function searchAliases(
  phrases: readonly string[],
  names: readonly NamedRegion[],
  level: RegionLevel,
): RegionSearch | undefined {
  for (const phrase of phrases) {
    const older = findNamed(names, olderNames.get(phrase))
    if (older) return found(older, 0.95, 'misspelling')
    const neighbourhood = findNamed(names, neighbourhoods.get(phrase))
    if (neighbourhood) return found(neighbourhood, 0.8, 'neighbourhood')
    if (level === 'ward' && cityNames.has(phrase)) {
      const palangka = findNamed(names, 'Palangka')
      if (palangka) return found(palangka, 0.6, 'city-name')
    }
  }
  return undefined
}

function findNamed(names: readonly NamedRegion[], name: string | undefined): Region | undefined {
  return names.find(({ region }) => region.name === name)?.region
}

/** Slips that a name of this length can carry and still be told from another. */
function slipLimit(length: number): number {
  if (length < 5) return 0
  if (length < 8) return 1
  return length < 12 ? 2 : 3
}

/** Letters as they sound: the spelling before 1972, doubled letters, silent h. */
function soundOf(text: string): string {
  return text
    .replaceAll('oe', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('tj', 'c')
    .replaceAll('y', 'i')
    .replace(/([bdgkptn])h/g, '$1')
    .replace(/(.)\1/g, '$1')
}

interface Spelling {
  readonly joined: string
  readonly sound: string
}

/** Slips between two spellings, infinite beyond what their length allows. */
function spellingDistance(text: Spelling, name: Spelling): number {
  const limit = slipLimit(Math.max(text.joined.length, name.joined.length))
  if (limit === 0) return Number.POSITIVE_INFINITY
  const written = editDistance(text.joined, name.joined, limit)
  const sounded = editDistance(text.sound, name.sound, limit)
  if (Math.min(written, sounded) > limit) return Number.POSITIVE_INFINITY
  // A name that only sounds the same is one slip away, not none.
  return Math.min(written, Math.max(1, sounded))
}

function searchMisspelling(
  spellings: readonly string[],
  names: readonly NamedRegion[],
): RegionSearch | undefined {
  const written = spellings.map((joined) => ({ joined, sound: soundOf(joined) }))
  const distanceTo = (name: Spelling) =>
    Math.min(...written.map((spelling) => spellingDistance(spelling, name)))

  const near = names
    .map((named) => ({ named, distance: distanceTo(named) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance)
  const best = near[0]
  if (!best) return undefined
  const isNearerOutside = outsideNames.some((name) => distanceTo(name) < best.distance)
  if (isNearerOutside) return undefined

  const rivals = near.filter(({ distance }) => distance === best.distance)
  if (rivals.length > 1) {
    return { result: 'ambiguous', candidates: rivals.map(({ named }) => named.region) }
  }
  const confidence = 1 - best.distance / best.named.joined.length
  const alternatives = near.slice(1).map(({ named }) => named.region)
  return found(best.named.region, confidence, 'misspelling', alternatives)
}

function isSameWord(left: string, right: string): boolean {
  const limit = Math.min(slipLimit(left.length), slipLimit(right.length), 1)
  return editDistance(left, right, limit) <= limit
}

type WordTest = (left: string, right: string) => boolean

/** Words as written first; only where they name nothing, words with a slip. */
const wordTests: readonly WordTest[] = [(left, right) => left === right, isSameWord]

function hasWord(words: readonly string[], wanted: string, isSame: WordTest = isSameWord): boolean {
  return words.some((word) => isSame(word, wanted))
}

function firstFilled(search: (isSame: WordTest) => readonly NamedRegion[]): readonly NamedRegion[] {
  return wordTests.map(search).find((names) => names.length > 0) ?? []
}

/** A whole name among other words: "Menteng Jekan", "Panarung Baru". The longest name wins. */
function searchContained(
  words: readonly string[],
  names: readonly NamedRegion[],
): RegionSearch | undefined {
  const phrase = words.join(' ')
  const neighbourhood = [...neighbourhoods.keys()].find((name) =>
    ` ${phrase} `.includes(` ${name} `),
  )
  const hidden = neighbourhood && findNamed(names, neighbourhoods.get(neighbourhood))
  if (hidden) return found(hidden, 0.75, 'neighbourhood')

  const contained = firstFilled((isSame) =>
    names.filter((named) => named.words.every((word) => hasWord(words, word, isSame))),
  )
  if (contained.length === 0) return undefined
  const most = Math.max(...contained.map((named) => named.words.length))
  const longest = contained.filter((named) => named.words.length === most)
  const only = longest[0]
  if (!only || longest.length > 1) {
    return { result: 'ambiguous', candidates: longest.map(({ region }) => region) }
  }
  const rest = words.filter((word) => !hasWord(only.words, word))
  const isIdle = rest.every((word) => idleWords.has(word) || /^\d+$/.test(word))
  return found(only.region, isIdle ? 0.9 : 0.7, 'part')
}

/** A part of one name only: "Kereng", "Katimpun", "Seberang". */
function searchPart(
  words: readonly string[],
  names: readonly NamedRegion[],
): RegionSearch | undefined {
  const telling = words.filter((word) => !idleWords.has(word))
  if (telling.length === 0) return undefined
  const holding = firstFilled((isSame) =>
    names.filter((named) => telling.every((word) => hasWord(named.words, word, isSame))),
  )
  const only = holding[0]
  if (!only) return undefined
  if (holding.length > 1) {
    return { result: 'ambiguous', candidates: holding.map(({ region }) => region) }
  }
  return found(only.region, 0.8, 'part')
}

/** Up to three names that resemble the text most, for a proposal. */
function nearestRegions(
  spellings: readonly string[],
  names: readonly NamedRegion[],
): readonly Region[] {
  const written = spellings.map(trigramsOf)
  return names
    .map(({ region, trigrams }) => ({
      region,
      share: Math.max(...written.map((spelling) => diceOf(spelling, trigrams))),
    }))
    .filter(({ share }) => share >= 0.2)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ region }) => region)
}

function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>()
  const padded = `  ${text} `
  for (let place = 0; place + 3 <= padded.length; place++) {
    trigrams.add(padded.slice(place, place + 3))
  }
  return trigrams
}

/** Dice coefficient of two sets of trigrams, 0 to 1. */
function diceOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0
  for (const trigram of left) if (right.has(trigram)) shared++
  return (2 * shared) / (left.size + right.size)
}

function found(
  region: Region,
  confidence: number,
  kind: RegionMatchKind,
  alternatives: readonly Region[] = [],
): RegionSearch {
  const match = { code: region.code, name: region.name, confidence, kind, alternatives }
  return { result: 'found', match }
}
