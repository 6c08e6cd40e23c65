import { isIsoDate } from '#platform/dates'
import { type FaultWords, nearestName, type RuleFault, ruleFaultAt } from './rule-fault.ts'
import type { Expression } from './syntax.ts'
import type { FieldSpec, FieldType, Vocabulary } from './vocabulary.ts'

/** Undefined after a fault, so that one slip is told once. */
type Kind = FieldType | undefined

const kindNames: Readonly<Record<FieldType, { id: string; en: string }>> = {
  int: { id: 'bilangan', en: 'a number' },
  bool: { id: 'ya atau tidak', en: 'yes or no' },
  text: { id: 'teks', en: 'text' },
  list: { id: 'daftar', en: 'a list' },
}

/**
 * What is wrong with the names and types of a rule; empty when it is sound and says yes or no.
 * All faults are told at once.
 */
export function checkRule(
  text: string,
  expression: Expression,
  vocabulary: Vocabulary,
): readonly RuleFault[] {
  const checker = new Checker(text, vocabulary)
  checker.expect(expression, 'bool')
  return checker.faults
}

class Checker {
  readonly faults: RuleFault[] = []
  readonly #text: string
  readonly #vocabulary: Vocabulary

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text
    this.#vocabulary = vocabulary
  }

  expect(expression: Expression, kind: FieldType): void {
    const found = this.#kindOf(expression)
    if (found === undefined || found === kind) return
    this.#fault(expression, {
      code: 'type-mismatch',
      found: this.#written(expression),
      id: `"${this.#written(expression)}" adalah ${kindNames[found].id}, padahal di sini perlu ${kindNames[kind].id}.`,
      en: `"${this.#written(expression)}" is ${kindNames[found].en}, but ${kindNames[kind].en} is needed here.`,
    })
  }

  #kindOf(expression: Expression): Kind {
    switch (expression.kind) {
      case 'literal':
        if (typeof expression.value === 'number') return 'int'
        return typeof expression.value === 'string' ? 'text' : 'bool'
      case 'list':
        this.#itemKind(expression)
        return 'list'
      case 'field':
        return this.#fieldKind(expression, this.#vocabulary.fields)
      case 'member-field':
        return this.#fieldKind(expression, this.#vocabulary.members ?? {})
      case 'param':
        return this.#paramKind(expression)
      case 'age-on':
        return this.#ageKind(expression)
      case 'not':
        this.expect(expression.operand, 'bool')
        return 'bool'
      case 'negate':
        this.expect(expression.operand, 'int')
        return 'int'
      case 'and':
      case 'or':
        this.expect(expression.left, 'bool')
        this.expect(expression.right, 'bool')
        return 'bool'
      case 'comparison':
        this.#comparison(expression)
        return 'bool'
      case 'arithmetic':
        this.expect(expression.left, 'int')
        this.expect(expression.right, 'int')
        return 'int'
      case 'choice':
        return this.#choice(expression)
      case 'exists':
      case 'all':
        this.#needMembers(expression)
        this.expect(expression.body, 'bool')
        return 'bool'
      case 'count':
        this.#needMembers(expression)
        if (expression.body) this.expect(expression.body, 'bool')
        return 'int'
      case 'size':
        this.expect(expression.operand, 'list')
        return 'int'
    }
  }

  #fieldKind(
    expression: Expression & { readonly name: string },
    fields: Readonly<Record<string, FieldSpec>>,
  ): Kind {
    const spec = ownField(fields, expression.name)
    if (spec) return spec.type
    this.#fault(expression, {
      code: 'field-unknown',
      found: expression.name,
      suggestion: nearestName(expression.name, Object.keys(fields)),
      id: `Syarat ini memakai "${expression.name}" yang tidak ada.`,
      en: `The rule uses "${expression.name}", which does not exist.`,
    })
    return undefined
  }

  #paramKind(expression: Expression & { readonly name: string }): Kind {
    const params = this.#vocabulary.params ?? {}
    const value = Object.hasOwn(params, expression.name) ? params[expression.name] : undefined
    if (value !== undefined) return typeof value === 'number' ? 'int' : 'text'
    this.#fault(expression, {
      code: 'param-unknown',
      found: expression.name,
      suggestion: nearestName(expression.name, Object.keys(params)),
      id: `Nilai "${expression.name}" tidak ada atau tidak berlaku sepanjang masa aturan ini.`,
      en: `The value "${expression.name}" does not exist or does not hold for the whole time of this rule.`,
    })
    return undefined
  }

  #ageKind(expression: Expression & { readonly kind: 'age-on' }): Kind {
    const fields =
      expression.variable === undefined ? this.#vocabulary.fields : this.#vocabulary.members
    if (!fields || !ownField(fields, 'age_years')) {
      this.#fault(expression, {
        code: 'field-unknown',
        found: 'ageOn',
        id: 'Umur tidak ada di sini; aturan ini tentang keluarga. Pakai m.ageOn("…") di dalam members.',
        en: 'There is no age here; the rule is about the family. Use m.ageOn("…") inside members.',
      })
    } else if (!isIsoDate(expression.date)) {
      this.#fault(expression, {
        code: 'date-impossible',
        found: expression.date,
        id: `Tanggal "${expression.date}" tidak ada. Tulis seperti 2025-07-14.`,
        en: `There is no date "${expression.date}". Write it as 2025-07-14.`,
      })
    }
    return 'int'
  }

  /** What the items of a list are: all texts or all numbers. */
  #itemKind({ items }: Expression & { readonly kind: 'list' }): Kind {
    const [first] = items
    if (!first) return undefined
    const kind = this.#kindOf(first) === 'int' ? 'int' : 'text'
    for (const item of items) this.expect(item, kind)
    return kind
  }

  #comparison(expression: Expression & { readonly kind: 'comparison' }): void {
    const { operator, left, right } = expression
    if (operator === 'in') {
      this.expect(left, (right.kind === 'list' ? this.#itemKind(right) : undefined) ?? 'text')
      if (right.kind !== 'list') this.expect(right, 'list')
      this.#checkValues(left, right)
      this.#checkValues(right, left)
      return
    }
    const kind = this.#kindOf(left)
    if (kind === undefined) {
      this.#kindOf(right)
      return
    }
    this.expect(right, kind)
    if (kind === 'list' || (kind === 'bool' && operator !== '==' && operator !== '!=')) {
      this.#fault(expression, {
        code: 'type-mismatch',
        found: operator,
        id: `Tanda "${operator}" tidak dapat membandingkan ${kindNames[kind].id}.`,
        en: `The sign "${operator}" cannot compare ${kindNames[kind].en}.`,
      })
    }
    this.#checkValues(left, right)
    this.#checkValues(right, left)
  }

  /** A text that is compared with a field of a closed list must be one of that list. */
  #checkValues(field: Expression, other: Expression): void {
    const values = this.#closedValues(field)
    if (!values) return
    const texts = other.kind === 'list' ? other.items : [other]
    for (const text of texts) {
      if (text.kind !== 'literal' || typeof text.value !== 'string') continue
      if (values.includes(text.value)) continue
      this.#fault(text, {
        code: 'value-unknown',
        found: text.value,
        suggestion: nearestName(text.value, values),
        id: `"${text.value}" bukan isian "${this.#written(field)}". Yang ada: ${values.join(', ')}.`,
        en: `"${text.value}" is no value of "${this.#written(field)}". There are ${values.join(', ')}.`,
      })
    }
  }

  #closedValues(field: Expression): readonly string[] | undefined {
    if (field.kind === 'field') return ownField(this.#vocabulary.fields, field.name)?.values
    if (field.kind === 'member-field') {
      return ownField(this.#vocabulary.members ?? {}, field.name)?.values
    }
    return undefined
  }

  #choice(expression: Expression & { readonly kind: 'choice' }): Kind {
    this.expect(expression.test, 'bool')
    const kind = this.#kindOf(expression.yes)
    if (kind === undefined) this.#kindOf(expression.no)
    else this.expect(expression.no, kind)
    return kind
  }

  #needMembers(expression: Expression): void {
    if (this.#vocabulary.members) return
    this.#fault(expression, {
      code: 'quantifier-misplaced',
      found: 'members',
      id: 'Di sini tidak ada anggota keluarga yang dapat ditanyakan.',
      en: 'There are no family members to ask about here.',
    })
  }

  #written({ span }: Expression): string {
    return this.#text.slice(span.from, span.to).slice(0, 80)
  }

  #fault({ span }: Expression, words: FaultWords): void {
    this.faults.push(ruleFaultAt(this.#text, span.from, words))
  }
}

/** Not `fields[name]`: a rule about "constructor" must not find what every object has. */
function ownField(
  fields: Readonly<Record<string, FieldSpec>>,
  name: string,
): FieldSpec | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
