/**
 * partner: what agencies, companies, zakat bodies and neighbours offer, in terms that an allocation
 * can use, and the questions about what they wrote.
 *
 * Owns the tables offer, offer_question. Steps: headings to meanings, the need that an offer
 * answers, units and money, territory, conditions from columns, conditions from free text.
 *
 * Invariants: a condition is never dropped and never taken for true: what cannot be read stays in
 * the filter as a field that nobody has yet, and becomes a question that says what happens until it
 * is answered.
 */
export { type CountedUnit, parseCount, parseRupiah } from './amounts.ts'
export { indicatorOfWords } from './indicator-words.ts'
export { type HeadingRequest, matchHeadings } from './match-headings.ts'
export { plainText, saysNothing } from './plain-text.ts'
export { readOffers } from './read-offers.ts'
export type { Offer, OfferQuestion, OfferReading } from './schema.ts'
export { saveOffers } from './store.ts'
