import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkPassphrase } from '#platform/backup/backup-lock'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { Store } from '#platform/open-store'
import { makeBackup } from './make-backup.ts'
import { findPassphrase } from './passphrase.ts'

const copiesKept = 3
const checkEveryMs = 60 * 60_000
const copyEveryMs = 24 * 60 * 60_000

/**
 * Where daily copies go: `BETANG_BACKUP_FOLDER`, else the folder `backups` of an embedded store; on a
 * server nowhere unless that is set.
 */
export function copyFolder(store: Store, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.BETANG_BACKUP_FOLDER) return path.resolve(env.BETANG_BACKUP_FOLDER)
  return store.kind === 'embedded' ? path.join(store.place, 'backups') : undefined
}

/**
 * A copy a day, the last three kept: PGlite does not survive a power cut. Looked after each hour, so
 * that an office that switches its machine off at night has copies too.
 */
export function keepBackups(store: Store, log: Log, clock: Clock): { readonly stop: () => void } {
  const timer = setInterval(() => {
    copyWhenDue(store, clock).then(
      (file) => file !== undefined && log.info('backup written', { file }),
      (error: unknown) => log.error('backup failed', { error }),
    )
  }, checkEveryMs).unref()
  return { stop: () => clearInterval(timer) }
}

/**
 * Writes a copy where the latest is older than a day, and returns its path.
 *
 * It is locked with the passphrase where one is set, and can then be restored anywhere; else with the
 * key of the store, which lies outside the data folder.
 */
export async function copyWhenDue(
  store: Store,
  clock: Clock,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const folder = copyFolder(store, env)
  if (folder === undefined) return undefined
  const prefix = `betang-${store.storeId}-`
  const now = clock()
  if (now.getTime() - newestMs(folder, prefix) < copyEveryMs) return undefined

  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const file = path.join(folder, `${prefix}${stamp}.backup`)
  const passphrase = findPassphrase(undefined, env)
  if (passphrase !== undefined) checkPassphrase(passphrase)
  await makeBackup({ store, file, passphrase, clock })
  for (const old of copiesIn(folder, prefix).slice(0, -copiesKept)) rmSync(path.join(folder, old))
  return file
}

/** Oldest first: their names hold the time. */
function copiesIn(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.backup'))
    .sort()
}

function newestMs(folder: string, prefix: string): number {
  const stamp = copiesIn(folder, prefix).at(-1)?.slice(prefix.length, -'.backup'.length)
  const madeMs = Date.parse(stamp?.replace(/T(\d\d)-(\d\d)-(\d\d)$/, 'T$1:$2:$3Z') ?? '')
  return Number.isNaN(madeMs) ? 0 : madeMs
}
