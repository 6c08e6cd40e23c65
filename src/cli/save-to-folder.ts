import path from 'node:path'
import { AppError } from '#platform/errors'
import { findLockHolder } from '#platform/folder-lock'
import type { RunResult } from '../flow.ts'
import { rememberListsFolder } from '../flow-job.ts'
import { saveRun } from '../flow-store.ts'
import { openOffice } from './open-office.ts'

/** Tells that a data folder is in use before the work, not after it. @throws AppError `store-locked`. */
export async function checkDataFolder(folder: string): Promise<void> {
  const holder = await findLockHolder(folder)
  if (!holder) return
  const file = path.join(path.resolve(folder), 'betang.lock')
  throw new AppError('store-locked', { folder, pid: holder.pid, file })
}

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
