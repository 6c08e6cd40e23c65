import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordNumbers, type TinyRow, tinyLists, writeLists } from './tiny-lists.ts'

const runFile = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const Package = z.object({
  bin: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
})
const { bin, scripts } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** Command lines in the README's shell blocks, one each side of `&&`. */
const commandLines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split(/\n|&&/))
  .map((line) => line.trim())
  .filter((line) => line !== '')

describe('the README', () => {
  it('starts and tests Betang with two commands', () => {
    expect(commandLines.slice(0, 4)).toEqual(['npm ci', 'npm start', 'npm ci', 'npm test'])
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) })
  })

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '')
    for (const name of named) expect(scripts).toHaveProperty(name)
  })

  it('links only to what exists', () => {
    const linked = [...readme.matchAll(/[^!]\[[^\]]*\]\(([^):]+)\)/g)].map(([, path]) => path ?? '')
    expect(linked.length).toBeGreaterThan(5)
    const missing = linked.filter((path) => !existsSync(join(root, path)))
    expect(missing).toEqual([])
  })

  it('gives betang only commands and options that it has', async () => {
    const lines = commandLines.filter((line) => line.startsWith('npx betang '))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      const [, , command = '', ...words] = line.split(' ')
      const { stdout } = await betang([command, '--help'])
      expect(stdout).toContain(`Usage: betang ${command}`)
      const options = words.filter((word) => word.startsWith('--'))
      for (const option of options) expect(stdout).toContain(`${option} `)
    }
  })
})

describe('betang run on a folder of lists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'betang-readme-'))
  const lists = tinyLists()
  const out = (name: string): string => join(folder, name)

  beforeAll(async () => {
    writeLists(join(folder, 'lists'), lists)
    writeLists(join(folder, 'shuffled'), lists, shuffle)
    await readmeRun('lists', 'out')
    await readmeRun('lists', 'again')
    await readmeRun('shuffled', 'out-shuffled')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The README's own line, with its two folders put in. */
  async function readmeRun(dir: string, outName: string): Promise<void> {
    const line = commandLines.find((candidate) => candidate.startsWith('npx betang run '))
    const words = (line ?? '').split(' ').slice(2)
    const places: Readonly<Record<string, string>> = { DIR: join(folder, dir), OUT: out(outName) }
    await betang(words.map((word) => places[word] ?? word))
  }

  it('writes every file that the README lists', () => {
    const table = readme.split('## What a run writes')[1]?.split('\n## ')[0] ?? ''
    const promised = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    )
    expect(promised.length).toBeGreaterThan(14)
    expect(readdirSync(out('out')).sort()).toEqual(promised.sort())
  })

  it('has one line in links.csv for every row of every list', () => {
    const linked = readLinks('out').map(({ place }) => place)
    expect(linked.sort()).toEqual([...recordNumbers(lists).keys()].sort())
  })

  it('leaves only the row that names nobody without a family', () => {
    const keyOf = recordNumbers(lists)
    const alone = readLinks('out').filter(({ familyId }) => familyId === '')
    expect(alone.map(({ place }) => keyOf.get(place))).toEqual(['bansos nobody'])
  })

  it('knows a person again in another list', () => {
    const personOf = new Map(
      readLinks('out').map(({ place, personId }) => [recordNumbers(lists).get(place), personId]),
    )
    expect(personOf.get('bansos 5')).toBe(personOf.get('warga 5.0'))
    expect(personOf.get('rumah 5')).toBe(personOf.get('warga 5.0'))
    expect(personOf.get('warga 5.1')).not.toBe(personOf.get('warga 5.0'))
  })

  it('writes the same bytes twice', () => {
    const names = readdirSync(out('out')).filter((name) => name !== 'summary.json')
    const differing = names.filter(
      (name) =>
        !readFileSync(join(out('out'), name)).equals(readFileSync(join(out('again'), name))),
    )
    expect(differing).toEqual([])
  })

  it('joins the same rows in whatever order they stand', () => {
    const plain = recordNumbers(lists)
    const shuffled = recordNumbers(lists, shuffle)
    for (const id of ['personId', 'familyId'] as const) {
      expect(groups('out-shuffled', shuffled, id)).toEqual(groups('out', plain, id))
    }
  })

  function readLinks(outName: string) {
    const text = readFileSync(join(out(outName), 'links.csv'), 'utf8').replace(/^\uFEFF/, '')
    const [head, ...lines] = text.trimEnd().split(/\r?\n/)
    expect(head).toBe('file,sheet,row,person_id,family_id')
    return lines.map((line) => {
      const [file = '', , row = '', personId = '', familyId = ''] = line.split(',')
      return { place: `${file} ${row}`, personId, familyId }
    })
  }

  /** Keys of the rows that stand together, sorted. */
  function groups(
    outName: string,
    keyOf: ReadonlyMap<string, string>,
    id: 'personId' | 'familyId',
  ): string[] {
    const keysById = new Map<string, string[]>()
    for (const link of readLinks(outName)) {
      keysById.set(link[id], [...(keysById.get(link[id]) ?? []), keyOf.get(link.place) ?? ''])
    }
    return [...keysById.values()].map((keys) => keys.sort().join(', ')).sort()
  }
})

/** Another order, the same every time. */
function shuffle(rows: readonly TinyRow[]): readonly TinyRow[] {
  const place = (key: string): number =>
    [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7)
  return [...rows].sort((left, right) => place(left.key) - place(right.key))
}

function betang(args: readonly string[]): Promise<{ stdout: string }> {
  return runFile(process.execPath, [join(root, bin.betang ?? ''), ...args])
}
