import { z } from 'zod'
import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import { getSignedIn, problem, type SignedIn } from '#platform/http'
import type { RepeatableRequest } from '#platform/idempotency'
import type { Random } from '#platform/random'
import type { Secrets } from '#platform/secrets'
import type { Asking } from './account-store.ts'

/** What the pages of organisations and people are built from. */
export interface PeopleParts {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
}

/** Accounts are joined to persons of the register, who may be found by NIK. */
export interface AccountParts extends PeopleParts {
  readonly secrets: Secrets
}

export const managing = { config: { action: 'manage-people' } } as const
export const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }
export const onceHeaders = z.object({ 'idempotency-key': z.string().min(8).max(100) })

interface Asked {
  readonly signedIn: SignedIn | null
}

/** Who asks, for a store. */
export function asking(request: Asked, clock: Clock): Asking {
  return { accountId: getSignedIn(request).accountId, clock }
}

/** A creating request under the key that came with it. */
export function repeatable(
  request: Asked & {
    readonly headers: z.infer<typeof onceHeaders>
    readonly url: string
    readonly body: unknown
  },
): RepeatableRequest {
  return {
    accountId: getSignedIn(request).accountId,
    key: request.headers['idempotency-key'],
    request: [request.url, request.body],
  }
}
