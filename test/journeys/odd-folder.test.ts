import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const launcher = fileURLToPath(new URL('../../bin/betang.mjs', import.meta.url))

interface Ended {
  readonly code: number
  readonly said: string
}

function betang(...args: readonly string[]): Promise<Ended> {
  return new Promise((settle) => {
    execFile(process.execPath, [launcher, ...args], (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr })
    })
  })
}

let folder = ''
const inside = (...names: readonly string[]): string => join(folder, ...names)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'betang-odd-'))
  await mkdir(inside('lists', 'inner'), { recursive: true })
  const files: Readonly<Record<string, string | Buffer>> = {
    'good.csv': 'NAMA,NIK,KELURAHAN\nBudi Santoso,6271010502850001,Pahandut\n-,-,Langkai\n',
    'empty.csv': '',
    'header.csv': 'NAMA,NIK,ALAMAT\n',
    'printed.xlsx': '%PDF-1.7\n1 0 obj\n',
    'big.csv': `NAMA,NIK\n${'Budi,6271010502850001\n'.repeat(920_000)}`,
    'cut.xlsx': Buffer.from('504b0304140000000800', 'hex'),
    'photo.jpg': 'x',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(inside('lists', name), text)
})
afterAll(() => rm(folder, { recursive: true }))

describe('a folder with odd files and no date', () => {
  it('gives each bad file its own error, reads the good one and says which day counts', async () => {
    const { code, said } = await betang('run', inside('lists'), '--out', inside('out'))
    expect(code).toBe(0)
    expect(said).toMatch(/empty\.csv: .*\(file-empty\)/)
    expect(said).toMatch(/header\.csv: .*\(file-header-only\)/)
    expect(said).toMatch(/printed\.xlsx: .*\(file-is-pdf\)/)
    expect(said).toMatch(/big\.csv: .*\(file-too-large\)/)
    expect(said).toMatch(/cut\.xlsx: .*\(file-corrupt\)/)
    expect(said).toMatch(/photo\.jpg: tidak dibaca/)
    expect(said).toMatch(/inner\/: tidak dibaca/)
    expect(said).toMatch(/Hari acuan \d{4}-\d\d-\d\d: hari ini/)
    const links = (await readFile(inside('out', 'links.csv'), 'utf8')).trim().split('\n')
    expect(links).toHaveLength(3)
    expect(links[2]).toBe('good.csv,,3,,')
  }, 60_000)
})

describe('a run that fails', () => {
  it('leaves the results of the run before as they were', async () => {
    const before = await readFile(inside('out', 'summary.json'), 'utf8')
    const { code } = await betang('run', inside('lists', 'inner'), '--out', inside('out'))
    expect(code).toBe(1)
    expect(await readFile(inside('out', 'summary.json'), 'utf8')).toBe(before)
    expect((await readdir(inside('out'))).filter((name) => name.startsWith('.'))).toEqual([])
  }, 60_000)
})

describe('betang allocate', () => {
  it('proves its plan, and refuses a plan that was changed', async () => {
    await writeFile(
      inside('needs.csv'),
      'need_id,family_id,person_id,ward,sector,indicator,severity,score,since\nn1,f1,,62.71.01.1001,water,WATER,3,500,\nn2,f2,,62.71.01.1001,water,WATER,3,400,\n',
    )
    await writeFile(
      inside('offers.csv'),
      'offer_id,provider,sector,indicator,units,unit_cost_rp,budget_rp,wards,filter,window_from,window_to\no1,PDAM,water,WATER,1,2000000,,,,,\n',
    )
    const plan = ['--needs', inside('needs.csv'), '--offers', inside('offers.csv')]
    expect(await betang('allocate', ...plan, '--out', inside('plan'))).toMatchObject({ code: 0 })
    expect(await betang('allocate', 'verify', inside('plan'))).toMatchObject({ code: 0 })

    const lines = (await readFile(inside('plan', 'allocation.csv'), 'utf8')).replace('n1', 'n2')
    await writeFile(inside('plan', 'allocation.csv'), lines)
    expect(await betang('allocate', 'verify', inside('plan'))).toMatchObject({ code: 1 })
  }, 60_000)

  it.each([
    [['allocate', '--needs', 'needs.csv', '--out', 'plan'], '--offers'],
    [['fly'], 'fly'],
    [['sample', '--persons', '-3', '--seed', '1', '--out', 'city'], '--persons'],
  ])('ends a wrong call with code 2: %j', async (args, named) => {
    const { code, said } = await betang(...args)
    expect(code).toBe(2)
    expect(said).toContain(named)
  })
})
