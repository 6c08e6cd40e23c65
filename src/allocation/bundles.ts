import type { Offer } from '#partner/schema'
import type { NeedInput } from './schema.ts'

export interface SmallBundle {
  readonly offer: number
  readonly ward: string
  /** Needs served there, fewer than the smallest bundle holds. */
  readonly served: number
}

/**
 * Offers that serve fewer needs in a ward than their smallest bundle, smallest share first.
 *
 * Empty when every bundle is kept; offers without a smallest bundle are never listed.
 */
export function findSmallBundles(
  needs: readonly NeedInput[],
  offers: readonly Offer[],
  offerOf: Int32Array,
): readonly SmallBundle[] {
  const served = new Map<string, { offer: number; ward: string; served: number }>()
  for (const [index, need] of needs.entries()) {
    const offer = offerOf[index] ?? -1
    if (offer < 0 || (offers[offer]?.minBundle ?? 0) <= 0) continue
    const key = `${offer}|${need.ward}`
    const entry = served.get(key) ?? { offer, ward: need.ward, served: 0 }
    entry.served++
    served.set(key, entry)
  }
  const share = ({ offer, served }: SmallBundle) => served / smallestBundle(offers[offer])
  return [...served.values()]
    .filter((bundle) => bundle.served < smallestBundle(offers[bundle.offer]))
    .sort((a, b) => share(a) - share(b) || a.offer - b.offer || (a.ward < b.ward ? -1 : 1))
}

/** Needs that the smallest bundle of an offer holds in a ward. */
function smallestBundle(offer: Offer | undefined): number {
  return (offer?.minBundle ?? 0) * (offer?.needsPerUnit ?? 1)
}

/** The half of each offer's small bundles that is closed next, at least one an offer. */
export function bundlesToClose(small: readonly SmallBundle[]): readonly SmallBundle[] {
  const byOffer = Map.groupBy(small, (bundle) => bundle.offer)
  return [...byOffer.values()].flatMap((bundles) => bundles.slice(0, Math.ceil(bundles.length / 2)))
}
