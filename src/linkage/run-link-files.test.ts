import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCsv } from '#platform/csv'
import { openBatch } from '#platform/duckdb'
import { numberStream } from './hash.ts'
import { linkTable } from './link-table.ts'
import { linkFiles } from './run-link-files.ts'
import { readTables } from './tables/read-tables.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'betang-link-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, rows: readonly (readonly string[])[]): string {
  const file = join(folder, name)
  const [headings = [], ...rest] = rows
  writeFileSync(file, toCsv(headings, rest))
  return file
}

const given = ['siti', 'budi', 'ahmad', 'maria', 'dewi', 'yusuf', 'rahmat', 'nurul', 'agus', 'lina']
const family = ['nahan', 'tarung', 'sinta', 'usop', 'binti', 'garang', 'salundik', 'riwut']
const streets = ['rajawali', 'tjilik riwut', 'yos sudarso', 'g obos', 'seth adji']

/** Persons of an invented town; every third stands twice, the second time with faults. */
function townRows(persons: number): readonly (readonly string[])[] {
  const rows: string[][] = []
  const next = numberStream(7)
  const pick = (items: readonly string[]) => items[next() % items.length] ?? ''
  for (let no = 0; no < persons; no++) {
    const born = new Date(Date.UTC(1950 + (next() % 60), next() % 12, 1 + (next() % 28)))
    const day = born.toISOString().slice(0, 10)
    const first = pick(given)
    const last = `${pick(family)}${pick(['an', 'en', 'in', 'on', 'un', 'ah', 'ih'])}`
    const street = `jl ${pick(streets)} ${next() % 90}`
    const code = String(1_000_000_000 + (next() % 1e9))
    rows.push([`a${no}`, `${first} ${last}`, day, street, code, String(no)])
    if (no % 3 > 0) continue
    const turned = no % 2 === 0 ? `${last} ${first}` : `${first.slice(0, -1)} ${last}`
    const known = no % 6 === 0 ? '' : code
    rows.push([`b${no}`, turned, no % 9 === 0 ? '' : day, street, known, String(no)])
  }
  return rows
}

const headings = ['no', 'nama', 'lahir', 'alamat', 'kartu', 'jawaban']

function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item, no) => ({ item, key: Math.imul(no + 1, 0x9e3779b1) >>> 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item)
}

async function clustersOf(file: string, threads: number) {
  const batch = await openBatch({ memoryMb: 500, threads: 1 })
  try {
    const table = await readTables(batch, { files: [file], idColumn: 'no', truthColumn: 'jawaban' })
    const linkage = await linkTable(table, { threads })
    const byRoot = new Map<number, string[]>()
    linkage.rootOf.forEach((root, record) => {
      byRoot.set(root, [...(byRoot.get(root) ?? []), table.ids[record] ?? ''])
    })
    return [...byRoot.values()].map((ids) => ids.sort().join(' ')).sort()
  } finally {
    batch.close()
  }
}

describe('linkFiles', () => {
  it('links with no settings, writes every file, and takes its own settings again', async () => {
    const file = write('town.csv', [headings, ...townRows(700)])
    const out = join(folder, 'out')
    await linkFiles({ files: [file], idColumn: 'no', out, truthColumn: 'jawaban' })
    const quality = JSON.parse(readFileSync(join(out, 'quality.json'), 'utf8'))
    expect(quality.clusters.f1).toBeGreaterThan(0.98)
    const model = JSON.parse(readFileSync(join(out, 'model.json'), 'utf8'))
    expect(JSON.stringify(model.settings)).not.toContain('jawaban')
    expect(model.matches_learned_from).toBeGreaterThan(200)
    const again = join(folder, 'again')
    await linkFiles({
      files: [file],
      idColumn: 'no',
      out: again,
      truthColumn: 'jawaban',
      settingsFile: join(out, 'model.json'),
    })
    expect(readFileSync(join(again, 'clusters.csv'))).toEqual(
      readFileSync(join(out, 'clusters.csv')),
    )
    const batch = await openBatch({ memoryMb: 200, threads: 1 })
    const [pair] = await batch.read(
      `select * from read_parquet('${join(out, 'pairs.parquet')}') limit 1`,
    )
    batch.close()
    expect(Object.keys(pair ?? {})).toEqual([
      'left_source',
      'left_id',
      'right_source',
      'right_id',
      'weight_bits',
      'probability',
    ])
    expect(existsSync(join(out, 'report.html'))).toBe(true)
  })

  it('gives the same links for any order of the rows and any number of threads', async () => {
    const rows = townRows(2000)
    const one = await clustersOf(write('ordered.csv', [headings, ...rows]), 1)
    const other = write('shuffled.csv', [headings, ...shuffled(rows)])
    expect(await clustersOf(other, 1)).toEqual(one)
    expect(await clustersOf(other, 3)).toEqual(one)
  })

  it('takes a number that families share for no proof of one person', async () => {
    const next = numberStream(11)
    const pick = (items: readonly string[]) => items[next() % items.length] ?? ''
    const rows: string[][] = []
    for (let home = 0; home < 150; home++) {
      const card = String(6_000_000_000 + (next() % 1e9))
      const surname = `${pick(family)}${pick(['an', 'en', 'in', 'on', 'un'])}`
      for (let member = 0; member < 3; member++) {
        const name = `${pick(given)} ${pick(given)} ${surname}`
        const born = `${1950 + (next() % 65)}-${10 + (next() % 3)}-${10 + (next() % 18)}`
        const own = String(rows.length)
        rows.push([`a${own}`, name, born, card, own])
        if (next() % 3 === 0) rows.push([`b${own}`, name.slice(0, -1), born, card, own])
      }
    }
    const file = write('homes.csv', [['no', 'nama', 'lahir', 'kk', 'jawaban'], ...rows])
    const out = join(folder, 'homes')
    await linkFiles({ files: [file], idColumn: 'no', out, truthColumn: 'jawaban' })
    const model = JSON.parse(readFileSync(join(out, 'model.json'), 'utf8'))
    expect(model.settings.comparisons).toContainEqual(
      expect.objectContaining({ output_column_name: 'kk', kind: 'shared_identifier' }),
    )
    const quality = JSON.parse(readFileSync(join(out, 'quality.json'), 'utf8'))
    expect(quality.clusters.precision).toBeGreaterThan(0.9)
    expect(quality.clusters.recall).toBeGreaterThan(0.9)
  })

  it('keeps members of a home apart by their names alone', async () => {
    const next = numberStream(13)
    const pick = (items: readonly string[]) => items[next() % items.length] ?? ''
    const rows: string[][] = []
    for (let home = 0; home < 150; home++) {
      const surname = `${pick(family)}${pick(['an', 'en', 'in', 'on', 'un'])}`
      const shared = [`jl ${pick(streets)} ${next() % 300}`, `0812${10_000_000 + (next() % 9e7)}`]
      for (let member = 0; member < 3; member++) {
        const name = `${given[(home + member * 3) % 10]} ${surname}`
        const own = String(rows.length)
        rows.push([`a${own}`, name, ...shared, own])
        if (next() % 2 === 0) rows.push([`b${own}`, name, ...shared, own])
      }
    }
    const file = write('names.csv', [['no', 'nama', 'alamat', 'telepon', 'jawaban'], ...rows])
    const out = join(folder, 'names')
    await linkFiles({ files: [file], idColumn: 'no', out, truthColumn: 'jawaban' })
    const quality = JSON.parse(readFileSync(join(out, 'quality.json'), 'utf8'))
    expect(quality.clusters.precision).toBeGreaterThan(0.9)
    expect(quality.clusters.recall).toBeGreaterThan(0.9)
  })

  it('compares what stands under other headings in other files', async () => {
    const rows = townRows(300)
    const left = rows.filter(([id]) => id?.startsWith('a'))
    const right = rows.filter(([id]) => id?.startsWith('b'))
    const files = [
      write('one.csv', [headings, ...left]),
      write('other.csv', [['no', 'nama lengkap', 'tgl', 'alamat', 'no_ktp', 'jawaban'], ...right]),
    ]
    const out = join(folder, 'headings')
    await linkFiles({ files, idColumn: 'no', out, truthColumn: 'jawaban' })
    const model = JSON.parse(readFileSync(join(out, 'model.json'), 'utf8'))
    const inputs = model.settings.comparisons.map(
      ({ input_columns: columns }: { input_columns: string[] }) => columns.join(),
    )
    expect(inputs.sort()).toEqual(['alamat', 'kartu,no_ktp', 'lahir,tgl', 'nama,nama lengkap'])
    const quality = JSON.parse(readFileSync(join(out, 'quality.json'), 'utf8'))
    expect(quality.clusters.f1).toBeGreaterThan(0.97)
  })

  it('compares no two rows of one list where the settings say so', async () => {
    const rows = townRows(90)
    const half = (start: string) => [headings, ...rows.filter(([id]) => id?.startsWith(start))]
    const files = [write('left.csv', half('a')), write('right.csv', half('b'))]
    const out = join(folder, 'both')
    await linkFiles({ files, idColumn: 'no', out })
    const model = JSON.parse(readFileSync(join(out, 'model.json'), 'utf8'))
    expect(model.settings.link_type).toBe('link_and_dedupe')
    const settingsFile = join(folder, 'only.json')
    writeFileSync(settingsFile, JSON.stringify({ ...model.settings, link_type: 'link_only' }))
    await linkFiles({ files, idColumn: 'no', out, settingsFile })
    const batch = await openBatch({ memoryMb: 200, threads: 1 })
    const [inner] = await batch.read(
      `select count(*)::integer as pairs from read_parquet('${join(out, 'pairs.parquet')}') where left_source = right_source`,
    )
    batch.close()
    expect(inner).toEqual({ pairs: 0 })
  })

  it.each([
    ['link-column-missing', [['id'], ['1']]],
    ['link-no-rows', [headings]],
    ['link-id-missing', [headings, ['', 'siti', '', '', '', ''], ['2', 'budi', '', '', '', '']]],
    ['link-id-twice', [headings, ['1', 'siti', '', '', '', ''], ['1', 'budi', '', '', '', '']]],
  ])('says %s', async (code, rows) => {
    const file = write(`${code}.csv`, rows)
    await expect(
      linkFiles({ files: [file], idColumn: 'no', out: join(folder, 'none') }),
    ).rejects.toMatchObject({ code })
  })

  it('leaves the folder of results as it was when it refuses', async () => {
    const empty = join(folder, 'empty.csv')
    writeFileSync(empty, '')
    const out = join(folder, 'untouched')
    const refused = linkFiles({ files: [empty], idColumn: 'no', out })
    await expect(refused).rejects.toMatchObject({ code: 'link-no-rows' })
    expect(existsSync(out)).toBe(false)
  })

  it('takes a file by its name, whatever signs it has, and forgets the quality of an earlier run', async () => {
    const file = write('daftar [1]*?.csv', [headings, ...townRows(30)])
    write('daftar 1.csv', [headings, ['x', 'lain', '', '', '', '']])
    const out = join(folder, 'signs')
    const first = await linkFiles({ files: [file], idColumn: 'no', out, truthColumn: 'jawaban' })
    expect(first.records).toBe(40)
    expect(existsSync(join(out, 'quality.json'))).toBe(true)
    await linkFiles({ files: [file], idColumn: 'no', out })
    expect(existsSync(join(out, 'quality.json'))).toBe(false)
    expect(readdirSync(out).some((name) => name.startsWith('.'))).toBe(false)
  })

  it('says what cannot be read, and which settings are wrong', async () => {
    const gone = linkFiles({ files: [join(folder, 'gone.csv')], idColumn: 'no', out: folder })
    await expect(gone).rejects.toMatchObject({ code: 'file-not-found' })
    const broken = write('broken.parquet', [
      ['no', 'nama'],
      ['1', 'siti'],
    ])
    await expect(linkFiles({ files: [broken], idColumn: 'no', out: folder })).rejects.toMatchObject(
      { code: 'link-file-unreadable' },
    )
    const file = write('town.csv', [headings, ...townRows(30)])
    const settingsFile = join(folder, 'wrong.yaml')
    writeFileSync(settingsFile, 'version: 1\nlink_type: everything\n')
    await expect(
      linkFiles({ files: [file], idColumn: 'no', out: folder, settingsFile }),
    ).rejects.toMatchObject({ code: 'link-settings-invalid', details: { path: 'link_type' } })
  })

  it('says which comparison or part a blocking rule of the settings does not find', async () => {
    const file = write('town.csv', [headings, ...townRows(30)])
    const settingsFile = join(folder, 'rule.json')
    const give = (agree: { readonly comparison: string; readonly part: string }) => {
      const comparison = { output_column_name: 'nama', kind: 'name', input_columns: ['nama'] }
      const settings = {
        version: 1,
        link_type: 'dedupe_only',
        comparisons: [comparison],
        blocking_rules_to_generate_predictions: [{ agree_on: [agree], max_block: 50 }],
        threshold_match_weight: 0,
      }
      writeFileSync(settingsFile, JSON.stringify(settings))
      return linkFiles({ files: [file], idColumn: 'no', out: folder, settingsFile })
    }
    const at = 'blocking_rules_to_generate_predictions.0.agree_on.0'
    await expect(give({ comparison: 'nma', part: 'whole' })).rejects.toMatchObject({
      details: { path: `${at}.comparison` },
    })
    await expect(give({ comparison: 'nama', part: 'year' })).rejects.toMatchObject({
      details: { path: `${at}.part` },
    })
  })

  it('takes tables of any shape', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '',
        'MUHAMMAD',
        '0000000000000000',
        '李小龍',
        '2001-01-01',
        '62710101',
        'a@b.c',
      ),
    )
    const shape = fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 12 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      )
    await fc.assert(
      fc.asyncProperty(shape, async (cells) => {
        const names = cells[0]?.map((_, no) => `k${no}`) ?? []
        const rows = cells.map((row, no) => [String(no), ...row])
        const file = write('any.csv', [['no', ...names], ...rows])
        const result = await linkFiles({ files: [file], idColumn: 'no', out: join(folder, 'any') })
        expect(result.records).toBe(rows.length)
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

const shared = fileURLToPath(new URL('../../../shared/data/record-linkage/', import.meta.url))

/** The longer list only with all tests. */
const lists = [
  ['febrl_dataset1.csv', '', 0.99],
  ['febrl_dataset1.csv', 'soc_sec_id', 0.97],
  ['febrl_dataset2.csv', '', 0.99],
  ['febrl_dataset2.csv', 'soc_sec_id', 0.97],
] as const

/** Cluster of each row as `clusters.csv` tells it, by id. */
function readClusters(out: string): ReadonlyMap<string, string> {
  const [, ...lines] = readFileSync(join(out, 'clusters.csv'), 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [, id = '', cluster = ''] = line.split(',')
      return [id, cluster]
    }),
  )
}

describe('linkFiles with an earlier run', () => {
  const rows = townRows(900)
  const isLate = (no: number) => Math.imul(no + 1, 0x9e3779b1) >>> 0 < 2 ** 32 / 10
  const before = rows.filter((_, no) => !isLate(no))
  const late = rows.filter((_, no) => isLate(no))
  const link = (files: readonly string[], out: string, earlier?: string) =>
    linkFiles({
      files,
      idColumn: 'no',
      truthColumn: 'jawaban',
      out: join(folder, out),
      ...(earlier ? { earlier: join(folder, earlier) } : {}),
    })
  const qualityOf = (out: string) =>
    JSON.parse(readFileSync(join(folder, out, 'quality.json'), 'utf8')).clusters.f1

  it('joins new rows to what was found, keeps its numbers, and says what changed', async () => {
    const files = [
      write('before.csv', [headings, ...before]),
      write('late.csv', [headings, ...late]),
    ]
    await link(files.slice(0, 1), 'first')
    await link(files, 'second', 'first')
    await link(files, 'whole')
    expect(qualityOf('second')).toBeGreaterThan(qualityOf('whole') - 0.005)

    const [first, second] = [
      readClusters(join(folder, 'first')),
      readClusters(join(folder, 'second')),
    ]
    expect(second.size).toBe(rows.length)
    const [, ...lines] = readFileSync(join(folder, 'second', 'changes.csv'), 'utf8')
      .trim()
      .split('\n')
    const told = new Map(
      lines.map((line) => {
        const [source = '', id = '', cluster = '', change = ''] = line.split(',')
        return [id, { source, cluster, change }]
      }),
    )
    const numbers = new Set(first.values())
    for (const [id, cluster] of second) {
      const change = told.get(id)
      if (first.get(id) === cluster) expect(change).toBeUndefined()
      else if (first.has(id)) expect(change).toMatchObject({ change: 'merged', cluster })
      else {
        const expected = numbers.has(cluster) ? 'joined' : 'new'
        expect(change).toEqual({ source: 'late.csv', cluster, change: expected })
      }
    }
    const joined = [...told.values()].filter(({ change }) => change === 'joined')
    expect(joined.length).toBeGreaterThan(10)
    // Nobody who was together is taken apart.
    const together = new Map([...first].map(([id, cluster]) => [cluster, second.get(id)]))
    for (const [id, cluster] of first) expect(second.get(id)).toBe(together.get(cluster))
  })

  it('with nothing new leaves everything as it was', async () => {
    const file = write('same.csv', [headings, ...before])
    await link([file], 'one')
    await link([file], 'two', 'one')
    const clusters = (out: string) => readFileSync(join(folder, out, 'clusters.csv'), 'utf8')
    expect(clusters('two')).toBe(clusters('one'))
    expect(readFileSync(join(folder, 'two', 'changes.csv'), 'utf8').trim()).toBe(
      'source,id,cluster_id,change',
    )
    // A later run without an earlier one leaves no word of what had changed.
    await link([file], 'two')
    expect(existsSync(join(folder, 'two', 'changes.csv'))).toBe(false)
  })

  it('refuses what is no earlier run, and one of other files', async () => {
    const file = write('other.csv', [headings, ...before.slice(0, 300)])
    const refused = (earlier: string) => expect(link([file], 'third', earlier)).rejects
    await refused('nowhere').toMatchObject({ code: 'link-earlier-unreadable' })
    await link([file], 'base')
    const model = join(folder, 'base', 'model.json')
    const document = readFileSync(model, 'utf8')
    const clusters = join(folder, 'base', 'clusters.csv')
    const whole = readFileSync(clusters, 'utf8')
    for (const broken of ['', 'x,y\n1,2\n', whole.replace(/,1\n/, ',one\n'), '\0\xff"']) {
      writeFileSync(clusters, broken)
      await refused('base').toMatchObject({ code: 'link-earlier-unreadable' })
    }
    writeFileSync(clusters, whole)
    const renamed = write('renamed.csv', [headings, ...before.slice(0, 300)])
    await expect(link([renamed], 'third', 'base')).rejects.toMatchObject({
      code: 'link-earlier-unfit',
    })
    for (const broken of ['{', document.replace('"expected_pairs"', '"pairs"')]) {
      writeFileSync(model, broken)
      await refused('base').toMatchObject({ code: 'link-earlier-unreadable' })
    }
  })
})

describe.skipIf(!existsSync(shared))('linkFiles on public lists', () => {
  it.each(lists.slice(0, process.env.BETANG_FULL_TESTS ? 4 : 2))(
    '%s without "%s": F1 of %d or more',
    async (name, without, least) => {
      const [header = '', ...lines] = readFileSync(join(shared, name), 'utf8').trim().split('\n')
      const columns = header.split(',').map((column) => column.trim())
      const keep = columns.map((column) => column !== without)
      const rows = lines.map((line) => {
        const cells = line.split(',').map((value) => value.trim())
        return [...cells.filter((_, no) => keep[no]), cells[0]?.split('-')[1] ?? '']
      })
      const file = write('febrl.csv', [[...columns.filter((_, no) => keep[no]), 'answer'], ...rows])
      const out = join(folder, 'febrl')
      await linkFiles({ files: [file], idColumn: 'rec_id', out, truthColumn: 'answer' })
      const quality = JSON.parse(readFileSync(join(out, 'quality.json'), 'utf8'))
      expect(quality.f1).toBeGreaterThanOrEqual(least)
      expect(quality.clusters.f1).toBeGreaterThanOrEqual(least)
    },
    120_000,
  )
})
