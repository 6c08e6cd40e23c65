import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSample } from '#sample'

const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-words-'))

describe.each([
  {
    lang: 'id',
    said: /(\d+) orang dalam \d+ keluarga \((\d+) orang tinggal di kota, (\d+) meninggal atau/,
  },
  {
    lang: 'en',
    said: /(\d+) persons in \d+ families \((\d+) live in the city, (\d+) died or/,
  },
])('a run in $lang', ({ lang, said }) => {
  const out = path.join(home, `out-${lang}`)
  let stdout = ''
  beforeAll(async () => {
    const city = path.join(home, `city-${lang}`)
    await writeSample({ persons: 600, seed: 11, out: city })
    const words = [launcher, '--lang', lang, 'run', city, '--out', out]
    stdout = (await promisify(execFile)(process.execPath, words, { cwd: home })).stdout
  }, 120_000)
  afterAll(() => rmSync(out, { recursive: true, force: true }))
  it('says how many of its persons live in the city, as the report counts them', () => {
    const [, all, here, gone] = said.exec(stdout) ?? []
    expect(Number(gone)).toBeGreaterThan(0)
    expect(Number(here) + Number(gone)).toBe(Number(all))
    const report = readFileSync(path.join(out, 'report.html'), 'utf8')
    expect(report).toContain(`<strong>${here}</strong><span>orang tinggal di kota</span>`)
    expect(report).toMatch(/Register memuat juga .* orang yang meninggal atau pindah keluar kota/)
    const summary = JSON.parse(readFileSync(path.join(out, 'summary.json'), 'utf8'))
    expect(summary).toMatchObject({ persons: Number(all), personsInCity: Number(here) })
  })
})
