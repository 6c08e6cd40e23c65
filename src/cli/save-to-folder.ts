import { openStore } from '#platform/open-store'
import { openSecrets } from '#platform/secrets'
import type { RunResult } from '../flow.ts'
import { saveRun } from '../flow-store.ts'

/** Stores a run in a data folder, which is made where there is none. */
export async function saveToFolder(run: RunResult, folder: string): Promise<void> {
  const store = await openStore({ folder })
  try {
    await saveRun(run, { db: store.db, secrets: await openSecrets(store) })
  } finally {
    await store.close()
  }
}
