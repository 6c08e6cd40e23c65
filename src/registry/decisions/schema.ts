import { z } from 'zod'
import { typedFields } from '#intake/schema'

/** A person, a family or a row of a list, as the present register knows it. */
export const Side = z.union([
  z.strictObject({ personId: z.string().length(10) }),
  z.strictObject({ familyId: z.string().length(10) }),
  z.strictObject({ file: z.string(), sheet: z.string(), row: z.int().min(1).max(2_147_483_647) }),
])
export type Side = z.infer<typeof Side>

/** Who a decision about families is about: all of a family, persons of one, or one of them. */
const mostPersons = 40
export const FamilyGroup = z.union([
  Side,
  z.strictObject({ personIds: z.array(z.string().length(10)).min(1).max(mostPersons) }),
])
export type FamilyGroup = z.infer<typeof FamilyGroup>

const Reason = z.string().trim().max(1000)
const fieldNames: ReadonlySet<string> = new Set(typedFields)
/** As typed, by the name of the field. */
const Texts = z
  .record(
    z
      .string()
      .max(40)
      .meta({ examples: ['name'] }),
    z.string().max(300),
  )
  .refine((texts) => Object.keys(texts).every((name) => fieldNames.has(name)), 'unknown field')
const mostRows = 40

/** What a person decides or proposes about the register. */
export const NewChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['same-person', 'other-person']),
    left: Side,
    right: Side,
    reason: Reason.default(''),
  }),
  z.strictObject({
    kind: z.enum(['same-family', 'other-family']),
    /** Of `other-family`: who stays. */
    left: FamilyGroup,
    /** Of `other-family`: who leaves, together. */
    right: FamilyGroup,
    reason: Reason.default(''),
  }),
  z.strictObject({
    kind: z.literal('value'),
    subject: Side,
    field: z.enum(typedFields),
    /** As typed; read like a cell of a list. */
    text: z.string().trim().min(1).max(300),
    reason: Reason.min(3),
  }),
  z.strictObject({
    kind: z.literal('added'),
    /** A row a person, the head first. */
    rows: z.array(Texts).min(1).max(mostRows),
    reason: Reason.default(''),
    isDraft: z.boolean().default(false),
  }),
])
export type NewChange = z.infer<typeof NewChange>

export const changeStates = ['draft', 'proposed', 'in-force', 'refused', 'withdrawn'] as const
export const changeKinds = [
  'same-person',
  'other-person',
  'same-family',
  'other-family',
  'value',
  'added',
] as const

export const Names = z.object({ personId: z.string().nullable(), name: z.string().nullable() })
export type Names = z.infer<typeof Names>

/** A decision or a proposal as a page shows it. */
export const ChangeView = z.object({
  changeNo: z.int(),
  kind: z.enum(changeKinds),
  state: z.enum(changeStates),
  /** Who the two rows, or the one, are in the present register; null where their list does not count. */
  left: Names.nullable(),
  right: Names.nullable(),
  /** Further persons of each side, where the decision is about families. */
  leftWith: z.array(Names),
  rightWith: z.array(Names),
  field: z.string().nullable(),
  /** What was written, identity numbers masked; a line a person of `added`. */
  written: z.array(z.partialRecord(z.string(), z.string())),
  /** Of `value`: what stands at present. */
  present: z.string().nullable(),
  reason: z.string(),
  familyIds: z.array(z.string()),
  ward: z.string().nullable(),
  /** Name of the office in whose name it was made. */
  organisation: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedReason: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export type ChangeView = z.infer<typeof ChangeView>

export const ChangesQuery = z.strictObject({
  state: z.enum(changeStates).optional(),
  familyId: z.string().length(10).optional(),
  cursor: z.string().max(200).optional(),
})
export type ChangesQuery = z.infer<typeof ChangesQuery>

export const ChangesPage = z.object({
  changes: z.array(ChangeView),
  total: z.int(),
  nextCursor: z.string().nullable(),
  /** False while a decision waits to be worked out. */
  isMade: z.boolean(),
})
export type ChangesPage = z.infer<typeof ChangesPage>

export const ChangeKey = z.object({ changeNo: z.coerce.number().int().min(1).max(2_147_483_647) })

/** Approve or refuse a proposal; withdraw what is in force or proposed. */
export const Verdict = z.strictObject({
  verdict: z.enum(['approve', 'refuse', 'withdraw']),
  reason: Reason.default(''),
})
export type Verdict = z.infer<typeof Verdict>

/** What is amiss with texts as typed, before anything is kept. */
export const TypedCheck = z.strictObject({ rows: z.array(Texts).min(1).max(mostRows) })
export const TypedFindings = z.object({
  findings: z.array(
    z.object({
      place: z.int(),
      field: z.string(),
      code: z.string(),
      hint: z.string(),
      /** Nothing could be read: it stands against keeping the row. */
      isLost: z.boolean(),
    }),
  ),
})
export type TypedFindings = z.infer<typeof TypedFindings>
