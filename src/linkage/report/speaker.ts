import type { Language } from '#platform/say-error'
import type { Words } from '#platform/words'

/** Words and numbers in one language. */
export interface Speaker {
  readonly language: Language
  readonly say: (id: string, en: string) => string
  readonly pick: (words: Words) => string
  /** A whole number: `1.284`. */
  readonly count: (value: number) => string
  /** A count that is estimated; `kurang dari 1` where that would be none. */
  readonly about: (value: number) => string
  /** One decimal, with its sign: `+12,3`. */
  readonly bits: (value: number) => string
  readonly bitsUnsigned: (value: number) => string
  /** `1 bit`, and in English `2 bits`. */
  readonly bitsLong: (value: number) => string
  /** A share of 0 to 1, three figures: `98,7%`. */
  readonly percent: (share: number) => string
  /** `1 dari 1.020`; a share over a tenth as a percentage. */
  readonly oneIn: (share: number) => string
  /** How many of 100, or of more where that would round to none or all. */
  readonly ofHundred: (share: number) => string
}

/** Whole numbers for a probability of 0 to 1, or none where it is nearer to all or nothing. */
function frequency(
  probability: number,
): { readonly part: number; readonly whole: number } | undefined {
  for (const whole of [100, 1000, 10_000]) {
    const part = Math.round(probability * whole)
    if (part > 0 && part < whole) return { part, whole }
  }
  return undefined
}

const leastPercent = 0.0001

export function speakerOf(language: Language): Speaker {
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const say = (id: string, en: string) => (language === 'id' ? id : en)
  const format = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(locale, options)
    return (value: number) => made.format(value).replace('-', '−')
  }
  const count = format({ maximumFractionDigits: 0, signDisplay: 'negative' })
  const bitsUnsigned = format({ maximumFractionDigits: 1, signDisplay: 'negative' })
  const rounded = format({ maximumSignificantDigits: 3 })
  const percent = format({ style: 'percent', maximumSignificantDigits: 3 })
  const nearWhole = format({ style: 'percent', maximumFractionDigits: 2 })
  return {
    language,
    say,
    pick: (words) => words[language],
    count,
    about: (value) =>
      value > 0 && value < 0.5
        ? say('kurang dari 1', 'fewer than 1')
        : say(`sekitar ${count(value)}`, `about ${count(value)}`),
    bits: format({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    bitsUnsigned,
    bitsLong: (value) => {
      const said = bitsUnsigned(value)
      return `${said} ${said === '1' ? 'bit' : say('bit', 'bits')}`
    },
    percent: (share) => {
      if (share > 0.99) return nearWhole(share)
      return share > 0 && share < leastPercent ? `< ${percent(leastPercent)}` : percent(share)
    },
    oneIn: (share) => {
      if (share <= 0) return '0'
      return share > 0.1 ? percent(share) : `1 ${say('dari', 'in')} ${rounded(1 / share)}`
    },
    ofHundred: (share) => {
      const found = frequency(share)
      if (found) return `${count(found.part)} ${say('dari', 'of')} ${count(found.whole)}`
      return share > 0.5
        ? say('lebih dari 9.999 dari 10.000', 'more than 9,999 of 10,000')
        : say('kurang dari 1 dari 10.000', 'fewer than 1 of 10,000')
    },
  }
}
