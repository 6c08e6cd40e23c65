import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../errors.ts'
import { openStore, type Store, type StorePlace } from '../open-store.ts'
import { readBackupLines } from './backup-file.ts'
import type { BackupSecret } from './backup-lock.ts'
import { BackupManifest, type OnRows } from './copy-store.ts'
import { fillStore } from './fill-store.ts'

export interface RestoreOrder {
  readonly file: string
  readonly secret: BackupSecret
  readonly place: StorePlace
  /** Told the key of the NIK, and the one that came into use, before anything is made. */
  readonly onStoreKey?: (storeKey: Uint8Array, next: Uint8Array | undefined) => void
  readonly onRows?: OnRows
}

/** An open store made from a backup; whoever asked closes it. */
export interface Restored {
  readonly store: Store
  readonly manifest: BackupManifest
  readonly storeKey: Uint8Array
  /** Names of the migrations that came after the backup. */
  readonly migrated: readonly string[]
}

/**
 * Makes a store where none is, from a backup of either engine.
 *
 * @throws AppError `store-not-empty`, and what `readBackupLines`, `fillStore` and `openStore` throw;
 * nothing stays behind then.
 */
export async function restoreStore(order: RestoreOrder): Promise<Restored> {
  const { file, secret, place, onStoreKey, onRows } = order
  if ('folder' in place && existsSync(path.join(place.folder, 'postgres'))) {
    throw new AppError('store-not-empty', {})
  }
  const lines = readBackupLines(file, secret)
  try {
    const manifest = parseManifest((await lines.next()).value ?? '')
    const storeKey = Buffer.from(manifest.storeKey, 'base64url')
    const { nextStoreKey } = manifest
    onStoreKey?.(
      storeKey,
      nextStoreKey === undefined ? undefined : Buffer.from(nextStoreKey, 'base64url'),
    )
    let migrated: readonly string[] | undefined
    const store = await openStore(place, async (db) => {
      migrated = await fillStore(db, manifest, lines, onRows)
    })
    if (!migrated) {
      await store.close()
      throw new AppError('store-not-empty', {})
    }
    return { store, manifest, storeKey, migrated }
  } finally {
    await lines.return()
  }
}

function parseManifest(line: string): BackupManifest {
  const manifest = BackupManifest.safeParse(line === '' ? undefined : JSON.parse(line))
  if (!manifest.success) throw new AppError('backup-damaged', {})
  return manifest.data
}
