import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorTexts } from '#platform/error-messages'
import { cliPage } from '../scripts/docs/cli-page.ts'
import { errorsPage } from '../scripts/docs/errors-page.ts'
import { table } from '../scripts/docs/markdown.ts'
import { docComment, modulesPage } from '../scripts/docs/modules-page.ts'
import { openApiDocument } from '../scripts/docs/openapi-document.ts'
import { sqlPages } from '../scripts/docs/sql-pages.ts'

const OpenApi = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ operationId: z.string(), summary: z.string().min(10) })),
  ),
})

describe('the generated docs', () => {
  it('say every error with each of its details', () => {
    const page = errorsPage()
    for (const code of Object.keys(errorTexts)) expect(page).toContain(`| \`${code}\` |`)
    expect(page).not.toMatch(/undefined|\[object|NaN/)
  })

  it('are the same each time', async () => {
    expect(errorsPage()).toBe(errorsPage())
    expect(await modulesPage()).toBe(await modulesPage())
  })

  it('name and describe every operation of the API once', async () => {
    const { paths } = OpenApi.parse(JSON.parse(await openApiDocument()))
    const names = Object.values(paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(names.length).toBeGreaterThan(10)
    expect(new Set(names).size).toBe(names.length)
  })

  it('keep a cell of a table in its cell', () => {
    expect(table(['a'], [['x | y\nz <b>']])).toBe('| a |\n| --- |\n| x \\| y<br>z &lt;b> |\n')
  })

  it('read a module card without its signs', () => {
    expect(
      docComment('/**\n * ledger: what was given.\n *\n * Owns no table.\n */\nexport {}'),
    ).toBe('ledger: what was given.\n\nOwns no table.')
    expect(docComment("export { x } from './x.ts'")).toBeUndefined()
  })

  it('print every step of SQL with what it makes, at the left edge', () => {
    const pages = Object.entries(sqlPages())
    expect(pages.map(([name]) => name)).toContain('sql/indicator_count.sql')
    for (const [name, makePage] of pages) {
      const table = name.slice('sql/'.length, -'.sql'.length)
      expect(makePage()).toMatch(
        new RegExp(`^-- Written .*\n-- Step \\d of \\d .*\n--\n-- .*\`${table}\``),
      )
      expect(makePage()).toMatch(
        new RegExp(`\n\ncreate or replace table "${table}" as\n(with|select) ?.*`),
      )
      expect(makePage().endsWith(';\n')).toBe(true)
    }
  })

  it('tell of every command, and of those below it', async () => {
    const page = await cliPage()
    for (const [name, usage] of [
      ['betang', 'betang [options] [command]'],
      ['betang run', 'betang run [options] <dir>'],
      ['betang audit verify', 'betang audit verify [options]'],
    ]) {
      expect(page).toContain(`\n## ${name}\n\n\`\`\`text\nUsage: ${usage}\n`)
    }
    expect(page).not.toContain('## betang help')
  })
})
