import path from 'node:path'
import { AppError } from '#platform/errors'
import { findLockHolder } from '#platform/folder-lock'
import type { OnProgress } from '#platform/progress'
import type { RunResult } from '../flow.ts'
import { makeRegister, rememberFolder, takeFolder } from '../flow-job.ts'
import { saveRun } from '../flow-store.ts'
import { type Office, openOffice } from './open-office.ts'

/** Tells that a data folder is in use before the work, not after it. @throws AppError `store-locked`. */
export async function checkDataFolder(folder: string): Promise<void> {
  const holder = await findLockHolder(folder)
  if (!holder) return
  const file = path.join(path.resolve(folder), 'betang.lock')
  throw new AppError('store-locked', { folder, pid: holder.pid, file })
}

/** Where a run of a folder is kept. */
export interface KeepParts extends Office {
  readonly programmesDir: string
  readonly onProgress?: OnProgress
}

/**
 * Keeps the lists of a folder and what a run made of them. Where the store has other files or decisions
 * besides, the register is made from all of them.
 */
export async function keepRun(run: RunResult, dir: string, parts: KeepParts): Promise<void> {
  const { store, secrets, programmesDir, onProgress } = parts
  const { isAlone, madeFrom } = await takeFolder(store, secrets, dir)
  await rememberFolder(store, dir)
  if (isAlone) {
    await saveRun(run, { store, secrets, madeFrom, ...(onProgress && { onProgress }) })
    return
  }
  const job = { signal: new AbortController().signal, onProgress: onProgress ?? (() => {}) }
  await makeRegister({ store, secrets, programmesDir }, job)
}

/** Stores a run of the lists in `dir` in a data folder, which is made where there is none. */
export async function saveToFolder(
  run: RunResult,
  dir: string,
  { data, programmesDir }: { readonly data: string; readonly programmesDir: string },
): Promise<void> {
  const office = await openOffice({ folder: data })
  try {
    await keepRun(run, dir, { ...office, programmesDir })
  } finally {
    await office.store.close()
  }
}
