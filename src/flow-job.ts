import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from '#platform/errors'
import type { JobRun } from '#platform/jobs'
import type { Store } from '#platform/open-store'
import type { Secrets } from '#platform/secrets'
import { saveRun } from './flow-store.ts'
import { runInThread } from './flow-thread.ts'

/** Where the lists of a store lie, remembered with it. */
const ListsFolder = z.object({ path: z.string() })
const stateKey = 'lists-folder'

/** Remembers the folder whose lists the store holds, so that they can be read again from the web. */
export async function rememberListsFolder({ db }: Store, folder: string): Promise<void> {
  const value = JSON.stringify({ path: path.resolve(folder) } satisfies z.infer<typeof ListsFolder>)
  await db
    .insertInto('run_state')
    .values({ key: stateKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/**
 * The main job as a background job: the lists of the remembered folder into the store.
 *
 * What was stored before stays until the new state is whole: a cancel or failure changes nothing.
 * @throws AppError `lists-folder-unknown`, `folder-not-found` and those of the main job.
 */
export async function readListsAgain(
  { store, secrets, programmesDir }: { store: Store; secrets: Secrets; programmesDir: string },
  { signal, onProgress }: JobRun,
): Promise<void> {
  const row = await store.db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', stateKey)
    .executeTakeFirst()
  if (!row) throw new AppError('lists-folder-unknown', {})
  const { path: dir } = ListsFolder.parse(row.value)
  if (!existsSync(dir)) throw new AppError('folder-not-found', { path: dir })

  const run = await runInThread({ dir, programmesDir }, { onProgress, signal })
  signal.throwIfAborted()
  await saveRun(run, { store, secrets, onProgress })
}
