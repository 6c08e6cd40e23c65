import path from 'node:path'
import { bySystem, recordEvent } from '#access'
import type { BackupSecret } from '#platform/backup/backup-lock'
import { type BackupCount, copyStore, type OnRows } from '#platform/backup/copy-store'
import { noteBackup } from '#platform/backup/last-backups'
import type { Clock } from '#platform/clock'
import { inTransaction } from '#platform/db'
import type { Store } from '#platform/open-store'
import { getKeysInUse } from '#platform/secrets'
import { findKeyState } from '#platform/store-key/key-state'

/** What must not come alive again: who was signed in, or half-way there. */
const leftOut = ['session', 'sign_in_step']

export interface BackupRequest {
  readonly store: Store
  readonly file: string
  /** None: locked with the key of the store, so that it opens on this machine only. */
  readonly passphrase?: string | undefined
  readonly clock: Clock
  readonly onRows?: OnRows
}

/**
 * Writes a backup, notes the day for `doctor`, and leaves an event in the trail: a backup holds
 * everybody.
 */
export async function makeBackup(request: BackupRequest): Promise<BackupCount> {
  const { store, file, passphrase, clock, onRows } = request
  const secret: BackupSecret =
    passphrase === undefined ? { storeKey: await getNewestKey(store) } : { passphrase }
  const madeAt = clock().toISOString()
  const count = await copyStore(file, {
    store,
    env: process.env,
    secret,
    madeAt,
    leftOut,
    ...(onRows && { onRows }),
  })
  await inTransaction(store.db, async (trx) => {
    const survives = passphrase !== undefined && !isInside(file, store)
    await noteBackup(trx, survives ? 'backup' : 'copy', madeAt)
    const lock = passphrase === undefined ? 'store-key' : 'passphrase'
    await recordEvent(trx, { ...bySystem, action: 'backup', detail: { lock, rows: count.rows } })
  })
  return count
}

/** While the key changes, the one that comes into use: the other will be put away. */
async function getNewestKey({ db, storeId }: Store): Promise<Uint8Array> {
  const { key, next } = getKeysInUse(storeId, await findKeyState(db))
  return (next ?? key).bytes
}

function isInside(file: string, { kind, place }: Store): boolean {
  return kind === 'embedded' && !path.relative(place, path.resolve(file)).startsWith('..')
}
