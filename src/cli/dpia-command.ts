import { writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { makeAssessment, toHtml, toMarkdown } from '#access'
import { systemClock } from '#platform/clock'
import { AppError } from '#platform/errors'
import { cliLanguage, say } from './language.ts'
import { defaultDataFolder } from './open-office.ts'
import { withDataFolder } from './retention-command.ts'

/** `betang dpia`: the data protection impact assessment, from the running configuration. */
export function registerDpia(program: Command): void {
  program
    .command('dpia')
    .requiredOption('--out <file>', say('berkas .html atau .md', 'file, .html or .md'), paperFile)
    .option('--data <folder>', say('folder data', 'data folder'), defaultDataFolder)
    .description(
      say(
        'Tulis penilaian dampak pelindungan data dari keadaan sistem',
        'Write the data protection impact assessment from the state of the system',
      ),
    )
    .action(({ data, out }: { data: string; out: string }) =>
      withDataFolder(data, async ({ db }) => {
        const paper = await makeAssessment(db, systemClock(), cliLanguage())
        try {
          writeFileSync(out, out.endsWith('.md') ? toMarkdown(paper) : toHtml(paper))
        } catch (cause) {
          throw new AppError('file-not-writable', { path: out }, { cause })
        }
        process.stdout.write(`${out}\n`)
      }),
    )
}

function paperFile(file: string): string {
  if (/\.(html|md)$/.test(file)) return file
  throw new InvalidArgumentError(
    say('Berkas berakhir .html atau .md.', 'The file ends in .html or .md.'),
  )
}
