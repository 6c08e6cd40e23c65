import type { Db } from '#platform/db'
import type { Language } from '#platform/say-error'
import type { PrintedDocument } from './document-page.ts'
import { impactAssessment } from './impact-assessment.ts'
import { findLiveFacts } from './live-facts.ts'
import { officeRecords } from './office-records.ts'
import { impactTexts, retentionRules, rights } from './privacy-files.ts'
import { planRetention } from './retention.ts'

/** The assessment of impact as the system stands now. */
export async function makeAssessment(
  db: Db,
  at: Date,
  language: Language,
): Promise<PrintedDocument> {
  const parts = {
    records: await officeRecords(db),
    rights: rights(),
    retention: retentionRules(),
    texts: impactTexts(),
    live: await findLiveFacts(db, at),
    plan: await planRetention(db, at),
    at,
  }
  return impactAssessment(parts, language)
}
