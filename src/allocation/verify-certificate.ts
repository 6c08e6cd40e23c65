import type { Certificate } from './schema.ts'

/** A plan as it stands written: who is served by whom, and what it claims to be worth. */
export interface ClaimedPlan {
  readonly assignments: readonly { readonly needId: string; readonly offerId: string }[]
  readonly unservedIds: readonly string[]
  readonly value: number
  readonly upperBound: number
  readonly gap: number
  readonly served: number
}

/** A claim that does not hold: what, at which need or offer. */
export interface Fault {
  readonly code:
    | 'certificate-form'
    | 'need-unknown'
    | 'need-twice'
    | 'need-missing'
    | 'offer-unknown'
    | 'offer-incompatible'
    | 'offer-overfull'
    | 'price-negative'
    | 'potential-negative'
    | 'dual-infeasible'
    | 'lock-missing'
    | 'bound-wrong'
    | 'value-wrong'
    | 'gap-wrong'
    | 'served-wrong'
    | 'input-differs'
  readonly at: string
}

/**
 * Every fault of a plan against its certificate; none means that the plan can be carried out and
 * that its gap to the best possible plan is proven.
 *
 * Weak duality needs no trust in how the plan was found: each need that is served is worth at most
 * its potential plus the price of its offer, and places are limited. Shares no code with the
 * allocation. Time and memory grow with the needs and the offers of their classes.
 */
export function verifyCertificate(certificate: Certificate, plan: ClaimedPlan): readonly Fault[] {
  const form = formFaults(certificate)
  if (form.length > 0) return form
  return [
    ...primalFaults(certificate, plan),
    ...dualFaults(certificate),
    ...boundFaults(certificate, plan),
  ]
}

function formFaults({ version, scale, offers, classes, needs }: Certificate): Fault[] {
  const count = needs.needId.length
  const isWhole =
    version === 1 &&
    Number.isInteger(scale) &&
    scale > 0 &&
    [needs.points, needs.class, needs.potential].every(
      (column) => column.length === count && column.every(Number.isSafeInteger),
    ) &&
    needs.class.every((classNo) => classNo >= -1 && classNo < classes.length) &&
    needs.locked.every((need) => Number.isInteger(need) && need >= 0 && need < count) &&
    classes.every((set) => set.every((offer) => offers[offer] !== undefined)) &&
    offers.every(
      ({ places, lockedPlaces, price }) =>
        [places, lockedPlaces, price].every(Number.isSafeInteger) && lockedPlaces <= places,
    )
  return isWhole ? [] : [{ code: 'certificate-form', at: 'certificate.json' }]
}

/** Nobody twice, nobody forgotten, only offers that may, no more than there is. */
function primalFaults(certificate: Certificate, plan: ClaimedPlan): Fault[] {
  const { needs, offers, classes } = certificate
  const faults: Fault[] = []
  const needNos = new Map(needs.needId.map((needId, index) => [needId, index]))
  const offerNos = new Map(offers.map(({ offerId }, index) => [offerId, index]))
  const servedBy = new Map<number, number>()
  const taken = offers.map(() => 0)
  for (const { needId, offerId } of plan.assignments) {
    const need = needNos.get(needId)
    const offer = offerNos.get(offerId)
    if (need === undefined) faults.push({ code: 'need-unknown', at: needId })
    else if (servedBy.has(need)) faults.push({ code: 'need-twice', at: needId })
    else if (offer === undefined) faults.push({ code: 'offer-unknown', at: needId })
    else {
      if (!(classes[needs.class[need] ?? -1] ?? []).includes(offer)) {
        faults.push({ code: 'offer-incompatible', at: needId })
      }
      servedBy.set(need, offer)
      taken[offer] = (taken[offer] ?? 0) + 1
    }
  }
  for (const [index, { offerId, places }] of offers.entries()) {
    if ((taken[index] ?? 0) > places) faults.push({ code: 'offer-overfull', at: offerId })
  }

  const unserved = new Set(plan.unservedIds)
  for (const [index, needId] of needs.needId.entries()) {
    if (servedBy.has(index) === unserved.has(needId)) {
      faults.push({ code: unserved.has(needId) ? 'need-twice' : 'need-missing', at: needId })
    }
  }
  const lockedAt = offers.map(() => 0)
  for (const need of needs.locked) {
    const offer = servedBy.get(need)
    if (offer === undefined) faults.push({ code: 'lock-missing', at: needs.needId[need] ?? '' })
    else lockedAt[offer] = (lockedAt[offer] ?? 0) + 1
  }
  for (const [index, { offerId, lockedPlaces }] of offers.entries()) {
    if (lockedAt[index] !== lockedPlaces) faults.push({ code: 'lock-missing', at: offerId })
  }
  return faults
}

/** Prices and potentials that are too low somewhere would prove nothing. */
function dualFaults({ needs, offers, classes }: Certificate): Fault[] {
  const faults: Fault[] = []
  for (const { offerId, price } of offers) {
    if (price < 0) faults.push({ code: 'price-negative', at: offerId })
  }
  const cheapest = classes.map((set) => Math.min(...set.map((offer) => offers[offer]?.price ?? 0)))
  const locked = new Set(needs.locked)
  for (const [index, needId] of needs.needId.entries()) {
    const potential = needs.potential[index] ?? 0
    const classNo = needs.class[index] ?? -1
    if (potential < 0) faults.push({ code: 'potential-negative', at: needId })
    if (classNo < 0 || locked.has(index)) continue
    if (potential + (cheapest[classNo] ?? 0) < (needs.points[index] ?? 0)) {
      faults.push({ code: 'dual-infeasible', at: needId })
    }
  }
  return faults
}

function boundFaults(certificate: Certificate, plan: ClaimedPlan): Fault[] {
  const { needs, offers, scale, upperBound } = certificate
  const bound =
    sum(offers.map(({ places, lockedPlaces, price }) => (places - lockedPlaces) * price)) +
    sum(needs.potential) +
    sum(needs.locked.map((need) => needs.points[need] ?? 0))
  const served = new Set(plan.assignments.map(({ needId }) => needId))
  const value = sum(needs.points.filter((_, index) => served.has(needs.needId[index] ?? '')))
  const faults: Fault[] = []
  if (bound !== upperBound || bound / scale !== plan.upperBound) {
    faults.push({ code: 'bound-wrong', at: 'summary.json' })
  }
  if (value / scale !== plan.value) faults.push({ code: 'value-wrong', at: 'summary.json' })
  if ((bound - value) / scale !== plan.gap || value > bound) {
    faults.push({ code: 'gap-wrong', at: 'summary.json' })
  }
  if (plan.assignments.length !== plan.served) {
    faults.push({ code: 'served-wrong', at: 'summary.json' })
  }
  return faults
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
