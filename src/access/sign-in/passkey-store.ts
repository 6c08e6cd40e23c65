import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly passkeyId: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** What checks a passkey's signature. */
export interface StoredPasskey {
  readonly accountId: string
  readonly publicKey: Uint8Array
  readonly counter: number
}

export interface NewPasskey extends StoredPasskey {
  readonly passkeyId: string
  readonly name: string
  readonly transports: readonly string[]
}

export async function findPasskeys(db: Db, accountId: string): Promise<OwnPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['passkey_id', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('passkey_id')
    .execute()
  return rows.map((row) => ({
    passkeyId: row.passkey_id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** The passkey of an id, unless its account is disabled. */
export async function findPasskey(db: Db, passkeyId: string): Promise<StoredPasskey | undefined> {
  const row = await db
    .selectFrom('passkey')
    .innerJoin('account', 'account.account_id', 'passkey.account_id')
    .select(['passkey.account_id', 'passkey.public_key', 'passkey.counter'])
    .where('passkey.passkey_id', '=', passkeyId)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  return row && { accountId: row.account_id, publicKey: row.public_key, counter: row.counter }
}

/** Keeps a passkey; false when one of this id is there, whoever's it is. */
export async function insertPasskey(db: Db, passkey: NewPasskey, clock: Clock): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({
      passkey_id: passkey.passkeyId,
      account_id: passkey.accountId,
      name: passkey.name,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      created_at: clock().toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Notes a use; false when another use with this counter or a later one was faster. */
export async function noteUse(
  db: Db,
  passkeyId: string,
  { counter, earlier }: { readonly counter: number; readonly earlier: number },
  clock: Clock,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter, last_used_at: clock().toISOString() })
    .where('passkey_id', '=', passkeyId)
    .where('counter', '=', earlier)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes a passkey of an account; false where it has none of that id. */
export async function deletePasskey(
  db: Db,
  accountId: string,
  passkeyId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('account_id', '=', accountId)
    .where('passkey_id', '=', passkeyId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deletePasskeys(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('passkey').where('account_id', '=', accountId).execute()
}
