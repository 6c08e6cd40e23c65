import { existsSync } from 'node:fs'
import { findWeakAccess } from '#access'
import type { Clock } from '#platform/clock'
import type { Db } from '#platform/db'
import type { Store, StorePlace } from '#platform/open-store'
import { secretFile } from '#platform/secret-setting'
import { keyFilePath } from '#platform/secrets'
import { lastBackupKey } from '../backup/make-backup.ts'
import { fileWeaknesses } from './file-weaknesses.ts'
import { findServerFacts, serverWeaknesses } from './server-weaknesses.ts'
import { accessWeaknesses, backupWeaknesses, type Weakness } from './weakness.ts'

/** Everything weak about an open store: accounts, keys, trail, backups, files and the server. */
export async function findWeaknesses(
  store: Store,
  place: StorePlace,
  { isOpenToOthers, clock }: { readonly isOpenToOthers: boolean; readonly clock: Clock },
): Promise<Weakness[]> {
  const now = clock()
  const { db, storeId } = store
  const keyFile = secretFile('BETANG_KEY') ?? keyFilePath(storeId)
  return [
    ...fileWeaknesses({
      ...('folder' in place && { dataFolder: place.folder }),
      ...(existsSync(keyFile) && { keyFile }),
    }),
    ...('url' in place ? serverWeaknesses(await findServerFacts(db, place.url, clock)) : []),
    ...accessWeaknesses(await findWeakAccess(db, clock), isOpenToOthers, now),
    ...backupWeaknesses(
      {
        lastBackupAt: await findLastBackup(db),
        storeSince: await getStoreSince(db),
        isServer: store.kind === 'server',
      },
      now,
    ),
  ]
}

async function findLastBackup(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', lastBackupKey)
    .executeTakeFirst()
  return row === undefined ? null : String(row.value)
}

async function getStoreSince(db: Db): Promise<string> {
  const row = await db
    .selectFrom('schema_migration')
    .select((eb) => eb.fn.min('applied_at').as('since'))
    .executeTakeFirstOrThrow()
  return String(row.since)
}
