import { defineConfig } from 'vitest/config'

const isFull = Boolean(process.env.BETANG_FULL_TESTS)

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    globalSetup: ['test/postgres.ts', 'test/browser/city-home.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: isFull ? 600_000 : 180_000,
    hookTimeout: 120_000,
  },
})
