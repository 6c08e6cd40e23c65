import { type Db, inTransaction } from '#platform/db'

/** The sealed secret of an account's authenticator app. */
export interface StoredTotp {
  readonly secretCipher: Uint8Array
  /** A code was shown once, so the app really holds the secret. */
  readonly isConfirmed: boolean
}

export async function findTotp(db: Db, accountId: string): Promise<StoredTotp | undefined> {
  const row = await db
    .selectFrom('totp')
    .select(['secret_cipher', 'confirmed_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && { secretCipher: row.secret_cipher, isConfirmed: row.confirmed_at !== null }
}

/** Keeps a secret that still has to be confirmed, in place of an earlier unconfirmed one. */
export async function replaceTotp(
  db: Db,
  accountId: string,
  secretCipher: Uint8Array,
): Promise<void> {
  const values = { secret_cipher: secretCipher, confirmed_at: null, last_counter: 0 }
  await db
    .insertInto('totp')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute()
}

/** Marks the half minute of a code as used; false when it, or a later one, was used before. */
export async function takeCounter(db: Db, accountId: string, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('totp')
    .set({ last_counter: counter })
    .where('account_id', '=', accountId)
    .where('last_counter', '<', counter)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function confirmTotp(db: Db, accountId: string, at: Date): Promise<void> {
  await db
    .updateTable('totp')
    .set({ confirmed_at: at.toISOString() })
    .where('account_id', '=', accountId)
    .execute()
}

/** Removes the authenticator app and its recovery codes. */
export async function deleteTotp(db: Db, accountId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('totp').where('account_id', '=', accountId).execute()
    await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  })
}

/** Keeps these recovery codes, and no earlier one. */
export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  codeHashes: readonly string[],
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
    await trx
      .insertInto('recovery_code')
      .values(codeHashes.map((code_hash) => ({ account_id: accountId, code_hash })))
      .execute()
  })
}

/** Recovery codes that were not used yet. */
export async function findRecoveryCodes(
  db: Db,
  accountId: string,
): Promise<{ codeId: number; codeHash: string }[]> {
  const rows = await db
    .selectFrom('recovery_code')
    .select(['recovery_code_id', 'code_hash'])
    .where('account_id', '=', accountId)
    .orderBy('recovery_code_id')
    .execute()
  return rows.map((row) => ({ codeId: row.recovery_code_id, codeHash: row.code_hash }))
}

/** Uses a recovery code up; false when another request was faster. */
export async function deleteRecoveryCode(db: Db, codeId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_code')
    .where('recovery_code_id', '=', codeId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
