import { z } from 'zod'
import { DataClass } from '../scope/roles.ts'

/** The same words in Indonesian and in English. */
export const Words = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
export type Words = z.infer<typeof Words>

export const requestKinds = [
  'access',
  'correction',
  'deletion',
  'withdraw-consent',
  'restrict',
  'object-automated',
  'portability',
] as const
export const RequestKind = z.enum(requestKinds)
export type RequestKind = z.infer<typeof RequestKind>

/** How a request came in; nobody needs e-mail. */
export const requestChannels = ['desk', 'paper', 'phone'] as const
export const RequestChannel = z.enum([...requestChannels, 'account'])
export type RequestChannel = z.infer<typeof RequestChannel>

export const requestStates = [
  'received',
  'identity-needed',
  'in-work',
  'done',
  'refused',
  'withdrawn',
] as const
export const RequestState = z.enum(requestStates)
export type RequestState = z.infer<typeof RequestState>

export const identityMeans = ['ktp', 'kk', 'known', 'call-back', 'letter'] as const
export const IdentityMeans = z.enum([...identityMeans, 'account'])
export type IdentityMeans = z.infer<typeof IdentityMeans>

export const guardianRelations = ['parent', 'guardian', 'foster', 'institution'] as const
export const GuardianRelation = z.enum(guardianRelations)
export type GuardianRelation = z.infer<typeof GuardianRelation>

/** Free words; a NIK or family card number in them is refused, because it stands encrypted elsewhere. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/\d(?:[ .-]?\d){15}/.test(text), 'no NIK or family card number here')
const saidWords = (max: number) => words(max).min(3)
const publicId = z.string().regex(/^[a-z0-9]{10}$/)
const instant = z.iso.datetime()

/** Who speaks for a child, and what shows that they may. */
export const Guardian = z.strictObject({
  relation: GuardianRelation,
  proof: saidWords(200),
  /** The guardian's own person in the register, where it is known. */
  personId: publicId.nullable(),
})
export type Guardian = z.infer<typeof Guardian>

/** A request as it is written down at the desk, from paper or at the telephone. */
export const NewSubjectRequest = z.strictObject({
  kind: RequestKind,
  channel: z.enum(requestChannels),
  askerName: saidWords(120),
  /** Telephone number or address; empty where there is none. */
  contact: words(120),
  wish: saidWords(2000),
  /** When it reached the office: the clock runs from here. */
  receivedAt: instant,
  guardian: Guardian.nullable(),
})
export type NewSubjectRequest = z.infer<typeof NewSubjectRequest>

/** A request that somebody makes with an own account. */
export const NewOwnRequest = z.strictObject({ kind: RequestKind, wish: saidWords(2000) })
export type NewOwnRequest = z.infer<typeof NewOwnRequest>

/** How much of the term is left at the moment of the answer. */
export const TermClock = z.object({
  receivedAt: z.string(),
  dueAt: z.string(),
  /** Negative once it is late; null when it was closed. */
  secondsLeft: z.number().int().nullable(),
  isLate: z.boolean(),
  /** Article that sets the term; null where the office sets its own. */
  termArticle: z.string().nullable(),
})
export type TermClock = z.infer<typeof TermClock>

export const SubjectRequestLine = z.object({
  requestNo: z.number().int(),
  kind: RequestKind,
  channel: RequestChannel,
  state: RequestState,
  askerName: z.string(),
  isForChild: z.boolean(),
  isIdentityChecked: z.boolean(),
  clock: TermClock,
  closedAt: z.string().nullable(),
})
export type SubjectRequestLine = z.infer<typeof SubjectRequestLine>

export const SubjectRequestPage = z.object({
  requests: z.array(SubjectRequestLine),
  openCount: z.number().int(),
  lateCount: z.number().int(),
  nextCursor: z.string().nullable(),
})
export type SubjectRequestPage = z.infer<typeof SubjectRequestPage>

export const SubjectRequestFilter = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  kind: RequestKind.optional(),
  cursor: z.string().max(300).optional(),
})
export type SubjectRequestFilter = z.infer<typeof SubjectRequestFilter>

const RequestStep = z.object({
  at: z.string(),
  by: z.string(),
  state: RequestState,
  note: z.string(),
  ground: z.string().nullable(),
})

/** What somebody says is wrong, waiting for whoever keeps the register. */
export const ChangeRequest = z.object({
  changeNo: z.number().int(),
  subjectKind: z.enum(['person', 'family']),
  field: z.string(),
  asked: z.string(),
  state: z.enum(['waiting', 'applied', 'rejected']),
  notedAt: z.string(),
})
export type ChangeRequest = z.infer<typeof ChangeRequest>

export const markKinds = ['objects-automated', 'restricted', 'consent-withdrawn'] as const
/** What stays marked at a family because somebody in it asked for it. */
export const SubjectMark = z.object({
  kind: z.enum(markKinds),
  since: z.string(),
  requestNo: z.number().int(),
})
export type SubjectMark = z.infer<typeof SubjectMark>

/** The mark that a granted request left, and how it ended. */
const RequestMark = z.object({
  kind: SubjectMark.shape.kind,
  since: z.string(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  endedReason: z.string().nullable(),
})

export const MarkEnd = z.strictObject({ reason: saidWords(500) })
export type MarkEnd = z.infer<typeof MarkEnd>

export const SubjectRequest = SubjectRequestLine.extend({
  contact: z.string(),
  wish: z.string(),
  personId: z.string().nullable(),
  familyId: z.string().nullable(),
  guardian: Guardian.nullable(),
  identityMeans: IdentityMeans.nullable(),
  identityCheckedAt: z.string().nullable(),
  refusalGround: z.string().nullable(),
  steps: z.array(RequestStep),
  changes: z.array(ChangeRequest),
  /** What it left at the family; null while nothing. */
  mark: RequestMark.nullable(),
  /** States that may follow. */
  next: z.array(RequestState),
})
export type SubjectRequest = z.infer<typeof SubjectRequest>

export const IdentityCheck = z.strictObject({ means: z.enum(identityMeans), personId: publicId })
export type IdentityCheck = z.infer<typeof IdentityCheck>

/** The next state with its reason; a refusal names its legal ground. */
export const NewStep = z
  .strictObject({
    state: RequestState.meta({ examples: ['refused'] }),
    note: saidWords(2000),
    ground: z
      .string()
      .max(60)
      .meta({ examples: ['state-administration'] })
      .optional(),
  })
  .refine(({ state, ground }) => (state === 'refused') === (ground !== undefined), {
    path: ['ground'],
    message: 'a refusal, and nothing else, names its ground',
  })
export type NewStep = z.infer<typeof NewStep>

export const NewChange = z.strictObject({
  subjectKind: z.enum(['person', 'family']),
  field: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/),
  /** Kept encrypted, so it may be a number of a card. */
  asked: z.string().trim().min(1).max(200),
})
export type NewChange = z.infer<typeof NewChange>

/** By number of a card, or by name with the year of birth. */
export const PersonQuestion = z.union([
  z.strictObject({ nik: z.string().regex(/^\d{16}$/) }),
  z.strictObject({
    name: z.string().trim().min(3).max(80),
    birthYear: z.number().int().min(1900).max(2100),
  }),
])
export type PersonQuestion = z.infer<typeof PersonQuestion>

/** Just enough to tell one person from another at the desk. */
export const PersonHint = z.object({
  personId: z.string(),
  name: z.string(),
  birthYear: z.number().int().nullable(),
  ward: z.string().nullable(),
  isMinor: z.boolean(),
})
export type PersonHint = z.infer<typeof PersonHint>

export const NewBreach = z.strictObject({
  title: saidWords(120),
  /** When the office came to know: the clock runs from here. */
  knownAt: instant,
  revealed: saidWords(2000),
  dataClasses: z.array(DataClass).min(1).max(6),
  happened: saidWords(2000),
  handling: saidWords(2000),
  recovery: saidWords(2000),
  subjectCount: z.number().int().min(0).max(300_000_000).nullable(),
})
export type NewBreach = z.infer<typeof NewBreach>

export const breachEvents = ['subjects-told', 'authority-told', 'public-told', 'closed'] as const
export const NewBreachStep = z.strictObject({ what: z.enum(breachEvents), note: saidWords(1000) })
export type NewBreachStep = z.infer<typeof NewBreachStep>

export const Breach = NewBreach.extend({
  breachNo: z.number().int(),
  clock: TermClock,
  subjectsToldAt: z.string().nullable(),
  authorityToldAt: z.string().nullable(),
  publicToldAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  steps: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), note: z.string() })),
})
export type Breach = z.infer<typeof Breach>
export const BreachList = z.object({ breaches: z.array(Breach) })
export type BreachList = z.infer<typeof BreachList>

const Evidence = z.enum(['read', 'quoted', 'unchecked'])
const period = z.string().regex(/^P\d+[DMY]$/)

/** `privacy/rights.yaml`. */
export const Rights = z.strictObject({
  law: Words,
  validFrom: z.iso.date(),
  officeTermHours: z.number().int().positive(),
  rights: z.array(
    z.strictObject({
      kind: RequestKind,
      name: Words,
      right: z.string(),
      termHours: z.number().int().positive().nullable(),
      termArticle: z.string().nullable(),
      evidence: Evidence,
      source: z.string(),
    }),
  ),
  breach: z.strictObject({
    termHours: z.number().int().positive(),
    article: z.string(),
    evidence: Evidence,
    source: z.string(),
  }),
  grounds: z.array(
    z.strictObject({
      code: z.string(),
      article: z.string(),
      kinds: z.array(RequestKind).min(1),
      name: Words,
      evidence: Evidence,
      source: z.string(),
    }),
  ),
})
export type Rights = z.infer<typeof Rights>

const basisLetters = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const ProcessingActivity = z.strictObject({
  code: z.string(),
  validFrom: z.iso.date(),
  grantPurposes: z.array(z.string()).min(1),
  name: Words,
  purpose: Words,
  /** Letter of article 20(2). */
  legalBasis: z
    .array(z.strictObject({ letter: z.enum(basisLetters), text: Words, source: z.string() }))
    .min(1),
  dataClasses: z.array(DataClass).min(1),
  subjects: Words,
  recipients: z.array(Words).min(1),
  retention: z.array(z.string()).min(1),
  responsible: Words,
  tables: z.array(z.string()).min(1),
  /** Told to residents in the notice. */
  notice: z.boolean(),
  /** A score or rule proposes; a person decides. */
  isAutomated: z.boolean().default(false),
})
export type ProcessingActivity = z.infer<typeof ProcessingActivity>

/** `privacy/records.yaml`. */
export const ProcessingRecords = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  controller: z.strictObject({ name: Words, unit: Words, contact: Words }),
  authority: z.strictObject({ name: Words, evidence: Evidence }),
  sources: z.array(z.strictObject({ title: z.string(), evidence: Evidence })),
  activities: z.array(ProcessingActivity),
  withoutPersonalData: z.array(z.strictObject({ table: z.string(), why: Words })),
})
export type ProcessingRecords = z.infer<typeof ProcessingRecords>

export const retentionCodes = [
  'ended-sessions',
  'sign-in-steps',
  'repeat-keys',
  'finished-jobs',
  'closed-accounts',
  'gone-persons',
  'asked-deletion',
  'closed-requests',
  'closed-breaches',
] as const
export type RetentionCode = (typeof retentionCodes)[number]

/** `privacy/retention.yaml`. */
export const RetentionRules = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  rules: z.array(
    z.strictObject({
      code: z.string(),
      what: Words,
      tables: z.array(z.string()).min(1),
      countedFrom: Words,
      /** ISO 8601: `P5Y`. */
      period,
      action: z.enum(['delete', 'anonymise', 'keep']),
      source: z.string(),
      /** False while it is the office's proposal and no rule of law. */
      isSettled: z.boolean(),
    }),
  ),
})
export type RetentionRules = z.infer<typeof RetentionRules>

/** What retention would do now; nothing is done by asking. */
export const RetentionPlan = z.object({
  on: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      what: Words,
      period: z.string(),
      countedFrom: Words,
      action: z.enum(['delete', 'anonymise', 'keep']),
      source: z.string(),
      isSettled: z.boolean(),
      /** Null for what is kept. */
      due: z.number().int().nullable(),
    }),
  ),
})
export type RetentionPlan = z.infer<typeof RetentionPlan>

/** `privacy/assessment.yaml`. */
export const ImpactTexts = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  evidence: Evidence,
  criteria: z.array(
    z.strictObject({ code: z.string(), name: Words, isMet: z.boolean(), how: Words }),
  ),
  risks: z.array(z.strictObject({ code: z.string(), name: Words, measures: Words })),
})
export type ImpactTexts = z.infer<typeof ImpactTexts>

/** The processing records with what the law says, as a page shows them. */
export const PrivacyPage = z.object({
  records: ProcessingRecords,
  rights: Rights,
  retentionVersion: z.string(),
})
export type PrivacyPage = z.infer<typeof PrivacyPage>
