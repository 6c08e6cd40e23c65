import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command } from 'commander'
import { bySystem, recordEvent } from '#access'
import type { BackupHead } from '#platform/backup/backup-file'
import { countAll } from '#platform/backup/copy-store'
import { noteDrill } from '#platform/backup/drills'
import { type RestoreOrder, restoreStore } from '#platform/backup/restore-store'
import { AppError } from '#platform/errors'
import { keepStoreKeys } from '#platform/secrets'
import { say } from '../language.ts'
import { defaultDataFolder, storePlace } from '../open-office.ts'
import { checkRestored, type RestoredCheck } from './check-restored.ts'
import { getSecretFor } from './passphrase.ts'
import { rowProgress } from './row-progress.ts'

interface RestoreOptions {
  readonly data: string
  readonly passphraseFile?: string
  readonly drill?: boolean
  readonly work: string
}

/** `betang restore`: an office from its backup, or a drill that leaves nothing behind. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .argument('<file>', say('berkas cadangan', 'backup file'))
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option(
      '--passphrase-file <file>',
      say(
        'berkas berisi frasa sandi; bila tidak diisi: BETANG_BACKUP_PASSPHRASE_FILE',
        'file with the passphrase; otherwise BETANG_BACKUP_PASSPHRASE_FILE',
      ),
    )
    .option(
      '--drill',
      say(
        'latihan: pulihkan ke tempat sementara, periksa, hapus; kode keluar 1 bila ada yang kurang',
        'drill: restore to a temporary place, check, remove; exit code 1 when something lacks',
      ),
    )
    .option(
      '--work <folder>',
      say('tempat sementara latihan', 'temporary place of the drill'),
      tmpdir(),
    )
    .description(
      say(
        'Pulihkan cadangan ke folder data atau basis data yang masih kosong',
        'Restore a backup to a data folder or a database that is still empty',
      ),
    )
    .action((file: string, options: RestoreOptions) =>
      options.drill ? drill(file, options) : restore(file, options),
    )
}

async function restore(file: string, options: RestoreOptions): Promise<void> {
  const { head, secret } = await getSecretFor(file, options.passphraseFile)
  const startMs = performance.now()
  const { store, manifest, migrated } = await withProgress({
    file,
    secret,
    place: storePlace(options.data),
    onStoreKey: (storeKey, next) => keepStoreKeys(head.storeId, storeKey, next),
  })
  try {
    const detail = { rows: countAll(manifest), madeAt: head.madeAt }
    await recordEvent(store.db, { ...bySystem, action: 'restore', detail })
    process.stdout.write(
      `${say(
        `Dipulihkan ke ${store.place}: ${countAll(manifest)} baris dari ${head.madeAt}, ${migrated.length} langkah tabel sesudahnya, ${secondsSince(startMs)} detik. Semua orang masuk lagi dari awal.`,
        `Restored to ${store.place}: ${countAll(manifest)} rows of ${head.madeAt}, ${migrated.length} migrations since, ${secondsSince(startMs)} s. Everyone signs in again.`,
      )}\n`,
    )
  } finally {
    await store.close()
  }
}

async function drill(file: string, options: RestoreOptions): Promise<void> {
  const { head, secret } = await getSecretFor(file, options.passphraseFile)
  const folder = mkdtempSync(path.join(options.work, 'betang-drill-'))
  const startMs = performance.now()
  const keep = (isGood: boolean) =>
    keepVerdict(head, { isGood, seconds: (performance.now() - startMs) / 1000 })
  try {
    const restored = await withProgress({ file, secret, place: { folder } })
    try {
      const restoring = {
        name: say(`dipulihkan dari ${head.madeAt}`, `restored as of ${head.madeAt}`),
        isGood: true,
        seconds: (performance.now() - startMs) / 1000,
      }
      const checks = [restoring, ...(await checkRestored(restored, () => performance.now()))]
      process.stdout.write(checks.map(checkLine).join(''))
      const isGood = checks.every((check) => check.isGood)
      process.stdout.write(`${drillVerdict(isGood, secondsSince(startMs))}\n`)
      keep(isGood)
      if (!isGood) process.exitCode = 1
    } finally {
      await restored.store.close()
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup-damaged') keep(false)
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** For the page of health on this machine; a drill elsewhere has proved the same, and only says so. */
function keepVerdict(
  { storeId, madeAt }: BackupHead,
  verdict: { readonly isGood: boolean; readonly seconds: number },
): void {
  try {
    noteDrill(storeId, { at: new Date().toISOString(), backupMadeAt: madeAt, ...verdict })
  } catch {
    process.stderr.write(
      `${say('Hasil latihan tidak bisa disimpan di BETANG_HOME.', 'The result of the drill could not be kept in BETANG_HOME.')}\n`,
    )
  }
}

function drillVerdict(isGood: boolean, seconds: string): string {
  return isGood
    ? say(
        `Cadangan ini dapat dipulihkan (${seconds} detik). Tempat sementara sudah dihapus.`,
        `This backup can be restored (${seconds} s). The temporary place is removed.`,
      )
    : say(
        `Cadangan ini TIDAK utuh (${seconds} detik). Buat yang lain dan periksa datanya.`,
        `This backup is NOT whole (${seconds} s). Make another one and check the data.`,
      )
}

function checkLine({ name, isGood, seconds }: RestoredCheck): string {
  return `${isGood ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)\n`
}

async function withProgress(order: RestoreOrder) {
  const progress = rowProgress(process.stderr, say('Memulihkan', 'Restoring'))
  try {
    return await restoreStore({ ...order, ...(progress.tell && { onRows: progress.tell }) })
  } finally {
    progress.end()
  }
}

function secondsSince(startMs: number): string {
  return ((performance.now() - startMs) / 1000).toFixed(1)
}
