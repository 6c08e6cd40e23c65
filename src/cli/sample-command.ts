import type { Command } from 'commander'
import { writeSample } from '#sample'
import { say } from './language.ts'
import { wholeNumber } from './whole-number.ts'

/** `betang sample`: a synthetic city and its agencies' lists, with the truth beside them. */
export function registerSample(program: Command): void {
  program
    .command('sample')
    .requiredOption('--persons <n>', say('banyaknya orang', 'number of persons'), wholeNumber(1))
    .requiredOption('--seed <n>', say('benih acak', 'random seed'), wholeNumber(0))
    .requiredOption('--out <folder>', say('folder hasil', 'folder for the results'))
    .description(
      say(
        'Buat kota contoh: daftar dinas yang berantakan dan kebenarannya. Semua orang rekaan',
        "Make a sample city: agencies' messy lists and the truth. All persons are invented",
      ),
    )
    .action(async (options: { persons: number; seed: number; out: string }) => {
      const { files, persons, families } = await writeSample(options)
      process.stdout.write(
        `${persons} ${say('orang', 'persons')}, ${families} ${say('keluarga', 'families')}, ${files} ${say('daftar', 'lists')}: ${options.out}\n`,
      )
    })
}
