import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { pageHead } from './markdown.ts'

const root = join(import.meta.dirname, '..', '..')
const Architecture = z.object({ modules: z.record(z.string(), z.array(z.string())) })

/** Every module's card, in the order of the flow, and the graph of who may import whom. */
export async function modulesPage(): Promise<string> {
  const { modules } = Architecture.parse(await import(join(root, 'modules.mjs')))
  const names = Object.keys(modules).filter((name) => existsSync(door(name)))
  const arrows = names.flatMap((name) =>
    (modules[name] ?? [])
      .filter((other) => names.includes(other))
      .map((other) => `  ${other} --> ${name}`),
  )
  const graph = `\`\`\`mermaid\nflowchart TD\n${names.map((name) => `  ${name}`).join('\n')}\n${arrows.join('\n')}\n\`\`\``

  return `${pageHead('Modules', 'modules.mjs and src/*/index.ts')}
An arrow goes the way data goes: the module at its head may import the one at its tail, through
\`index.ts\` or \`schema.ts\` only. All may import \`platform\`.

${graph}
${names.map((name) => moduleSection(name, modules[name] ?? [])).join('')}`
}

function moduleSection(name: string, imports: readonly string[]): string {
  const card = docComment(readFileSync(door(name), 'utf8'))
  if (card === undefined) throw new Error(`src/${name}/index.ts does not begin with a module card`)
  const from = imports.length === 0 ? 'platform only' : imports.join(', ')
  return `\n## ${name}\n\n${card}\n\nImports: ${from}\n`
}

/** The doc comment with which a text begins, without its signs; undefined when there is none. */
export function docComment(text: string): string | undefined {
  const comment = /^\s*\/\*\*([\s\S]*?)\*\//.exec(text)?.[1]
  return comment
    ?.split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim()
}

function door(name: string): string {
  return join(root, 'src', name, 'index.ts')
}
