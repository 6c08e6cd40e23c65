/**
 * registry: who exists, and who lives with whom.
 *
 * Owns the tables register_change, pair_question, pair_judgement, linkage_threshold, community_group, group_change, group_member_change, person, family, membership, dwelling_family,
 * value_origin, review_pair, and person_quality,
 * quality_finding, dukcapil_check: how sound each record is. What a record said before and where
 * ids went is kept in subject_version, family_past, person_past, row_past, subject_alias, and who lived in
 * which house in dwelling_stay. Steps: records of rows,
 * linkage with what people decided, families by card, door and kin, values that survive by a published
 * order of belief. Each
 * row stands with exactly one person and one family; each value knows the row it came from and the
 * rows that said otherwise. Keys derive from the source rows, so that two runs agree.
 */
export { buildRegister } from './build-register.ts'
export { findChangesInForce } from './change-store.ts'
export { type RegisterChange, withRowsByHand } from './changes.ts'
export { groupRoutes } from './community/routes.ts'
export { findCompleteRosters } from './complete-rosters.ts'
export { type JudgementParts, judgementRoutes } from './decisions/judgement-routes.ts'
export type { Reviewer } from './decisions/judgement-store.ts'
export { pairQuestionRoutes } from './decisions/question-routes.ts'
export { type DecisionParts, decisionRoutes } from './decisions/routes.ts'
export { readSecondShare, usualSecondShare } from './decisions/second-look.ts'
export { thresholdRoutes } from './decisions/threshold-routes.ts'
export { findThresholdBits } from './decisions/threshold-store.ts'
export { askDukcapil } from './dukcapil/ask-dukcapil.ts'
export { findDukcapil } from './dukcapil/connection.ts'
export { findDwellingOf } from './dwelling/find-dwelling.ts'
export { dwellingRoutes } from './dwelling/routes.ts'
export { findPresentId } from './history/known-family.ts'
export { historyRoutes } from './history/routes.ts'
export { findSourcesStamp, isRegisterMade, noteMadeFrom } from './made-from.ts'
export { personRoutes } from './person/routes.ts'
export { judgeRegister } from './quality/judge-register.ts'
export { qualityRoutes } from './quality/routes.ts'
export { saveQuality } from './quality/store.ts'
export type { Family, Person, Register, ReviewPair, RowLink, ValueOrigin } from './schema.ts'
export type { FoundFamily, FoundPart, SearchAsker } from './search/found.ts'
export type { FoundScope } from './search/packed-index.ts'
export { makeRegisterSearch, type RegisterSearch } from './search/register-search.ts'
export { searchName } from './search-name.ts'
export { saveRegister } from './store.ts'
export { alikeKey } from './survivorship/alike.ts'
export { survivorshipRoutes } from './survivorship/routes.ts'
