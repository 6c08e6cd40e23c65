import { amountOf } from './amount.ts'
import { findEarlierAid, isSameProgramme } from './earlier-aid.ts'
import type { ReadyProgramme } from './rules-in-force.ts'
import type { ProgrammeDecision, Tri } from './schema.ts'
import { type Case, tellEarlierAid, tellVerdict, type Verdict } from './tell-decision.ts'

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
  const results = ready.conditions.map(({ rule }) => rule.test(facts))
  const result = allOf(concerns, results)
  const records = given.receivedByPerson ?? given.received
  const isReceiving = records.some((record) => isSameProgramme(programme, record))
  const earlier =
    result === false ? undefined : findEarlierAid(programme.exclusivity.earlierAid, given.received)
  const verdict: Verdict = { result, results, concerns, isReceiving }
  const told =
    earlier === undefined ? tellVerdict(ready, given, verdict) : tellEarlierAid(ready, earlier)
  const amount =
    result === true && earlier === undefined && ready.amount
      ? amountOf(ready.amount, facts)
      : undefined
  // Filled in place: a city has hundreds of thousands of these.
  const decision: { -readonly [Key in keyof ProgrammeDecision]: ProgrammeDecision[Key] } = {
    familyId: given.familyId,
    programme: programme.code,
    ruleVersion: ready.versionName,
    result: earlier === undefined ? resultName(result) : 'ineligible',
    reasonCode: told.reasonCode,
    outcomes: told.outcomes,
    missing: told.missing,
    reasonId: told.words.id,
    reasonEn: told.words.en,
    isReceiving,
  }
  if (given.personId !== undefined) decision.personId = given.personId
  if (amount && ready.amount) {
    decision.amountRp = amount.amountRp
    decision.amountPeriod = ready.amount.period
    if (amount.isMinimum) decision.isAmountMinimum = true
  }
  return decision
}

function resultName(result: Tri): ProgrammeDecision['result'] {
  return result === null ? 'unknown' : result ? 'eligible' : 'ineligible'
}

function allOf(concerns: Tri, results: readonly Tri[]): Tri {
  if (results.includes(false)) return false
  return concerns === null || results.includes(null) ? null : true
}
