import { type AmountFound, amountOf } from './amount.ts'
import { findEarlierAid, isSameProgramme } from './earlier-aid.ts'
import {
  earlierAidWords,
  eligibleWords,
  ineligibleWords,
  type ReasonContext,
  type TellingOutcome,
  unknownWords,
} from './reason-words.ts'
import { unlistedMembers } from './rule-language/explain.ts'
import { type Facts, showValue } from './rule-language/value.ts'
import type { ReadyCondition, ReadyProgramme } from './rules-in-force.ts'
import type { ConditionOutcome, ProgrammeDecision, ReasonFact, Tri } from './schema.ts'

/** One family or person before one programme. */
export interface Case {
  readonly familyId: string
  readonly personId?: string
  /** With `subject` where the programme is for persons. */
  readonly facts: Facts
  readonly subjectName: string
  readonly memberName: (memberNo: number) => string
  /** Records of the ledger for the family. */
  readonly received: readonly string[]
  /** Records of the ledger for the person, where the programme is for persons. */
  readonly receivedByPerson?: readonly string[]
  /** Row that says a fact, where it is known. */
  readonly refOf?: (field: string, memberNo: number | undefined) => ReasonFact['ref']
}

const concernsCondition = 'concerns'

/**
 * What a programme says of one case; undefined when it does not concern the person at all.
 *
 * Two passes: the conditions in Kleene logic, then earlier help on record. An unknown fact never
 * makes an "ineligible"; a "no" stands whatever else is unknown.
 */
export function decideCase(ready: ReadyProgramme, given: Case): ProgrammeDecision | undefined {
  const { facts } = given
  const concerns = ready.concerns ? ready.concerns.test(facts) : true
  if (concerns === false) return undefined

  const { programme } = ready
  const isReceiving = (given.receivedByPerson ?? given.received).some((record) =>
    isSameProgramme(programme, record),
  )
  const { memberName, subjectName } = given
  const context: ReasonContext = { ready, isReceiving, subjectName, memberName }
  const head = {
    familyId: given.familyId,
    ...(given.personId === undefined ? {} : { personId: given.personId }),
    programme: programme.code,
    ruleVersion: `${programme.code}@${ready.version.from}`,
  }

  const results = ready.conditions.map(({ rule }) => rule.test(facts))
  const result = results.includes(false)
    ? false
    : concerns === null || results.includes(null)
      ? null
      : true
  const earlier =
    result === false ? undefined : findEarlierAid(programme.exclusivity.earlierAid, given.received)
  if (earlier !== undefined) {
    const words = earlierAidWords(earlier, context)
    return {
      ...head,
      result: 'ineligible',
      reasonCode: 'earlier-aid',
      outcomes: [
        {
          conditionId: 'earlier-aid',
          result: false,
          facts: [{ field: 'receives', value: earlier }],
        },
      ],
      missing: [],
      reasonId: words.id,
      reasonEn: words.en,
      isReceiving,
    }
  }

  const telling = tellingOutcomes(ready, given, { result, results, concerns })
  const outcomes = telling.map((outcome) => outcomeOf(outcome, given))
  if (result === false) {
    const words = ineligibleWords(telling, context)
    return {
      ...head,
      result: 'ineligible',
      reasonCode: telling[0]?.condition.id ?? '',
      outcomes,
      missing: [],
      reasonId: words.id,
      reasonEn: words.en,
      isReceiving,
    }
  }
  if (result === null) {
    const words = unknownWords(telling, context)
    const missing = [...new Set(telling.flatMap(({ explanation }) => explanation.missing))]
    return {
      ...head,
      result: 'unknown',
      reasonCode: missing[0] ?? unlistedMembers,
      outcomes,
      missing,
      reasonId: words.id,
      reasonEn: words.en,
      isReceiving,
    }
  }
  const words = eligibleWords(telling, context)
  return {
    ...head,
    result: 'eligible',
    ...amountFields(ready, ready.amount && amountOf(ready.amount, facts)),
    reasonCode: 'ok',
    outcomes,
    missing: [],
    reasonId: words.id,
    reasonEn: words.en,
    isReceiving,
  }
}

function amountFields(
  { amount }: ReadyProgramme,
  found: AmountFound | undefined,
): Pick<ProgrammeDecision, 'amountRp' | 'amountPeriod' | 'isAmountMinimum'> {
  if (!amount || !found) return {}
  const { amountRp, isMinimum } = found
  return {
    amountRp,
    amountPeriod: amount.period,
    ...(isMinimum ? { isAmountMinimum: true } : {}),
  }
}

interface Verdict {
  readonly result: Tri
  /** Parallel to the conditions. */
  readonly results: readonly Tri[]
  readonly concerns: Tri
}

/** The conditions that came out as the decision did: they made it. */
function tellingOutcomes(
  { conditions, concerns }: ReadyProgramme,
  { facts }: Case,
  verdict: Verdict,
): readonly TellingOutcome[] {
  const telling = conditions.flatMap((condition, no) =>
    verdict.results[no] === verdict.result
      ? [{ condition, explanation: condition.rule.explain(facts) }]
      : [],
  )
  if (verdict.result !== null || verdict.concerns !== null || !concerns) return telling
  const condition: ReadyCondition = {
    id: concernsCondition,
    rule: concerns,
    no: undefined,
    change: undefined,
    condition: {
      id: concernsCondition,
      text: concerns.text,
      label: { id: 'siapa yang ditanyakan', en: 'whom it concerns' },
      legal: '',
      onUnknown: 'ask',
    },
  }
  return [{ condition, explanation: concerns.explain(facts) }, ...telling]
}

function outcomeOf({ condition, explanation }: TellingOutcome, given: Case): ConditionOutcome {
  const seen = new Set<string>()
  const facts: ReasonFact[] = []
  for (const leaf of explanation.because) {
    for (const { field, value, memberNo } of leaf.facts) {
      const key = `${field} ${memberNo ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      const ref = value === null ? undefined : given.refOf?.(field, memberNo)
      facts.push({ field, value: showValue(value), ...(ref ? { ref } : {}) })
    }
  }
  return { conditionId: condition.id, result: explanation.result, facts }
}
