import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { pageHead, table } from './markdown.ts'

const Entry = z.union([
  z.strictObject({ met: z.string().min(3), by: z.array(z.string()).min(1) }),
  z.strictObject({ 'n/a': z.string().min(3) }),
  z.strictObject({ open: z.string().min(3) }),
])
const Entries = z.record(z.string().regex(/^V\d+\.\d+\.\d+$/), Entry)

/** A requirement of OWASP ASVS 5.0 and how it stands here. */
export interface AsvsEntry {
  readonly id: string
  readonly state: 'met' | 'not applicable' | 'open'
  /** How it is met, why it does not apply, or what is missing. */
  readonly words: string
  /** Tests and files that meet it. */
  readonly by: readonly string[]
}

const file = join(import.meta.dirname, '..', '..', 'docs', 'security', 'asvs.yaml')

/** Requirements of level 1 and 2, in the standard's order. */
export function readAsvs(): AsvsEntry[] {
  return Object.entries(Entries.parse(parse(readFileSync(file, 'utf8')))).map(([id, entry]) => {
    if ('met' in entry) return { id, state: 'met', words: entry.met, by: entry.by }
    if ('open' in entry) return { id, state: 'open', words: entry.open, by: [] }
    return { id, state: 'not applicable', words: entry['n/a'], by: [] }
  })
}

/** What meets each requirement of OWASP ASVS 5.0, level 2. */
export function asvsPage(): string {
  const entries = readAsvs()
  const count = (state: AsvsEntry['state']) =>
    entries.filter((entry) => entry.state === state).length
  const open = entries.filter(({ state }) => state === 'open')
  return `${pageHead('OWASP ASVS 5.0, level 2', 'docs/security/asvs.yaml')}
${entries.length} requirements of levels 1 and 2: ${count('met')} met, ${count('not applicable')} not
applicable, ${count('open')} open. The requirements themselves stand at https://asvs.dev (OWASP, CC BY-SA
4.0); here are their numbers and what answers them.

## Open

${table(
  ['requirement', 'what is missing'],
  open.map(({ id, words }) => [id, words]),
)}
## All

${table(
  ['requirement', 'state', 'how, or why', 'by'],
  entries.map(({ id, state, words, by }) => [id, state, words, by.map(link).join(', ')]),
)}`
}

function link(path: string): string {
  return `[${path.split('/').at(-1)}](../../${path})`
}
