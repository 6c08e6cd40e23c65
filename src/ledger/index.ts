/**
 * ledger: what each person and family really received, from whom, for which lack, with the row as
 * proof.
 *
 * Steps: a row's status words (`aid-status.ts`), the purpose of its words (`classify-aid.ts` over
 * the list in `aid-words.ts`), the ledger itself (`build-ledger.ts`), and two readings of it: who
 * is served by none, one or several (`count-served.ts`) and where gifts meet (`overlaps.ts`).
 *
 * Invariants: a proposal, a survey of a lack, a failed, planned or inactive row gives nothing; one
 * row never serves one indicator twice; every entry names its row.
 */

export { readAidStatus } from './aid-status.ts'
export { buildLedger, sectorOf, sectors } from './build-ledger.ts'
export { countServed, programmeCode } from './count-served.ts'
export { overlaps } from './overlaps.ts'
export type {
  Indicator,
  Overlap,
  Received,
  Sector,
  ServedCount,
} from './schema.ts'
export { saveLedger } from './store.ts'
