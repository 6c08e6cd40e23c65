import { Command, Option } from 'commander'
import { inIndonesian } from './commander-words.ts'
import { cliLanguage, say } from './language.ts'

type Register = (program: Command) => void

/** Each command is read only when it is called: the whole of Betang takes two seconds to load. */
const commands = new Map<string, () => Promise<Register>>([
  ['run', async () => (await import('./run-command.ts')).registerRun],
  ['serve', async () => (await import('./serve-command.ts')).registerServe],
  ['import', async () => (await import('./import-command.ts')).registerImport],
  ['sample', async () => (await import('./sample-command.ts')).registerSample],
  ['allocate', async () => (await import('./allocate-command.ts')).registerAllocate],
  ['link', async () => (await import('./link-command.ts')).registerLink],
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

/** The command line: the command that `args` name, or else all of them. */
export async function makeProgram(args: readonly string[]): Promise<Command> {
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
    .configureOutput({
      outputError: (text, write) => write(cliLanguage() === 'en' ? text : inIndonesian(text)),
    })
    .helpOption('-h, --help', say('tampilkan bantuan', 'show help'))
    .helpCommand('help [command]', say('bantuan satu perintah', 'help for a command'))
    .showHelpAfterError(
      say('(betang --help menampilkan semua perintah)', '(betang --help shows all commands)'),
    )
  for (const register of await Promise.all(wanted.map((load) => load()))) register(program)
  for (const command of commandsUnder(program)) command.copyInheritedSettings(program)
  return program
}

/** Commands, and their own: `audit`, `audit verify`. */
export function commandsUnder(program: Command): Command[] {
  return program.commands.flatMap((command) => [command, ...commandsUnder(command)])
}
