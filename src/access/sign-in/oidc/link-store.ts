import type { Clock } from '#platform/clock'
import { type Db, inTransaction } from '#platform/db'
import type { Secrets } from '#platform/secrets'
import type { Identity } from './identity-provider.ts'

/** An account's tie to an outside provider. */
export interface Link {
  readonly providerId: string
  readonly linkedAt: string
  readonly lastUsedAt: string | null
}

export async function findLinks(db: Db, accountId: string): Promise<Link[]> {
  const rows = await db
    .selectFrom('account_link')
    .select(['provider_id', 'linked_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('provider_id')
    .execute()
  return rows.map((row) => ({
    providerId: row.provider_id,
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** The account of an identity, unless it is disabled; notes the use. */
export async function findLinkedAccount(
  db: Db,
  { issuer, subject }: Identity,
  clock: Clock,
): Promise<string | undefined> {
  const row = await db
    .updateTable('account_link')
    .from('account')
    .set({ last_used_at: clock().toISOString() })
    .whereRef('account.account_id', '=', 'account_link.account_id')
    .where('account_link.issuer', '=', issuer)
    .where('account_link.subject', '=', subject)
    .where('account.disabled_at', 'is', null)
    .returning('account_link.account_id')
    .executeTakeFirst()
  return row?.account_id
}

/** Ties an identity to an account; false when either is tied already. */
export async function insertLink(
  db: Db,
  { issuer, subject }: Identity,
  tie: { readonly providerId: string; readonly accountId: string },
  clock: Clock,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account_link')
    .values({
      issuer,
      subject,
      provider_id: tie.providerId,
      account_id: tie.accountId,
      linked_at: clock().toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Unties an account from a provider; false where there was no tie. */
export async function deleteLink(db: Db, accountId: string, providerId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('account_link')
    .where('account_id', '=', accountId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteLinks(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('account_link').where('account_id', '=', accountId).execute()
  await db.deleteFrom('expected_link').where('account_id', '=', accountId).execute()
}

/**
 * Notes who will come from a provider, as an administrator knows it: the first sign-in with this
 * claim makes the link. Only a keyed hash of the claim is kept; a later entry replaces an earlier.
 */
export async function expectLink(
  db: Db,
  expected: { readonly providerId: string; readonly claim: string; readonly accountId: string },
  secrets: Secrets,
): Promise<void> {
  const { providerId, accountId } = expected
  const [newest = new Uint8Array(0), ...earlier] = claimHmacs(expected.claim, secrets)
  await inTransaction(db, async (trx) => {
    if (earlier.length > 0) {
      await trx
        .deleteFrom('expected_link')
        .where('provider_id', '=', providerId)
        .where('claim_hmac', 'in', earlier)
        .execute()
    }
    await trx
      .insertInto('expected_link')
      .values({ provider_id: providerId, claim_hmac: newest, account_id: accountId })
      .onConflict((conflict) =>
        conflict.columns(['provider_id', 'claim_hmac']).doUpdateSet({ account_id: accountId }),
      )
      .execute()
  })
}

/** Makes the link that was expected for an identity, and returns its account. */
export async function takeExpectedLink(
  db: Db,
  identity: Identity,
  providerId: string,
  { secrets, clock }: { readonly secrets: Secrets; readonly clock: Clock },
): Promise<string | undefined> {
  const { person } = identity
  if (person === undefined) return undefined
  return inTransaction(db, async (trx) => {
    const row = await trx
      .deleteFrom('expected_link')
      .using('account')
      .whereRef('account.account_id', '=', 'expected_link.account_id')
      .where('expected_link.provider_id', '=', providerId)
      .where('expected_link.claim_hmac', 'in', claimHmacs(person, secrets))
      .where('account.disabled_at', 'is', null)
      .returning('expected_link.account_id')
      .executeTakeFirst()
    if (!row) return undefined
    const accountId = row.account_id
    return (await insertLink(trx, identity, { providerId, accountId }, clock))
      ? accountId
      : undefined
  })
}

/** Alike in any case of letters and with any blanks around; under the key in use first. */
function claimHmacs(claim: string, secrets: Secrets): Uint8Array[] {
  return secrets.textHmacsOf('expected-link', claim.trim().toLowerCase())
}
