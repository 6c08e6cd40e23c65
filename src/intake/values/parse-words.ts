import type { RowFields } from '../schema.ts'
import type { Cell, CellContext, ParsedCell, Reading } from './cell.ts'
import { dtsenCodes } from './dtsen-codes.ts'
import { floorWords, houseConditionWords, roofWords, wallWords } from './dwelling-words.ts'
import { disabilityWords, someDisabilityWords, yesNoWords } from './person-words.ts'
import { isEmptyMark, plainWords, tidyText } from './plain-words.ts'
import { fault, nothing, remark, value } from './reading.ts'
import { closetWords, disposalWords, toiletWords } from './sanitation-words.ts'
import type { WordList } from './word-list.ts'

/** The value of a closed list that a cell names, by code or by words. */
export function parseWord<Value extends string | number | boolean>(
  words: WordList<Value>,
  codes: Readonly<Record<number, Value>> | undefined,
  cell: Cell,
): Reading<Value> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return nothing
  const number = /^0?(\d{1,2})(?:[.,]0+)?$/.exec(text)?.[1]
  if (number !== undefined && codes) {
    const coded = codes[Number(number)]
    // A zero outside the list stands where the question does not apply: a closet without a toilet.
    if (coded === undefined && Number(number) === 0) return nothing
    return coded === undefined ? fault('code-unknown') : value(coded, 'code')
  }
  const match = words.find(text)
  if (match.result === 'found')
    return match.isGuessed ? remark(match.value, 'word-guessed') : value(match.value)
  return fault(match.result === 'several' ? 'word-ambiguous' : 'word-unknown')
}

/** Yes and no, also as 1 and 0 and as a tick. */
export function parseYesNo(cell: Cell): Reading<boolean> {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return nothing
  if (cell.kind === 'boolean') return value(/^true$/i.test(text))
  if (/^[1√✓✔vx]$/i.test(text)) return value(true)
  if (/^[02]$/.test(text)) return value(false)
  const match = yesNoWords.find(text)
  if (match.result === 'found') return value(match.value)
  return fault(match.result === 'several' ? 'word-ambiguous' : 'word-unknown')
}

/** Yes and no, in the words of one question: "hamil 7 bulan", "kebanjiran". */
export function parseYesNoOf(topic: RegExp): (cell: Cell) => Reading<boolean> {
  return (cell) => {
    const words = plainWords(cell.text)
    const isAsked = topic.test(words)
    return isAsked ? value(!/\b(?:tidak|belum|bukan|bebas|aman)\b/.test(words)) : parseYesNo(cell)
  }
}

/** Kind of disability; several kinds are `multiple`; "ya" alone says that there is one and not which. */
export function parseDisability(
  cell: Cell,
  context: CellContext,
): Reading<NonNullable<RowFields['disability']>> {
  const text = tidyText(cell.text)
  if (/^0+$/.test(text)) return value('none')
  if (context.codes === undefined && /^1$/.test(text)) return fault('disability-kind-missing')
  const kinds = disabilityWords.find(text)
  if (kinds.result === 'several' && !kinds.values.includes('none')) return value('multiple')
  const reading = parseWord(disabilityWords, dtsenCodes.disability, cell)
  if (reading.value !== undefined || reading.findings.length === 0) return reading
  const some = someDisabilityWords.find(text)
  return some.result === 'found' && !some.isGuessed ? fault('disability-kind-missing') : reading
}

const damageWords =
  /\b(?:lapuk|rapuh|bolong\w*|bocor|karat\w*|berkarat|retak\w*|rusak|renggang|miring|pecah\w*|keropos|berlubang|lubang2|bekas|hancur|jebol|reyot|patah|terbuka|sobek|kropos|goyang|amblas)\b/i
const unsoundWords =
  /\b(?:tidak|tdk|tak|kurang|blm|belum)\s+(?:baik|bagus|kokoh|layak|kuat|utuh)\b|^(?:rr|rs|rb|jelek|buruk|sedang|berat|ringan)$/
const soundWords = /\b(?:baik|bagus|baru|kokoh|layak|kuat|cat|bercat|utuh)\b/i

/** Whether a part of the house is damaged, where its words say so. */
export function parseCondition(cell: Cell): 'sound' | 'damaged' | undefined {
  const text = cell.text.toLowerCase()
  if (/tidak (?:rusak|bocor)|tdk (?:rusak|bocor)/.test(text)) return 'sound'
  if (damageWords.test(text) || unsoundWords.test(text)) return 'damaged'
  // Ironwood outlasts the house: it is named where it holds.
  return soundWords.test(text) || /\bulin\b/.test(text) ? 'sound' : undefined
}

/** The condition of a part of the house in a column of its own: "baik", "rusak berat". */
export function parseState(cell: Cell): Reading<'sound' | 'damaged'> {
  if (isEmptyMark(tidyText(cell.text))) return nothing
  const state = parseCondition(cell)
  return state ? value(state) : fault('word-unknown')
}

const parts = {
  floor: { words: floorWords, condition: 'floorCondition' },
  wall: { words: wallWords, condition: 'wallCondition' },
  roof: { words: roofWords, condition: 'roofCondition' },
} as const
type Part = keyof typeof parts

/** Material and condition of floor, wall or roof from one cell: "papan lapuk", "seng bocor". */
export function parsePart(part: Part, cell: Cell, context: CellContext): ParsedCell {
  const { words, condition } = parts[part]
  const state = context.codes === 'dtsen' ? undefined : parseCondition(cell)
  const bare = { ...cell, text: withoutDamage(cell.text, state) }
  const reading = parseWord<string>(words, dtsenCodes[part], bare)
  const isOnlyState = state !== undefined && reading.value === undefined
  return {
    fields: {
      ...(reading.value !== undefined ? { [part]: reading.value } : {}),
      ...(state ? { [condition]: state } : {}),
    },
    findings: isOnlyState ? [] : reading.findings,
    ...(reading.normalisation ? { normalisations: { [part]: reading.normalisation } } : {}),
  }
}

function withoutDamage(text: string, state: string | undefined): string {
  if (state === undefined) return text
  const bare = text
    .replace(new RegExp(damageWords.source, 'gi'), ' ')
    .replace(new RegExp(soundWords.source, 'gi'), ' ')
    .replace(/[&,()]|\b(?:sebagian|sdh|sudah|dan|agak|sedikit)\b/gi, ' ')
  return tidyText(bare)
}

/** Free text on the whole house: "lantai tanah, dinding papan lapuk, atap bocor". */
export function parseHouse(cell: Cell): ParsedCell {
  const fields: Partial<RowFields> = {}
  for (const [part, name] of [
    ['floor', 'lantai'],
    ['wall', 'dinding'],
    ['roof', 'atap'],
  ] as const) {
    const said = new RegExp(`\\b${name}\\b:?\\s*([^,;.]+)`, 'i').exec(cell.text)?.[1]
    if (said)
      Object.assign(fields, parsePart(part, { text: tidyText(said), kind: 'text' }, {}).fields)
  }
  const whole = houseConditionWords.find(cell.text)
  if (whole.result === 'found' && !whole.isGuessed) fields.houseCondition = whole.value
  return { fields, findings: [] }
}

/**
 * Toilet, closet and disposal from one cell of free words: "milik sendiri, septik", "lanting".
 * Each word list takes what it knows; what none knows is a finding.
 */
export function parseSanitation(cell: Cell): ParsedCell {
  const text = tidyText(cell.text)
  if (isEmptyMark(text)) return { fields: {}, findings: [] }
  const words = plainWords(text)
  const fields: Partial<RowFields> = {}
  const isHealthy = /\bjamban sehat\b|\bjsp\b/.test(words) && !/\b(?:semi|jssp)\b/.test(words)
  if (isHealthy)
    return {
      fields: { toilet: 'own', closet: 'goose-neck', wasteDisposal: 'septic' },
      findings: [],
    }
  if (/\bjssp\b|semi permanen/.test(words)) {
    return { fields: { toilet: 'own', wasteDisposal: 'earth-pit' }, findings: [] }
  }
  const names = /\b(?:wc|jamban|kloset|toilet|mck|lanting|apung|terapung|cemplung|helikopter)\b/
  if (/\bke (?:sungai|kebun|hutan|semak|danau|laut)\b/.test(words) && !names.test(words)) {
    return { fields: { toilet: 'none' }, findings: [] }
  }
  const toilet = toiletWords.find(text)
  const closet = closetWords.find(text)
  const disposal = disposalWords.find(text)
  if (toilet.result === 'found' && !toilet.isGuessed) fields.toilet = toilet.value
  if (closet.result === 'found' && !closet.isGuessed) fields.closet = closet.value
  if (disposal.result === 'found' && !disposal.isGuessed) fields.wasteDisposal = disposal.value
  if (/\b(?:sungai|lanting|apung|terapung|helikopter)\b/.test(words)) {
    fields.closet = 'over-water'
    fields.wasteDisposal = 'water-body'
    delete fields.toilet
  }
  if (/tidak ada (?:tangki )?sept/.test(words)) fields.wasteDisposal = 'other'
  if (
    fields.toilet === 'none' &&
    /\b(?:wc|jamban|kloset)\b/.test(words) &&
    !/^tidak (?:ada|punya)/.test(words)
  ) {
    delete fields.toilet
  }
  const isOwn =
    fields.toilet === undefined &&
    fields.closet !== 'over-water' &&
    /\bwc\b|\bjamban\b|leher angsa/.test(words)
  if (isOwn && Object.keys(fields).length > 0) fields.toilet = 'own'
  if (Object.keys(fields).length === 0) return { fields, findings: fault('word-unknown').findings }
  return { fields, findings: [] }
}

/**
 * What the codes of a membership status mean in this list: the code of rows that state a reason for
 * leaving is `inactive`. Undefined for words, and where nothing tells the codes apart.
 *
 * @param reasons one a row beside `texts`: the column of reasons, empty where none is stated.
 */
export function decideStatusCodes(
  texts: readonly string[],
  reasons: readonly string[],
): Record<string, 'active' | 'inactive'> | undefined {
  const counts = new Map<string, { rows: number; stated: number }>()
  for (const [row, text] of texts.entries()) {
    const code = text.trim()
    if (code === '') continue
    if (!/^\d{1,2}$/.test(code)) return undefined
    const count = counts.get(code) ?? { rows: 0, stated: 0 }
    count.rows++
    if (!isEmptyMark(reasons[row] ?? '')) count.stated++
    counts.set(code, count)
  }
  const meanings: Record<string, 'active' | 'inactive'> = {}
  for (const [code, { rows, stated }] of counts) {
    meanings[code] = stated > rows * 0.5 ? 'inactive' : 'active'
  }
  const isTold = Object.values(meanings).includes('inactive')
  return isTold ? meanings : undefined
}
