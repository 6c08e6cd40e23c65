import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import {
  type AcceptedFile,
  acceptFile,
  contentHmac,
  findAcceptedFiles,
  findLists,
  keepFile,
  loadFile,
  loadKept,
  withdrawFile,
} from '#intake'
import { type Db, inTransaction } from '#platform/db'
import { AppError } from '#platform/errors'
import type { JobRun, Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Store } from '#platform/open-store'
import type { Secrets } from '#platform/secrets'
import {
  findChangesInForce,
  findSourcesStamp,
  findThresholdBits,
  isRegisterMade,
  type RegisterChange,
} from '#registry'
import type { ListFile } from './flow.ts'
import { saveRun } from './flow-store.ts'
import { runInThread } from './flow-thread.ts'

export interface RegisterParts {
  readonly store: Store
  readonly secrets: Secrets
  readonly programmesDir: string
}

/**
 * The main job as a background job: the register from all accepted files and all decisions in force.
 *
 * What was stored before stays until the new state is whole: a cancel or failure changes nothing, and
 * a second time gives the same.
 * @throws those of the main job.
 */
export async function makeRegister(
  { store, secrets, programmesDir }: RegisterParts,
  { signal, onProgress }: Pick<JobRun, 'signal' | 'onProgress'>,
): Promise<void> {
  await takeRememberedFolder(store, secrets)
  const { madeFrom, ...sources } = await loadSources(store.db, secrets)
  const request = { ...sources, programmesDir }
  const run = await runInThread(request, { onProgress, signal })
  signal.throwIfAborted()
  await saveRun(run, { store, secrets, onProgress, madeFrom })
}

interface Sources {
  readonly madeFrom: string
  readonly files: readonly ListFile[]
  readonly changes: readonly RegisterChange[]
  readonly thresholdBits: number | undefined
}

/** All that the register is made from, as of one moment. */
async function loadSources(db: Db, secrets: Secrets): Promise<Sources> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const files: ListFile[] = []
      for (const { fileId, name, mends, mappings } of await findAcceptedFiles(tx, secrets)) {
        files.push({ file: name, mends, mappings, content: await loadKept(tx, secrets, fileId) })
      }
      const changes = await findChangesInForce(tx, secrets)
      const thresholdBits = await findThresholdBits(tx)
      return { madeFrom: await findSourcesStamp(tx), files, changes, thresholdBits }
    })
}

const lookEveryMs = 1000

/**
 * Has the register made whenever it is behind its files and decisions, for as long as the server runs.
 *
 * It looks at the state and not at messages: whatever dies in between, the next look finds it. What
 * failed is tried again when something else has changed, or when somebody asks.
 */
export function keepRegister(
  db: Db,
  { jobs, kind, log }: { readonly jobs: Jobs; readonly kind: string; readonly log: Log },
): { readonly stop: () => Promise<void> } {
  let asked: string | undefined
  let looking: Promise<void> = Promise.resolve()
  const look = async () => {
    if (await isRegisterMade(db)) return
    const stamp = await findSourcesStamp(db)
    if (stamp === asked) return
    try {
      await jobs.enqueue(kind, db)
      asked = stamp
    } catch (error) {
      // The one that runs may have begun before the change: look again when it is done.
      if (!(error instanceof AppError) || error.code !== 'job-running') throw error
    }
  }
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error) => log.warn('register', { error }))
  }, lookEveryMs)
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

/**
 * Makes the lists of a folder those of the store, beside the files that offices handed over: what is
 * new is accepted, what is gone or another is taken back, what is the same stays.
 *
 * @returns whether the register can be that of the folder alone.
 * @throws AppError `folder-not-found`, `folder-empty`.
 */
export async function takeFolder(
  { db }: Store,
  secrets: Secrets,
  dir: string,
): Promise<{ readonly isAlone: boolean; readonly madeFrom: string }> {
  const { files } = await findLists(dir)
  return inTransaction(db, async (tx) => {
    const before = await findAcceptedFiles(tx, secrets)
    const left = new Set(before.filter(({ isOfFolder }) => isOfFolder))
    for (const name of files) {
      const content = await loadFile(path.join(dir, name)).catch(() => new Uint8Array(0))
      const hmac = contentHmac(secrets, content)
      const same = findSame(left, name, hmac)
      if (same) {
        left.delete(same)
        continue
      }
      if (await isTakenBack(tx, hmac)) continue
      const handed = { name, content, organisationId: null, receivedBy: null }
      await acceptFile(tx, await keepFile(tx, secrets, handed), null)
    }
    for (const { fileId } of left) {
      await withdrawFile(tx, fileId, { accountId: null, reason: 'folder read again' })
    }
    const present = await findAcceptedFiles(tx, secrets)
    const changes = await findChangesInForce(tx, secrets)
    const isAlone =
      changes.length === 0 &&
      (await findThresholdBits(tx)) === undefined &&
      present.length === files.length &&
      present.every(
        ({ name, mends, mappings }, no) =>
          name === files[no] && mends.length === 0 && mappings.length === 0,
      )
    return { isAlone, madeFrom: await findSourcesStamp(tx) }
  })
}

/** Whether a person took this very content back: a folder does not bring it in again. */
async function isTakenBack(tx: Db, hmac: Uint8Array): Promise<boolean> {
  const row = await tx
    .selectFrom('intake_file as f')
    .innerJoin('intake_acceptance as a', 'a.file_id', 'f.file_id')
    .select('f.file_id')
    .where('f.content_hmac', '=', hmac)
    .where('f.state', '=', 'withdrawn')
    .where('a.withdrawn_by', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Where lists of the server's own lie, remembered with the store. */
const ListsFolder = z.object({ path: z.string() })
const folderKey = 'lists-folder'

/** Remembers a folder, so that what changes in it comes in with the next making of the register. */
export async function rememberFolder({ db }: Store, dir: string): Promise<void> {
  const value = JSON.stringify({ path: path.resolve(dir) } satisfies z.infer<typeof ListsFolder>)
  await db
    .insertInto('run_state')
    .values({ key: folderKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

async function takeRememberedFolder(store: Store, secrets: Secrets): Promise<void> {
  const row = await store.db
    .selectFrom('run_state')
    .select('value')
    .where('key', '=', folderKey)
    .executeTakeFirst()
  const known = ListsFolder.safeParse(row?.value)
  if (!known.success || !existsSync(known.data.path)) return
  try {
    await takeFolder(store, secrets, known.data.path)
  } catch (error) {
    // What came from it counts until somebody takes it back.
    if (!(error instanceof AppError) || error.code !== 'folder-empty') throw error
  }
}

function findSame(
  files: ReadonlySet<AcceptedFile>,
  name: string,
  hmac: Uint8Array,
): AcceptedFile | undefined {
  return [...files].find(
    (file) => file.name === name && Buffer.compare(file.contentHmac, hmac) === 0,
  )
}
