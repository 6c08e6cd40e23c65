import { type Command, Option } from 'commander'
import { linkFiles } from '#linkage'
import { cliLanguage, say } from './language.ts'

interface LinkOptions {
  readonly id: string
  readonly out: string
  readonly settings?: string
  readonly earlier?: string
  readonly truth?: string
}

/** `betang link`: record linkage alone, on any lists. */
export function registerLink(program: Command): void {
  program
    .command('link')
    .argument(
      '<files...>',
      say('berkas CSV atau Parquet dengan baris judul', 'CSV or Parquet files with a header'),
    )
    .requiredOption('--id <column>', say('kolom id tiap baris', 'column with the id of each row'))
    .requiredOption('--out <folder>', say('folder hasil', 'folder for the results'))
    .option(
      '--settings <file>',
      say(
        'pengaturan (YAML atau JSON); tanpa ini disusun dari isi kolom',
        'settings (YAML or JSON); proposed from the columns without',
      ),
    )
    .addOption(
      new Option(
        '--earlier <folder>',
        say(
          'hasil sebelumnya: hanya baris baru yang dibandingkan, yang lain tetap',
          'results of an earlier run: only new rows are compared, the others stay',
        ),
      ).conflicts('settings'),
    )
    .option(
      '--truth <column>',
      say(
        'kolom jawaban yang benar, hanya untuk mengukur mutu',
        'column with the right answer, only to measure quality',
      ),
    )
    .description(
      say(
        'Temukan baris yang sama orangnya dalam satu atau beberapa daftar',
        'Find the rows that are the same person in one list or several',
      ),
    )
    .action(runLink)
}

async function runLink(files: readonly string[], options: LinkOptions): Promise<void> {
  const { settings, earlier, truth } = options
  const result = await linkFiles({
    files,
    idColumn: options.id,
    out: options.out,
    language: cliLanguage(),
    ...(settings === undefined ? {} : { settingsFile: settings }),
    ...(earlier === undefined ? {} : { earlier }),
    ...(truth === undefined ? {} : { truthColumn: truth }),
  })
  process.stdout.write(
    `${result.records} ${say('baris', 'rows')}, ${result.clusters} ${say('kelompok', 'clusters')}, ${result.pairs} ${say('pasangan disimpan', 'pairs kept')}: ${options.out}\n`,
  )
  if (result.skippedPairs > 0) {
    process.stdout.write(
      `${say(
        `${result.skippedPairs} pasangan tidak dibandingkan: kelompok yang bernilai sama terlalu besar. Rinciannya di report.html.`,
        `${result.skippedPairs} pairs were not compared: too many rows agree on a value. See report.html.`,
      )}\n`,
    )
  }
  if (result.isUntaught) {
    process.stdout.write(
      `${say(
        'Terlalu sedikit orang tercatat dua kali untuk belajar dari daftar ini; periksa setiap pasangan di report.html.',
        'Too few persons stand here twice to learn from these lists; look at every pair in report.html.',
      )}\n`,
    )
  }
}
