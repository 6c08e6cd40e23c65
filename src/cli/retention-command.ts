import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { applyRetention, planRetention } from '#access'
import { systemClock } from '#platform/clock'
import { AppError } from '#platform/errors'
import { openStore, type Store } from '#platform/open-store'
import { cliLanguage, say } from './language.ts'
import { defaultDataFolder, storePlace } from './open-office.ts'

interface RetentionOptions {
  readonly data: string
  readonly dryRun?: boolean
  readonly apply?: boolean
}

/** `betang retention`: what is due by the rules of retention; it is erased only with `--apply`. */
export function registerRetention(program: Command): void {
  program
    .command('retention')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .option('--dry-run', say('hitung saja (bawaan)', 'count only (the default)'))
    .option(
      '--apply',
      say('hapus atau anonimkan yang jatuh tempo', 'delete or anonymise what is due'),
    )
    .description(
      say(
        'Hitung data yang sudah lewat masa simpannya; --apply menghapusnya',
        'Count the data whose time is over; --apply erases it',
      ),
    )
    .action((options: RetentionOptions, command: Command) => {
      if (options.apply && options.dryRun) {
        command.error(say('Pilih --dry-run atau --apply.', 'Choose --dry-run or --apply.'), {
          exitCode: 2,
        })
      }
      return withDataFolder(options.data, (store) => (options.apply ? apply(store) : count(store)))
    })
}

/** Opens a store that is there; asking about one must not make it. */
export async function withDataFolder(
  data: string,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const place = storePlace(data)
  if ('folder' in place && !existsSync(path.join(data, 'postgres'))) {
    throw new AppError('folder-not-found', { path: data })
  }
  const store = await openStore(place)
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

async function count({ db }: Store): Promise<void> {
  const { lines } = await planRetention(db, systemClock())
  for (const { code, what, due, period, isSettled } of lines) {
    const amount = due === null ? say('disimpan', 'kept') : String(due)
    const proposal = isSettled ? '' : say(' (usulan)', ' (proposal)')
    process.stdout.write(
      `${amount.padStart(9)}  ${code.padEnd(16)} ${period}${proposal}  ${what[cliLanguage()]}\n`,
    )
  }
  process.stdout.write(
    `${say('Tidak ada yang dihapus. Jalankan dengan --apply.', 'Nothing was erased. Run it with --apply.')}\n`,
  )
}

async function apply({ db }: Store): Promise<void> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const { done, isComplete } = await applyRetention({
    db,
    clock: systemClock,
    accountId: null,
    signal: controller.signal,
    onBatch: (code, rows) => process.stderr.write(`${code}: ${rows}\n`),
  })
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
  for (const [code, rows] of Object.entries(done)) process.stdout.write(`${rows}  ${code}\n`)
  process.stdout.write(
    isComplete
      ? `${say('Selesai.', 'Done.')}\n`
      : `${say('Dihentikan; jalankan lagi untuk meneruskan.', 'Stopped; run it again to go on.')}\n`,
  )
  if (!isComplete) process.exitCode = 1
}
