import { findWeakAccess } from '#access'
import { findBackups } from '#platform/backup/last-backups'
import type { Clock } from '#platform/clock'
import type { Store, StorePlace } from '#platform/open-store'
import { keyFile, listKeyFiles } from '#platform/store-key/key-files'
import { findKeyState } from '#platform/store-key/key-state'
import type { Weakness } from '../finding.ts'
import { accessWeaknesses } from './access-weaknesses.ts'
import { backupWeaknesses } from './backup-weaknesses.ts'
import { fileWeaknesses } from './file-weaknesses.ts'
import { keyWeaknesses } from './key-weaknesses.ts'
import { findServerFacts, serverWeaknesses } from './server-weaknesses.ts'

export interface WeaknessParts {
  /** Other machines reach the pages. */
  readonly isOpenToOthers: boolean
  readonly clock: Clock
  readonly env?: NodeJS.ProcessEnv
}

/** Everything weak about an open store: accounts, keys, trail, backups, files and the server. */
export async function findWeaknesses(
  store: Store,
  place: StorePlace,
  { isOpenToOthers, clock, env = process.env }: WeaknessParts,
): Promise<Weakness[]> {
  const now = clock()
  const { db, storeId } = store
  return [
    ...fileWeaknesses(
      {
        ...('folder' in place && { dataFolder: place.folder }),
        keyFiles: listKeyFiles(keyFile(storeId, env)),
      },
      env,
    ),
    ...('url' in place ? serverWeaknesses(await findServerFacts(db, place.url, clock)) : []),
    ...keyWeaknesses(await findKeyState(db)),
    ...accessWeaknesses(await findWeakAccess(db, clock), isOpenToOthers, now),
    ...backupWeaknesses({ ...(await findBackups(db)), isServer: store.kind === 'server' }, now),
  ]
}
