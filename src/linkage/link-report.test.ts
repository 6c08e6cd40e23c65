import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCsv } from '#platform/csv'
import { openBatch } from '#platform/duckdb'
import { numberStream } from './hash.ts'
import { levelsByKind } from './kernel/levels.ts'
import { linkReport } from './link-report.ts'
import { linkTable, type TableLinkage } from './link-table.ts'
import { describeLinkage } from './model-document.ts'
import { chooseExamples } from './report/choose-examples.ts'
import { maskNumbers, shown } from './report/mask-numbers.ts'
import { sayLevel } from './report/report-words.ts'
import { speakerOf } from './report/speaker.ts'
import { wider } from './report/weight-bands.ts'
import { linkFiles } from './run-link-files.ts'
import { unitsPerBit } from './score.ts'
import { readTables } from './tables/read-tables.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'betang-report-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const given = ['siti', 'budi', 'ahmad', 'maria', 'dewi', 'yusuf', 'rahmat', 'nurul', 'agus', 'lina']
const headings = [
  'no',
  'nama <script>alert(1)</script>',
  'nik',
  'lahir',
  'alamat',
  'sumber',
  'jawaban',
]

/** Households of an invented town; every third member stands in the second list too, with faults. */
function townLists(households: number): readonly (readonly string[][])[] {
  const next = numberStream(11)
  const lists: string[][][] = [[headings], [headings]]
  let person = 0
  for (let household = 0; household < households; household++) {
    const street = `jl <b>${['rajawali', 'g obos', 'seth adji'][next() % 3]}</b> ${next() % 400}`
    const family = `${['nahan', 'tarung', 'usop', 'garang'][next() % 4]}${['an', 'en', 'on'][next() % 3]}`
    for (let member = 0; member <= next() % 3; member++) {
      person++
      const born = new Date(Date.UTC(1950 + (next() % 60), next() % 12, 1 + (next() % 28)))
      const day = born.toISOString().slice(0, 10)
      const name = `${given[next() % given.length]} ${family}`
      const nik = `6271${String(next() % 1e6).padStart(6, '0')}${String(next() % 1e6).padStart(6, '0')}`
      lists[0]?.push([`a${person}`, name, nik, day, street, 'kota', String(person)])
      if (person % 3 > 0) continue
      const slip = name.replace('a', 'e')
      lists[1]?.push([
        `b${person}`,
        slip,
        person % 2 ? nik : '',
        day,
        street,
        'kota',
        String(person),
      ])
    }
  }
  return lists
}

function writeLists(name: string): readonly string[] {
  return townLists(120).map((rows, no) => {
    const file = join(folder, `${name}-${no}.csv`)
    const [head = [], ...rest] = rows
    writeFileSync(file, toCsv(head, rest))
    return file
  })
}

async function reportOf(name: string, options: { truth?: boolean; language?: 'en' } = {}) {
  const out = join(folder, name)
  await linkFiles({
    files: writeLists(name),
    idColumn: 'no',
    out,
    ...(options.truth ? { truthColumn: 'jawaban' } : {}),
    ...(options.language ? { language: options.language } : {}),
  })
  return {
    page: readFileSync(join(out, 'report.html'), 'utf8'),
    model: JSON.parse(readFileSync(join(out, 'model.json'), 'utf8')),
  }
}

describe('linkReport', () => {
  it('tells what came of it, in both languages, on one page that asks for nothing', async () => {
    const { page, model } = await reportOf('known', { truth: true })
    const clusters = Object.values<number>(model.cluster_sizes).reduce((sum, count) => sum + count)
    expect(page).toContain(`${model.records} baris menjadi ${clusters} orang`)
    expect(page).toContain(`${model.records} rows are ${clusters} persons`)
    for (const name of [
      'quality',
      'examples',
      'clusters',
      'columns',
      'weights',
      'blocking',
      'pairs',
    ]) {
      expect(page).toContain(`<h2 id="id-${name}">`)
      expect(page).toContain(`<a href="#en-${name}">`)
    }
    expect(page).toContain('isinya sama di semua baris')
    expect(page).toContain('all words agree, with slips')
    expect(page).not.toMatch(/<script|<link|<img|\sstyle=|\ssrc=|https?:|url\(|@import/)
    expect(page.length).toBeLessThan(400_000)
  }, 60_000)

  it('writes what the files say as text, and masks identity numbers', async () => {
    const { page } = await reportOf('masked')
    expect(page).toContain('nama &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('jl &lt;b&gt;')
    expect(page).toMatch(/6271••••••••\d{4}/)
    expect(page).not.toMatch(/6271\d{12}/)
  }, 60_000)

  it('has no quality without the right answer, and no chart without words and numbers', async () => {
    const { page } = await reportOf('unknown', { language: 'en' })
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('id="in-en" checked')
    expect(page).not.toContain('-quality"')
    expect(page).not.toContain('-calibration')
    const charts = page.match(/<svg [^>]*>/g) ?? []
    const seen = charts.filter((chart) => !chart.includes('aria-hidden="true"'))
    expect(seen).toHaveLength(2)
    for (const chart of seen) {
      expect(chart).toMatch(/role="img" aria-labelledby="\w+-histogram-title" aria-describedby="/)
    }
    expect(
      page.match(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/g),
    ).toHaveLength(2)
    expect(page.match(/<caption id="en-histogram-table">/g)).toHaveLength(1)
    const ids = page.match(/\sid="[^"]+"/g) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  }, 60_000)

  it('shows how a pair was joined, and what each rule was the first to find', async () => {
    const { page, model } = await reportOf('pairs', { truth: true })
    expect(exampleIn(page, 'sure')).toMatch(/^[ab]\d+ \(pairs-\d\.csv\) and [ab]\d+/)
    expect(exampleIn(page, 'sure')).toContain('in one cluster')
    const first = model.blocking_rules.map(
      (rule: { pairs_first_found: number }) => rule.pairs_first_found,
    )
    expect(first.reduce((sum: number, count: number) => sum + count, 0)).toBe(model.pairs_compared)
  }, 60_000)

  it('shows a pair that only living together explains', async () => {
    const batch = await openBatch({ memoryMb: 200, threads: 1 })
    const table = await readTables(batch, { files: writeLists('home'), idColumn: 'no' })
    batch.close()
    const found = await linkTable(table, { threads: 1 })
    // As if all members of a household agreed on everything.
    const linkage: TableLinkage = {
      ...found,
      weights: { ...found.weights, priorHousehold: -200 * unitsPerBit },
      pairs: { ...found.pairs, left: none, right: none, units: none },
      rootOf: Int32Array.from(found.rootOf, (_, record) => record),
    }
    const [example, ...others] = chooseExamples(linkage)
    expect(others).toEqual([])
    expect(example).toMatchObject({ kind: 'household', isHousehold: true, isSameCluster: false })
    expect(example?.strangerBits).toBeGreaterThan(10)
    expect(example?.householdBits).toBeLessThan(0)
    const document = describeLinkage(table, linkage)
    const page = linkReport({ table, linkage, document, quality: undefined, language: 'en' })
    expect(page).toContain('Refused: more likely members of one household')
    expect(exampleIn(page, 'household')).toContain('not in one cluster')
    expect(page).toMatch(/Against two strangers the evidence is \+[\d.]+ bits/)
  }, 60_000)
})

const none = new Int32Array()

/** The table of an example, from its caption on; empty where there is none. */
function exampleIn(page: string, kind: string): string {
  return page.split(`<caption id="en-example-${kind}">`)[1]?.split('</table>')[0] ?? ''
}

describe('sayLevel', () => {
  it('has words of its own for every level of every kind', () => {
    const labels = Object.values(levelsByKind).flatMap((levels) => levels.map(({ label }) => label))
    for (const label of labels) expect(sayLevel(label).id).not.toContain(label)
    expect(sayLevel('all words, 11 bits')).toEqual({
      id: 'semua kata sama; paling banyak 1 dari 2.048',
      en: 'all words agree; 1 in 2,048 at most',
    })
  })
})

describe('shown', () => {
  it.each([
    ['6271011203900003', '6271••••••••0003'],
    ['NIK 6271 0112 0390 0003.', 'NIK 6271••••••••0003.'],
    ['62710112O3900003', '6271••••••••0003'],
    ['1990-12-03', '1990-12-03'],
  ])('masks %s', (written, expected) => {
    expect(maskNumbers(written)).toBe(expected)
  })

  it('cuts what is long', () => {
    expect(shown('a'.repeat(200))).toHaveLength(81)
  })
})

describe('speakerOf', () => {
  it('says numbers as they are written', () => {
    const { bits, bitsUnsigned, percent, oneIn, ofHundred, about, count } = speakerOf('id')
    expect([count(1284), bits(-3.25), bits(2), bitsUnsigned(-0.01)]).toEqual([
      '1.284',
      '−3,3',
      '+2,0',
      '0',
    ])
    expect([percent(0.98765), percent(0.99991), percent(1e-7)]).toEqual([
      '98,8%',
      '99,99%',
      '< 0,01%',
    ])
    expect([oneIn(1 / 1024), oneIn(0.5)]).toEqual(['1 dari 1.020', '50%'])
    expect([ofHundred(0.667), ofHundred(0.9999999)]).toEqual([
      '67 dari 100',
      'lebih dari 9.999 dari 10.000',
    ])
    expect([about(0.2), about(12.4)]).toEqual(['kurang dari 1', 'sekitar 12'])
  })
})

describe('wider', () => {
  it('joins bands and keeps the threshold an edge', () => {
    const bands = [-2, -1, 0, 1, 2].map((lowBits) => ({
      lowBits: lowBits + 1.5,
      highBits: lowBits + 2.5,
      pairs: 1,
      truePairs: 1,
      expected: 0.5,
    }))
    expect(wider(bands, 2, 1.5).map(({ lowBits, pairs }) => [lowBits, pairs])).toEqual([
      [-0.5, 2],
      [1.5, 2],
      [3.5, 1],
    ])
  })
})
