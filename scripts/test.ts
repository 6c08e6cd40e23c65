/**
 * `npm test`: every test, then one line `N passed, N failed` (`, N skipped` where outside data is absent).
 *
 * `--full` adds what is slow; further words name files or folders, as for Vitest.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface VitestJson {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

const words = process.argv.slice(2)
const isFull = words.includes('--full')
const filters = words.filter((word) => word !== '--full')
const folder = mkdtempSync(join(tmpdir(), 'betang-test-'))
const outputFile = join(folder, 'results.json')

const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
    ...filters,
  ],
  { stdio: 'inherit', env: { ...process.env, BETANG_FULL_TESTS: isFull ? '1' : '' } },
)

const { passed, failed, skipped } = countResults()
rmSync(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : (run.status ?? 1))

function countResults(): { passed: number; failed: number; skipped: number } {
  const results = readResults()
  if (!results) return { passed: 0, failed: 1, skipped: 0 }
  // A file that could not be loaded or prepared fails without a failed test: it counts as one.
  const broken = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken,
    skipped: results.numPendingTests,
  }
}

function readResults(): VitestJson | undefined {
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'))
  } catch {
    return undefined
  }
}
