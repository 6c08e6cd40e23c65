import type { Tri } from '../schema.ts'
import type { Expression } from './syntax.ts'
import {
  ageOn,
  and,
  type arithmetic,
  asTri,
  type compare,
  type FactRow,
  type Facts,
  type FactValue,
  isTextList,
  not,
  or,
  rangeOf,
} from './value.ts'

/** One node of a rule as a function: no tree is walked when a city is decided. */
export type Evaluator = (facts: Facts, member: FactRow | undefined) => FactValue

/** What a compiled text needs from outside the facts. */
export interface Meaning {
  readonly params: Readonly<Record<string, number | string>>
  /** How two values compare; the filter's own is tolerant of texts. */
  readonly compare: typeof compare
  readonly arithmetic: typeof arithmetic
}

const nobody: readonly FactRow[] = []

/**
 * The evaluator of a checked expression, in three-valued (Kleene) logic.
 *
 * More knowledge never turns a known answer round: a result that is not null stays when an unknown
 * fact becomes known.
 */
export function compileExpression(expression: Expression, meaning: Meaning): Evaluator {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression
      return () => value
    }
    case 'list':
      return compileList(expression, meaning)
    case 'field': {
      const { name } = expression
      // A column may be called like what every object has: then only its own value counts.
      if (name in Object.prototype) return (facts) => ownValue(facts.values, name)
      return (facts) => facts.subject?.[name] ?? facts.values[name] ?? null
    }
    case 'member-field': {
      const { name } = expression
      return (_, member) => member?.[name] ?? null
    }
    case 'param': {
      const value = meaning.params[expression.name] ?? null
      return () => value
    }
    case 'age-on': {
      const { date, variable } = expression
      return variable === undefined
        ? (facts) => ageOn(facts.subject ?? facts.values, date)
        : (_, member) => ageOn(member, date)
    }
    case 'not': {
      const operand = compileTruth(expression.operand, meaning)
      return (facts, member) => not(operand(facts, member))
    }
    case 'negate': {
      const operand = compileExpression(expression.operand, meaning)
      return (facts, member) => meaning.arithmetic('-', 0, operand(facts, member))
    }
    case 'and':
    case 'or':
      return compileJunction(expression, meaning)
    case 'comparison': {
      const left = compileExpression(expression.left, meaning)
      const right = compileExpression(expression.right, meaning)
      const { operator } = expression
      return (facts, member) => meaning.compare(operator, left(facts, member), right(facts, member))
    }
    case 'arithmetic': {
      const left = compileExpression(expression.left, meaning)
      const right = compileExpression(expression.right, meaning)
      const { operator } = expression
      return (facts, member) =>
        meaning.arithmetic(operator, left(facts, member), right(facts, member))
    }
    case 'choice':
      return compileChoice(expression, meaning)
    case 'exists':
    case 'all':
      return compileQuantifier(expression, meaning)
    case 'count':
      return compileCount(expression, meaning)
    case 'size': {
      const operand = compileExpression(expression.operand, meaning)
      return (facts, member) => {
        const value = operand(facts, member)
        return isTextList(value) ? value.length : null
      }
    }
  }
}

function ownValue(row: FactRow, name: string): FactValue {
  return Object.hasOwn(row, name) ? (row[name] ?? null) : null
}

/** As `compileExpression`, for an expression that says yes or no. */
export function compileTruth(
  expression: Expression,
  meaning: Meaning,
): (facts: Facts, member: FactRow | undefined) => Tri {
  const evaluate = compileExpression(expression, meaning)
  return (facts, member) => asTri(evaluate(facts, member))
}

function compileList(
  expression: Expression & { readonly kind: 'list' },
  meaning: Meaning,
): Evaluator {
  if (expression.items.every((item) => item.kind === 'literal')) {
    const texts = expression.items.flatMap((item) =>
      item.kind === 'literal' ? [String(item.value)] : [],
    )
    return () => texts
  }
  const items = expression.items.map((item) => compileExpression(item, meaning))
  return (facts, member) => {
    const texts: string[] = []
    for (const item of items) {
      const value = item(facts, member)
      // One unknown item leaves open what is in the list.
      if (value === null) return null
      texts.push(String(value))
    }
    return texts
  }
}

function compileJunction(
  expression: Expression & { readonly kind: 'and' | 'or' },
  meaning: Meaning,
): Evaluator {
  const left = compileTruth(expression.left, meaning)
  const right = compileTruth(expression.right, meaning)
  const decisive = expression.kind === 'or'
  const join = expression.kind === 'or' ? or : and
  return (facts, member) => {
    const first = left(facts, member)
    return first === decisive ? first : join(first, right(facts, member))
  }
}

function compileChoice(
  expression: Expression & { readonly kind: 'choice' },
  meaning: Meaning,
): Evaluator {
  const test = compileTruth(expression.test, meaning)
  const yes = compileExpression(expression.yes, meaning)
  const no = compileExpression(expression.no, meaning)
  return (facts, member) => {
    const known = test(facts, member)
    if (known !== null) return known ? yes(facts, member) : no(facts, member)
    const a = yes(facts, member)
    // Both ways lead to the same: the unknown test does not matter.
    return a !== null && meaning.compare('==', a, no(facts, member)) === true ? a : null
  }
}

function compileQuantifier(
  expression: Expression & { readonly kind: 'exists' | 'all' },
  meaning: Meaning,
): Evaluator {
  const body = compileTruth(expression.body, meaning)
  const decisive = expression.kind === 'exists'
  return (facts) => {
    let isOpen = facts.mayHaveMoreMembers === true
    for (const member of facts.members ?? nobody) {
      const holds = body(facts, member)
      if (holds === decisive) return decisive
      if (holds === null) isOpen = true
    }
    return isOpen ? null : !decisive
  }
}

function compileCount(
  expression: Expression & { readonly kind: 'count' },
  meaning: Meaning,
): Evaluator {
  const body = expression.body ? compileTruth(expression.body, meaning) : () => true as const
  return (facts) => {
    let lo = 0
    let unknown = 0
    for (const member of facts.members ?? nobody) {
      const holds = body(facts, member)
      if (holds === true) lo++
      else if (holds === null) unknown++
    }
    const hi = facts.mayHaveMoreMembers ? Number.POSITIVE_INFINITY : lo + unknown
    return rangeOf(lo, hi)
  }
}
