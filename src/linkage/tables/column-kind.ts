import { isPossible, parseDateText } from '../kernel/dates.ts'
import type { ComparisonKind } from '../kernel/levels.ts'
import { normalCode, normalWords } from './normal-text.ts'
import type { TextColumn } from './read-tables.ts'

/** What the values of a column show. */
export interface ColumnProfile {
  readonly name: string
  /** Undefined for what no comparison can use: nothing, one value only, or a number of its own for each row. */
  readonly kind: ComparisonKind | undefined
  /** Why a column without a kind is left out. */
  readonly reason?: 'empty' | 'one-value' | 'never-twice' | 'too-long'
  /** Share of records with a value. */
  readonly filled: number
  readonly distinct: number
  /** Dates with two numbers that both could be months: which comes first. */
  readonly isMonthFirst: boolean
}

const sampleSize = 2000
/** Kinds that agree as a whole: one that differs in every row says nothing. */
const wholeKinds: ReadonlySet<ComparisonKind> = new Set(['identifier', 'code', 'number'])
/** Words that head a column of persons' names in lists of many lands; `nama` also heads others. */
const nameHeading =
  /(^|[^a-z])(name|nama|nom|nome|naam|fname|lname|sname|given|forename|surname|firstname|lastname|prenom|nombre|apellido|vorname|nachname|anak|ayah|ibu|istri|suami|kepala)($|[^a-z])|name$|nama_|^nama/i
const addressHeading = /addr|alamat|street|jalan|strasse|adresse|direccion|rue($|[^a-z])/i
const phoneHeading = /phone|telp|telepon|mobile|handphone|(^|[^a-z])(hp|wa|tel)($|[^a-z])/i

/** The kind of a column, from its values first and its name where values leave it open. */
export function profileColumn({ name, texts, codes }: TextColumn): ColumnProfile {
  let filledCount = 0
  for (const code of codes) if (code >= 0) filledCount++
  const filled = codes.length === 0 ? 0 : filledCount / codes.length
  const profile = { name, filled, distinct: texts.length, isMonthFirst: false }
  if (filledCount < 2) return { ...profile, kind: undefined, reason: 'empty' }
  if (texts.length < 2) return { ...profile, kind: undefined, reason: 'one-value' }
  const sample = sampleOf(texts)
  if (average(sample.map(({ length }) => length)) > 200) {
    return { ...profile, kind: undefined, reason: 'too-long' }
  }
  const dates = datesIn(sample)
  if (dates) return { ...profile, kind: 'date', isMonthFirst: dates.isMonthFirst }
  const kind = kindOf(name, sample, filledCount / texts.length)
  const isSerial = texts.length === filledCount && filledCount > 20
  if (isSerial && wholeKinds.has(kind))
    return { ...profile, kind: undefined, reason: 'never-twice' }
  return { ...profile, kind }
}

/** The kind of the values alone, whether a comparison can use the column or not. */
export function findKind({ name, texts, codes }: TextColumn): ComparisonKind {
  const sample = sampleOf(texts)
  if (datesIn(sample)) return 'date'
  return kindOf(name, sample, codes.length / Math.max(1, texts.length))
}

/** Evenly drawn from the ascending texts, so that it depends on the texts only. */
function sampleOf(texts: readonly string[]): readonly string[] {
  if (texts.length <= sampleSize) return texts
  return Array.from(
    { length: sampleSize },
    (_, no) => texts[Math.floor((no * texts.length) / sampleSize)] ?? '',
  )
}

function datesIn(sample: readonly string[]): { readonly isMonthFirst: boolean } | undefined {
  if (shareOf(sample, (text) => parseDateText(text) !== undefined) < 0.8) return undefined
  const read = shareOf(sample, (text) => isRealDate(text, false))
  const monthFirst = shareOf(sample, (text) => isRealDate(text, true))
  if (Math.max(read, monthFirst) < 0.6) return undefined
  // Four digits alone may be a postcode or a house number: only years people are born in.
  const areYears = sample.every((text) => /^\d{4}$/.test(text))
  if (areYears && shareOf(sample, (text) => /^(1[89]|20)\d\d$/.test(text)) < 0.98) return undefined
  return { isMonthFirst: monthFirst > read }
}

function isRealDate(text: string, isMonthFirst: boolean): boolean {
  const date = parseDateText(text, isMonthFirst)
  return date !== undefined && isPossible(date)
}

/** @param repeats records a distinct value. */
function kindOf(name: string, sample: readonly string[], repeats: number): ComparisonKind {
  if (shareOf(sample, (text) => /^[^@\s]+@[^@\s]+$/.test(text)) >= 0.7) return 'email'
  const codes = sample.map(normalCode)
  const numeric = shareOf(codes, (code) => /^\+?\d+$/.test(code))
  const digits = average(codes.map(({ length }) => length))
  if (numeric >= 0.85) {
    if (
      phoneHeading.test(name) ||
      (shareOf(sample, (text) => /^[+0]/.test(text)) > 0.9 && digits >= 9)
    ) {
      return digits >= 6 ? 'phone' : 'number'
    }
    if (digits >= 6) return repeats < 20 ? 'identifier' : 'code'
    return digits >= 3.5 ? 'code' : 'number'
  }
  const hasBoth = shareOf(codes, (code) => /\d/.test(code) && /[a-z]/.test(code))
  const words = sample.map((text) => normalWords(text).split(' ').length)
  if (hasBoth >= 0.6 && digits <= 20 && average(words) < 2.2) {
    return digits >= 6 && repeats < 3 && average(words) < 1.5 ? 'identifier' : 'code'
  }
  if (nameHeading.test(name)) return 'name'
  if (addressHeading.test(name) || (hasBoth >= 0.3 && average(words) >= 2)) return 'address'
  return sample.length < 60 && repeats > 5 ? 'category' : 'text'
}

function shareOf<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
