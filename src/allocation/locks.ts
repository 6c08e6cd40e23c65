import type { Offer } from '#partner/schema'
import type { Compatibility } from './compatible.ts'
import type { NeedInput, Shortfall } from './schema.ts'

export interface Locks {
  /** Offer index of each need held by a lock, -1 for the others. */
  readonly offerOf: Int32Array
  /** Places that locks take, by offer. */
  readonly taken: readonly number[]
  /** Locks that cannot be kept, with the cause; their needs compete like any other. */
  readonly broken: readonly Shortfall[]
}

/**
 * Keeps what is already dispatched, highest priority first, before anybody competes.
 *
 * A lock is broken only when its offer is unknown, may not serve the need, or has no place left.
 */
export function keepLocks(
  needs: readonly NeedInput[],
  offers: readonly Offer[],
  places: readonly number[],
  { classes, classOf }: Compatibility,
): Locks {
  const offerNos = new Map(offers.map((offer, index) => [offer.offerId, index]))
  const offerOf = new Int32Array(needs.length).fill(-1)
  const taken = offers.map(() => 0)
  const broken: Shortfall[] = []
  for (const [index, need] of needs.entries()) {
    if (need.lockedOffer === '') continue
    const offer = offerNos.get(need.lockedOffer)
    const cause = whyBroken(offer, classes[classOf[index] ?? -1] ?? [], places, taken)
    if (cause === undefined && offer !== undefined) {
      offerOf[index] = offer
      taken[offer] = (taken[offer] ?? 0) + 1
    } else if (cause !== undefined) {
      const { needId, lockedOffer } = need
      broken.push({ kind: 'lock-broken', offerId: lockedOffer, needId, cause, count: 1 })
    }
  }
  return { offerOf, taken, broken }
}

function whyBroken(
  offer: number | undefined,
  compatible: readonly number[],
  places: readonly number[],
  taken: readonly number[],
): string | undefined {
  if (offer === undefined) return 'unknown-offer'
  if (!compatible.includes(offer)) return 'not-compatible'
  if ((taken[offer] ?? 0) >= (places[offer] ?? 0)) return 'no-unit'
  return undefined
}
