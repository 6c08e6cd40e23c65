import type { Offer } from '#partner/schema'

/**
 * Needs that an offer can serve: whole units by count and by rupiah, times needs per unit.
 *
 * An offer that states neither units nor a budget that limits them promises nothing: 0.
 */
export function placesOf(offer: Offer): number {
  const byCount = offer.units ?? Number.POSITIVE_INFINITY
  const byBudget =
    offer.budgetRp !== undefined && offer.unitCostRp > 0
      ? Math.floor(offer.budgetRp / offer.unitCostRp)
      : Number.POSITIVE_INFINITY
  const units = Math.floor(Math.min(byCount, byBudget))
  return Number.isFinite(units) ? Math.max(0, units) * offer.needsPerUnit : 0
}

/**
 * The share of a unit's cost that falls to the need with this number at the offer, from 0.
 *
 * Shares differ by at most a rupiah, and those of a full unit add up to its cost.
 */
export function shareRp(offer: Offer, needNo: number): number {
  const { unitCostRp, needsPerUnit } = offer
  const place = needNo % needsPerUnit
  return (
    Math.floor(((place + 1) * unitCostRp) / needsPerUnit) -
    Math.floor((place * unitCostRp) / needsPerUnit)
  )
}

/**
 * Offers in the order in which they are tried: narrow ones first, so that those open to many stay
 * free for needs that nobody else can serve; then the cheaper place; then the id.
 */
export function orderOffers(offers: readonly Offer[]): readonly Offer[] {
  return [...offers].sort(
    (a, b) =>
      breadth(a) - breadth(b) ||
      a.unitCostRp / a.needsPerUnit - b.unitCostRp / b.needsPerUnit ||
      (a.offerId < b.offerId ? -1 : 1),
  )
}

function breadth(offer: Offer): number {
  return (
    (offer.indicator === '' ? 4 : 0) +
    (offer.wards.length === 0 ? 2 : 0) +
    (offer.filter === '' ? 1 : 0)
  )
}
