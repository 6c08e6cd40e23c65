import { CommanderError } from 'commander'
import { AppError } from '#platform/errors'
import { sayError } from '#platform/say-error'
import { cliLanguage } from './language.ts'
import { commandsUnder, makeProgram } from './program.ts'
import { systemFault } from './system-fault.ts'

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

process.exitCode = await main(process.argv)
