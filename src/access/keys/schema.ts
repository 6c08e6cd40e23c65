import { z } from 'zod'
import { Name, ProposedGrant } from '../people/schema.ts'
import { Role, serviceRoles } from '../scope/roles.ts'

const ServiceRole = z.enum(serviceRoles)

/** Days, requests a minute and hours of a key, where nothing else was chosen. */
export const keyTerms = {
  usualDays: 90,
  longestDays: 366,
  usualPerMinute: 300,
  usualOverlapHours: 24,
} as const

const Moment = z.iso.datetime()

export const ApiKey = z.object({
  keyId: z.string(),
  /** The first part of the key, by which it is told apart. */
  prefix: z.string(),
  grantId: z.string(),
  role: Role,
  state: z.enum(['valid', 'expired', 'revoked']),
  requestsPerMinute: z.number().int(),
  createdAt: Moment,
  expiresAt: Moment,
  lastUsedAt: Moment.nullable(),
  /** The key that follows it. */
  replacedBy: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

/** A system that asks by itself, and all keys it ever had, the latest first. */
export const ServiceAccount = z.object({
  accountId: z.string(),
  displayName: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  isDisabled: z.boolean(),
  createdAt: Moment,
  keys: z.array(ApiKey),
})
export type ServiceAccount = z.infer<typeof ServiceAccount>

export const ServiceAccountsPage = z.object({ serviceAccounts: z.array(ServiceAccount) })
export type ServiceAccountsPage = z.infer<typeof ServiceAccountsPage>

const Key = z.string().regex(/^[a-z0-9-]{2,60}$/)

export const NewServiceAccount = z.strictObject({
  displayName: Name,
  organisationId: Key,
  grant: ProposedGrant.extend({ role: ServiceRole }),
})
export type NewServiceAccount = z.infer<typeof NewServiceAccount>

const KeyTerms = {
  /** Days until it expires. */
  validDays: z.number().int().min(1).max(keyTerms.longestDays).default(keyTerms.usualDays),
}

export const NewApiKey = z.strictObject({
  /** A role that the service account holds. */
  grantId: Key,
  ...KeyTerms,
  requestsPerMinute: z.number().int().min(1).max(6000).default(keyTerms.usualPerMinute),
})
export type NewApiKey = z.infer<typeof NewApiKey>

export const KeyRotation = z.strictObject({
  ...KeyTerms,
  /** How long the earlier key still opens, so that the system can change over. */
  overlapHours: z.number().int().min(0).max(168).default(keyTerms.usualOverlapHours),
})
export type KeyRotation = z.infer<typeof KeyRotation>

/** A key with its text; null when this request was answered before, for it is told once. */
export const FreshApiKey = z.object({ apiKey: ApiKey, text: z.string().nullable() })
export type FreshApiKey = z.infer<typeof FreshApiKey>

export const ServiceAccountKey = z.object({ accountId: Key })
export const ApiKeyKey = z.object({ keyId: z.uuid() })
