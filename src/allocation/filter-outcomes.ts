import type { Tri } from '#programme/schema'
import { type CompiledFilter, type CompileFilter, type Fields, fieldOf } from './filter-fields.ts'
import type { FieldValue, NeedInput } from './schema.ts'

/** What a filter says of a need, and which fields would settle an unknown. */
export interface Outcome {
  readonly result: Tri
  readonly missing: readonly string[]
  /** Number of the outcome at its filter, from 0: alike in result and missing fields. */
  readonly no: number
}

/**
 * One filter with its answers so far: needs alike in the fields that it looks at are asked once.
 *
 * A filter that cannot be read never lets anybody in nor turns anybody away: it asks for `filter`.
 */
export class AskedFilter {
  private readonly filter: CompiledFilter
  private readonly byFacts = new Map<FieldValue, Outcome>()
  private readonly outcomes = new Map<string, Outcome>()

  constructor(text: string, compile: CompileFilter) {
    this.filter = compileOrAsk(compile, text)
  }

  ask(need: NeedInput): Outcome {
    const key = this.factKey(need)
    const known = this.byFacts.get(key)
    if (known) return known
    const outcome = this.intern(this.answer(need))
    this.byFacts.set(key, outcome)
    return outcome
  }

  private factKey(need: NeedInput): FieldValue {
    const names = this.filter.fields
    const first = names[0]
    if (first === undefined) return null
    const value = fieldOf(need, first)
    if (names.length === 1 && typeof value !== 'object') return value
    let key = keyPart(value)
    for (let place = 1; place < names.length; place++) {
      key += keyPart(fieldOf(need, names[place] ?? ''))
    }
    return key
  }

  private answer(need: NeedInput): Omit<Outcome, 'no'> {
    const fields: Fields = Object.fromEntries(
      this.filter.fields.map((name) => [name, fieldOf(need, name)]),
    )
    const result = this.filter.test(fields)
    if (result !== null) return { result, missing: [] }
    const missing = this.filter.missing(fields)
    // A text where a number should be is unknown without being missing.
    return { result, missing: missing.length > 0 ? missing : this.filter.fields }
  }

  private intern({ result, missing }: Omit<Outcome, 'no'>): Outcome {
    const key = `${result} ${missing.join(' ')}`
    const known = this.outcomes.get(key)
    if (known) return known
    const outcome = { result, missing, no: this.outcomes.size }
    this.outcomes.set(key, outcome)
    return outcome
  }
}

/** The type is part of the key: the text "3" is not the number 3. */
function keyPart(value: FieldValue): string {
  if (value === null) return '\u0001'
  return typeof value === 'string' ? `\u0001"${value}` : `\u0001${value}`
}

function compileOrAsk(compile: CompileFilter, text: string): CompiledFilter {
  if (text.trim() === '') return { fields: [], test: () => true, missing: () => [] }
  try {
    return compile(text)
  } catch {
    return { fields: [], test: () => null, missing: () => ['filter'] }
  }
}
