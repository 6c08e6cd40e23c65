import type { Tri } from '../schema.ts'
import { compileExpression, type Evaluator, type Meaning } from './evaluate.ts'
import type { Expression } from './syntax.ts'
import { and, asTri, type FactRow, type Facts, type FactValue, isRange, not, or } from './value.ts'

/** A fact that a leaf looked at. */
export interface LeafFact {
  readonly field: string
  readonly value: FactValue
  /** Index of the member whose fact it is; absent: of the subject. */
  readonly memberNo?: number
}

/** A smallest part of a rule that decided it: one comparison, one yes-or-no fact, one quantifier. */
export interface Leaf {
  /** The part as written in the rule. */
  readonly text: string
  readonly result: Tri
  readonly facts: readonly LeafFact[]
}

export interface Explanation {
  readonly result: Tri
  /** Decisive leaves only: the false ones of a "no", the true ones of a "yes", else the unknown ones. */
  readonly because: readonly Leaf[]
  /** Names of the facts that would settle it, in the order of the rule; `members` for unlisted members. */
  readonly missing: readonly string[]
}

/** Evaluators of parts of a rule, made once a rule. */
type Parts = Map<Expression, Evaluator>

interface Context {
  readonly text: string
  readonly facts: Facts
  readonly evaluatorOf: (part: Expression) => Evaluator
}

interface Member {
  readonly row: FactRow
  readonly no: number
}

interface Told {
  readonly result: Tri
  readonly leaves: readonly Leaf[]
}

/** Field name under which unlisted members are asked for. */
export const unlistedMembers = 'members'

/**
 * A function that gives the result of a checked expression with the leaves that decided it.
 *
 * It walks the tree apart from the evaluator of the whole, so that the two can be held against each
 * other.
 */
export function explainer(
  text: string,
  expression: Expression,
  meaning: Meaning,
): (facts: Facts) => Explanation {
  const parts: Parts = new Map()
  function evaluatorOf(part: Expression): Evaluator {
    const known = parts.get(part)
    if (known) return known
    const evaluator = compileExpression(part, meaning)
    parts.set(part, evaluator)
    return evaluator
  }
  return (facts) => {
    const { result, leaves } = tell(expression, { text, facts, evaluatorOf }, undefined)
    return { result, because: leaves, missing: missingFields(leaves) }
  }
}

function missingFields(leaves: readonly Leaf[]): readonly string[] {
  const missing = new Set<string>()
  for (const leaf of leaves) {
    if (leaf.result !== null) continue
    for (const fact of leaf.facts) {
      if (fact.value === null || fact.value === '' || isRange(fact.value)) missing.add(fact.field)
    }
  }
  return [...missing]
}

function tell(expression: Expression, context: Context, member: Member | undefined): Told {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return tellJunction(expression, context, member)
    case 'not': {
      const inner = tell(expression.operand, context, member)
      return { result: not(inner.result), leaves: inner.leaves }
    }
    case 'choice':
      return tellChoice(expression, context, member)
    case 'exists':
    case 'all':
      return tellQuantifier(expression, context)
    default:
      return tellLeaf(expression, context, member)
  }
}

function tellJunction(
  expression: Expression & { readonly kind: 'and' | 'or' },
  context: Context,
  member: Member | undefined,
): Told {
  const sides = [
    tell(expression.left, context, member),
    tell(expression.right, context, member),
  ] as const
  const join = expression.kind === 'and' ? and : or
  const result = join(sides[0].result, sides[1].result)
  return {
    result,
    leaves: sides.flatMap((side) => (side.result === result ? side.leaves : [])),
  }
}

function tellChoice(
  expression: Expression & { readonly kind: 'choice' },
  context: Context,
  member: Member | undefined,
): Told {
  const test = tell(expression.test, context, member)
  const yes = tell(expression.yes, context, member)
  const no = tell(expression.no, context, member)
  if (test.result === null) {
    const isSame = yes.result !== null && yes.result === no.result
    return isSame
      ? { result: yes.result, leaves: [...yes.leaves, ...no.leaves] }
      : { result: null, leaves: test.leaves }
  }
  const taken = test.result ? yes : no
  return { result: taken.result, leaves: [...test.leaves, ...taken.leaves] }
}

function tellQuantifier(
  expression: Expression & { readonly kind: 'exists' | 'all' },
  context: Context,
): Told {
  const members = context.facts.members ?? []
  const each = members.map((row, no) => tell(expression.body, context, { row, no }))
  const decisive = expression.kind === 'exists'
  const deciding = each.filter(({ result }) => result === decisive)
  if (deciding.length > 0) {
    return { result: decisive, leaves: deciding.flatMap(({ leaves }) => leaves) }
  }
  const open = each.filter(({ result }) => result === null)
  const { mayHaveMoreMembers } = context.facts
  if (open.length > 0 || mayHaveMoreMembers) {
    const leaves = open.flatMap((told) => told.leaves)
    return {
      result: null,
      leaves: mayHaveMoreMembers ? [...leaves, quantifierLeaf(expression, context, null)] : leaves,
    }
  }
  return { result: !decisive, leaves: [quantifierLeaf(expression, context, !decisive)] }
}

/** A quantifier that no single member decided is told as a whole. */
function quantifierLeaf(expression: Expression, context: Context, result: Tri): Leaf {
  const count = context.facts.members?.length ?? 0
  const value = result === null ? { lo: count, hi: Number.POSITIVE_INFINITY } : count
  return {
    text: written(expression, context),
    result,
    facts: [{ field: unlistedMembers, value }],
  }
}

function tellLeaf(expression: Expression, context: Context, member: Member | undefined): Told {
  const result = asTri(context.evaluatorOf(expression)(context.facts, member?.row))
  const facts = factsOf(expression, context, member)
  return { result, leaves: [{ text: written(expression, context), result, facts }] }
}

/** The facts under an expression that is no junction. */
function factsOf(
  expression: Expression,
  context: Context,
  member: Member | undefined,
): readonly LeafFact[] {
  switch (expression.kind) {
    case 'field':
      return [subjectFact(expression.name, context.facts)]
    case 'member-field':
      return [memberFact(expression.name, member?.row[expression.name] ?? null, member)]
    case 'age-on': {
      const value = context.evaluatorOf(expression)(context.facts, member?.row)
      return [memberFact('age_years', value, member)]
    }
    case 'list':
      return expression.items.flatMap((item) => factsOf(item, context, member))
    case 'comparison':
    case 'arithmetic':
    case 'and':
    case 'or':
      return [
        ...factsOf(expression.left, context, member),
        ...factsOf(expression.right, context, member),
      ]
    case 'not':
    case 'negate':
    case 'size':
      return factsOf(expression.operand, context, member)
    case 'choice':
      return [expression.test, expression.yes, expression.no].flatMap((part) =>
        factsOf(part, context, member),
      )
    case 'count':
      return countFacts(expression, context)
    default:
      return []
  }
}

/** A count shows how many; members that leave it open show what is not known of them. */
function countFacts(
  expression: Expression & { readonly kind: 'count' },
  context: Context,
): readonly LeafFact[] {
  const value = context.evaluatorOf(expression)(context.facts, undefined)
  const open: LeafFact[] = []
  if (expression.body) {
    for (const [no, row] of (context.facts.members ?? []).entries()) {
      const told = tell(expression.body, context, { row, no })
      if (told.result === null) open.push(...told.leaves.flatMap(({ facts }) => facts))
    }
  }
  // When only the unknown of listed members keeps the count open, nobody need be asked for others.
  const isOpenByOthers = context.facts.mayHaveMoreMembers === true
  const shown = isRange(value) && !isOpenByOthers ? value.lo : value
  return [...open, { field: unlistedMembers, value: shown }]
}

function subjectFact(field: string, { subject, values }: Facts): LeafFact {
  const row = subject !== undefined && Object.hasOwn(subject, field) ? subject : values
  return { field, value: (Object.hasOwn(row, field) ? row[field] : null) ?? null }
}

function memberFact(field: string, value: FactValue, member: Member | undefined): LeafFact {
  return member ? { field, value, memberNo: member.no } : { field, value }
}

function written({ span }: Expression, { text }: Context): string {
  return text.slice(span.from, span.to)
}
