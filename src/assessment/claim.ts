import type { EvidenceFact } from './schema.ts'

/** Kleene truth: null is unknown. */
export type Tri = true | false | null

/** A fact that nobody has told yet; of the family where no person is named. */
export interface MissingFact {
  readonly fact: string
  readonly personId?: string
}

/**
 * A statement about a family or person with what stands behind it.
 *
 * Claims combine by Kleene's rules, so a missing fact can make an answer unknown and never turns
 * an unknown into a "no". `evidence` holds what decided a true or false, `missing` what would
 * settle an unknown.
 */
export interface Claim {
  readonly value: Tri
  readonly evidence: readonly EvidenceFact[]
  readonly missing: readonly MissingFact[]
}

const nothing: readonly never[] = []

/** A known answer with the facts that say so. */
export function known(value: boolean, ...evidence: readonly EvidenceFact[]): Claim {
  return { value, evidence, missing: nothing }
}

/** No answer until somebody tells these facts. */
export function unknown(...missing: readonly MissingFact[]): Claim {
  return { value: null, evidence: nothing, missing }
}

/** True when all are, false as soon as one is, else unknown. True for none. */
export function allOf(...claims: readonly Claim[]): Claim {
  return combine(claims, false)
}

/** True as soon as one is, false when all are, else unknown. False for none. */
export function anyOf(...claims: readonly Claim[]): Claim {
  return combine(claims, true)
}

/** One claim of the deciding value decides; else one unknown leaves it open. */
function combine(claims: readonly Claim[], deciding: boolean): Claim {
  const value = claims.some((claim) => claim.value === deciding)
    ? deciding
    : claims.some((claim) => claim.value === null)
      ? null
      : !deciding
  return joined(value, claims)
}

/** The opposite, for the same reasons. */
export function not(claim: Claim): Claim {
  return claim.value === null ? claim : { ...claim, value: !claim.value }
}

/** The claims of this value as one, with what stands behind them. */
function joined(value: Tri, claims: readonly Claim[]): Claim {
  const first = claims.find((claim) => claim.value === value)
  if (first === undefined) return { value, evidence: nothing, missing: nothing }
  const others = claims.filter((claim) => claim !== first && claim.value === value)
  if (others.length === 0) return first
  const same = [first, ...others]
  return {
    value,
    evidence: value === null ? nothing : distinctFacts(same.flatMap(({ evidence }) => evidence)),
    missing: value === null ? distinctMissing(same.flatMap(({ missing }) => missing)) : nothing,
  }
}

function distinctFacts(facts: readonly EvidenceFact[]): readonly EvidenceFact[] {
  return distinctBy(facts, ({ fact, value, ref }) =>
    [fact, value, ref?.file, ref?.sheet, ref?.row].join('|'),
  )
}

function distinctMissing(facts: readonly MissingFact[]): readonly MissingFact[] {
  return distinctBy(facts, ({ fact, personId }) => `${fact}|${personId ?? ''}`)
}

function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
