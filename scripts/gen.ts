/**
 * `npm run gen`: writes docs/generated, pages elsewhere in docs and the web's contract with the API,
 * from the only sources. With `--check` nothing is written, and a file that differs, is missing or has
 * no source any more is named and fails.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { apiContract } from './docs/api-contract.ts'
import { asvsPage } from './docs/asvs-page.ts'
import { cliPage } from './docs/cli-page.ts'
import { errorsPage } from './docs/errors-page.ts'
import { modulesPage } from './docs/modules-page.ts'
import { openApiDocument } from './docs/openapi-document.ts'
import { permissionsPage } from './docs/permissions-page.ts'
import { rulesPage } from './docs/rules-page.ts'
import { sqlPages } from './docs/sql-pages.ts'
import { survivorshipPage } from './docs/survivorship-page.ts'

const docs = join(import.meta.dirname, '..', 'docs')
const folder = join(docs, 'generated')
type Pages = Readonly<Record<string, () => string | Promise<string>>>
const generated: Pages = {
  'cli.md': cliPage,
  'errors.md': errorsPage,
  'modules.md': modulesPage,
  'openapi.json': openApiDocument,
  'permissions.md': permissionsPage,
  'rules.md': rulesPage,
  'survivorship.md': survivorshipPage,
  ...sqlPages(),
}
const pages: Pages = {
  ...Object.fromEntries(
    Object.entries(generated).map(([name, makePage]) => [`generated/${name}`, makePage]),
  ),
  'security/asvs.md': asvsPage,
  '../src/web/api/contract.ts': apiContract,
}

const isCheck = process.argv.includes('--check')
const stale: string[] = []

for (const [name, makePage] of Object.entries(pages)) {
  const file = join(docs, name)
  const text = await makePage()
  if (readPage(file) === text) continue
  stale.push(name)
  if (isCheck) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
for (const name of filesThere()) {
  if (name in generated) continue
  stale.push(`generated/${name}`)
  if (!isCheck) rmSync(join(folder, name))
}

for (const name of stale) {
  console.log(`${join('docs', name)} ${isCheck ? 'is stale' : 'written'}`)
}
if (isCheck && stale.length > 0) console.log('Run: npm run gen')
else if (stale.length === 0) console.log('docs hold')
process.exit(isCheck && stale.length > 0 ? 1 : 0)

function readPage(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}

function filesThere(): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
  } catch {
    return []
  }
}
