import { type Db, insertMany, inTransaction } from '#platform/db'
import type { OfferReading } from './schema.ts'

const offerColumns = [
  'offer_id',
  'provider',
  'sector',
  'indicator',
  'units',
  'unit_cost_rp',
  'budget_rp',
  'wards',
  'filter',
  'window_from',
  'window_to',
  'needs_per_unit',
  'min_bundle',
  'what',
] as const

/** Replaces all offers and their questions with those of one reading. */
export async function saveOffers(db: Db, { offers, questions }: OfferReading): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('offer_question').execute()
    await tx.deleteFrom('offer').execute()
    await insertMany(
      tx,
      'offer',
      offerColumns,
      offers.map((offer) => ({
        offer_id: offer.offerId,
        provider: offer.provider,
        sector: offer.sector,
        indicator: offer.indicator,
        units: offer.units ?? null,
        unit_cost_rp: offer.unitCostRp,
        budget_rp: offer.budgetRp ?? null,
        wards: offer.wards,
        filter: offer.filter,
        window_from: offer.windowFrom ?? null,
        window_to: offer.windowTo ?? null,
        needs_per_unit: offer.needsPerUnit,
        min_bundle: offer.minBundle ?? null,
        what: offer.what,
      })),
    )
    await insertMany(
      tx,
      'offer_question',
      ['offer_id', 'code', 'text', 'effect', 'text_en', 'effect_en'],
      questions.map(({ offerId, code, text, effect, textEn, effectEn }) => ({
        offer_id: offerId,
        code,
        text,
        effect,
        text_en: textEn,
        effect_en: effectEn,
      })),
    )
  })
}
