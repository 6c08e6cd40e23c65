import type { Offer } from '#partner/schema'
import type { IsoDate } from '#platform/dates'
import type { Tri } from '#programme/schema'
import { type CompiledFilter, type CompileFilter, type Fields, fieldOf } from './filter-fields.ts'
import type { FieldValue, NeedInput, UnservedReason } from './schema.ts'
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

/** What needs alike in sector, indicator, ward and the asked facts have in common. */
interface Verdict {
  readonly classNo: number
  readonly reason: UnservedReason
  readonly unknown: readonly { readonly offer: number; readonly field: string }[]
  count: number
}

/** The offers for one sector and indicator, and the facts that their filters ask for. */
interface Market {
  readonly offers: readonly number[]
  readonly names: readonly string[]
  readonly factNos: Map<string, number>
  readonly verdicts: Map<number, Verdict>
}

/** Most wards of one run; packs ward and fact numbers into one exact key. */
const wardLimit = 1 << 22

/**
 * Sorts needs into classes with the same compatible offers.
 *
 * Filters are asked once for all needs alike in the facts they use, not once a need.
 */
export function findCompatibility(request: CompatibilityRequest): Compatibility {
  const { needs, offers, compile } = request
  const filters = offers.map((offer) => compileOrAsk(compile, offer.filter))
  const classes: (readonly number[])[] = []
  const classNos = new Map<string, number>()
  const classOf = new Int32Array(needs.length).fill(-1)
  const verdictOf: Verdict[] = []
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

  for (const [index, need] of needs.entries()) {
    const marketKey = `${need.sector}|${need.indicator}`
    let market = markets.get(marketKey)
    if (!market) {
      market = openMarket(offers, filters, need)
      markets.set(marketKey, market)
    }
    const wardNo = intern(wardNos, need.ward)
    const factNo = intern(market.factNos, factKey(need, market.names))
    const key = factNo * wardLimit + wardNo
    let verdict = market.verdicts.get(key)
    if (!verdict) {
      const judged = judge(need, market, filters, request)
      verdict = { ...judged, classNo: internClass(judged.compatible), count: 0 }
      market.verdicts.set(key, verdict)
    }
    verdict.count++
    verdictOf.push(verdict)
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
  filters: readonly CompiledFilter[],
  { sector, indicator }: NeedInput,
): Market {
  const inMarket = offers.flatMap((offer, index) =>
    offer.sector === sector && (offer.indicator === '' || offer.indicator === indicator)
      ? [index]
      : [],
  )
  const names = new Set(inMarket.flatMap((index) => filters[index]?.fields ?? []))
  // The ward and the market are part of the key already.
  for (const name of ['ward', 'sector', 'indicator']) names.delete(name)
  return { offers: inMarket, names: [...names].sort(), factNos: new Map(), verdicts: new Map() }
}

function factKey(need: NeedInput, names: readonly string[]): string {
  let key = ''
  for (const name of names) {
    const value = fieldOf(need, name)
    // The type is part of the key: the text "3" is not the number 3.
    key += value === null ? '\u0001' : `\u0001${typeof value === 'string' ? '"' : ''}${value}`
  }
  return key
}

function judge(
  need: NeedInput,
  market: Market,
  filters: readonly CompiledFilter[],
  { offers, on, closedBundles }: CompatibilityRequest,
): {
  compatible: readonly number[]
  reason: UnservedReason
  unknown: { offer: number; field: string }[]
} {
  const compatible: number[] = []
  const unknown: { offer: number; field: string }[] = []
  const reasons = new Set<UnservedReason>()
  const fields = askedFields(need, market.names)
  for (const index of market.offers) {
    const offer = offers[index]
    const filter = filters[index]
    if (!offer || !filter) continue
    const reaches = reachesWard(offer.wards, need.ward)
    const result: Tri = reaches === false ? false : filter.test(fields)
    if (reaches === false) reasons.add('offer-elsewhere')
    else if (!isOpenOn(offer, on)) reasons.add('outside-window')
    else if (result === false) reasons.add('not-eligible')
    else if (result === null || reaches === null) {
      reasons.add('filter-unknown')
      const missing = result === null ? unknownFields(filter, fields) : []
      for (const field of reaches === null ? ['ward', ...missing] : missing) {
        unknown.push({ offer: index, field })
      }
    } else if (closedBundles.has(`${index}|${need.ward}`)) reasons.add('bundle-closed')
    else compatible.push(index)
  }
  return { compatible, reason: furthest(reasons), unknown }
}

/** Fields to ask for; all that it looks at where the filter names none: a text for a number. */
function unknownFields(filter: CompiledFilter, fields: Fields): readonly string[] {
  const missing = filter.missing(fields)
  return missing.length > 0 ? missing : filter.fields
}

function askedFields(need: NeedInput, names: readonly string[]): Fields {
  const fields: Record<string, FieldValue> = {}
  for (const name of [...names, 'ward', 'sector', 'indicator']) fields[name] = fieldOf(need, name)
  return fields
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

/** A filter that cannot be read never lets anybody in nor turns anybody away: it asks. */
function compileOrAsk(compile: CompileFilter, text: string): CompiledFilter {
  if (text.trim() === '') return { fields: [], test: () => true, missing: () => [] }
  try {
    return compile(text)
  } catch {
    return { fields: [], test: () => null, missing: () => ['filter'] }
  }
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
