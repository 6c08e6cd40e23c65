import type { Command } from 'commander'
import { linkFiles } from '#linkage'
import { cliLanguage, say } from './language.ts'

interface LinkOptions {
  readonly id: string
  readonly out: string
  readonly settings?: string
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
  const { settings, truth } = options
  const result = await linkFiles({
    files,
    idColumn: options.id,
    out: options.out,
    language: cliLanguage(),
    ...(settings === undefined ? {} : { settingsFile: settings }),
    ...(truth === undefined ? {} : { truthColumn: truth }),
  })
  process.stdout.write(
    `${result.records} ${say('baris', 'rows')}, ${result.clusters} ${say('kelompok', 'clusters')}, ${result.pairs} ${say('pasangan disimpan', 'pairs kept')}: ${options.out}\n`,
  )
  if (result.isUntaught) {
    process.stdout.write(
      `${say(
        'Terlalu sedikit orang tercatat dua kali untuk belajar dari daftar ini; periksa setiap pasangan di report.html.',
        'Too few persons stand here twice to learn from these lists; look at every pair in report.html.',
      )}\n`,
    )
  }
}
