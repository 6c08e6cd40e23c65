import { foldWord, normaliseAddress, normaliseName } from '#linkage'
import { phoneNumber } from './build-index.ts'
import type { AskedWord } from './vocabulary.ts'

/** One word of a question with its two readings: as part of a name and of an address. */
export interface AskedPart {
  /** Undefined where it can be no part of a name. */
  readonly name?: AskedWord
  /** Undefined where it can be no part of an address. */
  readonly place?: AskedWord
}

/** What somebody typed, taken apart. */
export interface AskedText {
  /** Sixteen digits: a NIK or a KK. */
  readonly idNumber?: string
  /** As `phoneNumber` reads it. */
  readonly phone?: number
  readonly parts: readonly AskedPart[]
  readonly rt?: number
  readonly rw?: number
}

/** More parts than these are not compared. */
export const mostParts = 7

/** Words that say what follows: no part of a street, name or ward themselves. */
const signposts = new Set(
  'jl jln jalan kel kelurahan desa ds kec kecamatan no nomor nmr rt rw nik kk hp telp wa'.split(
    ' ',
  ),
)

/** Takes a question apart: one long number, or words with RT and RW. */
export function readAsked(text: string): AskedText {
  const number = /\+?\d(?:[\s.'()-]*\d){7,}/.exec(text)?.[0]
  if (number !== undefined) return { ...readNumber(number), parts: [] }
  const { rest, ...neighbourhood } = takeNeighbourhood(text.toLowerCase())
  return { ...neighbourhood, parts: readParts(rest) }
}

function readNumber(written: string): Pick<AskedText, 'idNumber' | 'phone'> {
  const digits = written.replace(/\D/g, '')
  if (digits.length === 16) return { idNumber: digits }
  const phone = phoneNumber(digits)
  return phone === undefined ? {} : { phone }
}

const neighbourhoods: readonly (readonly [RegExp, readonly ('rt' | 'rw')[]])[] = [
  [/\brt\s*\.?\s*\/\s*rw\s*[.:]?\s*0*(\d{1,3})\s*\/\s*0*(\d{1,3})\b/, ['rt', 'rw']],
  [/\brt\s*[.:]?\s*0*(\d{1,3})\s*\/\s*(?:rw\s*[.:]?\s*)?0*(\d{1,3})\b/, ['rt', 'rw']],
  [/\brt\s*[.:]?\s*0*(\d{1,3})\b/, ['rt']],
  [/\brw\s*[.:]?\s*0*(\d{1,3})\b/, ['rw']],
  [/(?<![\w/])0*(\d{1,3})\s*\/\s*0*(\d{1,3})(?![\w/])/, ['rt', 'rw']],
]

/** Takes "RT 3 RW 2", "rt.003/002" or "003/002" out of a text. */
function takeNeighbourhood(text: string): { rest: string; rt?: number; rw?: number } {
  const found: { rt?: number; rw?: number } = {}
  let rest = text
  for (const [pattern, fields] of neighbourhoods) {
    const match = pattern.exec(rest)
    if (!match || fields.some((field) => found[field] !== undefined)) continue
    fields.forEach((field, place) => {
      found[field] = Number(match[place + 1])
    })
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
  }
  return { rest, ...found }
}

function readParts(text: string): AskedPart[] {
  const chunks = text.split(/[\s,/]+/).filter((chunk) => chunk !== '')
  const withDigits = chunks.filter((chunk) => /\d/.test(chunk))
  const written = normaliseName(chunks.filter((chunk) => !/\d/.test(chunk)).join(' ')).words
  const isSignpost = (word: string) => written.length + withDigits.length > 1 && signposts.has(word)
  const words = [...new Set(written)].filter((word) => !isSignpost(word))
  return [
    ...words.map((word, no) => {
      const isLast = no === words.length - 1 && withDigits.length === 0
      const street = streetWord(word)
      return {
        name: { written: word, fold: foldWord(word), isLast },
        ...(street === '' ? {} : { place: { written: street, fold: foldWord(street), isLast } }),
      }
    }),
    ...withDigits.flatMap((chunk) => {
      const street = streetWord(chunk)
      return street === '' ? [] : [{ place: { written: street, fold: street, isLast: false } }]
    }),
  ].slice(0, mostParts)
}

/**
 * A word as the index writes it in streets: roman numerals as numbers, short forms alike. Empty for a
 * single letter, which is the initial of a name and of no street.
 */
function streetWord(word: string): string {
  const street = (normaliseAddress(word)?.street ?? '').replace(/[^a-z0-9]/g, '')
  return /^[a-z]$/.test(street) ? '' : street
}
