import type { Facts } from './rule-language/value.ts'
import type { ReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision } from './schema.ts'
import { type DecisionSubject, factsOf } from './subject.ts'

export interface RankedAmount {
  readonly amountRp: number
  readonly period: NonNullable<ProgrammeDecision['amountPeriod']>
}

/**
 * What the programme pays, in whole rupiah a period; undefined where it pays nothing that can be told.
 *
 * Of components each member counts once, at the highest pay that surely holds, and the highest
 * members up to the programme's number; what is unknown about a member adds nothing.
 */
export function rankAmount(
  { amount }: ReadyProgramme,
  subject: DecisionSubject,
  facts: Facts,
): RankedAmount | undefined {
  if (!amount) return undefined
  const { period } = amount
  if (amount.kind === 'flat') return { amountRp: amount.payRp, period }
  if (amount.kind === 'cases') {
    const first = amount.cases.find(({ rule }) => rule.test(facts) !== false)
    return first && first.rule.test(facts) === true ? { amountRp: first.payRp, period } : undefined
  }
  const pays = subject.view.members.map((_, memberNo) => {
    const own = factsOf({ view: subject.view, memberNo })
    const held = amount.components.filter(({ rule }) => rule.test(own) === true)
    return Math.max(0, ...held.map(({ payRp }) => payRp))
  })
  const highest = pays.filter((pay) => pay > 0).sort((left, right) => right - left)
  const amountRp = highest.slice(0, amount.maxMembers).reduce((sum, pay) => sum + pay, 0)
  return amountRp > 0 ? { amountRp, period } : undefined
}
