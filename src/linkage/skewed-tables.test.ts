import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeCsv } from '#platform/csv'
import { numberStream } from './hash.ts'
import { linkFiles } from './run-link-files.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'betang-skewed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const headings = ['no', 'nama', 'nik', 'kk', 'lahir', 'kelurahan', 'jawaban']

async function linked(rows: readonly (readonly string[])[]) {
  const file = join(folder, 'rows.csv')
  await writeCsv(file, headings, rows)
  const out = join(folder, 'out')
  const found = await linkFiles({ files: [file], idColumn: 'no', truthColumn: 'jawaban', out })
  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'))
  const clusters = readFileSync(join(out, 'clusters.csv'), 'utf8').trim().split('\n').slice(1)
  return {
    found,
    model: read('model.json'),
    quality: read('quality.json'),
    clusterOf: new Map(clusters.map((line) => line.split(',').slice(1) as [string, string])),
  }
}

it('bounds what one name, one date and one ward of most rows make, and says what it leaves out', async () => {
  const next = numberStream(3)
  const letters = 'abdegiklmnorstu'
  const word = () => Array.from({ length: 6 }, () => letters[next() % letters.length]).join('')
  const rows: string[][] = []
  for (let no = 0; no < 100_000; no++) {
    const name = no % 5 === 0 ? 'MUHAMMAD' : `${word()} ${word()}`
    const day = `${1940 + (next() % 70)}-0${1 + (next() % 9)}-${10 + (next() % 18)}`
    const born = no % 10 === 1 ? '1980-01-01' : day
    const nik = String(6_271_000_000_000_000 + next() * 100 + (no % 100))
    const kk = String(6_271_500_000_000_000 + next() * 100 + (no % 100))
    const row = [name, nik, kk, born, 'Pahandut', String(no)]
    rows.push([`a${no}`, ...row])
    if (no % 10 === 0)
      rows.push([`b${no}`, name, no % 20 === 0 ? '' : nik, kk, born, 'Pahandut', String(no)])
  }
  const { found, model, quality } = await linked(rows)
  expect(found.records).toBe(110_000)
  // All rows of the ward are 6 billion pairs.
  expect(model.pairs_compared).toBeLessThan(40 * rows.length)
  const skipped = model.blocking_rules.reduce(
    (sum: number, rule: { skipped_pairs: number }) => sum + rule.skipped_pairs,
    0,
  )
  expect(found.skippedPairs).toBe(skipped)
  expect(quality.clusters.f1).toBeGreaterThan(0.98)
}, 120_000)

it('takes names and numbers as they come: long, of other scripts, of one word and of eight, cut and swapped', async () => {
  const persons = [
    ['Raden Mas Suryo Wijoyo Kusumo Adiningrat bin Haji Abdurrahman Syah', '6271010101800001'],
    ['李小龍', '6271010202810002'],
    ['Владимир Иванов', '6271010303820003'],
    ['Sukarno', '6271010404830004'],
    ['Siti Nur Aini Dewi Kartika Sari Putri Utami', '6271010505840005'],
    ['', '6271010606850006'],
    ['Budi Santoso', '627101070786000'],
    ['Ani Lestari', '62710108088700081'],
    ['Rina Wati', '0000000000000000'],
    ['Dedi Kurnia', '6271500000000010'],
  ] as const
  const next = numberStream(5)
  const crowd = Array.from({ length: 400 }, (_, no) => [
    `c${no}`,
    `orang${next() % 997} keluarga${next() % 997}`,
    String(6_271_020_000_000_000 + next() * 10),
    String(6_271_600_000_000_000 + next() * 10),
    `19${50 + (next() % 40)}-0${1 + (next() % 9)}-1${next() % 10}`,
    'Langkai',
    `c${no}`,
  ])
  const twice = crowd.slice(0, 150).map(([id = '', ...rest]) => [`d${id}`, ...rest])
  const odd = persons.flatMap(([name, nik], no) => {
    const kk = String(6_271_700_000_000_000 + no)
    const born = `1980-0${1 + (no % 9)}-1${no}`.slice(0, 10)
    const isSwapped = no === persons.length - 1
    return [
      [`x${no}`, name, nik, kk, born, 'Pahandut', `p${no}`],
      [`y${no}`, name, isSwapped ? kk : nik, isSwapped ? nik : kk, born, 'Pahandut', `p${no}`],
    ]
  })
  const { clusterOf, quality } = await linked([...crowd, ...twice, ...odd])
  const apart = persons.filter((_, no) => clusterOf.get(`x${no}`) !== clusterOf.get(`y${no}`))
  expect(apart).toEqual([])
  expect(quality.clusters.precision).toBeGreaterThan(0.99)
})
