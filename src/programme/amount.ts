import type { Facts } from './rule-language/value.ts'
import type { ReadyAmount } from './rules-in-force.ts'

/** Rupiah a period; `isMinimum` when a fact is missing that could raise it. */
export interface AmountFound {
  readonly amountRp: number
  readonly isMinimum: boolean
}

/**
 * What a decision pays in whole rupiah; undefined when nothing is known to be paid.
 *
 * Works with a lower and an upper sum: where they differ the lower one is told, as a minimum.
 */
export function amountOf(amount: ReadyAmount, facts: Facts): AmountFound | undefined {
  const { lo, hi } = amountRange(amount, facts)
  return lo > 0 ? { amountRp: lo, isMinimum: lo < hi } : undefined
}

interface SumRange {
  readonly lo: number
  readonly hi: number
}

function amountRange(amount: ReadyAmount, facts: Facts): SumRange {
  if (amount.kind === 'flat') return { lo: amount.payRp, hi: amount.payRp }
  if (amount.kind === 'cases') return casesRange(amount, facts)
  return componentsRange(amount, facts)
}

/** The first case that holds; an open case before it may be the one. */
function casesRange(amount: ReadyAmount & { readonly kind: 'cases' }, facts: Facts): SumRange {
  let lo = Number.POSITIVE_INFINITY
  let hi = 0
  for (const { rule, payRp } of amount.cases) {
    const holds = rule.test(facts)
    if (holds === false) continue
    lo = Math.min(lo, payRp)
    hi = Math.max(hi, payRp)
    if (holds) return { lo, hi }
  }
  // No case is sure: the pay may also be none of them.
  return { lo: 0, hi }
}

function componentsRange(
  amount: ReadyAmount & { readonly kind: 'components' },
  facts: Facts,
): SumRange {
  const sure: number[] = []
  const possible: number[] = []
  for (const subject of facts.members ?? []) {
    let lo = 0
    let hi = 0
    for (const { rule, payRp } of amount.components) {
      const holds = rule.test({ ...facts, subject })
      if (holds) lo = Math.max(lo, payRp)
      if (holds !== false) hi = Math.max(hi, payRp)
    }
    if (lo > 0) sure.push(lo)
    if (hi > 0) possible.push(hi)
  }
  const lo = highestSum(sure, amount.maxMembers)
  const hi = facts.mayHaveMoreMembers
    ? amount.maxMembers * Math.max(0, ...amount.components.map(({ payRp }) => payRp))
    : highestSum(possible, amount.maxMembers)
  return { lo, hi }
}

/** Sum of the highest payments, at most `count` of them. */
function highestSum(payments: readonly number[], count: number): number {
  return payments
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, payRp) => sum + payRp, 0)
}
