import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actions } from '#access/schema'
import { audit as en } from '../src/web/messages/en/audit.ts'
import { audit as id } from '../src/web/messages/id/audit.ts'

/** What the server writes into the trail, as its source names it; permissions are told elsewhere. */
function deedsInSource(): string[] {
  const permissions: readonly string[] = actions
  const files = globSync('src/**/*.ts').filter(
    (file) => !file.startsWith('src/web/') && !file.endsWith('.test.ts'),
  )
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/action: '([a-z-]+)'/g)].flatMap(
      ([, name]) => name ?? [],
    ),
  )
  return [...new Set(named)].filter((name) => !permissions.includes(name)).sort()
}

describe('every deed in the trail', () => {
  it.each([
    ['Indonesian', id],
    ['English', en],
  ])('has words in %s', (_language, words) => {
    const deeds = deedsInSource()
    expect(deeds).toContain('change-register')
    expect(deeds.filter((deed) => !(`deed.${deed}` in words))).toEqual([])
  })
})
