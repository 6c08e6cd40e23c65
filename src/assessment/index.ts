/**
 * assessment: what every family lacks, as far as the lists tell, and what has to be asked.
 *
 * Steps: a view of each family with its living members (`family-view.ts`), the words of remarks
 * (`signs.ts`), one rule an indicator in a file a sector (`basic.ts` to `livelihood.ts`), works that
 * met a lack since (`works.ts`), published points (`points.ts`, `score.ts`), and all of it in order
 * (`assess.ts`). `words.ts` says needs and questions in Indonesian and English.
 *
 * Invariants: three-valued throughout, a missing fact never becomes a "no"; the imported decile is
 * never changed; the dead and those who left make no needs; every need has evidence with its row;
 * the score is the sum of its points.
 */
export { type AssessmentInput, assess } from './assess.ts'
export { evidenceText } from './evidence-text.ts'
export { needReason } from './need-reason.ts'
export type { PointReason } from './points.ts'
export type {
  Assessment,
  EvidenceFact,
  FamilyProfile,
  Need,
  NeedFacts,
  Question,
} from './schema.ts'
export { saveAssessment } from './store.ts'
export { indicatorNames, needPhrase, questionText, sectorNames, type Words } from './words.ts'
