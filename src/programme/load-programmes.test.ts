import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { loadProgrammes, readProgramme } from './load-programmes.ts'

const dir = new URL('../../programmes/PIP/', import.meta.url)
const names = ['programme.yaml', 'parameters.yaml', 'rules.yaml', 'examples.yaml']
const texts = new Map(
  await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, dir), 'utf8')] as const),
  ),
)

/** The folder of PIP with some words changed. */
function changed(changes: Readonly<Record<string, readonly [string, string]>>) {
  const copy = new Map(texts)
  for (const [name, [from, to]] of Object.entries(changes)) {
    const text = copy.get(name) ?? ''
    if (!text.includes(from)) throw new Error(`no "${from}" in ${name}`)
    copy.set(name, text.replace(from, to))
  }
  return readProgramme('PIP', copy)
}

/** What stands in a text at a line and column, from 1. */
function at(name: string, change: readonly [string, string], line: number, column: number) {
  const text = (texts.get(name) ?? '').replace(...change)
  return text.split('\n')[line - 1]?.slice(column - 1) ?? ''
}

describe('readProgramme', () => {
  it('reads a sound folder', () => {
    const { programme, faults } = readProgramme('PIP', texts)
    expect(faults).toEqual([])
    expect(programme?.code).toBe('PIP')
  })

  it('places a rule that uses an unknown field, with the nearest name', () => {
    const change = ['decile <=', 'desil_x <= 3 || deciel <='] as const
    const { faults } = changed({ 'rules.yaml': change })
    const near = faults.find(({ hintId }) => hintId.includes('deciel'))
    expect(near).toMatchObject({
      code: 'field-unknown',
      file: 'PIP/rules.yaml',
      hintId: expect.stringContaining('Mungkin maksudnya "decile"?'),
    })
    expect(at('rules.yaml', change, near?.line ?? 0, near?.column ?? 0)).toMatch(/^deciel/)
  })

  it('does not let a broken file hide a fault of another', () => {
    const { programme, faults } = changed({
      'parameters.yaml': ['value: 450000', 'value: [450000'],
      'programme.yaml': ['sector: education', 'sector: sekolah'],
      'examples.yaml': ['result: eligible', 'resul: eligible'],
    })
    expect(programme).toBeUndefined()
    const codes = faults.map(({ code, file }) => `${file} ${code}`)
    expect(codes).toContain('PIP/parameters.yaml yaml-broken')
    expect(codes).toContain('PIP/programme.yaml value-wrong')
    expect(codes).toContain('PIP/examples.yaml key-unknown')
    expect(faults.every(({ line, column }) => line > 0 && column > 0)).toBe(true)
    expect(faults.find(({ code }) => code === 'key-unknown')?.hintId).toContain('"result"')
  })

  it('tells a value that no rule can pay, one missing and one of an impossible date, at once', () => {
    const { faults } = changed({
      'rules.yaml': ['pay: pip.sd_last_rp', 'pay: pip.sd_lats_rp'],
      'examples.yaml': ["on: '2025-07-01'", "on: '2025-02-30'"],
      'programme.yaml': ['nature: routine\n', ''],
    })
    expect(faults.map(({ code, file }) => `${file} ${code}`).toSorted()).toEqual([
      'PIP/examples.yaml value-wrong',
      'PIP/programme.yaml value-missing',
      'PIP/rules.yaml param-unknown',
    ])
    expect(faults.find(({ code }) => code === 'param-unknown')?.hintId).toContain(
      '"pip.sd_last_rp"',
    )
  })

  it('wants one marked reading where several hold, and a folder of the same name', () => {
    const ambiguous = changed({ 'parameters.yaml': ['      default: true\n', ''] })
    expect(ambiguous.faults[0]).toMatchObject({ code: 'reading-ambiguous' })
    expect(readProgramme('PIPA', texts).faults[0]).toMatchObject({ code: 'code-differs' })
  })

  it('refuses versions that overlap', () => {
    const text = texts.get('rules.yaml') ?? ''
    const [head, body] = [text.split('\n')[0] ?? '', text.split('\n').slice(1).join('\n')]
    const twice = new Map(texts).set('rules.yaml', `${head}\n${body}\n${body}`)
    expect(readProgramme('PIP', twice).faults).toContainEqual(
      expect.objectContaining({ code: 'version-overlap' }),
    )
  })
})

describe('loadProgrammes', () => {
  it('says that a folder is not there', async () => {
    await expect(loadProgrammes('/no/such/folder')).rejects.toMatchObject({
      code: 'folder-not-found',
    })
  })

  it('names every missing file', async () => {
    const here = new URL('./', import.meta.url).pathname
    await expect(loadProgrammes(here)).rejects.toMatchObject({
      code: 'programmes-unreadable',
      details: {
        faults: names.map((name) =>
          expect.objectContaining({ code: 'file-missing', file: `rule-language/${name}` }),
        ),
      },
    })
  })
})
