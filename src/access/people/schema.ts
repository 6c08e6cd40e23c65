import { z } from 'zod'
import { PersonHint } from '../privacy/schema.ts'
import { Action, DataClass, Role } from '../scope/roles.ts'

/** Shapes of the pages on which an administrator keeps organisations, accounts and roles. */

const Key = z.string().regex(/^[a-z0-9-]{2,60}$/)
const Day = z.iso.date()
/** Words for people; a number as long as a NIK does not belong into a name. */
export const Name = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .refine((name) => !/\d{10}/.test(name), { message: 'long-number' })
const Cursor = z.string().max(600)

export const organisationKinds = [
  'secretariat',
  'agency',
  'district',
  'ward',
  'puskesos',
  'partner',
  'auditor',
] as const
export const OrganisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** Sectors of need that an organisation may have by its mandate. */
const Sector = z.enum(['basic', 'education', 'health', 'water', 'housing', 'livelihood'])

export const Organisation = z.object({
  organisationId: z.string(),
  name: z.string(),
  kind: OrganisationKind,
  sectors: z.array(Sector),
  /** Further names by which lists and offers call it. */
  aliases: z.array(z.string()),
  accounts: z.number().int(),
  /** Families that it has to do with, by its lists or its sectors; null below 10. */
  families: z.number().int().nullable(),
})
export type Organisation = z.infer<typeof Organisation>

export const OrganisationsPage = z.object({
  organisations: z.array(Organisation),
  nextCursor: z.string().nullable(),
})
export type OrganisationsPage = z.infer<typeof OrganisationsPage>

export const OrganisationsFilter = z.strictObject({
  kind: OrganisationKind.optional(),
  cursor: Cursor.optional(),
})
export type OrganisationsFilter = z.infer<typeof OrganisationsFilter>

/** A name of a provider; case, spaces and signs do not matter. */
const ProviderName = Name.refine((name) => name.replace(/[^a-z0-9]/gi, '').length >= 2, {
  message: 'no-letters',
})

export const NewOrganisation = z.strictObject({
  name: ProviderName,
  kind: OrganisationKind,
  sectors: z.array(Sector).max(6).default([]),
  aliases: z.array(ProviderName).max(50).default([]),
})
export type NewOrganisation = z.infer<typeof NewOrganisation>

export const OrganisationChange = z.strictObject({
  name: ProviderName.optional(),
  kind: OrganisationKind.optional(),
  sectors: z.array(Sector).max(6).optional(),
  aliases: z.array(ProviderName).max(50).optional(),
})
export type OrganisationChange = z.infer<typeof OrganisationChange>

/** Names in lists and offers that no organisation claims, the most used first. */
export const UnclaimedNames = z.object({
  names: z.array(z.object({ name: z.string(), lists: z.number().int(), offers: z.number().int() })),
})
export type UnclaimedNames = z.infer<typeof UnclaimedNames>

export const OrganisationKey = z.object({ organisationId: Key })

const Language = z.enum(['id', 'en'])
/** What a person types to sign in: no capitals, and never a NIK. */
const UserName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/)
  .refine((name) => !/\d{10}/.test(name), { message: 'long-number' })

export const Account = z.object({
  accountId: z.string(),
  userName: z.string(),
  displayName: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  language: Language,
  isDisabled: z.boolean(),
  /** Still has the password that was printed for it. */
  hasFirstPassword: z.boolean(),
  isMine: z.boolean(),
  createdOn: Day,
  /** Roles held today. */
  roles: z.array(Role),
})
export type Account = z.infer<typeof Account>

export const AccountsFilter = z.strictObject({
  /** Part of a display name or user name. */
  q: z.string().trim().max(100).optional(),
  organisationId: Key.optional(),
  role: Role.optional(),
  isDisabled: z.boolean().optional(),
  cursor: Cursor.optional(),
})
export type AccountsFilter = z.infer<typeof AccountsFilter>

export const AccountsPage = z.object({
  accounts: z.array(Account),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
})
export type AccountsPage = z.infer<typeof AccountsPage>

export const NewAccount = z.strictObject({
  userName: UserName,
  displayName: Name,
  organisationId: Key,
  language: Language.default('id'),
})
export type NewAccount = z.infer<typeof NewAccount>

export const AccountChange = z.strictObject({
  displayName: Name.optional(),
  organisationId: Key.optional(),
  language: Language.optional(),
  isDisabled: z.boolean().optional(),
  /** The person in the register whose account it is; null: nobody knows. */
  personId: z
    .string()
    .regex(/^[a-z0-9]{10}$/)
    .nullable()
    .optional(),
})
export type AccountChange = z.infer<typeof AccountChange>

/** An account with the password that opens it once; null when this request was answered before. */
export const AccountWithPassword = z.object({
  account: Account,
  firstPassword: z.string().nullable(),
})
export type AccountWithPassword = z.infer<typeof AccountWithPassword>

export const AccountReset = z.strictObject({
  /** Authenticator app, recovery codes and passkeys go too: for who has lost everything. */
  withAllFactors: z.boolean().default(false),
})

export const AccountKey = z.object({ accountId: Key })

/** What families' data is looked at for. */
export const purposes = [
  'coordination',
  'service',
  'verification',
  'distribution',
  'giving',
  'oversight',
  'data-protection',
  'administration',
  'own-affairs',
] as const
export const Purpose = z.enum(purposes)
export type Purpose = z.infer<typeof Purpose>

/** The purpose that a role has where nobody says another. */
export const usualPurpose: Readonly<Record<Role, Purpose>> = {
  secretariat: 'coordination',
  'agency-officer': 'service',
  'district-officer': 'coordination',
  'ward-officer': 'service',
  'puskesos-officer': 'service',
  'field-worker': 'verification',
  'plan-approver': 'coordination',
  'payment-approver': 'distribution',
  'payment-reconciler': 'distribution',
  partner: 'giving',
  auditor: 'oversight',
  'data-protection-officer': 'data-protection',
  administrator: 'administration',
  citizen: 'own-affairs',
}

const Region = z.string().regex(/^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/)

/** A role as it might be given: where, on which data, what for. */
export const ProposedGrant = z.strictObject({
  role: Role,
  /** Codes of districts and wards; null is the whole city. */
  regions: z.array(Region).min(1).max(100).nullable(),
  isOwnOrganisation: z.boolean(),
  /** `general` is always among them. */
  dataClasses: z.array(DataClass).max(6),
  purpose: Purpose,
})
export type ProposedGrant = z.infer<typeof ProposedGrant>

export const NewGrantBody = ProposedGrant.extend({
  /** Today where absent. */
  validFrom: Day.optional(),
  /** First day on which it no longer holds; null while nobody ends it. */
  validTo: Day.nullable().default(null),
})
export type NewGrantBody = z.infer<typeof NewGrantBody>

/** A role that an account holds, held or will hold. */
export const HeldGrant = z.object({
  grantId: z.string(),
  role: Role,
  regions: z.array(z.string()).nullable(),
  isOwnOrganisation: z.boolean(),
  dataClasses: z.array(DataClass),
  purpose: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  state: z.enum(['held', 'coming', 'ended']),
  grantedOn: Day,
  /** Display name of who gave it; null for what Betang gave at the start. */
  grantedBy: z.string().nullable(),
  /** Display name of who lends it. */
  lentBy: z.string().nullable(),
})
export type HeldGrant = z.infer<typeof HeldGrant>

export const AccountPage = z.object({
  account: Account,
  grants: z.array(HeldGrant),
  /** The person in the register whose account it is, the name masked; null where nobody said so. */
  person: PersonHint.nullable(),
})
export type AccountPage = z.infer<typeof AccountPage>

export const GrantKey = z.object({ accountId: Key, grantId: Key })
/** Today ends it at once; a later day or null prolongs it, or takes an ending back. */
export const GrantEnd = z.strictObject({ validTo: Day.nullable() })

export const PreviewQuestion = z.union([
  z.strictObject({ grantId: Key }),
  z.strictObject({ proposed: ProposedGrant }),
])
export type PreviewQuestion = z.infer<typeof PreviewQuestion>

export const previewKinds = [
  'families',
  'persons',
  'needs',
  'decisions',
  'received',
  'questions',
  'pairs',
  'offers',
  'plan',
  'lists',
  'findings',
] as const
export const PreviewKind = z.enum(previewKinds)
export type PreviewKind = z.infer<typeof PreviewKind>

/** A count of rows; null below 10, so that a preview tells of no single family. */
const Count = z.number().int().nullable()

/** What a person would see under a role: counts and nothing else. */
export const Preview = z.object({
  role: Role,
  actions: z.array(Action),
  shownClasses: z.array(DataClass),
  hiddenClasses: z.array(DataClass),
  kinds: z.array(z.object({ kind: PreviewKind, count: Count })),
  /** Families of each ward that has any; the ward is null where no list says. */
  wards: z.array(z.object({ ward: z.string().nullable(), families: Count })),
  /** A role held in the same days that stands against this one. */
  conflict: z.object({ other: Role, whyId: z.string(), whyEn: z.string() }).nullable(),
})
export type Preview = z.infer<typeof Preview>

/** Whom one may lend a role to. */
export const Colleagues = z.object({
  colleagues: z.array(z.object({ accountId: z.string(), displayName: z.string() })),
})
export type Colleagues = z.infer<typeof Colleagues>

export const Loan = z.object({
  grantId: z.string(),
  role: Role,
  displayName: z.string(),
  validFrom: Day,
  validTo: Day,
})
export type Loan = z.infer<typeof Loan>

export const LoansPage = z.object({ loans: z.array(Loan) })
export type LoansPage = z.infer<typeof LoansPage>

export const NewLoan = z.strictObject({
  grantId: Key,
  accountId: Key,
  validFrom: Day.optional(),
  /** First day on which it is no longer lent. */
  validTo: Day,
})
export type NewLoan = z.infer<typeof NewLoan>
