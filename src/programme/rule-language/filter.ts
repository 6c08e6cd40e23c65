import type { Tri } from '../schema.ts'
import { compileTruth } from './evaluate.ts'
import { explainer } from './explain.ts'
import { parseRule } from './parse.ts'
import { ruleFaultAt, ruleUnreadable } from './rule-fault.ts'
import { type ComparisonOperator, type Expression, partsOf } from './syntax.ts'
import { arithmetic, asTri, compare, type FactValue, isRange, isTextList, not } from './value.ts'

/** A need's columns as they come: from a list, or as text from a CSV file. */
export type FilterFields = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>

export interface CompiledFilter {
  readonly text: string
  /** Columns that the filter looks at, each once. */
  readonly fields: readonly string[]
  readonly test: (fields: FilterFields) => Tri
  /** Columns that would have to be known to settle it; empty when it is settled. */
  readonly missing: (fields: FilterFields) => readonly string[]
}

/**
 * The filter of an offer over the columns of a need, any of which may be a field.
 *
 * An absent column, null and an empty text are unknown; after `in` an empty text is the empty list.
 * Numbers, yes/no and lists may be given as text: `"4"` is below 5, `"ya"`, `"true"` and `"1"` are
 * true, `"PKH SEMBAKO"` and `"PKH;SEMBAKO"` are lists. A text that should be a number and is none
 * is unknown. An empty filter holds for all.
 *
 * @throws AppError `rule-unreadable` when the text is no rule, or speaks of members or parameters.
 */
export function compileFilter(text: string): CompiledFilter {
  if (text.trim() === '') {
    return { text, fields: [], test: () => true, missing: () => [] }
  }
  const { expression, fault } = parseRule(text)
  if (!expression) throw ruleUnreadable(text, [fault])
  const foreign = findForeign(expression)
  if (foreign) {
    const found = text.slice(foreign.span.from, foreign.span.to)
    throw ruleUnreadable(text, [
      ruleFaultAt(text, foreign.span.from, {
        code: 'quantifier-misplaced',
        found,
        id: `"${found}" tidak dapat dipakai dalam saringan penawaran. Pakai kolom kebutuhan.`,
        en: `"${found}" cannot be used in the filter of an offer. Use the columns of the need.`,
      }),
    ])
  }
  const meaning = { params: {}, compare: compareTolerant, arithmetic: arithmeticTolerant }
  const question = asQuestion(expression)
  const truth = compileTruth(question, meaning)
  const explain = explainer(text, question, meaning)
  return {
    text,
    fields: [...new Set(fieldNames(expression))],
    test: (fields) => truth({ values: known(fields) }, undefined),
    missing: (fields) => explain({ values: known(fields) }).missing,
  }
}

/** A bare column in the place of a yes or no is read as `column == true`. */
function asQuestion(expression: Expression): Expression {
  switch (expression.kind) {
    case 'field':
      return {
        kind: 'comparison',
        operator: '==',
        left: expression,
        right: { kind: 'literal', value: true, span: expression.span },
        span: expression.span,
      }
    case 'not':
      return { ...expression, operand: asQuestion(expression.operand) }
    case 'and':
    case 'or':
      return {
        ...expression,
        left: asQuestion(expression.left),
        right: asQuestion(expression.right),
      }
    case 'choice':
      return {
        ...expression,
        test: asQuestion(expression.test),
        yes: asQuestion(expression.yes),
        no: asQuestion(expression.no),
      }
    default:
      return expression
  }
}

function known(fields: FilterFields): Record<string, FactValue | undefined> {
  return fields
}

/** As `compare`, but a text is read as what the other side is. */
function compareTolerant(operator: ComparisonOperator, left: FactValue, right: FactValue): Tri {
  if (left === null || right === null) return null
  if (operator === 'in') return isInTolerant(left, right)
  if (operator === '!=') return not(compareTolerant('==', left, right))
  if (left === '' || right === '') return null
  if (isTextList(left) || isTextList(right)) return null
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    return compare(operator, readTruth(left), readTruth(right))
  }
  if (typeof left === 'string' && typeof right === 'string') {
    const a = readNumber(left)
    const b = readNumber(right)
    const isOrder = operator !== '=='
    return isOrder && a !== null && b !== null
      ? compare(operator, a, b)
      : compare(operator, left.trim(), right.trim())
  }
  return compare(operator, readNumber(left), readNumber(right))
}

function arithmeticTolerant(
  operator: '+' | '-' | '*',
  left: FactValue,
  right: FactValue,
): ReturnType<typeof arithmetic> {
  return arithmetic(operator, readNumber(left), readNumber(right))
}

function isInTolerant(left: FactValue, right: FactValue): Tri {
  if (left === '' || left === null || isTextList(left) || isRange(left)) return null
  const list = typeof right === 'string' ? splitList(right) : right
  if (!isTextList(list)) return null
  return list.includes(String(left).trim())
}

function splitList(text: string): readonly string[] {
  return text
    .replace(/^\[|\]$/g, '')
    .split(/[\s;,|]+/)
    .map((item) => item.replace(/^["']|["']$/g, ''))
    .filter((item) => item !== '')
}

function readNumber(value: FactValue): FactValue {
  if (typeof value !== 'string') return value
  const text = value.trim()
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
}

const yesWords: ReadonlySet<string> = new Set(['true', '1', 'ya', 'y', 'yes', 'ada'])
const noWords: ReadonlySet<string> = new Set(['false', '0', 'tidak', 't', 'no', 'n', 'tidak ada'])

function readTruth(value: FactValue): Tri {
  if (value === 1) return true
  if (value === 0) return false
  if (typeof value !== 'string') return asTri(value)
  const word = value.trim().toLowerCase()
  return yesWords.has(word) ? true : noWords.has(word) ? false : null
}

function findForeign(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'param':
    case 'age-on':
    case 'exists':
    case 'all':
    case 'count':
      return expression
    default:
      return partsOf(expression).map(findForeign).find(Boolean)
  }
}

function fieldNames(expression: Expression): readonly string[] {
  if (expression.kind === 'field') return [expression.name]
  return partsOf(expression).flatMap(fieldNames)
}
