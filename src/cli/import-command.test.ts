import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { copyFolder } from '../../test/database.ts'

const runFile = promisify(execFile)
const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-import-'))
const data = await copyFolder()
const env = { ...process.env, BETANG_HOME: path.join(home, 'keys'), DATABASE_URL: '' }

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** What `betang import` said, and how it ended. */
async function importFiles(...args: readonly string[]): Promise<string> {
  const words = [launcher, '--lang', 'en', 'import', '--data', data, ...args]
  return runFile(process.execPath, words, { cwd: home, env }).then(
    ({ stdout, stderr }) => `0 ${stdout}${stderr}`,
    (error: { code: number; stdout: string; stderr: string }) =>
      `${error.code} ${error.stdout}${error.stderr}`,
  )
}

/** Twenty persons, each alone on a card; without names the check of the file warns. */
function writeList(name: string, hasNames: boolean): void {
  const lines = Array.from({ length: 20 }, (_, no) => {
    const called = `${['ANI', 'BUDI', 'CITRA', 'DARMA'][no % 4]} ${['LESTARI', 'HADI', 'WATI', 'SANTOSO', 'PUTRI'][no % 5]}`
    return `62710101018900${no + 10};62710109111600${no + 10};${hasNames ? called : ''};Jl. Bangka No. ${no + 1};LANGKAI;2;1`
  })
  writeFileSync(
    path.join(home, name),
    `NIK;NO KK;NAMA;ALAMAT;KELURAHAN;RT;RW\n${lines.join('\n')}\n`,
  )
}

it('reads each file as its page would, and lets none count that is no list or is warned of', async () => {
  writeList('first.csv', true)
  writeList('nameless.csv', false)
  writeFileSync(path.join(home, 'empty.csv'), '')

  expect(await importFiles('nowhere.csv')).toMatch(/^1 File nowhere\.csv .*\(file-not-found\)/)
  expect(await importFiles('.')).toMatch(/\(file-not-found\)/)
  expect(await importFiles('first.csv', 'empty.csv')).toMatch(/^1 .*\(intake-file-refused\)/s)
  expect(await importFiles('first.csv')).toMatch(/^0 The register now: 20 .*first\.csv: 20 rows/s)
  expect(await importFiles('first.csv')).toMatch(/^0 first\.csv: the same content is there already/)

  const warned = await importFiles('nameless.csv')
  expect(warned).toMatch(/^1 nameless\.csv: 20 rows, .*\n {2}! .*\(import-warned\)/s)
  expect(await importFiles('nameless.csv', '--anyway')).toMatch(/^0 The register now: \d+ /)
})
