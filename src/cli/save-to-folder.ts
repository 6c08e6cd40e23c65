import type { RunResult } from '../flow.ts'
import { rememberListsFolder } from '../flow-job.ts'
import { saveRun } from '../flow-store.ts'
import { openOffice } from './open-office.ts'

/** Stores a run of the lists in `dir` in a data folder, which is made where there is none. */
export async function saveToFolder(run: RunResult, dir: string, data: string): Promise<void> {
  const { store, secrets } = await openOffice({ folder: data })
  try {
    await saveRun(run, { store, secrets })
    await rememberListsFolder(store, dir)
  } finally {
    await store.close()
  }
}
