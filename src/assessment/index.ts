/**
 * assessment: what each family lacks, with evidence, severity and published points.
 *
 * Owns the tables need, question, family_profile. Steps: a view of each family with its members,
 * gifts and the signs in free words; one rule an indicator, three-valued; needs with points;
 * questions for what nobody knows. A missing fact never becomes "does not lack"; dead persons and
 * those who moved away do not count; a need always has evidence.
 */
export { type AssessmentInput, assess } from './assess.ts'
export { type PointReason, points } from './points.ts'
export type {
  Assessment,
  EvidenceFact,
  FamilyProfile,
  Need,
  NeedFacts,
  Question,
} from './schema.ts'
export {
  evidenceText,
  indicatorNames,
  needPhrase,
  questionText,
  sectorNames,
  type Words,
} from './words.ts'
