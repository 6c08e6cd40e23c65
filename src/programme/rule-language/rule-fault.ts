import { AppError } from '#platform/errors'

export const ruleFaultCodes = [
  'rule-too-long',
  'rule-too-deep',
  'character-unknown',
  'text-unclosed',
  'number-unreadable',
  'token-unexpected',
  'expression-missing',
  'comparison-chained',
  'operator-foreign',
  'function-unknown',
  'quantifier-nested',
  'quantifier-misplaced',
  'variable-unknown',
  'field-unknown',
  'param-unknown',
  'value-unknown',
  'date-impossible',
  'type-mismatch',
] as const
export type RuleFaultCode = (typeof ruleFaultCodes)[number]

/** Something wrong with the text of a rule, with its place and what was probably meant. */
export interface RuleFault {
  readonly code: RuleFaultCode
  /** From 1. */
  readonly line: number
  /** From 1, in characters. */
  readonly column: number
  /** The piece of text that is meant. */
  readonly found: string
  /** The nearest thing that would do; absent when nothing is near. */
  readonly suggestion?: string
  readonly hintId: string
  readonly hintEn: string
}

/** What a fault says besides its place. */
export interface FaultWords {
  readonly code: RuleFaultCode
  readonly found: string
  readonly suggestion?: string | undefined
  /** Without the suggestion, which is added. */
  readonly id: string
  readonly en: string
}

/** The fault at an offset of the text. */
export function ruleFaultAt(text: string, offset: number, words: FaultWords): RuleFault {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  const { code, found, suggestion } = words
  const place = { code, line, column, found }
  if (suggestion === undefined) return { ...place, hintId: words.id, hintEn: words.en }
  return {
    ...place,
    suggestion,
    hintId: `${words.id} Mungkin maksudnya "${suggestion}"?`,
    hintEn: `${words.en} Did you mean "${suggestion}"?`,
  }
}

/** Stops reading a text at its first fault of form; caught by `parseRule`, never seen outside. */
export class RuleTextStop extends Error {
  override readonly name = 'RuleTextStop'
  readonly fault: RuleFault

  constructor(fault: RuleFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** The faults as the one error that callers outside this folder see. */
export function ruleUnreadable(text: string, faults: readonly RuleFault[]): AppError {
  return new AppError('rule-unreadable', {
    rule: text.slice(0, 500),
    faults: faults.map(({ code, line, column, hintId, hintEn }) => ({
      code,
      line,
      column,
      hintId,
      hintEn,
    })),
  })
}

/**
 * The name nearest to `written`, or undefined when none is near enough to be a slip of the pen.
 *
 * Compares in lower case without signs; a name that contains the other counts as near ("umur" in
 * "umur_tahun").
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const plain = plainName(written)
  if (plain === '') return undefined
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const name of names) {
    const other = plainName(name)
    const contains = plain.length >= 3 && (other.includes(plain) || plain.includes(other))
    const distance = contains
      ? 1 + Math.abs(other.length - plain.length) / 100
      : editDistance(plain, other)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return Math.floor(bestDistance) <= Math.max(1, Math.floor(plain.length / 3)) ? best : undefined
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Changes of one letter (swapped neighbours count once) between two short names. */
function editDistance(a: string, b: string): number {
  let twoAgo: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (twoAgo[j - 2] ?? 0) + 1)
      }
      current.push(best)
    }
    twoAgo = previous
    previous = current
  }
  return previous[b.length] ?? 0
}
