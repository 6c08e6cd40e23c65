import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { FileOrder } from './test/file-order.ts'

const isFull = Boolean(process.env.BETANG_FULL_TESTS)

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    globalSetup: ['test/postgres.ts', 'test/browser/city-home.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: FileOrder },
    // The tests start Betang some hundred times: what the first has compiled, the others read.
    env: {
      NODE_COMPILE_CACHE: path.join(import.meta.dirname, 'node_modules', '.cache', 'compiled'),
    },
    testTimeout: isFull ? 600_000 : 180_000,
    hookTimeout: 120_000,
  },
})
