import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const runFile = promisify(execFile)
const root = join(import.meta.dirname, '..')
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
const Report = z.object({
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
})

/** What a careless change would write, and the rule that must refuse it. */
const plants = [
  {
    what: 'a deep import into another module',
    file: 'src/registry/planted.ts',
    text: `export { readFolder } from '../intake/read-folder.ts'\n`,
    rule: 'direction-registry',
  },
  {
    what: 'an import against the flow',
    file: 'src/ledger/planted.ts',
    text: `export { allocate } from '#allocation'\n`,
    rule: 'direction-ledger',
  },
  {
    what: 'a type imported against the flow',
    file: 'src/territory/planted.ts',
    text: `import type { Need } from '#assessment/schema'\nexport type Planted = Need\n`,
    rule: 'direction-territory',
  },
  {
    what: 'a word of the domain in platform',
    file: 'src/platform/planted.ts',
    text: `export { buildLedger } from '#ledger'\n`,
    rule: 'platform-knows-no-module',
  },
  {
    what: 'a store in the web app',
    file: 'src/web/planted.ts',
    text: `export { saveLedger } from '../ledger/store.ts'\n`,
    rule: 'web-imports-schemas-only',
  },
  {
    what: 'the database in the web app, reached through others',
    file: 'src/web/planted-database.ts',
    text: `export { openStore } from '../platform/open-store.ts'\n`,
    rule: 'web-never-reaches-the-server',
  },
  {
    what: 'a module that imports a face',
    file: 'src/insight/planted.ts',
    text: `export { buildApi } from '../api/build-api.ts'\n`,
    rule: 'nothing-imports-the-rooms',
  },
  {
    what: 'a face that goes round a door',
    file: 'src/api/planted.ts',
    text: `export { saveLedger } from '../ledger/store.ts'\n`,
    rule: 'rooms-use-doors',
  },
  {
    what: 'a cycle of types',
    file: 'src/linkage/planted.ts',
    text: `import type { Other } from './planted-other.ts'\nexport type Planted = readonly Other[]\n`,
    rule: 'no-cycles',
  },
  {
    what: 'a path that a door does not open',
    file: 'src/partner/planted.ts',
    text: `export { readFolder } from '#intake/read-folder'\n`,
    rule: 'resolvable',
  },
] as const

describe('the boundaries between modules', () => {
  const copy = mkdtempSync(join(tmpdir(), 'betang-boundaries-'))
  let clean: Awaited<ReturnType<typeof violations>>
  let planted: Awaited<ReturnType<typeof violations>>

  beforeAll(async () => {
    for (const name of ['src', 'test', 'modules.mjs', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true })
    }
    cpSync(join(root, '.dependency-cruiser.mjs'), join(copy, '.dependency-cruiser.mjs'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    clean = await violations(copy)
    for (const { file, text } of plants) plant(file, text)
    plant(
      'src/linkage/planted-other.ts',
      `import type { Planted } from './planted.ts'\nexport interface Other { readonly all: Planted }\n`,
    )
    planted = await violations(copy)
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), text)
  }

  it('hold in the source as it is', () => {
    expect(clean).toEqual([])
  })

  for (const { what, file, rule } of plants) {
    it(`refuse ${what}`, () => {
      // A cycle is told of one of its files.
      const stem = file.replace('.ts', '')
      const rules = planted
        .filter(({ from }) => from.startsWith(stem))
        .map(({ rule: { name } }) => name)
      expect(rules).toContain(rule)
    })
  }
})

async function violations(folder: string) {
  const args = [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src']
  const { stdout } = await runFile(process.execPath, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failed: { stdout: string }) => failed)
  return Report.parse(JSON.parse(stdout)).summary.violations
}
