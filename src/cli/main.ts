import { Command, CommanderError, Option } from 'commander'
import { AppError } from '#platform/errors'
import { sayError } from '#platform/say-error'
import { cliLanguage, say } from './language.ts'
import { systemFault } from './system-fault.ts'

type Register = (program: Command) => void

/** Each command is read only when it is called: the whole of Betang takes two seconds to load. */
const commands = new Map<string, () => Promise<Register>>([
  ['run', async () => (await import('./run-command.ts')).registerRun],
  ['serve', async () => (await import('./serve-command.ts')).registerServe],
  ['import', async () => (await import('./import-command.ts')).registerImport],
  ['sample', async () => (await import('./sample-command.ts')).registerSample],
  ['allocate', async () => (await import('./allocate-command.ts')).registerAllocate],
  ['backup', async () => (await import('./backup/backup-command.ts')).registerBackup],
  ['restore', async () => (await import('./backup/restore-command.ts')).registerRestore],
  ['audit', async () => (await import('./audit-command.ts')).registerAudit],
  ['key', async () => (await import('./key-command.ts')).registerKey],
  ['user', async () => (await import('./user-command.ts')).registerUser],
  ['retention', async () => (await import('./retention-command.ts')).registerRetention],
  ['dpia', async () => (await import('./dpia-command.ts')).registerDpia],
  ['dukcapil', async () => (await import('./dukcapil-command.ts')).registerDukcapil],
  ['doctor', async () => (await import('./doctor-command.ts')).registerDoctor],
])

/** The command line as it stands in the documents: the command that `args` name, or else all of them. */
async function makeProgram(args: readonly string[]): Promise<Command> {
  const called = commands.get(args.find((word) => commands.has(word)) ?? '')
  const wanted = called ? [called] : [...commands.values()]
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
  for (const register of await Promise.all(wanted.map((load) => load()))) register(program)
  for (const command of commandsUnder(program)) command.copyInheritedSettings(program)
  return program
}

/** Runs one command; the exit code is 0, 1 for a failure that has a code, 2 for a wrong call. */
export async function main(args: readonly string[]): Promise<number> {
  const program = (await makeProgram(args)).exitOverride()
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
