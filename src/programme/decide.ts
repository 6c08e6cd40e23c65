import { rankAmount } from './amount.ts'
import { reasonWords } from './reason-words.ts'
import { showValue } from './rule-language/value.ts'
import type { ReadyProgramme } from './rules-in-force.ts'
import type { ConditionOutcome, ProgrammeDecision, Tri } from './schema.ts'
import { type DecisionSubject, factsOf, memberOf, type ToldCondition } from './subject.ts'

/**
 * One programme held against one family or person; undefined where it does not concern them.
 *
 * All conditions must hold. One that fails decides, whatever else is unknown; an unknown one leaves
 * the decision open and becomes a question.
 */
export function decide(
  ready: ReadyProgramme,
  subject: DecisionSubject,
  isReceiving: boolean,
): ProgrammeDecision | undefined {
  const facts = factsOf(subject)
  const concerns = ready.concerns ? ready.concerns.test(facts) : true
  if (concerns === false) return undefined

  const told = ready.conditions.map(({ id, rule }) => ({
    conditionId: id,
    explanation: rule.explain(facts),
  }))
  if (concerns === null && ready.concerns) {
    told.unshift({ conditionId: 'concerns', explanation: ready.concerns.explain(facts) })
  }
  const result = resultOf(told.map(({ explanation }) => explanation.result))
  const decisive = decisiveOf(told, result)
  const missing = [...new Set(decisive.flatMap(({ explanation }) => explanation.missing))]
  const amount = result === 'ineligible' ? undefined : rankAmount(ready, subject, facts)
  const words = reasonWords({ ready, subject, result, decisive, missing, isReceiving })
  const member = memberOf(subject)
  return {
    familyId: subject.view.family.familyId,
    ...(member ? { personId: member.personId } : {}),
    programme: ready.programme.code,
    ruleVersion: `${ready.programme.code}@${ready.version.from}`,
    result,
    ...(amount === undefined ? {} : { amountRp: amount.amountRp, amountPeriod: amount.period }),
    reasonCode: reasonCode(result, decisive, missing),
    outcomes: decisive.map(toOutcome),
    missing: result === 'unknown' ? missing : [],
    reasonId: words.id,
    reasonEn: words.en,
    isReceiving,
  }
}

function resultOf(results: readonly Tri[]): ProgrammeDecision['result'] {
  if (results.includes(false)) return 'ineligible'
  return results.includes(null) ? 'unknown' : 'eligible'
}

function decisiveOf(
  told: readonly ToldCondition[],
  result: ProgrammeDecision['result'],
): readonly ToldCondition[] {
  if (result === 'eligible') return told
  const wanted: Tri = result === 'ineligible' ? false : null
  return told.filter(({ explanation }) => explanation.result === wanted)
}

function reasonCode(
  result: ProgrammeDecision['result'],
  decisive: readonly ToldCondition[],
  missing: readonly string[],
): string {
  if (result === 'eligible') return 'ok'
  if (result === 'unknown') return missing[0] ?? 'unknown'
  return decisive[0]?.conditionId ?? 'refused'
}

function toOutcome({ conditionId, explanation }: ToldCondition): ConditionOutcome {
  return {
    conditionId,
    result: explanation.result,
    facts: explanation.because.flatMap(({ facts }) =>
      facts.map(({ field, value }) => ({ field, value: showValue(value) })),
    ),
  }
}
