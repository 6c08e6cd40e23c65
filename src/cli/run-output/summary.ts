import type { Dashboard } from '#insight/schema'
import type { RunResult } from '../../flow.ts'

/**
 * summary.json: counts that add up, and seconds a stage.
 *
 * For every sheet `title + heading + blank + section + total + footer + data + quarantined = lastRow`,
 * and over all lists `rows.data = rows.linked + rows.quarantined`.
 */
export function runSummary(run: RunResult, dashboard: Dashboard): Record<string, unknown> {
  const { intake, register, assessment, decisions, plan, offerReading } = run
  const listSheets = intake.sheets.filter(({ kind }) => kind !== 'offers' && kind !== 'budget')
  return {
    on: run.on,
    files: new Set(intake.sheets.map(({ file }) => file)).size,
    faults: intake.faults,
    ignored: intake.ignored,
    sheets: intake.sheets.map(({ file, sheet, kind, programme, provider, headerRow, account }) => ({
      file,
      sheet,
      kind,
      programme,
      provider,
      headerRow,
      ...account,
    })),
    rows: {
      data: listSheets.reduce((sum, { account }) => sum + account.data + account.quarantined, 0),
      linked: intake.rows.length,
      quarantined: intake.quarantinedRefs.length,
      findings: intake.findings.length,
    },
    persons: register.persons.length,
    personsInCity: dashboard.persons,
    families: register.families.length,
    review: register.review.length,
    linkage: register.linkageSummary,
    received: run.received.length,
    familiesByListCount: dashboard.familiesByListCount,
    served: dashboard.served,
    overlaps: dashboard.overlaps,
    needs: assessment.needs.length,
    questions: assessment.questions.length,
    decisions: countBy(decisions, ({ programme, result }) => `${programme}: ${result}`),
    offers: offerReading.offers.length,
    offerQuestions: offerReading.questions.length,
    allocation: {
      served: plan.served,
      unserved: plan.unserved.length,
      value: plan.value,
      upperBound: plan.upperBound,
      gap: plan.gap,
      shortfalls: plan.shortfalls,
      unservedByReason: countBy(plan.unserved, ({ reasonCode }) => reasonCode),
    },
    secondsByStage: run.secondsByStage,
  }
}

function countBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) {
    const key = keyOf(item)
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
