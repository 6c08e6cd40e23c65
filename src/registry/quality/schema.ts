import { z } from 'zod'
import { Calibration } from '../decisions/judgement-schema.ts'
import { dukcapilStates } from '../dukcapil/service.ts'
import { criteria, qualityCodes, severities } from './codes.ts'

export const CriterionName = z.enum(criteria)
export type CriterionName = z.infer<typeof CriterionName>
export const QualityCodeName = z.enum(qualityCodes)
export type QualityCodeName = z.infer<typeof QualityCodeName>

/** Persons by an answer; they sum to all persons. Unknown is not "no". */
const Answers = z.object({
  yes: z.number().int(),
  no: z.number().int(),
  unknown: z.number().int(),
})
export type QualityAnswers = z.infer<typeof Answers>

const Counts = z.object({
  persons: z.number().int(),
  /** All four criteria at once: yes where each is met, no where one is not. */
  sound: Answers,
  criteria: z.record(CriterionName, Answers),
})
export type QualityCounts = z.infer<typeof Counts>

export const Worklist = z.object({
  code: QualityCodeName,
  severity: z.enum(severities),
  /** 0 where whole families are meant. */
  persons: z.number().int(),
  families: z.number().int(),
})
export type Worklist = z.infer<typeof Worklist>

/** Records of the viewer's scope, judged; the filter narrows `counts`, `missing` and `worklists`. */
export const DataQuality = z.object({
  counts: Counts,
  wards: z.array(Counts.extend({ code: z.string().nullable(), name: z.string().nullable() })),
  /** By the office that provided a list; a person stands with each. `''`: lists that name none. */
  offices: z.array(Counts.extend({ office: z.string() })),
  /** Variables of the national register by the persons of whom no list tells them, most first. */
  missing: z.array(z.object({ variable: z.string(), persons: z.number().int() })),
  worklists: z.array(Worklist),
  dukcapil: z.object({
    isConnected: z.boolean(),
    answered: z.number().int(),
    lastAt: z.string().nullable(),
  }),
  /** What people found of doubtful pairs beside what the linkage said; no filter narrows it. */
  linkage: Calibration,
})
export type DataQuality = z.infer<typeof DataQuality>

/** One ward, one office, or both. */
export const QualityFilter = z.object({
  ward: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .optional(),
  /** As lists name it; empty for lists that name none. */
  office: z.string().max(200).optional(),
})
export type QualityFilter = z.infer<typeof QualityFilter>

const Key = z.string().regex(/^[a-z0-9]{10}$/)

/** A record to be put right, with what its number tells beside what the lists say. */
export const WorklistLine = z.object({
  familyId: Key,
  /** Null where the whole family is meant. */
  personId: Key.nullable(),
  name: z.string().nullable(),
  headName: z.string().nullable(),
  nikMasked: z.string().nullable(),
  kkMasked: z.string().nullable(),
  ward: z.string().nullable(),
  wardName: z.string().nullable(),
  rt: z.number().int().nullable(),
  birthDate: z.iso.date().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  /** Day, month and two digits of the year in the NIK, `05-08-90`; null where it is no date. */
  nikBirth: z.string().nullable(),
  nikSex: z.enum(['male', 'female']).nullable(),
  dukcapilState: z.enum(dukcapilStates),
  dukcapilAt: z.string().nullable(),
  /** In whose lists it is to be put right. */
  offices: z.array(z.string()),
})
export type WorklistLine = z.infer<typeof WorklistLine>

export const WorklistPage = z.object({
  lines: z.array(WorklistLine),
  /** Null beyond 10,000. */
  total: z.number().int().nullable(),
  nextCursor: z.string().nullable(),
})
export type WorklistPage = z.infer<typeof WorklistPage>
