import type { Need } from '#assessment/schema'
import type { NeedInput } from './schema.ts'

/** Needs of the assessment as the allocation reads them; every fact is a field for filters. */
export function needInputs(needs: readonly Need[]): NeedInput[] {
  return needs.map((need) => ({
    needId: need.needId,
    familyId: need.familyId,
    personId: need.personId ?? '',
    ward: need.ward ?? '',
    sector: need.sector,
    indicator: need.indicator,
    severity: need.severity,
    score: need.score,
    since: need.since ?? '',
    lockedOffer: '',
    promisedOffer: '',
    fields: { ...need.facts },
  }))
}
