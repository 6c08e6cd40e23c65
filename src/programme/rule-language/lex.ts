import { type RuleFault, RuleTextStop, ruleFaultAt } from './rule-fault.ts'
import type { Span } from './syntax.ts'

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end'
  /** A name or sign as written; the content of a text. */
  readonly text: string
  readonly span: Span
}

/** Longer rules are refused: nobody can read them, and a hostile one could fill the memory. */
const maxCharacters = 10_000

const signs = ['&&', '||', '==', '!=', '<=', '>='].concat([...'!<>+-*?:()[].,'])
const closingQuote: Readonly<Record<string, string>> = { '"': '"', "'": "'" }

/** Signs that other languages use, with ours. */
const foreignSigns: Readonly<Record<string, string>> = {
  '<>': '!=',
  '=<': '<=',
  '=>': '>=',
  '=': '==',
  '&': '&&',
  '|': '||',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  ';': ',',
}

/**
 * The words and signs of a rule text, ending with one token of kind `end`.
 *
 * @throws RuleTextStop at the first character that cannot stand in a rule.
 */
export function lexRule(text: string): readonly Token[] {
  if (text.length > maxCharacters) {
    throw stop(text, 0, {
      code: 'rule-too-long',
      found: '',
      id: `Aturan ini ${text.length} huruf; paling banyak ${maxCharacters}. Bagi menjadi beberapa syarat.`,
      en: `The rule has ${text.length} characters; at most ${maxCharacters}. Split it into conditions.`,
    })
  }
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const space = /^(?:\s+|\/\/[^\n]*)/.exec(text.slice(at, at + 400))
    if (space) {
      at += space[0].length
      continue
    }
    const token = readToken(text, at)
    tokens.push(token)
    at = token.span.to
  }
  tokens.push({ kind: 'end', text: '', span: { from: text.length, to: text.length } })
  return tokens
}

function readToken(text: string, at: number): Token {
  const character = text[at] ?? ''
  if (character in closingQuote) return readText(text, at)
  if (character === '`') return readQuotedName(text, at)
  const rest = text.slice(at, at + 200)
  const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest)
  if (name) return token('name', name[0], at, name[0].length)
  if (/^\d/.test(rest)) return readNumber(text, at, rest)
  const sign = signs.find((candidate) => text.startsWith(candidate, at))
  const foreign = Object.keys(foreignSigns).find((candidate) => text.startsWith(candidate, at))
  // `<>` begins with a sign of ours, `=` with none: the longer one was meant.
  if (foreign && foreign.length > (sign?.length ?? 0)) {
    throw stop(text, at, {
      code: 'operator-foreign',
      found: foreign,
      suggestion: foreignSigns[foreign],
      id: `Tanda "${foreign}" tidak dipakai dalam aturan.`,
      en: `The sign "${foreign}" is not used in rules.`,
    })
  }
  if (sign) return token('sign', sign, at, sign.length)
  throw stop(text, at, {
    code: 'character-unknown',
    found: character,
    id: `Tanda "${character}" tidak dikenal. Hapus, atau apit teks dengan tanda petik.`,
    en: `The character "${character}" is not known. Remove it, or put text in quotes.`,
  })
}

function readNumber(text: string, at: number, rest: string): Token {
  const number = /^\d+(?:\.\d+)?/.exec(rest)?.[0] ?? ''
  const value = Number(number)
  // A letter, or a second point as in 2.000.000.
  const next = /^(?:[\p{L}_]|\.\d)/u.exec(rest.slice(number.length))?.[0] ?? ''
  if (!Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER || next !== '') {
    throw stop(text, at, {
      code: 'number-unreadable',
      found: number + next,
      id: `Bilangan "${number}${next}" tidak terbaca. Tulis angka saja, tanpa titik ribuan.`,
      en: `The number "${number}${next}" cannot be read. Write digits only, no thousands separator.`,
    })
  }
  return token('number', number, at, number.length)
}

function readText(text: string, at: number): Token {
  const quote = closingQuote[text[at] ?? ''] ?? '"'
  let content = ''
  for (let place = at + 1; place < text.length; place++) {
    const character = text[place] ?? ''
    if (character === quote) return token('text', content, at, place + 1 - at)
    if (character === '\n') break
    if (character === '\\') {
      place++
      content += text[place] ?? ''
    } else content += character
  }
  throw stop(text, at, {
    code: 'text-unclosed',
    found: text.slice(at, at + 20),
    id: `Teks mulai di sini tidak ditutup. Tambahkan tanda petik ${quote}.`,
    en: `The text that starts here is not closed. Add a ${quote}.`,
  })
}

/** A column whose heading is no plain word stands between backticks. */
function readQuotedName(text: string, at: number): Token {
  const end = text.indexOf('`', at + 1)
  if (end > at + 1) return token('name', text.slice(at + 1, end), at, end + 1 - at)
  throw stop(text, at, {
    code: 'text-unclosed',
    found: text.slice(at, at + 20),
    id: 'Nama kolom mulai di sini tidak ditutup. Tambahkan tanda `.',
    en: 'The column name that starts here is not closed. Add a `.',
  })
}

function token(kind: Token['kind'], text: string, at: number, length: number): Token {
  return { kind, text, span: { from: at, to: at + length } }
}

function stop(text: string, at: number, words: Parameters<typeof ruleFaultAt>[2]): RuleTextStop {
  const fault: RuleFault = ruleFaultAt(text, at, words)
  return new RuleTextStop(fault)
}
