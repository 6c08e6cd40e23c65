/** `npm run check`: style, types, directions between modules, unused code, known holes, stale generated docs. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '..')
const tool = (...path: readonly string[]): string => join(root, 'node_modules', ...path)

/** The longest first, but for those of seconds that say the most. */
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['style', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
  ['types of the server', [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']],
  [
    'types of the web',
    [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'src/web/tsconfig.json'],
  ],
  ['generated docs', [join(root, 'scripts', 'gen.ts'), '--check']],
  [
    'directions between modules',
    [
      tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'src',
    ],
  ],
  ['unused code', [tool('knip', 'bin', 'knip.js')]],
  ['known holes in packages', [join(root, 'scripts', 'audit.ts')]],
]

const failed: string[] = []
const waiting = [...steps]
/** Does one step after another; what each said is shown when it ends. */
async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, command] = step
    const child = spawn(process.execPath, [...command], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const status = new Promise((resolve) => child.on('close', resolve))
    const [said, warned] = await Promise.all([text(child.stdout), text(child.stderr)])
    console.log(`\n— ${name}\n${said}${warned}`.trimEnd())
    if ((await status) !== 0) failed.push(name)
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work))

console.log(failed.length === 0 ? '\nAll checks hold.' : `\nNot in order: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
