export {
  type GroupKind,
  type GroupMember,
  GroupsPage,
  GroupView,
  groupKinds,
  groupRoles,
  NewGroup,
  NewGroupChange,
  type PersonGroup,
} from './community/schema.ts'
export {
  Agreement,
  Calibration,
  Judgement,
  LinkageProposal,
  Look,
  PairVerdict,
} from './decisions/judgement-schema.ts'
export { PairAnswer } from './decisions/question-schema.ts'
export { ChangeView, NewChange, Verdict } from './decisions/schema.ts'
export { PersonCard } from './person/schema.ts'

import type { FamilyFields, FieldName, PersonFields, RowRef } from '#intake/schema'
import type { IsoDate } from '#platform/dates'

/** Which row a surviving value came from, and which rows said otherwise. */
export interface ValueOrigin {
  readonly field: FieldName
  /** Index into `Intake.rows` of the chosen value. */
  readonly rowNo: number
  /** Rows with another value of this field, best first. */
  readonly otherRowNos: readonly number[]
}

export interface Person extends PersonFields {
  /** Public key of 10 characters. */
  readonly personId: string
  readonly familyId: string
  /** Known birth year where the day is not known. */
  readonly birthYear?: number
  readonly status: 'active' | 'dead' | 'moved-out'
  readonly statusDate?: IsoDate
  /** Indexes into `Intake.rows`, ascending. */
  readonly rowNos: readonly number[]
  readonly origins: readonly ValueOrigin[]
}

export interface Family extends FamilyFields {
  readonly familyId: string
  readonly headPersonId?: string
  /** Members in card order: head, spouse, children by age, others. Dead and moved-out persons stay listed. */
  readonly memberIds: readonly string[]
  readonly rowNos: readonly number[]
  /** Distinct files in which the family or a member stands. */
  readonly listCount: number
  readonly origins: readonly ValueOrigin[]
}

/** Parallel to `Intake.rows`. */
export interface RowLink {
  readonly personId: string
  readonly familyId: string
}

/** A pair of persons that a human should look at. */
export interface ReviewPair {
  readonly leftRowNo: number
  readonly rightRowNo: number
  readonly leftPersonId: string
  readonly rightPersonId: string
  readonly weightBits: number
  readonly probability: number
  readonly evidence: readonly {
    readonly comparison: string
    readonly level: string
    readonly weightBits: number
  }[]
}

export interface Register {
  readonly persons: readonly Person[]
  readonly families: readonly Family[]
  readonly rowLinks: readonly RowLink[]
  readonly review: readonly ReviewPair[]
  /** Pairs compared, clusters, EM model: for the report. */
  readonly linkageSummary: {
    readonly pairsCompared: number
    readonly clusterCount: number
    readonly doubtfulCount: number
  }
}
export { Dwelling, DwellingAsOf } from './dwelling/schema.ts'
// A file each: the web loads the words of one language alone.
export { evidenceEn } from './evidence-words-en.ts'
export { evidenceId } from './evidence-words-id.ts'
export { FamilyAsOf, FamilyHistory } from './history/answers.ts'
export { PersonHistory } from './history/person-answers.ts'
export { type QualityCode, qualityCodes } from './quality/codes.ts'
export {
  DataQuality,
  type QualityAnswers,
  type QualityCounts,
  type QualityFilter,
  type Worklist,
  type WorklistLine,
} from './quality/schema.ts'
export type { RowRef }
