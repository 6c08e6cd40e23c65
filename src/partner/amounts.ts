const scales: readonly (readonly [RegExp, number])[] = [
  [/\b(?:triliun|trilyun|t)\b/, 1e12],
  [/\b(?:miliar|milyar|m)\b/, 1e9],
  [/\b(?:juta|jt)\b/, 1e6],
  [/\b(?:ribu|rb)\b/, 1e3],
]

/**
 * Whole rupiah of a cell as offices write amounts: `Rp 1.870.000,00`, `1,870,000`, `1,5 juta`.
 *
 * Undefined when the cell says nothing or more than one amount. Halves are rounded up.
 */
export function parseRupiah(text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\brp\.?|\bidr\b|,-+$|\.-+$/g, ' ')
    .trim()
  const match = /^\(?([+-−]?\s?[\d.,]*\d[.,]?)\)?(?:\s*([a-z]+))?$/.exec(plain)
  if (!match) return undefined
  const value = parseNumber(match[1] ?? '')
  const word = match[2]
  const scale = word === undefined ? 1 : scales.find(([pattern]) => pattern.test(word))?.[1]
  if (value === undefined || scale === undefined) return undefined
  const isNegative = plain.startsWith('(') && plain.endsWith(')')
  return Math.round((isNegative ? -value : value) * scale)
}

/**
 * A number with either kind of thousands mark. A single mark between one to three digits and exactly
 * three is a thousands mark (`1.500` is 1500), since offices count whole things; else it is a
 * decimal mark (`1234.567`, `0,5`).
 */
export function parseNumber(text: string): number | undefined {
  const digits = text.replace(/\s/g, '').replace('−', '-').replace(/[.,]$/, '')
  if (!/^[+-]?\d[\d.,]*$/.test(digits)) return undefined
  const lastMark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (lastMark < 0) return Number(digits)
  const mark = digits[lastMark] ?? ''
  const isRepeated = digits.indexOf(mark) !== lastMark
  const hasOther = digits.includes(mark === '.' ? ',' : '.')
  const canGroup = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
  const isThousands = isRepeated || (canGroup && !hasOther)
  const whole = isThousands
    ? digits.replace(/[.,]/g, '')
    : `${digits.slice(0, lastMark).replace(/[.,]/g, '')}.${digits.slice(lastMark + 1)}`
  const value = Number(whole)
  return Number.isFinite(value) ? value : undefined
}

export interface CountedUnit {
  readonly count: number
  /** Words after the number, as written: `KK`, `orang`; empty where only a number stands. */
  readonly unit: string
}

/** A count with its unit: `500 KK`, `± 1.250 orang`, `30`; undefined where no single count stands. */
export function parseCount(text: string): CountedUnit | undefined {
  const match = /^\s*(?:±|\+\/-|sekitar|kurang lebih|kira-kira|~)?\s*([\d.,]*\d)\s*([^\d]*)$/i.exec(
    text,
  )
  if (!match) return undefined
  const count = parseNumber(match[1] ?? '')
  return count === undefined ? undefined : { count, unit: (match[2] ?? '').trim() }
}
