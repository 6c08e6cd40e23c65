import type { Words } from './field-catalogue.ts'
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
import type { ConditionOutcome, ReasonFact, Tri } from './schema.ts'

/** One family or person before one programme. */
export interface Case {
  readonly familyId: string
  readonly personId?: string
  /** With `subject` where the programme is for persons. */
  readonly facts: Facts
  /** Name of the person decided about; asked for only where the reason says it. */
  readonly subjectName: () => string
  readonly memberName: (memberNo: number) => string
  /** Records of the ledger for the family. */
  readonly received: readonly string[]
  /** Records of the ledger for the person, where the programme is for persons. */
  readonly receivedByPerson?: readonly string[]
  /** Row that says a fact, where it is known. */
  readonly refOf?: ((field: string, memberNo: number | undefined) => ReasonFact['ref']) | undefined
}

/** How a case came out, before it is put into words. */
export interface Verdict {
  readonly result: Tri
  /** Parallel to the conditions. */
  readonly results: readonly Tri[]
  readonly concerns: Tri
  readonly isReceiving: boolean
}

/** A verdict with what made it. */
export interface ToldVerdict {
  readonly reasonCode: string
  readonly outcomes: readonly ConditionOutcome[]
  readonly missing: readonly string[]
  readonly words: Words
}

const concernsCondition = 'concerns'

/** Reasons that name no person, by what they rest on: a city repeats a few of them very often. */
const toldBefore = new WeakMap<ReadyProgramme, Map<string, ToldVerdict>>()
const mostTold = 20_000

/** The decisive conditions of a verdict with their facts, and the reason in words. */
export function tellVerdict(ready: ReadyProgramme, given: Case, verdict: Verdict): ToldVerdict {
  const key = sharedKey(ready, given, verdict)
  if (key === undefined) return tellAnew(ready, given, verdict)
  const known = toldBefore.get(ready) ?? new Map<string, ToldVerdict>()
  toldBefore.set(ready, known)
  const told = known.get(key) ?? tellAnew(ready, { ...given, refOf: undefined }, verdict)
  if (known.size < mostTold) known.set(key, told)
  return withRefs(told, given)
}

/** A shared reason with the rows that say its facts of this family. */
function withRefs(told: ToldVerdict, { refOf }: Case): ToldVerdict {
  if (!refOf) return told
  const outcomes = told.outcomes.map((outcome) => ({
    ...outcome,
    facts: outcome.facts.map((fact) => {
      const ref = fact.value === null ? undefined : refOf(fact.field, undefined)
      return ref ? { ...fact, ref } : fact
    }),
  }))
  return { ...told, outcomes }
}

/** Help on record that closes the programme, as the one outcome. */
export function tellEarlierAid(ready: ReadyProgramme, record: string): ToldVerdict {
  const facts = [{ field: 'receives', value: record }]
  return {
    reasonCode: 'earlier-aid',
    outcomes: [{ conditionId: 'earlier-aid', result: false, facts }],
    missing: [],
    words: earlierAidWords(record, ready),
  }
}

/** What a verdict on the family's facts alone rests on; undefined when a member's fact is in it. */
function sharedKey(
  { conditions }: ReadyProgramme,
  { facts }: Case,
  { result, results, concerns, isReceiving }: Verdict,
): string | undefined {
  if (result === null && concerns === null) return undefined
  let key = `${result} ${isReceiving}`
  for (const [no, { familyFields }] of conditions.entries()) {
    if (results[no] !== result) continue
    if (!familyFields) return undefined
    key += `|${no}`
    for (const field of familyFields) key += ` ${showValue(facts.values[field])}`
  }
  return key
}

function tellAnew(ready: ReadyProgramme, given: Case, verdict: Verdict): ToldVerdict {
  const { memberName, subjectName } = given
  const { isReceiving } = verdict
  const context: ReasonContext = { ready, isReceiving, memberName, subjectName }
  const telling = tellingOutcomes(ready, given, verdict)
  const outcomes = telling.map((outcome) => outcomeOf(outcome, given))
  if (verdict.result === true) {
    return { reasonCode: 'ok', outcomes, missing: [], words: eligibleWords(telling, context) }
  }
  if (verdict.result === false) {
    const reasonCode = telling[0]?.condition.id ?? ''
    return { reasonCode, outcomes, missing: [], words: ineligibleWords(telling, context) }
  }
  const missing = [...new Set(telling.flatMap(({ explanation }) => explanation.missing))]
  const reasonCode = missing[0] ?? unlistedMembers
  return { reasonCode, outcomes, missing, words: unknownWords(telling, context) }
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
    familyFields: undefined,
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
