import { lexRule, type Token } from './lex.ts'
import { type FaultWords, type RuleFault, RuleTextStop, ruleFaultAt } from './rule-fault.ts'
import type { ComparisonOperator, Expression, Span } from './syntax.ts'

export type Parsed =
  | { readonly expression: Expression; readonly fault?: undefined }
  | { readonly fault: RuleFault; readonly expression?: undefined }

/** Brackets and signs inside one another; deeper would exhaust the stack. */
const maxDepth = 60

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

/** Words that other languages (and speech) use for our signs. */
const foreignWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    and: '&&',
    dan: '&&',
    or: '||',
    atau: '||',
    not: '!',
    bukan: '!',
    tidak: '!',
    is: '==',
    adalah: '==',
  }),
)

/** The tree of a rule text, or the first place where the text is not a rule. Never throws. */
export function parseRule(text: string): Parsed {
  try {
    return { expression: new Parser(text).readAll() }
  } catch (error) {
    if (error instanceof RuleTextStop) return { fault: error.fault }
    throw error
  }
}

/** Recursive descent over the tokens, one method a level of binding, loosest first. */
class Parser {
  readonly #text: string
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0
  /** Name of the member in the quantifier being read. */
  #variable: string | undefined

  constructor(text: string) {
    this.#text = text
    this.#tokens = lexRule(text)
  }

  readAll(): Expression {
    const expression = this.#choice()
    const rest = this.#peek()
    if (rest.kind !== 'end') throw this.#unexpected(rest)
    return expression
  }

  #choice(): Expression {
    this.#depth++
    if (this.#depth > maxDepth) {
      throw this.#stop(this.#peek().span.from, {
        code: 'rule-too-deep',
        found: '',
        id: `Kurung bersarang lebih dari ${maxDepth} lapis. Bagi menjadi beberapa syarat.`,
        en: `More than ${maxDepth} levels of brackets. Split the rule into conditions.`,
      })
    }
    const test = this.#or()
    let expression = test
    if (this.#take('?')) {
      const yes = this.#choice()
      this.#expect(':')
      const no = this.#choice()
      expression = { kind: 'choice', test, yes, no, span: join(test, no) }
    }
    this.#depth--
    return expression
  }

  #or(): Expression {
    let left = this.#and()
    while (this.#take('||')) {
      const right = this.#and()
      left = { kind: 'or', left, right, span: join(left, right) }
    }
    return left
  }

  #and(): Expression {
    let left = this.#comparison()
    while (this.#take('&&')) {
      const right = this.#comparison()
      left = { kind: 'and', left, right, span: join(left, right) }
    }
    return left
  }

  #comparison(): Expression {
    const left = this.#sum()
    const operator = this.#comparisonOperator()
    if (!operator) return left
    const right = this.#sum()
    const after = this.#peek()
    if (this.#comparisonOperator()) {
      throw this.#stop(after.span.from, {
        code: 'comparison-chained',
        found: after.text,
        id: 'Dua perbandingan tidak dapat disambung. Tulis: a <= b && b <= c.',
        en: 'Two comparisons cannot be chained. Write: a <= b && b <= c.',
      })
    }
    return { kind: 'comparison', operator, left, right, span: join(left, right) }
  }

  #comparisonOperator(): ComparisonOperator | undefined {
    const { kind, text } = this.#peek()
    if ((kind !== 'sign' && text !== 'in') || kind === 'text' || !isComparison(text)) {
      return undefined
    }
    this.#next++
    return text
  }

  #sum(): Expression {
    let left = this.#product()
    for (;;) {
      const operator = this.#take('+') ? '+' : this.#take('-') ? '-' : undefined
      if (!operator) return left
      const right = this.#product()
      left = { kind: 'arithmetic', operator, left, right, span: join(left, right) }
    }
  }

  #product(): Expression {
    let left = this.#unary()
    while (this.#take('*')) {
      const right = this.#unary()
      left = { kind: 'arithmetic', operator: '*', left, right, span: join(left, right) }
    }
    return left
  }

  #unary(): Expression {
    const { kind, text, span } = this.#peek()
    if (kind !== 'sign' || (text !== '!' && text !== '-')) return this.#postfix(this.#primary())
    this.#next++
    this.#depth++
    if (this.#depth > maxDepth) throw this.#unexpected(this.#peek())
    const operand = this.#unary()
    this.#depth--
    return {
      kind: text === '!' ? 'not' : 'negate',
      operand,
      span: { from: span.from, to: operand.span.to },
    }
  }

  #primary(): Expression {
    const found = this.#peek()
    this.#next++
    if (found.kind === 'number') {
      return { kind: 'literal', value: Number(found.text), span: found.span }
    }
    if (found.kind === 'text') return { kind: 'literal', value: found.text, span: found.span }
    if (found.kind === 'name') return this.#named(found)
    if (found.kind === 'sign' && found.text === '(') {
      const inner = this.#choice()
      const to = this.#expect(')').span.to
      return { ...inner, span: { from: found.span.from, to } }
    }
    if (found.kind === 'sign' && found.text === '[') return this.#list(found)
    this.#next--
    throw this.#unexpected(found)
  }

  #list(open: Token): Expression {
    const items: Expression[] = []
    while (!this.#isNext(']')) {
      items.push(this.#choice())
      if (!this.#take(',')) break
    }
    const to = this.#expect(']').span.to
    return { kind: 'list', items, span: { from: open.span.from, to } }
  }

  #named(name: Token): Expression {
    const isPlain = this.#text[name.span.from] !== '`'
    if (isPlain && (name.text === 'true' || name.text === 'false')) {
      return { kind: 'literal', value: name.text === 'true', span: name.span }
    }
    if (isPlain && name.text === 'members') return this.#members(name)
    if (this.#isNext('(')) return this.#call(name)
    if (isPlain && name.text === this.#variable) return this.#memberField(name)
    if (isPlain && foreignWords.has(name.text)) throw this.#foreignWord(name)
    return { kind: 'field', name: name.text, span: name.span }
  }

  #memberField(variable: Token): Expression {
    this.#expect('.')
    const name = this.#expectName()
    if (name.text === 'ageOn' && this.#isNext('(')) {
      return this.#ageOn(variable.span.from, variable.text)
    }
    return {
      kind: 'member-field',
      variable: variable.text,
      name: name.text,
      span: { from: variable.span.from, to: name.span.to },
    }
  }

  #call(name: Token): Expression {
    if (name.text === 'ageOn') return this.#ageOn(name.span.from)
    if (name.text === 'param') {
      this.#expect('(')
      const param = this.#expectText()
      const to = this.#expect(')').span.to
      return { kind: 'param', name: param.text, span: { from: name.span.from, to } }
    }
    if (name.text === 'size') {
      this.#expect('(')
      const operand = this.#choice()
      const to = this.#expect(')').span.to
      return { kind: 'size', operand, span: { from: name.span.from, to } }
    }
    if (foreignWords.has(name.text)) throw this.#foreignWord(name)
    throw this.#stop(name.span.from, {
      code: 'function-unknown',
      found: name.text,
      id: `"${name.text}(…)" tidak ada. Yang ada: param("…"), ageOn("…"), size(…).`,
      en: `There is no "${name.text}(…)". There are param("…"), ageOn("…"), size(…).`,
    })
  }

  #ageOn(from: number, variable?: string): Expression {
    this.#expect('(')
    const date = this.#expectText().text
    const to = this.#expect(')').span.to
    const node = { kind: 'age-on', date, span: { from, to } } as const
    return variable === undefined ? node : { ...node, variable }
  }

  #members(start: Token): Expression {
    this.#expect('.')
    const method = this.#expectName()
    const { from } = start.span
    if (method.text === 'size') {
      this.#expect('(')
      return { kind: 'count', span: { from, to: this.#expect(')').span.to } }
    }
    if (method.text !== 'exists' && method.text !== 'all' && method.text !== 'filter') {
      throw this.#stop(method.span.from, {
        code: 'function-unknown',
        found: method.text,
        id: `"members.${method.text}" tidak ada. Yang ada: exists, all, filter, size.`,
        en: `There is no "members.${method.text}". There are exists, all, filter, size.`,
      })
    }
    if (this.#variable !== undefined) {
      throw this.#stop(from, {
        code: 'quantifier-nested',
        found: `members.${method.text}`,
        id: 'Pertanyaan tentang anggota tidak dapat berada di dalam pertanyaan tentang anggota.',
        en: 'A question about members cannot stand inside another one.',
      })
    }
    this.#expect('(')
    const variable = this.#expectName().text
    this.#expect(',')
    this.#variable = variable
    const body = this.#choice()
    this.#variable = undefined
    const to = this.#expect(')').span.to
    if (method.text !== 'filter') {
      return { kind: method.text, variable, body, span: { from, to } }
    }
    this.#expect('.')
    const size = this.#expectName()
    if (size.text !== 'size') throw this.#unexpected(size, '.size()')
    this.#expect('(')
    return { kind: 'count', variable, body, span: { from, to: this.#expect(')').span.to } }
  }

  /** `receives.size()`, the only method of a value. */
  #postfix(operand: Expression): Expression {
    if (!this.#take('.')) return operand
    const method = this.#expectName()
    if (method.text !== 'size') {
      throw this.#stop(method.span.from, {
        code: 'function-unknown',
        found: method.text,
        id: `".${method.text}" tidak ada di sini. Yang ada: .size().`,
        en: `There is no ".${method.text}" here. There is .size().`,
      })
    }
    this.#expect('(')
    const to = this.#expect(')').span.to
    return { kind: 'size', operand, span: { from: operand.span.from, to } }
  }

  #peek(): Token {
    return this.#tokens[Math.min(this.#next, this.#tokens.length - 1)] ?? endToken
  }

  #isNext(sign: string): boolean {
    const { kind, text } = this.#peek()
    return kind === 'sign' && text === sign
  }

  #take(sign: string): boolean {
    if (!this.#isNext(sign)) return false
    this.#next++
    return true
  }

  #expect(sign: string): Token {
    const found = this.#peek()
    if (!this.#take(sign)) throw this.#unexpected(found, sign)
    return found
  }

  #expectName(): Token {
    return this.#expectKind('name', 'nama')
  }

  #expectText(): Token {
    return this.#expectKind('text', '"…"')
  }

  #expectKind(kind: Token['kind'], shown: string): Token {
    const found = this.#peek()
    if (found.kind !== kind) throw this.#unexpected(found, shown)
    this.#next++
    return found
  }

  #unexpected(found: Token, expected?: string): RuleTextStop {
    if (found.kind === 'name' && foreignWords.has(found.text)) return this.#foreignWord(found)
    if (found.kind === 'end') {
      return this.#stop(found.span.from, {
        code: 'expression-missing',
        found: '',
        id: `Aturan berhenti terlalu awal${expected ? `; yang ditunggu ${expected}` : ''}.`,
        en: `The rule stops too early${expected ? `; expected ${expected}` : ''}.`,
      })
    }
    return this.#stop(found.span.from, {
      code: 'token-unexpected',
      found: found.text,
      id: `"${found.text}" tidak dapat berada di sini${expected ? `; yang ditunggu ${expected}` : ''}.`,
      en: `"${found.text}" cannot stand here${expected ? `; expected ${expected}` : ''}.`,
    })
  }

  #foreignWord(word: Token): RuleTextStop {
    return this.#stop(word.span.from, {
      code: 'operator-foreign',
      found: word.text,
      suggestion: foreignWords.get(word.text),
      id: `Kata "${word.text}" tidak dipakai dalam aturan.`,
      en: `The word "${word.text}" is not used in rules.`,
    })
  }

  #stop(at: number, words: FaultWords): RuleTextStop {
    return new RuleTextStop(ruleFaultAt(this.#text, at, words))
  }
}

const endToken: Token = { kind: 'end', text: '', span: { from: 0, to: 0 } }

function isComparison(text: string): text is ComparisonOperator {
  return comparisons.has(text)
}

function join(left: { readonly span: Span }, right: { readonly span: Span }): Span {
  return { from: left.span.from, to: right.span.to }
}
