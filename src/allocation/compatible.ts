import type { Offer } from '#partner/schema'
import type { IsoDate } from '#platform/dates'
import type { CompileFilter } from './filter-fields.ts'
import { AskedFilter, type Outcome } from './filter-outcomes.ts'
import type { NeedInput, UnservedReason } from './schema.ts'
import { reachesWard } from './territory-match.ts'

/** Which offers may serve which needs, and why none may. */
export interface Compatibility {
  readonly classes: readonly (readonly number[])[]
  /** Class of each need, -1 where no offer may serve it. */
  readonly classOf: Int32Array
  /** Why no offer may, for needs of class -1. */
  readonly reasonOf: (need: number) => UnservedReason
  readonly questions: readonly { offerId: string; field: string; needCount: number }[]
}

export interface CompatibilityRequest {
  /** In order of priority, so that classes are numbered alike for shuffled needs. */
  readonly needs: readonly NeedInput[]
  readonly offers: readonly Offer[]
  readonly compile: CompileFilter
  readonly on: IsoDate | undefined
  /** Offers closed in a ward because a bundle there would stay too small: `offer index|ward`. */
  readonly closedBundles: ReadonlySet<string>
}

/** What needs alike in sector, indicator, ward and filter outcomes have in common. */
interface Verdict {
  readonly classNo: number
  readonly reason: UnservedReason
  readonly unknown: readonly { readonly offer: number; readonly field: string }[]
  count: number
}

/** The offers for one sector and indicator, and what their filters said so far. */
interface Market {
  readonly offers: readonly number[]
  /** Place in `filters` of each offer's filter. */
  readonly filterOf: readonly number[]
  readonly filters: readonly AskedFilter[]
  /** Tree of filter outcomes, one level a filter: next node by outcome number. */
  readonly tree: number[][]
  readonly verdicts: Map<number, Verdict>
}

/** More wards than any run has; packs tree node and ward into one exact key. */
const wardLimit = 1 << 22

/**
 * Sorts needs into classes with the same compatible offers.
 *
 * Each filter is asked once for all needs alike in the facts it uses, and offers are weighed once
 * for all needs of a ward with the same outcomes.
 */
export function findCompatibility(request: CompatibilityRequest): Compatibility {
  const { needs, offers, compile } = request
  const asked = new Map<string, AskedFilter>()
  for (const { filter } of offers) {
    if (!asked.has(filter)) asked.set(filter, new AskedFilter(filter, compile))
  }
  const classes: (readonly number[])[] = []
  const classNos = new Map<string, number>()
  const classOf = new Int32Array(needs.length).fill(-1)
  const verdictOf: Verdict[] = new Array(needs.length)
  const markets = new Map<string, Market>()
  const wardNos = new Map<string, number>()

  function internClass(set: readonly number[]): number {
    if (set.length === 0) return -1
    const key = set.join(' ')
    const known = classNos.get(key)
    if (known !== undefined) return known
    classNos.set(key, classes.length)
    return classes.push(set) - 1
  }

  function judgeAfresh(need: NeedInput, market: Market): Verdict {
    const { compatible, reason, unknown } = judge(need, market, request)
    return { classNo: internClass(compatible), reason, unknown, count: 0 }
  }

  for (let index = 0; index < needs.length; index++) {
    const need = needs[index]
    if (!need) continue
    const marketKey = `${need.sector}|${need.indicator}`
    let market = markets.get(marketKey)
    if (!market) {
      market = openMarket(offers, asked, need)
      markets.set(marketKey, market)
    }
    const key = leafOf(market, need) * wardLimit + intern(wardNos, need.ward)
    let verdict = market.verdicts.get(key)
    if (!verdict) {
      verdict = judgeAfresh(need, market)
      market.verdicts.set(key, verdict)
    }
    verdict.count++
    verdictOf[index] = verdict
    classOf[index] = verdict.classNo
  }

  return {
    classes,
    classOf,
    reasonOf: (need) => verdictOf[need]?.reason ?? 'no-offer',
    questions: countQuestions(markets, offers),
  }
}

function openMarket(
  offers: readonly Offer[],
  asked: ReadonlyMap<string, AskedFilter>,
  { sector, indicator }: NeedInput,
): Market {
  const inMarket = offers.flatMap((offer, index) =>
    offer.sector === sector && (offer.indicator === '' || offer.indicator === indicator)
      ? [index]
      : [],
  )
  const texts = [...new Set(inMarket.map((index) => offers[index]?.filter ?? ''))]
  return {
    offers: inMarket,
    filterOf: inMarket.map((index) => texts.indexOf(offers[index]?.filter ?? '')),
    filters: texts.flatMap((text) => asked.get(text) ?? []),
    tree: [[]],
    verdicts: new Map(),
  }
}

/** The node of the tree that stands for what all filters of the market say of a need. */
function leafOf({ filters, tree }: Market, need: NeedInput): number {
  let node = 0
  for (const filter of filters) {
    const branches = tree[node]
    const { no } = filter.ask(need)
    let next = branches?.[no]
    if (next === undefined) {
      next = tree.push([]) - 1
      if (branches) branches[no] = next
    }
    node = next
  }
  return node
}

function judge(
  need: NeedInput,
  market: Market,
  { offers, on, closedBundles }: CompatibilityRequest,
): {
  readonly compatible: readonly number[]
  readonly reason: UnservedReason
  readonly unknown: { readonly offer: number; readonly field: string }[]
} {
  const compatible: number[] = []
  const unknown: { offer: number; field: string }[] = []
  const reasons = new Set<UnservedReason>()
  const outcomes: readonly Outcome[] = market.filters.map((filter) => filter.ask(need))
  for (const [place, index] of market.offers.entries()) {
    const offer = offers[index]
    const outcome = outcomes[market.filterOf[place] ?? -1]
    if (!offer || !outcome) continue
    const reaches = reachesWard(offer.wards, need.ward)
    if (reaches === false) reasons.add('offer-elsewhere')
    else if (!isOpenOn(offer, on)) reasons.add('outside-window')
    else if (outcome.result === false) reasons.add('not-eligible')
    else if (outcome.result === null || reaches === null) {
      reasons.add('filter-unknown')
      if (reaches === null) unknown.push({ offer: index, field: 'ward' })
      for (const field of outcome.missing) unknown.push({ offer: index, field })
    } else if (closedBundles.has(`${index}|${need.ward}`)) reasons.add('bundle-closed')
    else compatible.push(index)
  }
  return { compatible, reason: furthest(reasons), unknown }
}

function isOpenOn({ windowFrom, windowTo }: Offer, on: IsoDate | undefined): boolean {
  if (on === undefined) return true
  return (
    (windowFrom === undefined || windowFrom <= on) && (windowTo === undefined || on <= windowTo)
  )
}

function furthest(reasons: ReadonlySet<UnservedReason>): UnservedReason {
  const byNearness = [
    'bundle-closed',
    'filter-unknown',
    'not-eligible',
    'outside-window',
    'offer-elsewhere',
  ] as const
  return byNearness.find((reason) => reasons.has(reason)) ?? 'no-offer'
}

function countQuestions(
  markets: ReadonlyMap<string, Market>,
  offers: readonly Offer[],
): Compatibility['questions'] {
  const counts = new Map<string, { offerId: string; field: string; needCount: number }>()
  for (const market of markets.values()) {
    for (const { unknown, count } of market.verdicts.values()) {
      for (const { offer, field } of unknown) {
        const offerId = offers[offer]?.offerId ?? ''
        const key = `${offerId}|${field}`
        const entry = counts.get(key) ?? { offerId, field, needCount: 0 }
        entry.needCount += count
        counts.set(key, entry)
      }
    }
  }
  return [...counts.values()].sort(
    (a, b) =>
      b.needCount - a.needCount ||
      (a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : a.field < b.field ? -1 : 1),
  )
}

function intern(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, numbers.size)
  return numbers.size - 1
}
