import { z } from 'zod'

/** A key or a user name; a NIK is neither. */
const id = z.string().regex(/^(?!.*(?<!-)\d{12})[\p{L}\w.:@/-]{1,100}$/u)

/** Which events: on a person or family and those who belong to it, by somebody, of a kind, in a period. */
export const AuditFilter = z.strictObject({
  /** Key of a person, a family or anything else that events are about. */
  subjectId: id.optional(),
  /** User name or key of an account. */
  actor: id.optional(),
  action: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  /** First and last day. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.string().max(300).optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** One event as whoever watches over the office sees it. */
export const AuditLine = z.object({
  eventId: z.number().int(),
  at: z.iso.datetime(),
  accountId: z.string().nullable(),
  userName: z.string().nullable(),
  actorName: z.string().nullable(),
  organisationName: z.string().nullable(),
  role: z.string().nullable(),
  action: z.string(),
  purpose: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  /** Classes of data, or fields, that were shown. */
  fields: z.array(z.string()),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** Number in the chain; null for the moment before it is sealed. */
  seq: z.number().int().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

export const AuditPage = z.object({
  /** Newest first. */
  lines: z.array(AuditLine),
  nextCursor: z.string().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>

/** Why somebody's looks stand out; a reason to ask, not a verdict. */
export const UnusualKind = z.enum([
  'many-opened',
  'many-listed',
  'own-family',
  'out-of-territory',
  'at-night',
])
export type UnusualKind = z.infer<typeof UnusualKind>

export const UnusualPattern = z.object({
  kind: UnusualKind,
  accountId: z.string(),
  userName: z.string().nullable(),
  actorName: z.string().nullable(),
  organisationName: z.string().nullable(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** Different persons and families. */
  subjects: z.number().int(),
  /** As many does the account look at in half of its hours; null where it has no habit yet. */
  usual: z.number().int().nullable(),
})
export type UnusualPattern = z.infer<typeof UnusualPattern>

export const UnusualPage = z.object({
  since: z.iso.date(),
  /** Newest first. */
  patterns: z.array(UnusualPattern),
})
export type UnusualPage = z.infer<typeof UnusualPage>

export const AnchorsPage = z.object({
  anchors: z.array(
    z.object({
      seq: z.number().int(),
      anchoredOn: z.iso.date(),
      hash: z.string(),
      madeAt: z.iso.datetime(),
    }),
  ),
})
export type AnchorsPage = z.infer<typeof AnchorsPage>
