import type { Tri } from '../schema.ts'
import { checkRule } from './check.ts'
import { compileTruth } from './evaluate.ts'
import { type Explanation, explainer } from './explain.ts'
import { parseRule } from './parse.ts'
import { type RuleFault, ruleUnreadable } from './rule-fault.ts'
import type { Expression } from './syntax.ts'
import { arithmetic, compare, type Facts } from './value.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A rule text, ready to be asked. */
export interface CompiledRule {
  readonly text: string
  readonly expression: Expression
  /** The answer alone: for a whole city. */
  readonly test: (facts: Facts) => Tri
  /** The answer with what decided it: for one family. */
  readonly explain: (facts: Facts) => Explanation
}

/** All that is wrong with a rule text; empty when it can be compiled. */
export function ruleFaults(text: string, vocabulary: Vocabulary): readonly RuleFault[] {
  const { expression, fault } = parseRule(text)
  return expression ? checkRule(text, expression, vocabulary) : [fault]
}

/**
 * The rule that a text says, in the typed subset of CEL.
 *
 * Empty families: `exists` is no, `all` is yes, counts are 0.
 *
 * @throws AppError `rule-unreadable` with every fault, its line, column and what was probably meant.
 */
export function compileRule(text: string, vocabulary: Vocabulary): CompiledRule {
  const { expression, fault } = parseRule(text)
  if (!expression) throw ruleUnreadable(text, [fault])
  const faults = checkRule(text, expression, vocabulary)
  if (faults.length > 0) throw ruleUnreadable(text, faults)
  const meaning = { params: vocabulary.params ?? {}, compare, arithmetic }
  const truth = compileTruth(expression, meaning)
  return {
    text,
    expression,
    test: (facts) => truth(facts, undefined),
    explain: explainer(text, expression, meaning),
  }
}
