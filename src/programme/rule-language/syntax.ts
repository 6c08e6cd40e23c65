/** Where a piece of rule text stands: offsets from 0, end exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'
export type ArithmeticOperator = '+' | '-' | '*'

/**
 * A rule as a tree. The text of a rule is one way to write it; every reader (type check, closures,
 * explanation) walks this.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string | boolean; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  /** A fact of the subject: `decile`. */
  | { readonly kind: 'field'; readonly name: string; readonly span: Span }
  /** A fact of one member inside a quantifier: `m.age_years`. */
  | {
      readonly kind: 'member-field'
      readonly variable: string
      readonly name: string
      readonly span: Span
    }
  /** A dated value of the catalogue: `param("pkh.decile_max")`. */
  | { readonly kind: 'param'; readonly name: string; readonly span: Span }
  /** Completed years on a civil date; of a member when `variable` is there, else of the subject. */
  | {
      readonly kind: 'age-on'
      readonly variable?: string
      readonly date: string
      readonly span: Span
    }
  | { readonly kind: 'not' | 'negate'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'and' | 'or'
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'choice'
      readonly test: Expression
      readonly yes: Expression
      readonly no: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'exists' | 'all'
      readonly variable: string
      readonly body: Expression
      readonly span: Span
    }
  /** How many members there are, or how many of whom `body` holds. */
  | {
      readonly kind: 'count'
      readonly variable?: string
      readonly body?: Expression
      readonly span: Span
    }
  /** Length of a list or of a field that holds a list. */
  | { readonly kind: 'size'; readonly operand: Expression; readonly span: Span }

/** The expressions directly inside one, in the order of the text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'not':
    case 'negate':
    case 'size':
      return [expression.operand]
    case 'and':
    case 'or':
    case 'comparison':
    case 'arithmetic':
      return [expression.left, expression.right]
    case 'choice':
      return [expression.test, expression.yes, expression.no]
    case 'exists':
    case 'all':
      return [expression.body]
    case 'count':
      return expression.body ? [expression.body] : []
    case 'list':
      return expression.items
    default:
      return []
  }
}
