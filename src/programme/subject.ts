import type { FamilyView } from './facts.ts'
import type { Explanation } from './rule-language/explain.ts'
import type { FactRow, Facts } from './rule-language/value.ts'

/** A unit of decision: the family, or one member of it. */
export interface DecisionSubject {
  readonly view: FamilyView
  /** Index into `view.members`; absent for the family. */
  readonly memberNo?: number
}

/** A condition with how it came out, for the words. */
export interface ToldCondition {
  readonly conditionId: string
  readonly explanation: Explanation
}

/** The member whom a decision is about. */
export function memberOf({ view, memberNo }: DecisionSubject) {
  return memberNo === undefined ? undefined : view.members[memberNo]
}

/** The facts of a family, with those of one member laid beside them. */
export function factsOf({ view, memberNo }: DecisionSubject): Facts {
  if (memberNo === undefined) return view.facts
  const subject: FactRow = view.facts.members?.[memberNo] ?? {}
  return { ...view.facts, subject }
}
