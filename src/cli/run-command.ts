import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { systemClock, today } from '#platform/clock'
import { isIsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import { type RunResult, runMainJob } from '../flow.ts'
import { say } from './language.ts'
import { registerWords } from './person-words.ts'
import { progressLines } from './progress-lines.ts'
import { makeFolder, writeRun } from './run-output/write-run.ts'
import { checkDataFolder, saveToFolder } from './save-to-folder.ts'

interface RunOptions {
  readonly out: string
  readonly on?: string
  readonly data?: string
  readonly fullIds?: boolean
}

/** Folder of the programmes that come with Betang. */
export const programmesDir = fileURLToPath(new URL('../../programmes', import.meta.url))

/** `betang run`: the main job on a folder of lists. */
export function registerRun(program: Command): void {
  program
    .command('run')
    .argument('<dir>', say('folder daftar (CSV, XLSX, TXT)', 'folder of lists (CSV, XLSX, TXT)'))
    .requiredOption('--out <folder>', say('folder hasil', 'folder for the results'))
    .option('--on <date>', say('hari acuan, TTTT-BB-HH', 'reference day, YYYY-MM-DD'))
    .option('--data <folder>', say('simpan juga ke folder data', 'also store in a data folder'))
    .option('--full-ids', say('tulis NIK dan KK utuh', 'write NIK and KK in full'))
    .description(
      say(
        'Baca daftar, satukan keluarga, hitung kebutuhan, hak, alokasi, dan matriks OPPKPKE',
        'Read lists, join families, work out needs, entitlements, allocation and the OPPKPKE matrix',
      ),
    )
    .action(run)
}

async function run(dir: string, options: RunOptions): Promise<void> {
  if (options.on !== undefined && !isIsoDate(options.on)) {
    throw new AppError('date-not-iso', { value: options.on })
  }
  await makeFolder(options.out)
  if (options.data !== undefined) await checkDataFolder(options.data)
  const progress = progressLines(process.stderr)
  const result = await runMainJob({
    dir,
    programmesDir,
    nowMs: () => performance.now(),
    today: today(systemClock),
    onProgress: progress.tell,
    ...(options.on === undefined ? {} : { on: options.on }),
  })
  progress.end()
  await writeRun(result, { out: options.out, fullIds: options.fullIds === true })
  if (options.data !== undefined) {
    await saveToFolder(result, dir, { data: options.data, programmesDir })
  }

  const { intake, register, assessment, plan } = result
  const here = register.persons.filter(({ status }) => status === 'active').length
  process.stdout.write(
    `${say('Hari acuan', 'Reference day')} ${result.on}${dayWords(options, result)}\n` +
      `${intake.rows.length} ${say('baris menjadi', 'rows became')} ${registerWords(register.persons.length, here, register.families.length)}; ` +
      `${intake.quarantinedRefs.length} ${say('baris ditahan', 'rows held')}\n` +
      `${assessment.needs.length} ${say('kebutuhan', 'needs')}, ${plan.served} ${say('terlayani', 'served')}\n`,
  )
  for (const { file, code, hintId, hintEn } of intake.faults) {
    process.stderr.write(`${file}: ${say(hintId, hintEn)} (${code})\n`)
  }
  for (const name of intake.ignored) {
    process.stderr.write(`${name}: ${say('tidak dibaca', 'left alone')}\n`)
  }
  process.stdout.write(`${say('Hasil', 'Results')}: ${options.out}\n`)
}

/** Said where the day is neither asked for nor written in any list. */
function dayWords({ on }: RunOptions, { intake }: RunResult): string {
  if (on !== undefined || intake.latestDate !== undefined) return ''
  return say(
    ': hari ini, karena tidak ada tanggal di daftar. Ganti dengan --on',
    ': today, since no date stands in the lists. Change it with --on',
  )
}
