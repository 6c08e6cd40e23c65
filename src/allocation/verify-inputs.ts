import type { Certificate } from './schema.ts'
import type { ClaimedPlan, Fault } from './verify-certificate.ts'

/** A record of an input file: cells by heading, as text. */
export type TextRecord = Readonly<Record<string, string>>
/** Whether a filter lets a need in; undefined is unknown. */
export type AskFilter = (filter: string, need: TextRecord) => boolean | undefined

/**
 * Every difference between a certificate and the files it speaks of.
 *
 * The certificate alone proves the plan for the scores, places and classes that it states; this
 * shows that the files say the same: scores, places, that each need is served by an offer that may,
 * and that no offer was left out of a class where it would have made the bound too low. Written
 * apart from the allocation on purpose: it shares with it the rule language only.
 */
export function verifyInputs(
  certificate: Certificate,
  plan: ClaimedPlan,
  needs: readonly TextRecord[],
  offers: readonly TextRecord[],
  ask: AskFilter,
): readonly Fault[] {
  const faults: Fault[] = []
  const needById = new Map(needs.map((need) => [need.need_id ?? '', need]))
  const offerById = new Map(offers.map((offer) => [offer.offer_id ?? '', offer]))
  const differs = (at: string) => faults.push({ code: 'input-differs', at })

  if (needById.size !== certificate.needs.needId.length) differs('needs')
  if (offerById.size !== certificate.offers.length) differs('offers')
  for (const { offerId, places } of certificate.offers) {
    const offer = offerById.get(offerId)
    if (!offer || placesIn(offer) !== places) differs(offerId)
  }
  const offersBySector = Map.groupBy(certificate.offers, ({ offerId }) => {
    return offerById.get(offerId)?.sector ?? ''
  })
  const locked = new Set(certificate.needs.locked)
  for (const [index, needId] of certificate.needs.needId.entries()) {
    const need = needById.get(needId)
    const points = certificate.needs.points[index] ?? 0
    if (!need || pointsIn(need, certificate) !== points) {
      differs(needId)
      continue
    }
    if (locked.has(index)) continue
    const potential = certificate.needs.potential[index] ?? 0
    for (const { offerId, price } of offersBySector.get(need.sector ?? '') ?? []) {
      // Only an offer this cheap could be worth more to the need than the bound allows.
      if (points - price <= potential) continue
      const offer = offerById.get(offerId)
      if (offer && mayServe(offer, need, certificate.on, ask)) {
        faults.push({ code: 'dual-infeasible', at: needId })
      }
    }
  }
  for (const { needId, offerId } of plan.assignments) {
    const need = needById.get(needId)
    const offer = offerById.get(offerId)
    if (!need || !offer || !mayServe(offer, need, certificate.on, ask)) {
      faults.push({ code: 'offer-incompatible', at: needId })
    }
  }
  return faults
}

function pointsIn(need: TextRecord, { scale, keepBonus }: Certificate): number {
  const bonus = (need.promised_offer ?? '') === '' ? 0 : keepBonus
  return Math.round((Number(need.score) + bonus) * scale)
}

function placesIn(offer: TextRecord): number {
  const perUnit = offer.needs_per_unit ? Number(offer.needs_per_unit) : 1
  const limits = []
  if (offer.units) limits.push(Number(offer.units))
  const cost = Number(offer.unit_cost_rp || '0')
  if (offer.budget_rp && cost > 0) limits.push(Math.floor(Number(offer.budget_rp) / cost))
  return limits.length === 0 ? 0 : Math.min(...limits) * perUnit
}

function mayServe(offer: TextRecord, need: TextRecord, on: string, ask: AskFilter): boolean {
  if (offer.sector !== need.sector) return false
  if (offer.indicator && offer.indicator !== need.indicator) return false
  if (on && offer.window_from && on < offer.window_from) return false
  if (on && offer.window_to && on > offer.window_to) return false
  const codes = (offer.wards ?? '').split(/[\s;]+/).filter((code) => code !== '')
  if (codes.length > 0 && !codes.some((code) => isWithin(need.ward ?? '', code))) return false
  return !offer.filter || ask(offer.filter, need) === true
}

/** The ward itself or a part of it; undotted codes of ten digits nest by their digits. */
function isWithin(ward: string, code: string): boolean {
  if (ward === code || ward.startsWith(`${code}.`)) return true
  const nests = /^\d{10}$/.test(ward) && /^(?:\d{2}|\d{4}|\d{6,7})$/.test(code)
  return nests && ward.startsWith(code)
}
