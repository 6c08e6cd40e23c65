import type { Programme } from './catalogue.ts'
import type { ProgrammeSummary } from './schema.ts'

/** One line a programme for lists and pages, in the order given; the rules named are the latest. */
export function programmeSummaries(programmes: readonly Programme[]): readonly ProgrammeSummary[] {
  return programmes.map((programme) => {
    const latest = programme.versions.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
    return {
      code: programme.code,
      nameId: programme.names.id,
      nameEn: programme.names.en,
      sector: programme.sector,
      unit: programme.unit,
      decidedBy: programme.decidedBy.id,
      decidedByEn: programme.decidedBy.en,
      source: latest?.source ?? programme.source,
      validFrom: latest?.from ?? '',
      paidEvery: programme.paidEvery ?? null,
    }
  })
}
