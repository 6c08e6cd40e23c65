import type { Offer } from '#partner/schema'
import type { IsoDate } from '#platform/dates'
import { bundlesToClose, findSmallBundles } from './bundles.ts'
import { type Compatibility, findCompatibility } from './compatible.ts'
import type { CompileFilter } from './filter-fields.ts'
import { keepLocks, type Locks } from './locks.ts'
import { orderOffers, placesOf, shareRp } from './places.ts'
import { orderByPriority, type PriorityOrder } from './priority.ts'
import { servedReason } from './reasons.ts'
import type {
  AllocationLine,
  AllocationPlan,
  Certificate,
  NeedInput,
  Policy,
  Shortfall,
  UnservedLine,
} from './schema.ts'
import { fillPlaces, type PlacesSolution } from './transversal.ts'

export interface PlanRequest {
  readonly needs: readonly NeedInput[]
  readonly offers: readonly Offer[]
  readonly policy?: Policy
  /** Day on which offers must be open; absent: windows are not looked at, and the plan says so. */
  readonly on?: IsoDate
  readonly compile: CompileFilter
}

/** One run of the matroid over one set of compatible offers. */
interface Attempt {
  readonly compatibility: Compatibility
  readonly locks: Locks
  readonly solution: PlacesSolution
}

interface Case {
  readonly order: PriorityOrder
  readonly offers: readonly Offer[]
  readonly places: readonly number[]
  readonly request: PlanRequest
}

/**
 * The most valuable plan of who gets what from whom, with its reasons and its proof.
 *
 * Locks first, then the exact priority allocation; the same input in any order gives the same plan.
 * Where offers want a smallest bundle a ward, too small ones are closed and the rest is planned
 * again: then the bound is that of the plan without bundles and the gap is proven, not zero.
 */
export function planAllocation(request: PlanRequest): AllocationPlan {
  const order = orderByPriority(request.needs, request.policy?.keepBonus ?? 0)
  const offers = orderOffers(request.offers)
  const theCase: Case = { order, offers, places: offers.map(placesOf), request }

  const first = attempt(theCase, new Set())
  const { last, closed } = keepBundles(theCase, first)

  return assemble(theCase, last, certify(theCase, first), [
    ...first.locks.broken,
    ...closed,
    ...uncheckedWindows(request),
  ])
}

/** One run of the matroid; locks found by an earlier one stay, whatever was closed since. */
function attempt(theCase: Case, closedBundles: ReadonlySet<string>, kept?: Locks): Attempt {
  const { order, offers, places, request } = theCase
  const { needs, points } = order
  const { compile, on } = request
  const compatibility = findCompatibility({ needs, offers, compile, on, closedBundles })
  const locks = kept ?? keepLocks(needs, offers, places, compatibility)
  const offerNos = new Map(offers.map((offer, index) => [offer.offerId, index]))
  const solution = fillPlaces({
    places: places.map((count, offer) => count - (locks.taken[offer] ?? 0)),
    classes: compatibility.classes,
    classOf: compatibility.classOf.map((classNo, need) =>
      (locks.offerOf[need] ?? -1) >= 0 ? -1 : classNo,
    ),
    points,
    preferred: Int32Array.from(needs, (need) => offerNos.get(need.promisedOffer) ?? -1),
  })
  return { compatibility, locks, solution }
}

function finalOffers({ locks, solution }: Attempt): Int32Array {
  return solution.offerOf.map((offer, need) => Math.max(offer, locks.offerOf[need] ?? -1))
}

/** Closes bundles that stay too small and plans again, until all that are left hold. */
function keepBundles(theCase: Case, first: Attempt): { last: Attempt; closed: Shortfall[] } {
  const { order, offers } = theCase
  const closedBundles = new Set<string>()
  const closed: Shortfall[] = []
  let last = first
  for (;;) {
    // A bundle of locks alone stays small for good: what is dispatched is dispatched.
    const small = findSmallBundles(order.needs, offers, finalOffers(last)).filter(
      ({ offer, ward }) => !closedBundles.has(`${offer}|${ward}`),
    )
    if (small.length === 0) return { last, closed }
    for (const { offer, ward, served } of bundlesToClose(small)) {
      closedBundles.add(`${offer}|${ward}`)
      const offerId = offers[offer]?.offerId ?? ''
      closed.push({ kind: 'bundle-closed', offerId, ward, cause: 'few-takers', count: served })
    }
    last = attempt(theCase, closedBundles, first.locks)
  }
}

function certify(theCase: Case, { compatibility, locks, solution }: Attempt): Certificate {
  const { order, offers, places, request } = theCase
  const { price } = solution
  const cheapest = compatibility.classes.map((set) =>
    Math.min(...set.map((offer) => price[offer] ?? 0)),
  )
  const locked: number[] = []
  let upperBound = 0
  const potential = Array.from(order.points, (points, need) => {
    if ((locks.offerOf[need] ?? -1) >= 0) {
      locked.push(need)
      upperBound += points
      return 0
    }
    const classNo = compatibility.classOf[need] ?? -1
    const gain = classNo < 0 ? 0 : Math.max(0, points - (cheapest[classNo] ?? 0))
    upperBound += gain
    return gain
  })
  for (const [offer, count] of places.entries()) {
    upperBound += (count - (locks.taken[offer] ?? 0)) * (price[offer] ?? 0)
  }
  return {
    version: 1,
    scale: order.scale,
    keepBonus: request.policy?.keepBonus ?? 0,
    on: request.on ?? '',
    offers: offers.map((offer, index) => ({
      offerId: offer.offerId,
      places: places[index] ?? 0,
      lockedPlaces: locks.taken[index] ?? 0,
      price: price[index] ?? 0,
    })),
    classes: compatibility.classes,
    needs: {
      needId: order.needs.map((need) => need.needId),
      points: [...order.points],
      class: [...compatibility.classOf],
      potential,
      locked,
    },
    upperBound,
  }
}

function assemble(
  theCase: Case,
  last: Attempt,
  certificate: Certificate,
  shortfalls: readonly Shortfall[],
): AllocationPlan {
  const { order, offers } = theCase
  const { compatibility, locks, solution } = last
  const offerOf = finalOffers(last)
  const cutoffOf = cutoffs(order, solution)
  const servedBy = offers.map(() => 0)
  const lines: AllocationLine[] = []
  const unserved: UnservedLine[] = []
  let points = 0
  for (const [index, need] of order.needs.entries()) {
    const { needId, score } = need
    const offerNo = offerOf[index] ?? -1
    const offer = offers[offerNo]
    const choices = compatibility.classes[compatibility.classOf[index] ?? -1] ?? []
    if (!offer) {
      unserved.push(
        choices.length === 0
          ? { needId, reasonCode: compatibility.reasonOf(index), score }
          : { needId, reasonCode: 'below-cutoff', score, ...lowestCutoff(choices, last, cutoffOf) },
      )
      continue
    }
    const needNo = servedBy[offerNo] ?? 0
    servedBy[offerNo] = needNo + 1
    points += order.points[index] ?? 0
    const reason = servedReason({
      offer,
      score,
      choices: choices.length,
      cutoff: cutoffOf(offerNo),
      isLocked: (locks.offerOf[index] ?? -1) >= 0,
      isPromised: need.promisedOffer === offer.offerId,
    })
    lines.push({
      needId,
      offerId: offer.offerId,
      units: 1 / offer.needsPerUnit,
      amountRp: shareRp(offer, needNo),
      reason: reason.id,
      reasonEn: reason.en,
    })
  }
  const { scale } = order
  return {
    lines,
    unserved,
    value: points / scale,
    upperBound: certificate.upperBound / scale,
    gap: (certificate.upperBound - points) / scale,
    served: lines.length,
    shortfalls,
    offerPrices: Object.fromEntries(
      offers.map((offer, index) => [offer.offerId, (solution.price[index] ?? 0) / scale]),
    ),
    certificate,
    questions: compatibility.questions,
  }
}

/**
 * The score of the last place that an offer gave away, undefined while it has room.
 *
 * Offers that closed together share it: their needs could have changed places. Locks do not count.
 * An offer without any place closed at the first need it turned away.
 */
function cutoffs(
  { points, scale }: PriorityOrder,
  { offerOf, blockOf, price }: PlacesSolution,
): (offer: number) => number | undefined {
  const lastOfBlock = new Map<number, number>()
  for (const [need, offer] of offerOf.entries()) {
    const block = blockOf[offer] ?? -1
    // Points fall, so the last one written is the lowest.
    if (block >= 0) lastOfBlock.set(block, points[need] ?? 0)
  }
  return (offer) => {
    const block = blockOf[offer] ?? -1
    return block < 0 ? undefined : (lastOfBlock.get(block) ?? price[offer] ?? 0) / scale
  }
}

/** The offer that a need was nearest to: of its compatible ones, the cheapest. */
function lowestCutoff(
  choices: readonly number[],
  { solution }: Attempt,
  cutoffOf: (offer: number) => number | undefined,
): { cutoff?: number } {
  let nearest = choices[0] ?? 0
  for (const offer of choices) {
    if ((solution.price[offer] ?? 0) < (solution.price[nearest] ?? 0)) nearest = offer
  }
  const cutoff = cutoffOf(nearest)
  return cutoff === undefined ? {} : { cutoff }
}

function uncheckedWindows({ offers, on }: PlanRequest): Shortfall[] {
  if (on !== undefined) return []
  return offers
    .filter(({ windowFrom, windowTo }) => windowFrom !== undefined || windowTo !== undefined)
    .map(({ offerId }) => ({ kind: 'window-not-checked', offerId, cause: 'no-date', count: 1 }))
}
