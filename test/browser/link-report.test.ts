import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkFiles } from '#linkage'
import { toCsv } from '#platform/csv'
import { accessibilityFaults } from './accessibility.ts'
import { openBrowser } from './chromium.ts'
import { sidewaysPx } from './visitor.ts'

const out = mkdtempSync(join(tmpdir(), 'betang-link-report-'))
let browser: Browser
beforeAll(async () => {
  const given = ['siti', 'budi', 'ahmad', 'maria', 'dewi', 'yusuf', 'rahmat']
  const family = ['nahan', 'tarung', 'usop', 'garang', 'riwut']
  const rows = Array.from({ length: 140 }, (_, no) => {
    // Every fourth row is the one before, with a letter less.
    const person = no % 4 === 3 ? no - 1 : no
    const name = `${given[person % 7]} ${family[person % 5]}${'aeiou'[person % 3]}n`
    const day = `19${50 + (person % 49)}-0${1 + (person % 9)}-1${person % 10}`
    return [
      String(no),
      no === person ? name : name.slice(1),
      day,
      `jl rajawali ${person}`,
      String(person),
    ]
  })
  const file = join(out, 'town.csv')
  writeFileSync(file, toCsv(['no', 'nama', 'lahir', 'alamat', 'jawaban'], rows))
  await linkFiles({ files: [file], idColumn: 'no', truthColumn: 'jawaban', out })
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(out, { recursive: true })
})

describe('the report of a linkage', () => {
  it.each([
    { width: 1280, theme: 'light', language: 'id' },
    { width: 360, theme: 'dark', language: 'en' },
  ] as const)(
    'asks for nothing and can be read by all: $width px, $theme, $language',
    async ({ width, theme, language }) => {
      const viewport = { width, height: 800 }
      const context = await browser.newContext({ viewport, colorScheme: theme })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const address = pathToFileURL(join(out, 'report.html')).href
      await page.goto(address)
      await page.check(`#in-${language}`)
      expect(await page.locator('h1:visible').count()).toBe(1)
      expect(await page.locator(`div[lang=${language}] h1`).isVisible()).toBe(true)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await sidewaysPx(page)).toBe(0)
      expect(asked).toEqual([address])
      await context.close()
    },
    120_000,
  )
})
