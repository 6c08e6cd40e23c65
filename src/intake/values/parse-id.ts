import type { Cell, CellContext, CellFinding, ParsedCell } from './cell.ts'
import { type FindingCode, findingHint } from './finding-codes.ts'
import { isDayOfCentury } from './number-date.ts'
import { isEmptyMark, isNoneWord, tidyText } from './plain-words.ts'

type IdKind = 'nik' | 'kk'

/** Letters that a hand or a scanner puts for digits. */
const digitLetters: Readonly<Record<string, string>> = {
  o: '0',
  d: '0',
  q: '0',
  l: '1',
  i: '1',
  '|': '1',
  z: '2',
  s: '5',
  b: '8',
}

/** Provinces of Kemendagri's code list, old and new. */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'.split(
    ' ',
  ),
)

/** NIK of a person. Digits lost to a spreadsheet leave a prefix; impossible ones stay as evidence. */
export function parseNik(cell: Cell, context: CellContext): ParsedCell {
  return parseId('nik', cell, context)
}

/** Number of a family card. */
export function parseKk(cell: Cell, context: CellContext): ParsedCell {
  return parseId('kk', cell, context)
}

function parseId(kind: IdKind, cell: Cell, context: CellContext): ParsedCell {
  const text = tidyText(cell.text)
  if (isPlaceholder(text)) return says([codeOf(kind, 'placeholder')])

  const rounded = /^(\d)(?:[.,](\d+))?e\+?1[45]$/i.exec(text.replace(/\s/g, ''))
  if (rounded) return fromMantissa(kind, `${rounded[1]}${rounded[2] ?? ''}`, context)

  const { digits, isRepaired, hasLetters } = digitsOf(text)
  if (digits === undefined) return says([codeOf(kind, 'format')])
  if (digits.length !== 16) return impossible(kind, 'length', digits)
  const judged = () => {
    const parsed = judge(kind, digits, isRepaired)
    return hasLetters ? { ...parsed, normalisations: { [kind]: 'letters-as-digits' } } : parsed
  }
  if (!digits.endsWith('0') || !isDated(digits, kind)) return judged()
  if (context.digitLoss === cell.kind) return lost(kind, digits.slice(0, 15))
  if (!digits.endsWith('0000')) return judged()
  // No serial is 0000: a spreadsheet that rounded the number is what mostly makes one.
  const { fields } = lost(kind, digits.slice(0, 15))
  return kind === 'nik'
    ? { fields, findings: findings(['nik-serial-zero']) }
    : lost(kind, digits.slice(0, 15))
}

/**
 * A number written as a power of ten: all digits of it are there, or the last one written may have
 * been rounded up, and a carry may have changed the digit before a zero.
 */
function fromMantissa(kind: IdKind, mantissa: string, context: CellContext): ParsedCell {
  if (mantissa.length >= 16 && !mantissa.endsWith('0')) {
    const parsed = parseId(kind, { text: mantissa.slice(0, 16), kind: 'text' }, context)
    return { ...parsed, normalisations: { [kind]: 'power-of-ten' } }
  }
  const unrounded = mantissa.replace(/0+$/, '')
  // Excel keeps 15 digits and cuts there; a display of fewer rounds.
  const sure = unrounded.length >= 15 ? unrounded.slice(0, 15) : unrounded.slice(0, -1)
  return sure.length < 2 ? says([codeOf(kind, 'digits-lost')]) : lost(kind, sure)
}

function judge(kind: IdKind, digits: string, isRepaired: boolean): ParsedCell {
  const repaired = isRepaired ? [codeOf(kind, 'repaired')] : []
  if (!isDated(digits, kind)) {
    if (kind === 'kk' && isDated(digits, 'nik')) return says(['kk-looks-like-nik'])
    return impossible(kind, 'date-impossible', digits)
  }
  if (kind === 'kk') return { fields: { kk: digits }, findings: findings(repaired) }
  const isUnknown = !provinces.has(digits.slice(0, 2))
  return {
    fields: { nik: digits },
    findings: findings([...repaired, ...(isUnknown ? (['nik-region-unknown'] as const) : [])]),
  }
}

function isDated(digits: string, kind: IdKind): boolean {
  const written = Number(digits.slice(6, 8))
  const day = kind === 'nik' && written > 40 ? written - 40 : written
  const month = Number(digits.slice(8, 10))
  const year = Number(digits.slice(10, 12))
  return isDayOfCentury(day, month, year)
}

const pendingWords =
  /^(?:(?:masih |sedang )?(?:dlm|dalam|lg|lagi)?\s*(?:proses|pengurusan|diurus|urus)|hilang|(?:ktp|kk|nik)\s*hilang|menyusul|(?:tdk|tidak|blm|belum|tak)\s+(?:ada|punya|memiliki|rekam|terbit|jadi|cetak|keluar|terdaftar).*|tanpa\s+(?:nik|ktp|kk).*|resi|suket)$/i

/** True for what stands where a number is awaited: marks, words, runs, a region with zeros. */
function isPlaceholder(text: string): boolean {
  const compact = text.replace(/[\s.'-]/g, '')
  if (pendingWords.test(text) || /^\d{4,6}(?:0{10,12}|9{10,12})$/.test(compact)) return true
  if (compact.length <= 1 || /^(.)\1+$/.test(compact)) return true
  if (/^1234567890?/.test(compact) || /^(?:x|\?|_|#)+$/i.test(compact)) return true
  return isEmptyMark(text) || isNoneWord(text)
}

function digitsOf(text: string): {
  readonly digits: string | undefined
  readonly isRepaired: boolean
  readonly hasLetters: boolean
} {
  const compact = text.replace(/[\s.,'’`_/-]/g, '')
  if (/^\d+$/.test(compact))
    return { digits: compact, isRepaired: compact !== text, hasLetters: false }
  const letters = compact.replace(/\d/g, '').length
  const mapped = [...compact.toLowerCase()].map((letter) => digitLetters[letter] ?? letter).join('')
  if (letters <= 4 && /^\d{14,18}$/.test(mapped)) {
    return { digits: mapped, isRepaired: true, hasLetters: true }
  }
  const inside = /(?<!\d)\d{16}(?!\d)/.exec(text)?.[0]
  return { digits: inside, isRepaired: inside !== undefined, hasLetters: false }
}

function lost(kind: IdKind, prefix: string): ParsedCell {
  const found = findings([codeOf(kind, 'digits-lost')])
  return { fields: kind === 'nik' ? { nikPrefix: prefix } : { kkPrefix: prefix }, findings: found }
}

function impossible(kind: IdKind, fault: 'length' | 'date-impossible', digits: string): ParsedCell {
  const found = findings([codeOf(kind, fault)])
  return {
    fields: kind === 'nik' && digits.length >= 8 ? { nikAsWritten: digits } : {},
    findings: found,
  }
}

function codeOf<Fault extends string>(kind: IdKind, fault: Fault): `${IdKind}-${Fault}` {
  return `${kind}-${fault}`
}

function says(codes: readonly FindingCode[]): ParsedCell {
  return { fields: {}, findings: findings(codes) }
}

function findings(codes: readonly FindingCode[]): CellFinding[] {
  return codes.map((code) => ({ code, hint: findingHint(code) }))
}

/**
 * Which cells of a column have lost their last digit to a spreadsheet: most of their numbers end in
 * 0, of which chance would make a tenth. In a workbook only number cells can have; in a text file
 * that was one, every cell.
 */
export function decideDigitLoss(cells: Iterable<Cell>): 'number' | 'text' | undefined {
  const numbers = { all: 0, long: 0, ended: 0 }
  const texts = { all: 0, long: 0, ended: 0 }
  for (const { kind, text } of cells) {
    const sum = kind === 'number' ? numbers : texts
    sum.all++
    const digits = text.replace(/\D/g, '')
    if (digits.length !== 16) continue
    sum.long++
    if (digits.endsWith('0')) sum.ended++
  }
  const { long, ended } = numbers.all > 0 ? numbers : texts
  if (long === 0 || ended <= long * 0.5) return undefined
  return numbers.all > 0 ? 'number' : 'text'
}
