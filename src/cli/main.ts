import { Command, CommanderError, Option } from 'commander'
import { AppError } from '#platform/errors'
import { sayError } from '#platform/say-error'
import { registerAllocate } from './allocate-command.ts'
import { registerAudit } from './audit-command.ts'
import { registerBackup } from './backup/backup-command.ts'
import { registerRestore } from './backup/restore-command.ts'
import { registerDoctor } from './doctor-command.ts'
import { registerDpia } from './dpia-command.ts'
import { registerDukcapil } from './dukcapil-command.ts'
import { registerImport } from './import-command.ts'
import { registerKey } from './key-command.ts'
import { cliLanguage, say } from './language.ts'
import { registerRetention } from './retention-command.ts'
import { registerRun } from './run-command.ts'
import { registerSample } from './sample-command.ts'
import { registerServe } from './serve-command.ts'
import { systemFault } from './system-fault.ts'
import { registerUser } from './user-command.ts'

/** The command line as it stands in the documents. */
export function makeProgram(): Command {
  const program = new Command('betang')
    .description(
      say(
        'Satu atap untuk perlindungan sosial kota: daftar dinas masuk, satu register keluarga keluar',
        "One roof for a city's social protection: agencies' lists in, one register of families out",
      ),
    )
    .addOption(new Option('--lang <lang>', say('bahasa', 'language')).choices(['id', 'en']))
    .helpOption('-h, --help', say('tampilkan bantuan', 'show help'))
    .helpCommand('help [command]', say('bantuan satu perintah', 'help for a command'))
    .showHelpAfterError(
      say('(betang --help menampilkan semua perintah)', '(betang --help shows all commands)'),
    )
  registerRun(program)
  registerServe(program)
  registerImport(program)
  registerSample(program)
  registerAllocate(program)
  registerBackup(program)
  registerRestore(program)
  registerAudit(program)
  registerKey(program)
  registerUser(program)
  registerRetention(program)
  registerDpia(program)
  registerDukcapil(program)
  registerDoctor(program)
  for (const command of commandsUnder(program)) command.copyInheritedSettings(program)
  return program
}

/** Runs one command; the exit code is 0, 1 for a failure that has a code, 2 for a wrong call. */
export async function main(args: readonly string[]): Promise<number> {
  const program = makeProgram().exitOverride()
  for (const command of commandsUnder(program)) command.exitOverride()
  try {
    await program.parseAsync([...args])
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const known = error instanceof AppError ? error : systemFault(error)
    if (!known) throw error
    process.stderr.write(`${sayError(known, cliLanguage())} (${known.code})\n`)
    return 1
  }
}

/** Commands, and their own: `audit`, `audit verify`. */
function commandsUnder(program: Command): Command[] {
  return program.commands.flatMap((command) => [command, ...commandsUnder(command)])
}

process.exitCode = await main(process.argv)
