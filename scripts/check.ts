/** `npm run check`: style, types, directions between modules, unused code, known holes, stale generated docs. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = (...path: readonly string[]): string => join(root, 'node_modules', ...path)

const steps: readonly (readonly [string, readonly string[]])[] = [
  ['style', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
  ['types of the server', [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']],
  [
    'types of the web',
    [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'src/web/tsconfig.json'],
  ],
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
  ['generated docs', [join(root, 'scripts', 'gen.ts'), '--check']],
]

const failed: string[] = []
for (const [name, command] of steps) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, [...command], { cwd: root, stdio: 'inherit' })
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? '\nAll checks hold.' : `\nNot in order: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
