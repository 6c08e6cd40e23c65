import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { systemClock, today } from '#platform/clock'
import { AppError } from '#platform/errors'
import { say } from '../language.ts'
import { defaultDataFolder, openOffice, storePlace } from '../open-office.ts'
import { makeBackup } from './make-backup.ts'
import { getPassphrase } from './passphrase.ts'
import { rowProgress } from './row-progress.ts'

interface BackupOptions {
  readonly data: string
  readonly out?: string
  readonly passphraseFile?: string
}

/** `betang backup`: the whole office in one file that nobody opens without the passphrase. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option('--out <file>', say('berkas cadangan', 'backup file'))
    .option(
      '--passphrase-file <file>',
      say(
        'berkas berisi frasa sandi; bila tidak diisi: BETANG_BACKUP_PASSPHRASE_FILE',
        'file with the passphrase; otherwise BETANG_BACKUP_PASSPHRASE_FILE',
      ),
    )
    .description(
      say(
        'Cadangkan seluruh data beserta kuncinya, terenkripsi; dari folder data atau server',
        'Back up all data with its key, encrypted; from a data folder or a server',
      ),
    )
    .action(backup)
}

async function backup(options: BackupOptions): Promise<void> {
  const place = storePlace(options.data)
  if ('folder' in place && !existsSync(path.join(options.data, 'postgres'))) {
    throw new AppError('folder-not-found', { path: options.data })
  }
  const passphrase = getPassphrase(options.passphraseFile)
  const file = path.resolve(options.out ?? `betang-${today(systemClock)}.backup`)
  const startMs = performance.now()
  const { store } = await openOffice(place)
  const progress = rowProgress(process.stderr, say('Menyalin', 'Copying'))
  try {
    const count = await makeBackup({
      store,
      file,
      passphrase,
      clock: systemClock,
      ...(progress.tell && { onRows: progress.tell }),
    })
    progress.end()
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
    const megabytes = (statSync(file).size / 1e6).toFixed(1)
    process.stdout.write(
      `${file}\n${say(
        `${count.rows} baris dari ${count.tables} tabel, ${megabytes} MB, ${seconds} detik. Coba pulihkan: betang restore --drill ${path.basename(file)}`,
        `${count.rows} rows of ${count.tables} tables, ${megabytes} MB, ${seconds} s. Try it: betang restore --drill ${path.basename(file)}`,
      )}\n`,
    )
  } finally {
    await store.close()
  }
}
