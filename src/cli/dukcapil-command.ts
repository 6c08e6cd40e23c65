import type { Command } from 'commander'
import { systemClock } from '#platform/clock'
import { askDukcapil, findDukcapil } from '#registry'
import { say } from './language.ts'
import { defaultDataFolder, openOffice, storePlace } from './open-office.ts'

/**
 * `betang dukcapil`: asks the connected service about every record without an answer. An embedded
 * store is open to one process: the server has to be stopped meanwhile.
 */
export function registerDukcapil(program: Command): void {
  program
    .command('dukcapil')
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .description(
      say(
        'Tanyakan catatan yang belum dijawab kepada layanan Dukcapil yang terhubung',
        'Ask the connected service of Dukcapil about records without an answer',
      ),
    )
    .action((options: { readonly data: string }) => ask(options.data))
}

async function ask(folder: string): Promise<void> {
  const service = findDukcapil()
  if (!service) {
    const words = say(
      'Layanan Dukcapil belum terhubung. Lihat docs/guides/data-quality.md.',
      'The service of Dukcapil is not connected. See docs/guides/data-quality.md.',
    )
    process.stdout.write(`${words}\n`)
    return
  }
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const { store, secrets } = await openOffice(storePlace(folder))
  try {
    const { asked, answers } = await askDukcapil({
      db: store.db,
      secrets,
      service,
      clock: systemClock,
      signal: controller.signal,
      onAsked: (count) => process.stderr.write(`${count}\n`),
    })
    process.stdout.write(`${say('Ditanyakan', 'Asked')}: ${asked}\n`)
    for (const [state, count] of Object.entries(answers)) {
      process.stdout.write(`${state}: ${count}\n`)
    }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await store.close()
  }
}
