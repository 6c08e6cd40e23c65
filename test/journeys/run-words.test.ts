import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeSample } from '#sample'

const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))
const home = mkdtempSync(path.join(tmpdir(), 'betang-words-'))
const Lines = z.array(z.record(z.string(), z.string().nullable()))

describe.each([
  {
    lang: 'id',
    said: /(\d+) orang dalam \d+ keluarga \((\d+) orang tinggal di kota, (\d+) meninggal atau/,
    evidence: /^(?:[A-Z][A-Za-z ]+: [^()=]+ \(-?\d+\.\d\)(?:; |$))+$/,
    known: /^(Nama|NIK|Nomor KK|Tanggal lahir|Alamat): /,
    isAsked: /\?|^Penerima harus |^Belum diketahui: /,
    effect: /^Sampai dijawab, belum pasti apakah ini kurang: /,
  },
  {
    lang: 'en',
    said: /(\d+) persons in \d+ families \((\d+) live in the city, (\d+) died or/,
    evidence: /^(?:[A-Z][A-Za-z ]+: [^()=]+ \(-?\d+\.\d\)(?:; |$))+$/,
    known: /^(Name|NIK|Family card|Date of birth|Address): /,
    isAsked: /\?|^Recipients must |^Not known yet: /,
    effect: /^Until answered it is not sure whether this is lacking: /,
  },
])('a run in $lang', ({ lang, said, evidence, known, isAsked, effect }) => {
  const out = path.join(home, `out-${lang}`)
  let stdout = ''
  beforeAll(async () => {
    const city = path.join(home, `city-${lang}`)
    await writeSample({ persons: 600, seed: 11, out: city })
    const words = [launcher, '--lang', lang, 'run', city, '--out', out]
    stdout = (await promisify(execFile)(process.execPath, words, { cwd: home })).stdout
  }, 120_000)
  afterAll(() => rmSync(out, { recursive: true, force: true }))
  async function linesOf(name: string) {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const from = `from read_csv('${path.join(out, name)}', header = true, all_varchar = true)`
    const found = await connection.runAndReadAll(`select * ${from}`)
    connection.closeSync()
    return Lines.parse(found.getRowObjectsJson())
  }

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

  it('tells the evidence of each pair in words', async () => {
    const pairs = await linesOf('review.csv')
    expect(pairs.length).toBeGreaterThan(0)
    for (const pair of pairs) {
      expect(pair.evidence).toMatch(evidence)
      expect(pair.evidence).toMatch(known)
    }
  })

  it('asks in words, and says what hangs on the answer', async () => {
    const questions = await linesOf('questions.csv')
    expect(new Set(questions.map(({ about }) => about))).toEqual(new Set(['family', 'offer']))
    for (const one of questions) {
      expect(one.question).toMatch(isAsked)
      expect(one.effect).toMatch(one.about === 'family' ? effect : /^[A-Z].* .*\.$/)
    }
  })
})
