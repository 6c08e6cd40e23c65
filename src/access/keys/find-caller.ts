import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import { AppError } from '#platform/errors'
import type { SignedIn } from '#platform/http'
import { isKey, readBearer } from './key-text.ts'

/** How exactly `last_used_at` is kept. */
const usedStepMs = 60_000

/**
 * The service account behind `Authorization: Bearer …`; notes that the key was used.
 *
 * @throws AppError `api-key-refused`, the same for every cause.
 */
export async function getKeyCaller(db: Db, authorization: string, clock: Clock): Promise<SignedIn> {
  const now = clock()
  const bearer = readBearer(authorization)
  const row = bearer && (await findKey(db, bearer.prefix, now))
  if (!bearer || !row || !isKey(bearer.text, row.key_hash))
    throw new AppError('api-key-refused', {})
  if (row.last_used_at === null || now.getTime() - Date.parse(row.last_used_at) > usedStepMs) {
    await db
      .updateTable('api_key')
      .set({ last_used_at: now.toISOString() })
      .where('key_id', '=', row.key_id)
      .execute()
  }
  return {
    accountId: row.account_id,
    userName: row.user_name,
    displayName: row.display_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    language: row.language,
    mustChangePassword: false,
    sessionId: '',
    hasFreshProof: false,
    hasSecondFactor: true,
    needsSecondFactor: false,
    grantInUse: row.grant_id,
    apiKey: { keyId: row.key_id, requestsPerMinute: row.requests_per_minute },
  }
}

/** A key that has not ended, of an account that is open. */
function findKey(db: Db, prefix: string, now: Date) {
  return db
    .selectFrom('api_key as k')
    .innerJoin('account as a', 'a.account_id', 'k.account_id')
    .innerJoin('organisation as o', 'o.organisation_id', 'a.organisation_id')
    .select([
      'k.key_id',
      'k.key_hash',
      'k.grant_id',
      'k.requests_per_minute',
      'k.last_used_at',
      'a.account_id',
      'a.user_name',
      'a.display_name',
      'a.language',
      'o.organisation_id',
      'o.name as organisation_name',
    ])
    .where('k.prefix', '=', prefix)
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', now.toISOString())
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
}
