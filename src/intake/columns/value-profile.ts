import type { RawCell } from '../files/raw-sheet.ts'

/** What a column's values look like: shares of its filled cells, 0 to 1. */
export interface ValueProfile {
  /** Filled cells looked at. */
  readonly count: number
  /** Cells that say 0, not counted among the filled: a mark of nothing, or a number. */
  readonly zeros: number
  readonly distinctShare: number
  /** Identity numbers, also rounded, quoted, spaced or too short by a digit. */
  readonly idShare: number
  /** Of the readable identity numbers: a day of birth over 40 (women in a NIK; never in a KK). */
  readonly womanShare: number
  /** Of the readable identity numbers: two-digit year below 30, as all KK have. */
  readonly recentYearShare: number
  readonly nameShare: number
  readonly addressShare: number
  readonly dateShare: number
  /** Of the dates with a year: those at least 3 years before the newest date of the column. */
  readonly oldDateShare: number
  /** Year of the newest dates but the last twentieth; 0 without dates. */
  readonly newestYear: number
  /** Whole years spanned by the middle 90 percent of the dates. */
  readonly yearSpan: number
  readonly placeDateShare: number
  readonly yearOnlyShare: number
  readonly ageShare: number
  /** Ages that say so: "25 th", "8 bln". */
  readonly markedAgeShare: number
  readonly sexShare: number
  readonly rtRwShare: number
  readonly smallNumberShare: number
  readonly numberShare: number
  readonly amountShare: number
  readonly phoneShare: number
  readonly coordinateShare: number
  /** 1 where values count upwards. */
  readonly sequenceShare: number
  readonly maxNumber: number
  readonly meanLength: number
  /** Distinct texts, at most 60, in lower case, most frequent first. */
  readonly words: readonly string[]
}

export interface ProfiledCell {
  readonly text: string
  readonly raw: RawCell
}

const monthNames = 'jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec'
const datePattern = new RegExp(
  `^(?:[0-3]?\\d[-/. ][0-3]?\\d[-/. ](\\d{4}|\\d{2})|(\\d{4})[-/.]\\d{1,2}[-/.]\\d{1,2}|(?:(?:19|20)\\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|\\d{1,2}[- ]?(?:${monthNames})[a-z]*[- ,]*(\\d{4}|\\d{2})?)(?:[ t]\\d{1,2}[:.]\\d{2}.*)?$`,
  'i',
)
const placeDatePattern = new RegExp(
  `^[a-z .']{3,30}[,/ ]+(?:\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|\\d{1,2}[- ](?:${monthNames})[a-z]*[- ]\\d{2,4})$`,
  'i',
)
const addressPattern =
  /^(?:jl|jln|jalan|gg|gang|komp|komplek|kompleks|perum|perumahan|blok|desa|dusun|lorong|lr|rt|rumah|samping|belakang|depan|dekat|seberang|sebelah|ujung|tepi|pinggir|bantaran|sei|km)\b\.?|\b(?:no|nomor|blok|gg|km)\b\.?\s*\d+/i
const nameWordPattern = /^[\p{L}'’`.,()-]+$/u
const sexWords =
  /^(?:l|p|lk|pr|laki|laki[\s-]*laki|lelaki|perempuan|pria|wanita|male|female|m|f|cewek|cowok)$/i
const phonePattern = /^\D{0,2}(?:\+?62|0[2-9]|8)[\d\s.-]{7,15}$/
const regionCodePattern = /^\d\d(?:\.\d\d){1,2}(?:\.\d{4})?$/
const coordinatePattern = /^-?\d{1,3}[.,]\d{2,}\s*[;, ]\s*-?\d{1,3}[.,]\d{2,}$|\d+\s*°/
const amountPattern = /^(?:rp\.?\s*)?[\d.,]+\s*(?:,-|rb|ribu|jt|juta|rupiah|k)?\.?$/i

/** The profile of a column's cells; cells without text are skipped. */
export function profileValues(cells: readonly ProfiledCell[]): ValueProfile {
  const filled = cells.filter(({ text }) => text !== '' && !/^[-–—.0?*x]+$/i.test(text))
  const count = filled.length
  const texts = filled.map(({ text }) => text)
  const share = (test: (text: string, raw: RawCell) => boolean) =>
    count === 0 ? 0 : filled.filter(({ text, raw }) => test(text, raw)).length / count

  const frequency = new Map<string, number>()
  for (const text of texts) {
    const word = text.toLowerCase()
    frequency.set(word, (frequency.get(word) ?? 0) + 1)
  }
  const numbers = texts.map(plainNumber).filter((number) => number !== undefined)
  return {
    count,
    zeros: cells.filter(({ text }) => text === '0').length,
    distinctShare: count === 0 ? 0 : frequency.size / count,
    ...profileIds(texts),
    nameShare: share(isNameLike),
    addressShare: share((text) => addressPattern.test(text)),
    ...profileDates(filled),
    placeDateShare: share((text) => placeDatePattern.test(text)),
    yearOnlyShare: share((text) => /^(?:19[2-9]|20[0-3])\d$/.test(text)),
    ageShare: share(isAge),
    markedAgeShare: share((text) => isAge(text) && /th|thn|tahun|bln/i.test(text)),
    sexShare: share((text) => sexWords.test(text) || text === '1' || text === '2'),
    rtRwShare: share(isNeighbourhoodPair),
    smallNumberShare: share((text) => {
      const number = plainNumber(text)
      return number !== undefined && number >= 0 && number <= 60
    }),
    numberShare: numbers.length / Math.max(1, count),
    amountShare: share(isAmount),
    phoneShare: share(isPhone),
    coordinateShare: share((text) => coordinatePattern.test(text)),
    sequenceShare: sequenceShare(texts),
    maxNumber: numbers.reduce((most, number) => Math.max(most, number), 0),
    meanLength: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, count),
    words: [...frequency]
      .sort((left, right) => right[1] - left[1])
      .slice(0, 60)
      .map(([word]) => word),
  }
}

/** Family cards are numbered with the year of issue, 2000 and later; births run over the whole century. */
const lastCardYear = 29

function profileIds(texts: readonly string[]) {
  let ids = 0
  let readable = 0
  let women = 0
  let recent = 0
  for (const text of texts) {
    const isRounded = /^['"]?\s*\d(?:[.,]\d+)?\s*e\s*\+?\s*1[45]$/i.test(text)
    const digits = text.replace(/\D/g, '')
    const isId =
      isRounded ||
      (!coordinatePattern.test(text) &&
        digits.length >= 14 &&
        digits.length <= 18 &&
        digits.length >= text.length * 0.75)
    if (!isId) continue
    ids++
    if (isRounded || digits.length !== 16) continue
    const day = Number(digits.slice(6, 8))
    const month = Number(digits.slice(8, 10))
    const isDated = month >= 1 && month <= 12 && day >= 1 && (day <= 31 || (day > 40 && day <= 71))
    if (!isDated) continue
    readable++
    if (day > 40) women++
    if (Number(digits.slice(10, 12)) <= lastCardYear) recent++
  }
  return {
    idShare: ids / Math.max(1, texts.length),
    womanShare: women / Math.max(1, readable),
    recentYearShare: recent / Math.max(1, readable),
  }
}

function profileDates(filled: readonly ProfiledCell[]) {
  const years: number[] = []
  let dates = 0
  for (const { text, raw } of filled) {
    if (typeof raw === 'object' && 'date' in raw) {
      dates++
      years.push(Number(raw.date.slice(0, 4)))
      continue
    }
    const match = datePattern.exec(text)
    if (!match) continue
    dates++
    const year = match[1] ?? match[2] ?? match[3] ?? (/^\d{8}$/.test(text) ? text.slice(0, 4) : '')
    if (year.length === 4) years.push(Number(year))
    else if (year.length === 2) years.push(Number(year) + (Number(year) > 30 ? 1900 : 2000))
  }
  years.sort((left, right) => left - right)
  const newest = years[Math.floor(years.length * 0.95)] ?? 0
  const oldest = years[Math.floor(years.length * 0.05)] ?? 0
  return {
    dateShare: dates / Math.max(1, filled.length),
    oldDateShare: years.filter((year) => year <= newest - 3).length / Math.max(1, years.length),
    newestYear: newest,
    yearSpan: newest - oldest,
  }
}

function isNameLike(text: string): boolean {
  if (text.length < 3 || text.length > 60 || /\d/.test(text)) return false
  const words = text.split(' ')
  return words.length <= 7 && words.every((word) => nameWordPattern.test(word))
}

function isAge(text: string): boolean {
  const age = /^[±~+]?\s*(\d{1,3})\s*(?:th|thn|tahun|bln|bulan)?\.?$/i.exec(text)?.[1]
  return age !== undefined && Number(age) <= 110
}

function isNeighbourhoodPair(text: string): boolean {
  return (
    /^(?:rt\.?\s*)?\d{1,3}\s*[/\\-]\s*(?:rw\.?\s*)?\d{1,3}$/i.test(text) ||
    /\brt\b.*\brw\b/i.test(text)
  )
}

/** Whole number as digits, or with thousands' dots; undefined for all else. */
function plainNumber(text: string): number | undefined {
  if (/^\d{1,12}$/.test(text)) return Number(text)
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''))
  if (/^\d{1,6}[.,]\d{1,2}$/.test(text)) return Number(text.replace(',', '.'))
  return undefined
}

function isAmount(text: string): boolean {
  if (!amountPattern.test(text)) return false
  if (/rp|rb|ribu|jt|juta/i.test(text)) return true
  const number = plainNumber(text)
  return number !== undefined && number >= 10_000 && number <= 1e10 && number % 500 === 0
}

function isPhone(text: string): boolean {
  const digits = digitCount(text)
  return phonePattern.test(text) && digits >= 9 && digits <= 14 && !regionCodePattern.test(text)
}

function digitCount(text: string): number {
  return text.replace(/\D/g, '').length
}

/** Share of steps upwards; a new count from 1 is one too, a column of ones is none. */
function sequenceShare(texts: readonly string[]): number {
  if (texts.length < 2) return 0
  let rises = 0
  let last = 0
  for (const text of texts) {
    const number = /^\d{1,6}\.?$/.test(text) ? Number.parseInt(text, 10) : 0
    const isNewCount = number === 1 && last !== 1
    if (isNewCount || (number > last && number <= last + 40)) rises++
    last = number
  }
  return rises / texts.length
}
