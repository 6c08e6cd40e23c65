import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pageHead } from './markdown.ts'

const run = promisify(execFile)
const launcher = join(import.meta.dirname, '..', '..', 'bin', 'betang.mjs')

/** What `betang --help` says in English, and the help of every command and of those below it. */
export async function cliPage(): Promise<string> {
  const sections = await helpOf([])
  return `${pageHead('Command line', 'betang --help')}
In Indonesian unless the system speaks English or \`--lang en\` is given.
${sections.join('')}`
}

async function helpOf(words: readonly string[]): Promise<string[]> {
  // Without a terminal the help is 80 columns wide everywhere.
  const { stdout } = await run(process.execPath, [launcher, ...words, '--help', '--lang', 'en'])
  const title = ['betang', ...words].join(' ')
  const section = `\n## ${title}\n\n\`\`\`text\n${stdout.trim()}\n\`\`\`\n`
  const sections = [section]
  for (const name of commandNames(stdout)) sections.push(...(await helpOf([...words, name])))
  return sections
}

/** Names in the part `Commands:` of a help text, but for `help` itself. */
export function commandNames(help: string): string[] {
  const list = /^Commands:\n((?: {2}.*\n?)+)/m.exec(help)?.[1] ?? ''
  return [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'help')
}
