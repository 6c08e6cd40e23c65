import type { Db } from '../db.ts'

/** `backup`: survives the loss of the machine; `copy`: lies on it, or opens with its key alone. */
export type BackupKind = 'backup' | 'copy'

/** Rows of `run_state`. */
const keys = { backup: 'last-backup', copy: 'last-copy' } as const

/** Keeps when the latest backup of a kind was made. */
export async function noteBackup(db: Db, kind: BackupKind, madeAt: string): Promise<void> {
  const value = JSON.stringify(madeAt)
  await db
    .insertInto('run_state')
    .values({ key: keys[kind], value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** When the latest backups were made, null for never, and since when there is a store to keep. */
export async function findBackups(
  db: Db,
): Promise<{ lastBackupAt: string | null; lastCopyAt: string | null; storeSince: string }> {
  const rows = await db
    .selectFrom('run_state')
    .select(['key', 'value'])
    .where('key', 'in', Object.values(keys))
    .execute()
  const at = (kind: BackupKind) => {
    const row = rows.find(({ key }) => key === keys[kind])
    return row === undefined ? null : String(row.value)
  }
  const { since } = await db
    .selectFrom('schema_migration')
    .select((eb) => eb.fn.min('applied_at').as('since'))
    .executeTakeFirstOrThrow()
  return { lastBackupAt: at('backup'), lastCopyAt: at('copy'), storeSince: String(since) }
}
