import type { Command } from 'commander'
import { makeProgram } from '../../src/cli/program.ts'
import { pageHead } from './markdown.ts'

/** What `betang --help` says in English, and the help of every command and of those below it. */
export async function cliPage(): Promise<string> {
  const words = process.argv
  process.argv = [...words, '--lang', 'en']
  try {
    const sections = helpOf(await makeProgram([]))
    return `${pageHead('Command line', 'betang --help')}
In Indonesian unless the system speaks English or \`--lang en\` is given.
${sections.join('')}`
  } finally {
    process.argv = words
  }
}

function helpOf(command: Command, above: readonly string[] = []): string[] {
  const words = [...above, command.name()]
  let help = ''
  command.configureOutput({
    // As without a terminal.
    getOutHelpWidth: () => 80,
    getOutHasColors: () => false,
    writeOut: (text) => {
      help += text
    },
  })
  command.outputHelp()
  const section = `\n## ${words.join(' ')}\n\n\`\`\`text\n${help.trim()}\n\`\`\`\n`
  return [section, ...command.commands.flatMap((below) => helpOf(below, words))]
}
